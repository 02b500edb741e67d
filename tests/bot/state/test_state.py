import asyncio
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from bot.state.state import State
from bot.state.types import Deed, Forgotten, Mode, Point, TooManyWatches, WatchLimits
from tests.bot.state.samples import BIG, NOON, exchange, later, watch

pytestmark = pytest.mark.anyio


async def test_a_channel_that_nobody_set_answers_when_it_is_spoken_to(state: State) -> None:
    assert await state.mode(BIG, BIG) is Mode.MENTIONS


@pytest.mark.parametrize("mode", Mode)
async def test_a_mode_is_of_one_channel_of_one_server(state: State, mode: Mode) -> None:
    await state.set_mode(BIG, 1, Mode.THREADS)
    await state.set_mode(BIG, 1, mode)
    assert await state.mode(BIG, 1) is mode
    assert (await state.mode(BIG, 2), await state.mode(1, 1)) == (Mode.MENTIONS, Mode.MENTIONS)


async def test_an_exchange_comes_back_as_it_was(state: State) -> None:
    kept = exchange(message=BIG + 9, private=True, sources=exchange().pages, server=None)
    await state.keep_exchange(kept)
    assert await state.exchange("a1") == kept
    assert await state.exchange_of(BIG + 9) == kept
    assert (await state.exchange("a2"), await state.exchange_of(1)) == (None, None)


async def test_the_message_of_an_answer_is_known_once_it_is_sent(state: State) -> None:
    await state.keep_exchange(exchange())
    await state.sent("a1", BIG)
    assert await state.exchange_of(BIG) == exchange(message=BIG)


@pytest.mark.parametrize(
    "said", ["nul \0", "half \ud83d", "", "' ; DROP TABLE exchanges", "🧮 通义", "x" * 100_000]
)
async def test_whatever_was_said_is_kept(state: State, said: str) -> None:
    await state.keep_exchange(exchange(said=said))
    found = await state.exchange("a1")
    assert found is not None
    assert found.said == said.replace("\0", "\ufffd").replace("\ud83d", "?")


async def test_a_time_in_another_zone_is_kept_as_the_same_moment(state: State) -> None:
    await state.keep_exchange(exchange(at=NOON.astimezone(timezone(timedelta(hours=8)))))
    assert await state.exchange("a1") == exchange()


async def test_feedback_is_kept_while_its_exchange_is(state: State) -> None:
    await state.keep_exchange(exchange())
    assert await state.feedback("a1", BIG, True)
    assert await state.feedback("a1", BIG, False, "the licence is wrong\0")
    assert not await state.feedback("gone", BIG, True)
    assert (await state.forget(BIG)).feedback == 1, "a second word replaces the first"


async def test_exchanges_expire_with_their_feedback(state: State) -> None:
    await state.keep_exchange(exchange())
    await state.keep_exchange(exchange(id="a2", at=later(days=1)))
    await state.feedback("a1", BIG, True)
    assert await state.sweep(later(hours=1)) == 1
    assert (await state.exchange("a1"), await state.exchange("a2")) == (
        None,
        exchange(id="a2", at=later(days=1)),
    )
    assert (await state.forget(BIG)).feedback == 0


async def test_watches_are_listed_by_person_and_by_server(state: State) -> None:
    here = await state.add_watch(watch(), WatchLimits())
    direct = await state.add_watch(watch(channel=None, server=None), WatchLimits())
    other = await state.add_watch(watch(user=5), WatchLimits())
    assert await state.watches_of(BIG + 2) == [here, direct]
    assert await state.watches_in(BIG) == [here, other]
    assert await state.all_watches() == [here, direct, other]


async def test_the_same_watch_again_is_the_one_that_is_there(state: State) -> None:
    first = await state.add_watch(watch(), WatchLimits(user=1))
    assert await state.add_watch(watch(told=Point(9, None), language="en"), WatchLimits(user=1)) == first


