import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.types import Bound, Unit

TOKENS, PARAMETERS, EXPERTS = QuantityKind.TOKENS, QuantityKind.PARAMETERS, QuantityKind.EXPERTS
PERCENT, PLAIN = QuantityKind.PERCENT, QuantityKind.PLAIN
_ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
_PIECES = st.sampled_from(
    [
        *"0123456789KMBTkmbt .,-–~/%$¥￥€+*`\n|()[]<>年月日万亿億百千两一个元第約１２８Ｋ，．",
        *(
            " tokens",
            "token",
            "参数",
            "パラメータ",
            "토큰",
            "million",
            "billion",
            "experts",
            "个专家",
            "per",
            "每百万",
        ),
        *(
            "up to ",
            "over ",
            "约",
            "以上",
            "from ",
            " to ",
            "between ",
            " and ",
            "至",
            "到",
            "百分之",
            "백만 ",
        ),
        *("2026-02-05", "Feb 5", "https://a.b/1", "\u200f", "\x00", "half a million", "一百万"),
    ]
)


def _only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "kind", "number"),
    [
        ("1M", "1M", PLAIN, 1e6),
        ("reads 1,000,000 tokens", "1,000,000 tokens", TOKENS, 1e6),
        ("1.05M", "1.05M", PLAIN, 1_050_000),
        ("131,072", "131,072", PLAIN, 131_072),
        ("128k", "128k", PLAIN, 128e3),
        ("128 K", "128 K", PLAIN, 128e3),
        ("8192", "8192", PLAIN, 8192),
        ("one million", "one million", PLAIN, 1e6),
        ("a million-token window", "a million-token", TOKENS, 1e6),
        ("with million token context", "million token", TOKENS, 1e6),
        ("half a million tokens", "half a million tokens", TOKENS, 5e5),
        ("a 2-million-token window", "2-million-token", TOKENS, 2e6),
        ("two hundred thousand tokens", "two hundred thousand tokens", TOKENS, 2e5),
        ("1 million\ntokens of context", "1 million\ntokens", TOKENS, 1e6),
        ("1‑million‑token", "1‑million‑token", TOKENS, 1e6),
        ("1 000 000 tokens", "1 000 000 tokens", TOKENS, 1e6),
        ("1\u202f048\u202f576 tokens", "1\u202f048\u202f576 tokens", TOKENS, 1_048_576),
        ("64K max output tokens", "64K max output tokens", TOKENS, 64e3),
        ("**1M** tokens", "1M** tokens", TOKENS, 1e6),
        ("a `128k` window", "128k", PLAIN, 128e3),
        ("1m context", "1m", PLAIN, 1e6),
        ("1m", "1m", PLAIN, 1e6),
        ("15T tokens", "15T tokens", TOKENS, 15e12),
        ("1.4T bilingual tokens", "1.4T bilingual tokens", TOKENS, 1.4e12),
        ("2.65T词元", "2.65T词元", TOKENS, 2.65e12),
        ("支持100万 token", "100万 token", TOKENS, 1e6),
        ("支持百万token上下文", "百万token", TOKENS, 1e6),
        ("百万级上下文", "百万", PLAIN, 1e6),
        ("一百万 token", "一百万 token", TOKENS, 1e6),
        ("两百万tokens", "两百万tokens", TOKENS, 2e6),
        ("十万token", "十万token", TOKENS, 1e5),
        ("32千", "32千", PLAIN, 32e3),
        ("12.8万 tokens", "12.8万 tokens", TOKENS, 128e3),
        ("15万亿视觉文本混合token", "15万亿视觉文本混合token", TOKENS, 15e12),
        ("１２８Ｋ", "１２８Ｋ", PLAIN, 128e3),
        ("１，０００，０００ token", "１，０００，０００ token", TOKENS, 1e6),
        ("100万トークン", "100万トークン", TOKENS, 1e6),
        ("12万8000トークン", "12万8000トークン", TOKENS, 128e3),
        ("128K 토큰", "128K 토큰", TOKENS, 128e3),
        ("백만 토큰", "백만 토큰", TOKENS, 1e6),
        ("671B", "671B", PARAMETERS, 671e9),
        ("1T", "1T", PARAMETERS, 1e12),
        ("# 30B models", "30B", PARAMETERS, 30e9),
        ("7 billion parameters", "7 billion parameters", PARAMETERS, 7e9),
        ("17B active parameters", "17B active parameters", PARAMETERS, 17e9),
        ("a 7b model", "7b", PARAMETERS, 7e9),
        ("1.5万亿参数", "1.5万亿参数", PARAMETERS, 1.5e12),
        ("6710亿参数", "6710亿参数", PARAMETERS, 671e9),
        ("170亿激活参数", "170亿激活参数", PARAMETERS, 17e9),
        ("一千亿参数", "一千亿参数", PARAMETERS, 1e11),
        ("總參數 6710 億", "6710 億", PARAMETERS, 671e9),
        ("参数规模达1万亿", "1万亿", PARAMETERS, 1e12),
        ("a parameter count of 7 billion", "7 billion", PARAMETERS, 7e9),
        ("1億パラメータ", "1億パラメータ", PARAMETERS, 1e8),
        ("1兆パラメータ", "1兆パラメータ", PARAMETERS, 1e12),
        ("1조 400억 파라미터", "1조 400억 파라미터", PARAMETERS, 1.04e12),
        ("파라미터 700억 개", "700억", PARAMETERS, 70e9),
        ("128 experts", "128 experts", EXPERTS, 128),
        ("16 expert MoE", "16 expert", EXPERTS, 16),
        ("256 routed experts", "256 routed experts", EXPERTS, 256),
        ("128个专家", "128个专家", EXPERTS, 128),
        ("八个专家", "八个专家", EXPERTS, 8),
        ("80.9%", "80.9%", PERCENT, 80.9),
        ("71.5 %", "71.5 %", PERCENT, 71.5),
        ("80.9 percent", "80.9 percent", PERCENT, 80.9),
        ("百分之八十", "百分之八十", PERCENT, 80),
        ("９９．５％", "９９．５％", PERCENT, 99.5),
        ("86.4", "86.4", PLAIN, 86.4),
        ("81.6 分", "81.6 分", PLAIN, 81.6),
        ("1亿2000万", "1亿2000万", PLAIN, 1.2e8),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, quote: str, kind: QuantityKind, number: float) -> None:
    found = _only(text)
    assert text[found.start : found.end] == quote
    assert (found.kind, found.value.number) == (kind, number)
    assert found.value.bound is Bound.EXACTLY


