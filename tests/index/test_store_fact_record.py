import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.types import Attribute, Bound, Day, Fact, Flag, Status, Unit, Value
from corpus.names.types import Benchmark, Model
from corpus.types import Source
from index.store.fact_record import fact_metadata, fact_row_of, source_metadata
from index.types import FactRow
from tests.index.fact_helpers import a_fact, rows_of
from tests.index.store_helpers import a_source

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE = st.none() | TEXTS
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.builds(Day, st.integers(1, 9999)) | st.builds(
    Day, st.integers(1, 9999), st.integers(1, 12), st.integers(0, 28)
)
SPANS = st.tuples(st.integers(0, 10**7), st.integers(0, 10**7))
VALUES = st.builds(
    Value,
    st.sampled_from(Unit),
    NUMBERS,
    NUMBERS,
    st.sampled_from(Bound),
    MAYBE,
    st.none() | DAYS,
    st.none() | st.booleans(),
)


@st.composite
def rows(draw: st.DrawFn) -> FactRow:
    fact = Fact(
        article=draw(TEXTS),
        model=draw(st.builds(Model, TEXTS, TEXTS, TEXTS, MAYBE, st.booleans())),
        attribute=draw(st.sampled_from(Attribute)),
        value=draw(VALUES),
        status=draw(st.sampled_from(Status)),
        as_of=draw(st.none() | DAYS),
        span=draw(SPANS),
        context=tuple(draw(st.lists(SPANS, max_size=3))),
        benchmark=draw(st.none() | st.builds(Benchmark, TEXTS, MAYBE, MAYBE)),
        note=draw(MAYBE),
        flags=tuple(draw(st.lists(st.sampled_from(Flag), max_size=1))),
    )
    quotes = tuple(draw(TEXTS) for _ in fact.context)
    return FactRow(fact, draw(TEXTS), quotes, draw(TEXTS))


@given(rows())
def test_a_fact_is_read_as_it_was_written(row: FactRow) -> None:
    metadata = fact_metadata(row)
    assert fact_row_of(row.sentence, metadata) == row
    assert all(isinstance(value, str | int | float | bool) for value in metadata.values())


def test_what_is_unknown_is_left_out() -> None:
    found = fact_metadata(FactRow(a_fact(), "1M", ("Heron",), ""))
    assert not {"as_of", "note", "flags", "benchmark", "developer", "value_text", "value_day"} & found.keys()
    assert not {"url", "publisher", "published"} & source_metadata(Source("a", "a.md", "A", "en")).keys()


def test_others_can_filter_by_what_is_typed() -> None:
    found = {**fact_metadata(rows_of("a", 2)[1]), **source_metadata(a_source())}
    assert (found["attribute"], found["unit"], found["status"]) == ("benchmark", "%", "released")
    assert (found["benchmark"], found["benchmark_version"]) == ("Crate-bench", "2.0")
    assert found["value_number"] == pytest.approx(80.9 / 7)
    assert (found["as_of"], found["published"]) == ("2026-02", "2026-02-11")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("attribute", "wings"),
        ("unit", "feathers"),
        ("start", string.ascii_letters),
        ("context", "{"),
        ("value_day", "x"),
    ],
)
def test_a_row_that_is_no_fact_is_none(key: str, value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the sentence is the store's)
        fact_row_of("", {**fact_metadata(rows_of("a", 1)[0]), key: value})
    with pytest.raises(KeyError):
        fact_row_of("", {})