async def test_a_person_has_so_many_watches_and_no_more_even_at_once(state: State) -> None:
    limits = WatchLimits(user=3)
    tried = [state.add_watch(watch(text=str(i)), limits) for i in range(8)]
    done = await asyncio.gather(*tried, return_exceptions=True)
    refused = [error for error in done if isinstance(error, TooManyWatches)]
    assert [(error.most, error.in_server) for error in refused] == [(3, False)] * 5
    assert len(await state.watches_of(BIG + 2)) == 3


async def test_a_server_has_so_many_watches_and_those_by_direct_message_do_not_count(state: State) -> None:
    limits = WatchLimits(server=2)
    for user in range(3):
        await state.add_watch(watch(user=user, channel=None), limits)
    for user in range(2):
        await state.add_watch(watch(user=user), limits)
    with pytest.raises(TooManyWatches, match="this server has 2 watches"):
        await state.add_watch(watch(user=9), limits)


async def test_a_watch_ends_and_its_number_is_not_used_again(state: State) -> None:
    first = await state.add_watch(watch(), WatchLimits())
    assert await state.remove_watch(first.id)
    assert not await state.remove_watch(first.id)
    assert (await state.add_watch(watch(), WatchLimits())).id > first.id


async def test_a_change_is_told_by_one_process_alone(state: State) -> None:
    kept = await state.add_watch(watch(), WatchLimits())
    claims = await asyncio.gather(*[state.told(kept.id, 3, Point(4, None)) for _ in range(4)])
    assert sorted(claims) == [False, False, False, True]
    assert [w.told for w in await state.all_watches()] == [Point(4, None)]
    assert await state.told(kept.id, 4, Point(3, NOON)), "what could not be told is told again"
    assert await state.all_watches() == [kept]


async def test_deeds_are_listed_newest_first(state: State) -> None:
    deeds = [Deed(NOON, BIG, BIG, "admin add", f"https://{i}.example") for i in range(3)]
    for deed in deeds:
        await state.log(deed)
    assert await state.deeds(2) == [deeds[2], deeds[1]]


async def test_a_small_value_is_kept_under_its_name(state: State) -> None:
    assert await state.kept("commands") is None
    await state.keep("commands", "a")
    await state.keep("commands", "b")
    assert await state.kept("commands") == "b"


async def test_forgetting_deletes_what_is_stored_about_one_person_and_nothing_of_others(state: State) -> None:
    me, other = BIG + 2, BIG + 3
    await state.keep_exchange(exchange())
    await state.keep_exchange(exchange(id="theirs", asker=other))
    for user in (me, other):
        await state.feedback("theirs", user, True)
        await state.add_watch(watch(user=user), WatchLimits())
        await state.log(Deed(NOON, BIG, user, "admin add", "https://a.example"))
    await state.feedback("a1", other, False)  # on what this person asked, so it goes too
    assert await state.forget(me) == Forgotten(exchanges=1, feedback=1, watches=1, deeds=1)
    assert await state.forget(me) == Forgotten(0, 0, 0, 0)
    assert await state.exchange("theirs") is not None
    assert [w.user for w in await state.all_watches()] == [other]
    assert [deed.who for deed in await state.deeds(9)] == [other, None]
    assert (await state.forget(other)).feedback == 1


async def test_what_was_kept_is_there_after_a_restart(place: Path | str) -> None:
    first = await State.open(place)
    await first.keep("commands", "b")
    await first.close()
    second = await State.open(place)
    assert await second.kept("commands") == "b"
    await second.close()


async def test_many_calls_at_once_all_come_through(state: State) -> None:
    await asyncio.gather(*[state.keep_exchange(exchange(id=str(i))) for i in range(100)])
    found = await asyncio.gather(*[state.exchange(str(i)) for i in range(100)])
    assert all(found)


async def test_a_call_that_is_cancelled_harms_none_after_it(state: State) -> None:
    for i in range(30):
        task = asyncio.create_task(state.keep_exchange(exchange(id=str(i))))
        await asyncio.sleep(i / 10_000)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await state.keep("commands", "b")
    assert await state.kept("commands") == "b"
