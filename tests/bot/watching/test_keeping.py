from datetime import date

import pytest

from bot.watching.keeping import read_written, written
from bot.watching.types import NotUnderstood, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.facts.types import Attribute, Status, Unit
from index.catalogue.types import Condition, Op
from tests.bot.facts.library import CRATES, HERON, LYNX

A = Attribute
WATCHES = [
    WatchedModel(HERON),
    WatchedModel(LYNX),
    WatchedDeveloper("智谱"),
    WatchedFilter((Condition(A.CONTEXT_WINDOW, Op.AT_LEAST, 1e6, Unit.TOKENS),)),
    WatchedFilter(
        (
            Condition(A.OPEN_WEIGHTS, Op.EQUAL, True),
            Condition(A.PRICE_INPUT, Op.LESS, 0.5, Unit.USD),
            Condition(A.LICENCE, Op.EQUAL, "2026-03-01"),
            Condition(A.RELEASED, Op.MORE, date(2026, 3, 1)),
            Condition(A.RELEASED, Op.EQUAL, Status.EXPECTED),
            Condition(A.BENCHMARK, Op.AT_LEAST, 80.0, Unit.PERCENT, CRATES),
        )
    ),
]


@pytest.mark.parametrize("watch", WATCHES, ids=lambda watch: type(watch).__name__)
def test_a_watch_that_is_written_down_is_read_as_it_was(watch: Watch) -> None:
    found = read_written(written(watch))
    assert found == watch
    assert repr(found) == repr(watch)  # the types of the values too
    assert written(found) == written(watch)
    assert "\n" not in written(watch)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"filter": []}',
        '{"filter": [{}]}',
        '{"model": {"key": "x"}}',
        '{"developer": 3}',
    ],
)
def test_what_is_no_watch_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="remove it and add it again"):
        read_written(text)