@pytest.mark.parametrize(
    ("text", "bound", "number"),
    [
        ("up to 128K tokens", Bound.AT_MOST, 128e3),
        ("up to a 1 million token window", Bound.AT_MOST, 1e6),
        ("up to **128K** tokens", Bound.AT_MOST, 128e3),
        ("高达128K", Bound.AT_MOST, 128e3),
        ("最高支持1M上下文", Bound.AT_MOST, 1e6),
        ("不超过 128K", Bound.AT_MOST, 128e3),
        ("no more than 128K", Bound.AT_MOST, 128e3),
        ("最大で100万トークン", Bound.AT_MOST, 1e6),
        ("최대 128K 토큰", Bound.AT_MOST, 128e3),
        ("over 700 million", Bound.AT_LEAST, 7e8),
        ("more than 1M tokens", Bound.AT_LEAST, 1e6),
        ("1M+ tokens", Bound.AT_LEAST, 1e6),
        ("128K tokens or more", Bound.AT_LEAST, 128e3),
        ("≥1M", Bound.AT_LEAST, 1e6),
        ("超过1000亿参数", Bound.AT_LEAST, 1e11),
        ("700多亿参数", Bound.AT_LEAST, 7e10),
        ("100万token以上", Bound.AT_LEAST, 1e6),
        ("超百万token", Bound.AT_LEAST, 1e6),
        ("128K 토큰 이상", Bound.AT_LEAST, 128e3),
        ("~37B", Bound.ABOUT, 37e9),
        ("roughly 37B", Bound.ABOUT, 37e9),
        ("约 370 亿参数", Bound.ABOUT, 37e9),
        ("約100万トークン", Bound.ABOUT, 1e6),
        ("약 128K 토큰", Bound.ABOUT, 128e3),
        ("200K tokens左右", Bound.ABOUT, 2e5),
        ("万亿参数", Bound.ABOUT, 1e12),
        ("a trillion-parameter model", Bound.EXACTLY, 1e12),
        ("128K上下文", Bound.EXACTLY, 128e3),
        ("128K多模态", Bound.EXACTLY, 128e3),
        ("80.9%超过", Bound.EXACTLY, 80.9),
    ],
)
def test_limits_are_read_and_left_out_of_the_quote(text: str, bound: Bound, number: float) -> None:
    found = _only(text)
    assert (found.value.bound, found.value.number) == (bound, number)


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4.20",
        "K2.5",
        "llama-3.1-405B",
        "Mixtral 8x7B",
        "8×7B",
        "R1128K",
        "v2.4.1",
        "released 2026-02-05",
        "2026年2月5日",
        "in February 2026",
        "at 12:30",
        "a 4:1 ratio",
        "https://example.org/128K/7B",
        "[the paper](https://example.org/128K) [12]",
        "<td rowspan=2>",
        "&#8364;",
        "## 3.2 Prices",
        "1. Prices",
        "第3代",
        "Top 5",
        "issue #128",
        "5-shot",
        "2048 H800 GPUs",
        "2× cheaper",
        "Figure 2",
        "1,28,000",
        "1.000.000",
        "0.0.0.0",
        "007",
        "10^25",
        "+8%",
        "-0.3",
        "3分の1",
        "one tenth, 1/10",
        "24GB",
        "240 TB",
        "150 tokens per second",
        "150 tokens/s",
        "每秒 150 token",
        "600K TPM",
        "700 million downloads",
        "3亿用户",
        "3个百分点",
        "2 percentage points",
        "100万字上下文",
        "3 days",
        "10倍",
        "数百万token",
        "几十亿参数",
        "tens of millions of tokens",
        "several million tokens",
        "千亿参数",
        "an expert",
        "16位专家",
        "一个token",
        "上百万token",
    ],
)
def test_what_is_no_quantity_of_a_model_is_left_out(text: str) -> None:
    assert [text[q.start : q.end] for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("128K/131,072", ["128K", "131,072"]),
        ("671B total, 37B active", ["671B", "37B"]),
        ("671B（激活37B）", ["671B", "37B"]),
        ("1M (input) / 64K (output)", ["1M", "64K"]),
        ("32b / 3b", ["32b", "3b"]),
        ("<td>128K</td><td>64K</td>", ["128K", "64K"]),
        ("1. 128K\n2. 64K", ["128K", "64K"]),
        ("8 of 256 experts", ["8", "256 experts"]),
        ("参数：6710亿，上下文：128K", ["6710亿", "128K"]),
    ],
)
def test_several_numbers_are_told_apart(text: str, quotes: list[str]) -> None:
    assert [text[q.start : q.end] for q in quantities(text)] == quotes


