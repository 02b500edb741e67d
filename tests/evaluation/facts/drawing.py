"""Draws facts at random from the articles of a folder, as lines for a person to check."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from corpus.facts.cues import read_cues
from corpus.facts.reading import read_facts
from corpus.facts.types import Fact, Value
from corpus.names import read_names
from corpus.names.types import Benchmark
from corpus.types import Article
from tests.evaluation.typed.library import read_library

Line = dict[str, Any]


def facts_in(folder: Path) -> list[tuple[Article, Fact]]:
    """All facts of all articles in a folder, in the order of the articles and of the text."""
    return list(_facts(folder))


def draw(found: Sequence[tuple[Article, Fact]], seed: int, count: int) -> list[Line]:
    """Returns `count` of the facts, or all of them where there are fewer, the same for the same seed."""
    picked = random.Random(seed).sample(range(len(found)), min(count, len(found)))
    return [line_of(article, fact) for article, fact in (found[n] for n in sorted(picked))]


def line_of(article: Article, fact: Fact) -> Line:
    """A fact with the words that it was read from; "verdict" is left to be filled in."""
    quotes = {
        "quote": _words(article, fact.span),
        "context": [_words(article, span) for span in fact.context],
    }
    return {
        "article": article.source.path,
        "start": fact.span[0],
        "end": fact.span[1],
        "model": fact.model.name,
        "attribute": fact.attribute.value,
        "benchmark": _benchmark(fact.benchmark),
        "value": shown(fact.value),
        "status": fact.status.value,
        "as_of": str(fact.as_of) if fact.as_of else None,
        "note": fact.note,
        **quotes,
        "verdict": None,
    }


def shown(value: Value) -> str:
    """A value as a person reads it: "1000000 tokens", "at_least 91.9 %", "2026-02-05", "2026-02-12 to 2026-02-14"."""
    if value.first is not None:
        return f"{value.first} to {value.day}"
    if value.number is not None:
        bound = "" if value.bound.value == "exactly" else f"{value.bound.value} "
        low = "" if value.low is None else f"{value.low:.12g} to "
        return f"{bound}{low}{value.number:.12g} {value.unit.value}".strip()
    told = (value.day, value.text, value.truth)
    return next((str(one) for one in told if one is not None), "")


def _facts(folder: Path) -> Iterator[tuple[Article, Fact]]:
    names, cues = read_names(), read_cues()
    for _, article in sorted(read_library(folder, date.today()).articles.items()):
        facts, _ = read_facts(article, names, cues)
        yield from ((article, fact) for fact in facts)


def _words(article: Article, span: tuple[int, int]) -> str:
    return article.text[span[0] : span[1]]


def _benchmark(benchmark: Benchmark | None) -> str | None:
    return benchmark.full_name if benchmark else None
