"""Texts made to break the search for names: bounded time, no crash, offsets inside the text."""

from itertools import pairwise
from time import process_time

import pytest

from corpus.names import Names, read_names

_SIZE = 100_000
_SECONDS = 20.0  # of the processor, a slow one included; a quadratic search takes minutes


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    "unit",
    [
        "GPT-5 ", "GPT-5/5.1", "GPT-", "Claude Opus 4.6, ", "9", "9.", "a-", "Qwen2.5-", "A", "Aurora 2 ", "o3", "V4/R2/", "-", " ",
        "豆包", "模型3", "天工3.0发布，", "「", "「あ", "\u200f", "９", "Llama-3-8B-8B-", "AIME 2024/", "| a 3 |\n", "<tr><td>", "Opus/Sonnet/",
        "Model Aa-Bb Cc 3 released model ", "智谱", "\n", "GPT-5-Aa-Bb-Cc", "１２３", "e", "R1128K",
    ],
)  # fmt: skip
def test_a_long_line_of_one_thing_is_read_in_bounded_time(names: Names, unit: str) -> None:
    text = (unit * (_SIZE // len(unit)))[:_SIZE] + " AI LLM"
    began = process_time()
    knowing = names.for_article(text)
    hits = [*knowing.mentions(text), *knowing.benchmarks(text), *knowing.organisations(text)]
    names.model(text)
    knowing.prefixes(text, 0)
    assert process_time() - began < _SECONDS
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)


def test_mentions_are_in_order_and_apart(names: Names) -> None:
    text = "Claude Opus 4.6/Sonnet 4.6, GPT-5.2/5.3-Codex, Gemini 2.5/3 Pro, DeepSeek V4/R2, Qwen3-8B/14B。豆包2.0 AI LLM"
    hits = names.for_article(text).mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "İİİ GPT-5 İ", "GPT-5\u200b.3", "\u202eGPT-5", "ﬀ Claude 3 ﬀ"]
)
def test_odd_characters_do_no_harm(names: Names, text: str) -> None:
    for hit in names.for_article(text).mentions(text):
        assert text[hit.start : hit.end].strip()