def test_a_cell_is_a_number_even_if_it_looks_like_a_year() -> None:
    assert [q.value.number for q in quantities("2000")] == [2000]
    assert quantities("the 2025 edition") == []


def test_scores_in_points_have_that_unit() -> None:
    assert _only("81.6 分").value.unit is Unit.POINTS
    assert _only("86.4").value.unit is Unit.NONE


def test_the_part_is_read_as_if_it_stood_alone() -> None:
    text = "Grok 31 million tokens"
    [found] = quantities(text, 6)
    assert (text[found.start : found.end], found.value.number) == ("1 million tokens", 1e6)
    [left] = quantities("GLM355B32B", 3, 7)
    assert left.value.number == 355e9


def test_a_number_too_long_to_mean_anything_is_left_out() -> None:
    assert quantities("9" * 5000 + " tokens") == []


@given(st.lists(_PIECES, max_size=40).map("".join), st.integers(0, 10), st.integers(0, 80))
def test_spans_lie_in_the_part_in_order_and_are_not_empty(text: str, start: int, end: int) -> None:
    last = start
    for found in quantities(text, start, end):
        assert last <= found.start < found.end <= min(end, len(text))
        assert text[found.start : found.end].strip()
        last = found.end


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in quantities(text):
        assert found.value.number is not None
        assert found.value.low is None or found.value.low < found.value.number


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1.",
        "万",
        "1万亿",
        "~",
        "9 ",
        "$1 ",
        "1-",
        "token",
        "每百万",
        "per million ",
        "<a ",
        "](x",
        "1*",
        *[
            "2026-",
            "from 1 to ",
            "one hundred ",
            "*",
            " ",
            "\n",
            "up to ",
            "백만",
            "[1",
            "1 input output ",
            "#",
        ],
    ],
)
def test_any_line_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    quantities("1")
    started = time.process_time()
    quantities(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 20


def test_the_shipped_articles_hold_the_numbers_that_people_ask_for() -> None:
    found = [
        (q.kind, q.value.number)
        for path in _ARTICLES.glob("*.md")
        for q in quantities(path.read_text(encoding="utf-8"))
    ]
    assert {(TOKENS, 1e6), (TOKENS, 1e7)} <= set(found)
