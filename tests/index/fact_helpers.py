"""Facts of articles that do not exist, and a reader that finds them."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from corpus.facts.types import Attribute, Day, Fact, Status, Unit, Value
from corpus.names.types import Benchmark, Model
from corpus.types import Article, Source
from index.catalogue.types import Statement
from index.types import FactRow

TAKEN_IN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
_STATED = re.compile(r"The (\w+) holds (\d+) crates")


def a_model(name: str, developer: str | None = None) -> Model:
    return Model(name.lower().replace(" ", "-"), name, name.split(" ", maxsplit=1)[0], developer)


def tokens(number: float) -> Value:
    return Value(Unit.TOKENS, number)


def a_fact(
    article: str = "a",
    model: str | Model = "Heron 1",
    attribute: Attribute = Attribute.CONTEXT_WINDOW,
    value: Value | None = None,
    status: Status = Status.RELEASED,
    as_of: Day | None = None,
    benchmark: Benchmark | None = None,
    note: str | None = None,
) -> Fact:
    named = a_model(model) if isinstance(model, str) else model
    stated = tokens(1_000_000) if value is None else value
    return Fact(article, named, attribute, stated, status, as_of, (10, 20), ((0, 5),), benchmark, note)


def a_statement(fact: Fact, published: date | None = None, taken_in: datetime = TAKEN_IN) -> Statement:
    source = Source(fact.article, f"{fact.article}.md", f"News of {fact.article}", "en", published=published)
    return Statement(fact, source, "1M tokens", ("Heron",), taken_in)


def statements(*facts: Fact) -> list[Statement]:
    return [a_statement(fact) for fact in facts]


def rows_of(article: str, count: int) -> list[FactRow]:
    """Facts whose numbers no binary fraction holds."""
    facts = [
        Fact(
            article,
            a_model(f"Heron {n}"),
            Attribute.BENCHMARK,
            Value(Unit.PERCENT, n * 80.9 / 7),
            Status.RELEASED,
            Day(2026, 2),
            (n, n + 3),
            ((0, 1),),
            Benchmark("Crate-bench", "2.0"),
        )
        for n in range(count)
    ]
    return [FactRow(fact, "80.9", ("Heron 机器人",), f"Heron scored {fact.value.number}.") for fact in facts]


def crate_reader(article: Article) -> tuple[list[Fact], list[str]]:
    """Reads "The heron holds 3 crates" as a context window of 3, and warns of a heron that holds none."""
    return _read(article), ["a heron holds nothing"] if "holds nothing" in article.text else []


def _read(article: Article) -> list[Fact]:
    return [
        Fact(
            article.source.article,
            a_model(f"{found[1].title()} 1"),
            Attribute.CONTEXT_WINDOW,
            tokens(float(found[2])),
            Status.RELEASED,
            None,
            found.span(2),
            (found.span(1),),
        )
        for found in _STATED.finditer(article.text)
    ]


def holding(*crates: tuple[str, int]) -> str:
    """An article with such sentences, each in a paragraph of its own."""
    stated = [f"The {name} holds {number} crates, as its keeper said." for name, number in crates]
    return "# News from the harbour\n\n" + "\n\n".join(stated) + "\n"


def numbers(found: Sequence[Statement]) -> list[float | None]:
    return [statement.fact.value.number for statement in found]
