import asyncio
import threading
import time

import pytest

from bot.serving.lane import Lane
from bot.serving.types import Busy, TooLate


def test_the_loop_goes_on_while_a_thread_works() -> None:
    async def both() -> tuple[str, int]:
        lane = Lane("test", 1, 10)
        work = asyncio.create_task(lane.run(lambda: time.sleep(0.05) or "done", 5))
        turns = 0
        while not work.done():
            await asyncio.sleep(0)
            turns += 1
        return await work, turns

    done, turns = asyncio.run(both())
    assert done == "done"
    assert turns > 10


def test_what_the_work_raises_comes_through_also_a_timeout_of_its_own() -> None:
    def fails() -> None:
        raise TimeoutError("of the store")

    with pytest.raises(TimeoutError, match="of the store"):
        asyncio.run(Lane("test", 1, 10).run(fails, 5))


def test_a_full_queue_says_how_long_to_wait() -> None:
    async def crowd() -> int:
        lane, gate = Lane("test", 1, 2), threading.Event()
        waiting = [asyncio.create_task(lane.run(gate.wait, 5)) for _ in range(2)]
        await asyncio.sleep(0.02)
        with pytest.raises(Busy) as refused:
            await lane.run(gate.wait, 5)
        gate.set()
        await asyncio.gather(*waiting)
        assert lane.waiting == 0
        return refused.value.seconds

    assert asyncio.run(crowd()) >= 1


def test_what_is_too_late_or_cancelled_while_it_waits_is_never_begun() -> None:
    begun: list[str] = []

    async def late() -> None:
        lane, gate = Lane("test", 1, 10), threading.Event()
        first = asyncio.create_task(lane.run(gate.wait, 5))
        await asyncio.sleep(0.02)
        with pytest.raises(TooLate):
            await lane.run(lambda: begun.append("late"), 0.02)
        cancelled = asyncio.create_task(lane.run(lambda: begun.append("cancelled"), 5))
        await asyncio.sleep(0.02)
        cancelled.cancel()
        await asyncio.sleep(0.02)
        gate.set()
        await first
        await lane.run(lambda: begun.append("last"), 5)

    asyncio.run(late())
    assert begun == ["last"]


def test_a_job_that_is_given_up_keeps_its_place_until_its_thread_is_free() -> None:
    async def stuck() -> tuple[int, int]:
        lane, gate = Lane("test", 1, 10), threading.Event()
        with pytest.raises(TooLate):
            await lane.run(gate.wait, 0.02)
        before = lane.waiting
        gate.set()
        await lane.run(lambda: None, 5)
        return before, lane.waiting

    assert asyncio.run(stuck()) == (1, 0)
