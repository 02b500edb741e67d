"""Messages that are heard, and answered over the shipped articles."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.serving.opening import Reading
from bot.state.state import State
from bot.state.types import Mode
from tests.bot.discord.messages import ME, Message, Place
from tests.bot.discord.rooms import Answer, Thread, asked, buttons, direct, reply, said, texts
from tests.bot.discord.running import Running, running
from tests.settings import settings_for

pytestmark = pytest.mark.anyio
QUESTION = "What is Kimi K2.5's context window?"
ROLE: Any = SimpleNamespace(id=55, tags=SimpleNamespace(bot_id=ME.id))
OTHER: Any = SimpleNamespace(id=56, tags=None)


@pytest.mark.parametrize(
    "make",
    [
        lambda: asked(QUESTION),
        lambda: Message(f"{QUESTION} <@!{ME.id}>"),
        lambda: Message(f"<@&55> {QUESTION}", mentions=(), role_mentions=(ROLE,)),
        lambda: direct(QUESTION),
        lambda: reply(QUESTION, Answer()),
        lambda: asked(QUESTION, channel=Thread()),
        lambda: said(QUESTION, channel=Thread(owner=ME.id)),
    ],
    ids=["mention", "at the end", "role", "direct", "reply", "in a thread", "in its own thread"],
)
async def test_what_is_for_the_bot_is_answered_once(bot: Running, make: Callable[[], Message]) -> None:
    message = await bot.hear(make())
    await bot.hear(message)
    [text] = texts(message.channel)
    assert "256K" in text
    assert "[1]" in text
    assert [number.split(":")[1] for number in buttons(message.channel)] == [
        "sources",
        "up",
        "down",
        "delete",
    ]


@pytest.mark.parametrize(
    "message",
    [
        said(QUESTION),
        reply(QUESTION, Answer(author=SimpleNamespace(id=9))),
        said("hello", channel=Thread(owner=ME.id)),
        asked(QUESTION, author=Place(8, bot=True)),
        asked(QUESTION, author=Place(ME.id, bot=True)),
        asked(QUESTION, webhook_id=4),
        asked(QUESTION, type=discord.MessageType.pins_add),
        Message(f"<@&56> {QUESTION}", mentions=(), role_mentions=(OTHER,)),
        reply("", Answer()),
    ],
    ids=[
        "nobody",
        "another's",
        "no question",
        "a bot",
        "itself",
        "a webhook",
        "a pin",
        "another role",
        "no words",
    ],
)
async def test_what_is_not_for_the_bot_is_not_answered(bot: Running, message: Message) -> None:
    await bot.hear(message)
    assert message.channel.sent == []
    assert len(bot.parts.underway) == 0


@pytest.mark.parametrize(
    ("mode", "message", "answered", "threads"),
    [
        (Mode.MENTIONS, said(QUESTION), False, False),
        (Mode.QUESTIONS, said(QUESTION), True, False),
        (Mode.QUESTIONS, said("good morning"), False, False),
        (Mode.QUESTIONS, said(QUESTION, channel=Thread()), True, False),
        (Mode.THREADS, said(QUESTION), False, False),
        (Mode.THREADS, asked(QUESTION), True, True),
        (Mode.QUESTIONS_IN_THREADS, said(QUESTION), True, True),
    ],
)
async def test_a_channel_is_answered_in_as_it_is_set(
    bot: Running, state: State, mode: Mode, message: Message, answered: bool, threads: bool
) -> None:
    await state.set_mode(1, 2, mode)
    thread = message.thread = Place(30)
    await bot.hear(message)
    assert [len(message.channel.sent), len(thread.sent)] == [answered and not threads, answered and threads]


async def test_who_mentions_the_bot_without_a_word_is_told_how_to_ask(bot: Running) -> None:
    message = await bot.hear(asked(""))
    assert texts(message.channel)[0].startswith("Ask me about AI models")


async def test_a_question_in_chinese_is_answered_in_chinese(bot: Running) -> None:
    message = await bot.hear(asked("Kimi K2.5 的上下文窗口是多少？"))
    assert "上下文窗口" in texts(message.channel)[0]
    assert "来源" in texts(message.channel)[0]


async def test_a_follow_up_by_mention_direct_message_or_reply_keeps_its_subject(bot: Running) -> None:
    for first, second in (
        (asked(QUESTION), asked("and its licence?")),
        (direct(QUESTION, channel=Place(40)), direct("and its licence?", channel=Place(40))),
        (asked(QUESTION, channel=Place(41)), None),
    ):
        await bot.hear(first)
        answer = Answer(id=first.channel.sent[-1]["view"] and 100 + len(first.channel.sent))
        follow = second or reply("and its licence?", answer, author=Place(4), channel=Place(41))
        await bot.hear(follow)
        assert "Modified MIT" in texts(follow.channel)[-1]


async def test_the_thread_that_was_opened_for_an_answer_remembers_its_subject(
    bot: Running, state: State
) -> None:
    await state.set_mode(1, 2, Mode.THREADS)
    thread = Thread(30, owner=ME.id)
    await bot.hear(asked(QUESTION, thread=thread))
    await bot.hear(asked("and its licence?", channel=thread))
    assert "Modified MIT" in texts(thread)[-1]


async def test_a_question_that_is_deleted_meanwhile_is_not_answered(bot: Running) -> None:
    ear: Any = bot.listening
    for delete in (
        lambda number: ear.on_raw_message_delete(SimpleNamespace(message_id=number)),
        lambda number: ear.on_raw_bulk_message_delete(SimpleNamespace(message_ids={number, 1})),
    ):
        message = asked("How tall is the Eiffel Tower?")
        task = asyncio.create_task(bot.hear(message))
        while not len(bot.parts.underway):
            await asyncio.sleep(0)
        await delete(message.id)
        await asyncio.wait({task})
        assert task.cancelled()
        assert message.channel.sent == []


async def test_without_a_database_it_answers_when_it_is_spoken_to(
    reading: Reading, away: State, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(settings_for(tmp_path), reading, away) as bot:
        silent = await bot.hear(said(QUESTION))
        answered = await bot.hear(reply(QUESTION, Answer()))
    assert (silent.channel.sent, len(answered.channel.sent)) == ([], 1)
    assert "256K" in texts(answered.channel)[0]
    assert buttons(answered.channel) == []
    assert [record for record in caplog.records if record.exc_info] == []
