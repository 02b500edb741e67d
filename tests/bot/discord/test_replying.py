import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from bot.discord.replying import Replier
from bot.discord.types import Gone, Made, Way, Who
from bot.discord.underway import Underway
from bot.serving.latency import Latency
from bot.serving.limits import Limits, Rate
from bot.serving.types import Busy, TooLate
from bot.showing.types import Page, Picture
from bot.state.state import State
from bot.state.types import Exchange, StateUnreachable
from bot.types import UnknownName
from index.types import FingerprintMismatch, NoIndex, StoreError
from tests.bot.discord.samples import PICTURE, SHOWN

pytestmark = pytest.mark.anyio


@dataclass
class Back:
    """A way back that keeps what comes along it."""

    user: int = 3
    question: int = 500
    private: bool = False
    shows_question: bool = True
    asked_in: int = 2
    language: str = "en"
    errors: list[Exception] = field(default_factory=list)
    sent: list[tuple[Page, tuple[Picture, ...], Exchange | None]] = field(default_factory=list)
    declined: list[tuple[str, int, bool]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    @property
    def who(self) -> Who:
        return Who(self.user, 1, self.language)

    @asynccontextmanager
    async def acknowledged(self) -> AsyncIterator[None]:
        self.heard.append("acknowledged")
        yield

    async def channel(self) -> int:
        return self.asked_in

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int:
        if self.errors:
            raise self.errors.pop(0)
        self.sent.append((page, pictures, exchange))
        return 600

    async def decline(self, sentence: str, seconds: int, again: bool = False) -> None:
        self.declined.append((sentence, seconds, again))

    async def fail(self, sentence: str) -> None:
        self.failed.append(sentence)


class Room:
    """A desk that has room, or has none."""

    def __init__(self, busy: Busy | None = None) -> None:
        self.busy = busy

    def check(self) -> None:
        if self.busy:
            raise self.busy


class Unreachable:
    """A database that is away."""

    async def keep_exchange(self, _: Exchange) -> None:
        raise StateUnreachable("the database can't be reached")


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = await State.open(tmp_path / "state.db")
    yield state
    await state.close()


def replier(state: Any, busy: Busy | None = None, questions: int = 100) -> Replier:
    limits = Limits(Rate(questions, 30.0), Rate(100, 30.0))
    return Replier(cast(Any, Room(busy)), state, limits, Underway(), Latency())


async def made() -> Made:
    return Made("Quartz 7's window?", "en", SHOWN)


def failing(error: Exception) -> Callable[[], Any]:
    async def make() -> Made:
        raise error

    return make


async def test_an_answer_is_acknowledged_made_kept_and_sent(state: State) -> None:
    way: Way = Back()
    await replier(state).serve(way, made)
    assert isinstance(way, Back)
    assert way.heard == ["acknowledged"]
    [(page, pictures, exchange)] = way.sent
    assert (page, pictures) == (SHOWN.pages[0], (PICTURE,))
    assert exchange
    kept = await state.exchange_of(600)
    assert kept
    assert (kept.id, kept.said, kept.asker, kept.pages) == (exchange.id, exchange.said, 3, SHOWN.pages)


async def test_without_a_database_an_answer_is_sent_without_buttons() -> None:
    way = Back()
    await replier(Unreachable()).serve(way, made)
    assert [exchange for _, _, exchange in way.sent] == [None]


async def test_who_asks_too_often_is_told_how_long_to_wait_and_not_told_twice(state: State) -> None:
    ways = [Back(question=number) for number in range(4)]
    answers = replier(state, questions=2)
    for way in ways:
        await answers.serve(way, made)
    assert [len(way.sent) for way in ways] == [1, 1, 0, 0]
    assert [way.heard for way in ways[2:]] == [[], []]
    [(sentence, seconds, again)] = ways[2].declined
    assert (seconds, again) == (30, False)
    assert "30 s" in sentence
    assert ways[3].declined[0][2] is True


async def test_where_there_is_no_room_it_is_said_before_anything_is_promised(state: State) -> None:
    way = Back()
    await replier(state, Busy(7)).serve(way, made)
    assert way.heard == []
    assert way.declined == [("Many questions are waiting just now: ask again in 7 s.", 7, False)]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TooLate(30), "longer than 30 s"),
        (NoIndex("there is no index yet in /srv"), "no articles"),
        (FingerprintMismatch("made with x"), "another version"),
        (StoreError("10.0.0.1 does not answer"), "can't be read just now"),
        (StateUnreachable("/srv/state.db"), "What I keep"),
        (UnknownName("model", "Quarz", ("Quartz",)), "Did you mean Quartz?"),
        (ZeroDivisionError("secret"), "Something went wrong"),
    ],
)
async def test_every_error_ends_as_a_sentence_for_a_person(state: State, error: Exception, said: str) -> None:
    way = Back()
    await replier(state).serve(way, failing(error))
    [sentence] = way.failed
    assert said in sentence
    assert "secret" not in sentence
    assert "/srv" not in sentence


async def test_what_nobody_foresaw_leaves_one_trace_in_the_log(
    state: State, caplog: pytest.LogCaptureFixture
) -> None:
    await replier(state).serve(Back(), failing(ZeroDivisionError("of ours")))
    assert [record.exc_info is not None for record in caplog.records] == [True]


async def test_where_nobody_is_left_to_answer_nothing_is_said(
    state: State, caplog: pytest.LogCaptureFixture
) -> None:
    way = Back(errors=[Gone("the question was deleted")])
    await replier(state).serve(way, made)
    assert (way.failed, way.declined) == ([], [])
    assert [record.exc_info for record in caplog.records] == [None]


async def test_a_question_that_comes_twice_is_answered_once(state: State) -> None:
    first, second = Back(), Back()
    answers = replier(state)
    await asyncio.gather(answers.serve(first, made), answers.serve(second, made))
    assert len(first.sent) + len(second.sent) == 1


async def test_a_question_that_is_cancelled_is_not_answered(state: State) -> None:
    way, begun = Back(), asyncio.Event()

    async def slowly() -> Made:
        begun.set()
        await asyncio.sleep(5)
        return await made()

    task = asyncio.create_task(replier(state).serve(way, slowly))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (way.sent, way.failed) == ([], [])


async def test_a_process_that_ends_takes_nothing_new_on(state: State) -> None:
    underway = Underway()
    await underway.finish(0)
    answers = Replier(cast(Any, Room()), state, Limits(Rate(9, 30.0), Rate(9, 30.0)), underway, Latency())
    way = Back(language="zh")
    await answers.serve(way, made)
    assert "重启" in way.declined[0][0]
