import asyncio

import pytest

from bot.discord.underway import Underway

pytestmark = pytest.mark.anyio


async def answering(underway: Underway, question: int, gate: asyncio.Event) -> bool:
    with underway.one(question) as mine:
        if mine:
            await gate.wait()
        return mine


async def test_a_question_is_answered_once_also_where_it_comes_again() -> None:
    underway, gate = Underway(), asyncio.Event()
    first = asyncio.create_task(answering(underway, 1, gate))
    await asyncio.sleep(0)
    assert await answering(underway, 1, gate) is False
    gate.set()
    assert await first is True
    assert await answering(underway, 1, gate) is False
    assert len(underway) == 0


async def test_the_same_task_may_enter_again() -> None:
    underway = Underway()
    with underway.one(1) as outer, underway.one(1) as inner:
        assert (outer, inner) == (True, True)
        assert len(underway) == 1


async def test_an_answer_is_cancelled_by_its_question() -> None:
    underway, gate = Underway(), asyncio.Event()
    tasks = [asyncio.create_task(answering(underway, number, gate)) for number in (1, 2)]
    await asyncio.sleep(0)
    underway.cancel(1)
    underway.cancel(99)
    gate.set()
    assert [result for result in await asyncio.gather(*tasks, return_exceptions=True) if result is True]
    assert tasks[0].cancelled()


async def test_at_the_end_what_is_underway_is_waited_for_so_long() -> None:
    underway, gate = Underway(), asyncio.Event()
    assert await underway.finish(0.01) == 0
    tasks = [asyncio.create_task(answering(underway, number, gate)) for number in (1, 2)]
    await asyncio.sleep(0)
    assert await underway.finish(0.01) == 2
    gate.set()
    assert await underway.finish(1) == 0
    assert underway.leaving
    await asyncio.gather(*tasks)
