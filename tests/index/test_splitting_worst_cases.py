"""Hostile articles: the bounds are ten times what was measured, but a quadratic step would break them."""

import time

import pytest

from corpus.structure import sentences
from index.splitting import Limits, split
from tests.fakes import WordCounter
from tests.index.splitting_helpers import article, check

SIZE = 400_000
SECONDS = 20

CASES = {
    "one line of words": "word " * (SIZE // 5),
    "one word": "a" * SIZE,
    "one line of Chinese": "今" * SIZE,
    "sentences on one line": "This is it. " * (SIZE // 12),
    "list items": "".join(f"- item {n}\n" for n in range(100_000)),
    "headings": "".join(f"# heading {n}\n" for n in range(100_000)),
    "sections": "".join(f"{'#' * (n % 6 + 1)} h{n}\ntext\n\n" for n in range(50_000)),
    "a table of many rows": "| a | b |\n|-|-|\n" + "".join(f"| {n} | x |\n" for n in range(100_000)),
    "a table of a large cell": "| a | b |\n|-|-|\n| " + "x" * 100_000 + " | y |\n",
    "a wide header": "|" + "column|" * 30_000 + "\n|-|-|\n| 1 | 2 |\n",
    "deep quotes": "> " * (SIZE // 2) + "text",
    "deeper and deeper quotes": "".join(">" * (n % 1000) + " text\n" for n in range(2000)),
    "white space": "a" + " " * SIZE + "b",
    "blank lines": "a" + "\n" * SIZE + "b",
    "lines of one letter": "a\n" * (SIZE // 2),
    "paragraphs of one letter": "a\n\n" * (SIZE // 3),
    "fences that nothing closes": "```x\n" * (SIZE // 5),
    "fences of falling length": "\n".join("`" * n + "x" for n in range(1500, 3, -1)),
    "tables that nothing closes": "<table>" * (SIZE // 7),
    "many tables": "<table><tr><td>x</td></tr></table>" * (SIZE // 35),
    "rows that nothing closes": "<table>" + "<tr><td>x" * (SIZE // 10) + "</table>",
    "dots": "." * SIZE,
    "dots and spaces": ". " * (SIZE // 2),
    "emphasis": "。**" * (SIZE // 3),
    "closing brackets": "a." + ")" * SIZE,
    "footnotes": "a." + "[1]" * (SIZE // 3),
    "open brackets in a heading": "# " + "[]( " * (SIZE // 4),
    "open tags": "<h1 " + "<" * SIZE,
    "accents": "e" + "\u0301" * 100_000,
    "joined emoji": "👨\u200d" * 50_000,
    "rules": "---\n" * (SIZE // 4),
    "numbered lines": "1. A b\n\n" * (SIZE // 8),
    "nested items": "".join(" " * (n % 200) + "- x\n" for n in range(20_000)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_article_is_split_in_bounded_time(name: str) -> None:
    text, began = CASES[name], time.perf_counter()
    made, warnings = split(article(text), WordCounter(), Limits())
    assert time.perf_counter() - began < SECONDS
    check(text[: made[-1].end] if warnings else text, made)
    assert len(made) <= 2000
    assert max(passage.tokens for passage in made) <= 400
    assert max(len(passage.text) for passage in made) <= 6400


@pytest.mark.parametrize("name", CASES)
def test_its_sentences_are_found_in_bounded_time(name: str) -> None:
    began = time.perf_counter()
    assert sentences(CASES[name])
    assert time.perf_counter() - began < SECONDS
