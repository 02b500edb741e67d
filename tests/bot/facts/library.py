"""Two articles about models that do not exist, and what they state."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.facts.reply import typed_reply
from bot.types import Answer, Question, Refusal
from bot.understanding.types import Query
from corpus.facts.types import Attribute, Day, Fact, Flag, Status, Unit, Value
from corpus.names.types import Benchmark, Model
from corpus.types import Source
from index.catalogue.catalogue import Catalogue, make_catalogue
from index.catalogue.types import Statement

A = Attribute
HERON = Model("heron-7", "Heron 7", "Heron", "Birdworks")
HERON_MINI = Model("heron-7-mini", "Heron 7 Mini", "Heron", "Birdworks")
OTTER = Model("otter-2", "Otter 2", "Otter", "Rivermind")
LYNX = Model("lynx-9", "Lynx 9", "Lynx", None)
NOBODY = Model("newt-1", "Newt 1", "Newt", None)
CRATES = Benchmark("Crate-bench", None, "Verified")
CRATES_PRO = Benchmark("Crate-bench", None, "Pro")

ALPHA = Source(
    "alpha", "alpha.md", "The harbour in May", "en", publisher="Harbour News", published=date(2031, 5, 4)
)
BETA = Source("beta", "beta.md", "河边的新模型", "zh", published=date(2031, 6, 1))


def tokens(number: float) -> Value:
    return Value(Unit.TOKENS, number)


def percent(number: float) -> Value:
    return Value(Unit.PERCENT, number)


def day(*parts: int) -> Value:
    return Value(Unit.DATE, day=Day(*parts))


def stated(
    model: Model,
    attribute: Attribute,
    value: Value,
    place: int,
    source: Source = ALPHA,
    status: Status = Status.RELEASED,
    benchmark: Benchmark | None = None,
    note: str | None = None,
    flags: tuple[Flag, ...] = (),
) -> Statement:
    """A statement whose words stand at `place`."""
    published = source.published
    as_of = Day(published.year, published.month, published.day) if published else None
    span = (place, place + 5)
    fact = Fact(
        source.article, model, attribute, value, status, as_of, span, ((0, 4),), benchmark, note, flags
    )
    return Statement(fact, source, f"w{place:04}", ("head",), datetime(2031, 7, 1, tzinfo=UTC))


LIBRARY = (
    stated(HERON, A.CONTEXT_WINDOW, tokens(1_000_000), 10, status=Status.PREVIEW, note="Beta"),
    stated(HERON, A.RELEASED, day(2031, 5, 1), 20),
    stated(HERON, A.PARAMETERS_TOTAL, Value(Unit.PARAMETERS, 600e9), 30),
    stated(HERON, A.PARAMETERS_TOTAL, Value(Unit.PARAMETERS, 660e9), 30, BETA),
    stated(HERON, A.OPEN_WEIGHTS, Value(truth=True), 40),
    stated(HERON, A.BENCHMARK, percent(80.9), 50, benchmark=CRATES),
    stated(HERON_MINI, A.OUTPUT_LIMIT, tokens(64_000), 60),
    stated(HERON_MINI, A.LICENCE, Value(text="MIT"), 70),
    stated(OTTER, A.CONTEXT_WINDOW, tokens(131_072), 80),
    stated(OTTER, A.CONTEXT_WINDOW, tokens(128_000), 80, BETA),
    stated(OTTER, A.PRICE_INPUT, Value(Unit.USD, 2.5), 90),
    stated(OTTER, A.PRICE_INPUT, Value(Unit.CNY, 4), 90, BETA),
    stated(OTTER, A.BENCHMARK, percent(76.8), 100, benchmark=CRATES),
    stated(OTTER, A.RELEASED, day(2031), 110),
    stated(LYNX, A.RELEASED, day(2031, 6), 120, BETA, Status.EXPECTED),
    stated(LYNX, A.CONTEXT_WINDOW, tokens(2_000_000), 130, BETA, Status.EXPECTED),
    stated(LYNX, A.BENCHMARK, percent(55.0), 140, BETA, benchmark=CRATES_PRO),
)


def library(*more: Statement) -> Catalogue:
    return make_catalogue(1, (*LIBRARY, *more))


def reply(
    query: Query, language: str = "en", as_of: date | None = None, known: Catalogue | None = None
) -> Answer | Refusal:
    found = typed_reply(query, Question("?", language), known or library(), as_of)
    assert found is not None
    return found


def answer(query: Query, language: str = "en", known: Catalogue | None = None) -> Answer:
    found = reply(query, language, known=known)
    assert isinstance(found, Answer), found.text
    return found


def refusal(query: Query, language: str = "en", as_of: date | None = None) -> Refusal:
    found = reply(query, language, as_of)
    assert isinstance(found, Refusal), found.text
    return found


def lines(found: Answer | Refusal) -> list[str]:
    return found.text.splitlines()


def again(statement: Statement, place: int) -> Statement:
    """The same, said at another place."""
    return replace(statement, fact=replace(statement.fact, span=(place, place + 5)), quote=f"w{place:04}")
