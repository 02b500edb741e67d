import pytest

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.types import Bound, Unit

USD, CNY = Unit.USD, Unit.CNY


@pytest.mark.parametrize(
    ("text", "quote", "unit", "number", "per"),
    [
        ("$1.1/million tokens", "$1.1/million tokens", USD, 1.1, 1e6),
        ("$0.03 / 1K tokens", "$0.03 / 1K tokens", USD, 30, 1e3),
        ("$0.0006 / 1K tokens", "$0.0006 / 1K tokens", USD, 0.6, 1e3),
        ("$2.50 per million input tokens", "$2.50 per million input tokens", USD, 2.5, 1e6),
        ("$3/MTok", "$3/MTok", USD, 3, 1e6),
        ("$0.27/M", "$0.27/M", USD, 0.27, 1e6),
        ("$0.27 per M", "$0.27 per M", USD, 0.27, 1e6),
        ("$3 for a million tokens", "$3 for a million tokens", USD, 3, 1e6),
        ("$0.00001 per token", "$0.00001 per token", USD, 10, 1),
        ("USD 3 per 1,000,000 tokens", "USD 3 per 1,000,000 tokens", USD, 3, 1e6),
        ("US$3 per 1M tokens", "US$3 per 1M tokens", USD, 3, 1e6),
        ("\\$0.12 per 1M tokens", "$0.12 per 1M tokens", USD, 0.12, 1e6),
        ("15 cents per million tokens", "15 cents per million tokens", USD, 0.15, 1e6),
        ("3美元/百万输入token", "3美元/百万输入token", USD, 3, 1e6),
        ("每1M token 3美元", "3美元", USD, 3, 1e6),
        ("每百万 token 4 元", "4 元", CNY, 4, 1e6),
        ("每百萬 token 4 美元", "4 美元", USD, 4, 1e6),
        ("输入价格为每百万 tokens 0.8 元", "0.8 元", CNY, 0.8, 1e6),
        ("4元/百万tokens", "4元/百万tokens", CNY, 4, 1e6),
        ("0.004元/千token", "0.004元/千token", CNY, 4, 1e3),
        ("1.26元/Mtok", "1.26元/Mtok", CNY, 1.26, 1e6),
        ("￥0.012 / 1K tokens", "￥0.012 / 1K tokens", CNY, 12, 1e3),
        ("RMB 4/1M tokens", "RMB 4/1M tokens", CNY, 4, 1e6),
        ("100万トークンあたり3ドル", "3ドル", USD, 3, 1e6),
        ("100만 토큰당 3달러", "3달러", USD, 3, 1e6),
        ("3ドル/100万トークン", "3ドル/100万トークン", USD, 3, 1e6),
        ("a million input tokens costs $3", "a million input tokens costs $3", USD, 3, 1e6),
        ("百万 tokens 输入价格 2 元", "百万 tokens 输入价格 2 元", CNY, 2, 1e6),
        ("USD2.50", "USD2.50", USD, 2.5, None),
        ("0.8￥/千tokens", "0.8￥/千tokens", CNY, 800, 1e3),
        ("$20", "$20", USD, 20, None),
        ("$20 billion", "$20 billion", USD, 2e10, None),
        ("2000 亿美元", "2000 亿美元", USD, 2e11, None),
        ("2千万ドル", "2千万ドル", USD, 2e7, None),
        ("$1.5T", "$1.5T", USD, 1.5e12, None),
        ("1.2 万亿元", "1.2 万亿元", CNY, 1.2e12, None),
    ],
)
def test_a_price_is_that_of_a_million_tokens(
    text: str, quote: str, unit: Unit, number: float, per: float | None
) -> None:
    [found] = quantities(text)
    assert text[found.start : found.end] == quote
    assert found.kind is QuantityKind.MONEY
    assert (found.value.unit, found.currency, found.value.number, found.per) == (unit, unit, number, per)


@pytest.mark.parametrize(
    "text",
    [
        "$3/$15 per million tokens",
        "$3 in and $15 out per million tokens",
        "$3 (input) / $15 (output) per million tokens",
        "input $3 per million tokens, output $15",
        "$3/M input, $15/M output",
        "per million tokens: $3 input, $15 output",
        "每百万token输入3美元，输出15美元",
        "$3 per million input tokens and $15 per million output tokens",
    ],
)
def test_two_prices_share_what_they_are_for(text: str) -> None:
    assert [(q.value.number, q.per) for q in quantities(text)] == [(3, 1e6), (15, 1e6)]


def test_a_window_of_a_million_tokens_is_no_price_basis() -> None:
    found = quantities("1M tokens, price $3")
    assert [(q.kind, q.value.number, q.per) for q in found] == [
        (QuantityKind.TOKENS, 1e6, None),
        (QuantityKind.MONEY, 3, None),
    ]


def test_another_sum_in_the_sentence_is_no_price_of_tokens() -> None:
    found = quantities("It takes $3 per million tokens and costs $100 to run.")
    assert [(q.value.number, q.per) for q in found] == [(3, 1e6), (100, None)]


@pytest.mark.parametrize(
    "text",
    [
        "$20/month",
        "$20 a month",
        "$20/user/month",
        "$30/用戶/月",
        "每月20美元",
        "monthly $20",
        "$0.04 per image",
        "$2 per 1,000 requests",
        "$4 per GPU hour",
        "€5 per million tokens",
        "HK$5",
        "NT$30",
        "100日元",
        "10万円",
        "料金は￥300です",
        "Input ($/1M tokens)",
        "输入价格（元/1M tokens）",
        "per 1K tokens",
        "三元组",
    ],
)
def test_other_prices_and_currencies_are_left_out(text: str) -> None:
    assert quantities(text) == []


def test_the_yen_sign_is_yuan_where_nothing_is_japanese() -> None:
    assert [q.currency for q in quantities("价格：￥300")] == [CNY]


def test_a_range_of_prices_keeps_both_ends() -> None:
    [found] = quantities("$0.25–$2.00 per 1K tokens")
    assert (found.value.low, found.value.number, found.value.bound) == (250, 2000, Bound.RANGE)
    [short] = quantities("$1–3 per million tokens")
    assert (short.value.low, short.value.number) == (1, 3)


def test_a_price_of_no_tokens_is_no_crash() -> None:
    assert [q.value.number for q in quantities("$3 per 0 tokens")] == [3]
