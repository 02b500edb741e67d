from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import pytest

from bot.discord.asking import Asking
from bot.discord.types import Made, Way
from bot.facts.facts import Facts, facts_of
from bot.following.memory import Memory
from bot.state.types import Exchange
from bot.types import Answer, Question
from tests.bot.discord.samples import EXCHANGE
from tests.bot.discord.test_replying import Back
from tests.bot.facts.library import library
from tests.bot.samples import answer

pytestmark = pytest.mark.anyio


@dataclass
class Desk:
    """Answers everything alike, and keeps what was asked."""

    facts: Facts = field(default_factory=lambda: facts_of(library()))
    asked: list[str] = field(default_factory=list)

    async def converse(self, read: Any, show: Any) -> Any:
        question: Question = read(self.facts)
        self.asked.append(question.text)
        reply: Answer = answer(question=question)
        return show(reply, self.facts)


class Serving:
    """Makes what there is to show, and keeps it."""

    def __init__(self) -> None:
        self.made: list[Made] = []

    async def serve(self, way: Way, make: Any) -> None:  # noqa: ARG002
        self.made.append(await make())


def asking() -> tuple[Asking, Desk, Serving]:
    desk, serving = Desk(), Serving()
    memory = Memory(lambda: 0.0)
    return Asking(cast(Any, serving), cast(Any, desk), memory, lambda: date(2031, 7, 1)), desk, serving


def kept(said: str) -> Exchange:
    return Exchange(**{**{f: getattr(EXCHANGE, f) for f in EXCHANGE.__dataclass_fields__}, "said": said})


async def test_a_follow_up_in_the_same_channel_keeps_its_subject() -> None:
    asks, desk, _ = asking()
    await asks.ask(Back(), "What is Heron 7's context window?")
    await asks.ask(Back(), "and its licence?")
    assert desk.asked[1] == "Heron 7's licence?"


@pytest.mark.parametrize(
    "other", [Back(user=4), Back(asked_in=9), Back(private=True)], ids=["person", "channel", "private"]
)
async def test_the_subject_belongs_to_one_person_in_one_channel_and_stays_private(other: Back) -> None:
    asks, desk, _ = asking()
    await asks.ask(Back(), "What is Heron 7's context window?")
    await asks.ask(other, "and its licence?")
    assert desk.asked[1] == "and its licence?"


async def test_a_reply_follows_up_on_the_answer_that_it_replies_to_whoever_asked() -> None:
    asks, desk, _ = asking()
    await asks.ask(Back(), "What is Otter 3's context window?")
    await asks.ask(Back(user=4), "and its licence?", kept("What is Heron 7's context window?"))
    assert desk.asked[1] == "Heron 7's licence?"


async def test_a_command_can_be_followed_up_too() -> None:
    asks, desk, _ = asking()
    await asks.ask(Back(), "and its licence?", kept("/model Heron 7"))
    assert desk.asked == ["Heron 7's licence?"]


async def test_a_question_that_stands_above_its_answer_is_not_repeated_but_where_it_was_completed() -> None:
    asks, _, serving = asking()
    await asks.ask(Back(), "What is Heron 7's context window?")
    await asks.ask(Back(shows_question=False), "What is Heron 7's context window?")
    await asks.ask(Back(), "and its licence?")
    firsts = [made.shown.pages[0].text.split("\n")[0] for made in serving.made]
    assert [line.startswith("-# ") for line in firsts] == [False, True, True]


async def test_who_says_nothing_is_told_how_to_ask() -> None:
    asks, desk, serving = asking()
    await asks.help(Back(language="zh"))
    assert "/about" in serving.made[0].shown.pages[0].text
    assert desk.asked == []
