import asyncio
import threading
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from bot.answering.typed_first import TypedFirst
from bot.renewed import Renewed
from bot.serving.desk import Desk
from bot.serving.types import Busy, Edition, TooLate
from bot.types import Question
from index.types import NoIndex
from tests.bot.answering.test_typed_first import FACTS
from tests.bot.fakes import FakePassages

pytestmark = pytest.mark.anyio
TYPED = Question("What is the context window of Claude Opus 4.6?", "en")
OPEN = Question("why is the sky over the harbour so grey", "en")
MANIFEST: Any = object()


@dataclass
class Slow(FakePassages):
    """Reads passages until it is told to end."""

    gate: threading.Event = field(default_factory=threading.Event)

    def answer(self, question: Question, as_of: date | None) -> Any:
        self.gate.wait(5)
        return FakePassages.answer(self, question, as_of)


def desk(passages: FakePassages, seconds: float = 5.0) -> Desk:
    answerer = TypedFirst(FACTS, Renewed(lambda: passages), lambda: date(2031, 7, 1))
    return Desk(Renewed(lambda: Edition(MANIFEST, answerer)), seconds)


async def test_a_typed_answer_never_waits_behind_one_that_reads_passages() -> None:
    slow = Slow()
    asked = desk(slow)
    waiting = [asyncio.create_task(asked.answer(OPEN)) for _ in range(3)]
    await asyncio.sleep(0.02)
    assert "1M" in (await asked.answer(TYPED)).text
    assert not any(task.done() for task in waiting)
    slow.gate.set()
    assert len(await asyncio.gather(*waiting)) == 3
    asked.close()


async def test_a_question_is_read_answered_and_shown_in_threads() -> None:
    names: set[str] = set()

    def read(_: object) -> Question:
        names.add(threading.current_thread().name)
        return OPEN

    def show(reply: Any, _: object) -> str:
        names.add(threading.current_thread().name)
        return str(reply.question.text)

    assert await desk(FakePassages()).converse(read, show) == OPEN.text
    assert {name.split("_")[0] for name in names} == {"typed", "passages"}


async def test_what_takes_too_long_is_given_up() -> None:
    slow = Slow()
    with pytest.raises(TooLate, match=r"longer than 0\.05 s"):
        await desk(slow, 0.05).answer(OPEN)
    slow.gate.set()


async def test_facts_and_the_list_of_articles_are_there_to_look_at() -> None:
    asked = desk(FakePassages())
    assert await asked.look(lambda facts: facts.known.generation) == FACTS.known.generation
    assert await asked.manifest() is MANIFEST


async def test_without_an_index_everything_says_so() -> None:
    def none() -> Edition:
        raise NoIndex("there is none")

    asked = Desk(Renewed(none), 5.0)
    for call in (asked.answer(TYPED), asked.manifest(), asked.look(lambda facts: facts)):
        with pytest.raises(NoIndex):
            await call


async def test_a_crowd_is_declined_with_the_time_to_wait() -> None:
    slow = Slow()
    asked = desk(slow)
    crowd = [asyncio.create_task(asked.answer(OPEN)) for _ in range(130)]
    await asyncio.sleep(1.0)
    slow.gate.set()
    found = await asyncio.gather(*crowd, return_exceptions=True)
    assert 20 <= sum(isinstance(one, Busy) for one in found) <= 40
    assert not [one for one in found if isinstance(one, Exception) and not isinstance(one, Busy)]
