import asyncio
import gc
import itertools
from collections.abc import Callable

import pytest

from bot.serving import keeper as module
from bot.serving.keeper import Keeper
from bot.serving.tidying import tidy, untroubled
from index.types import NoIndex, StoreError

pytestmark = pytest.mark.anyio


def steps(*outcomes: bool | Exception) -> Callable[[], bool]:
    """A step that does what is listed, one after the other, and then nothing."""
    left = list(outcomes)

    def step() -> bool:
        outcome = left.pop(0) if left else False
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return step


async def test_the_beginning_warms_up_and_takes_the_first_step_alone() -> None:
    done: list[str] = []
    keeper = Keeper(
        [lambda: not done.append("first"), lambda: not done.append("second")], lambda: done.append("warm")
    )
    await keeper.begin()
    assert done == ["warm", "first"]
    keeper.close()


async def test_every_step_is_taken_whatever_the_others_say() -> None:
    keeper = Keeper([steps(True, False), steps(True, True)], lambda: None)
    assert [await keeper.renew() for _ in range(3)] == [True, True, False]
    keeper.close()


async def test_what_can_not_be_taken_up_is_logged_once_and_looked_for_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_EVERY", 0.01)
    monkeypatch.setattr(module, "_SELDOM", 0.01)
    away = StoreError("the store is away")
    seen = itertools.count()
    failing = steps(NoIndex("none"), away, away, away)
    keeper = Keeper([lambda: next(seen) >= 0 and failing()], lambda: None)
    keeping = asyncio.create_task(keeper.keep())
    while next(seen) < 12:
        await asyncio.sleep(0.01)
    keeping.cancel()
    assert [record.message for record in caplog.records] == [
        "the newest generation can't be taken up: the store is away"
    ]
    keeper.close()


def test_nothing_is_searched_for_garbage_while_much_is_made_and_what_stays_is_left_out_later() -> None:
    def make() -> bool:
        assert not gc.isenabled()
        return True

    before = gc.get_freeze_count()
    try:
        assert untroubled(make) is True
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
        frozen = gc.get_freeze_count()
        assert untroubled(lambda: False) is False
        assert gc.get_freeze_count() <= frozen
        tidy()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        untroubled(lambda: bool(1 // 0))
    assert gc.isenabled()
