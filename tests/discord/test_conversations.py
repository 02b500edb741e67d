"""Messages, threads, buttons and limits, as the bot runs."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.discord.loopback import UNLIMITED, Loopback, module, needed, running

pytestmark = needed
QUESTION, FOLLOW_UP = "What is Kimi K2.5's context window?", "and its licence?"
ANSWER, FOLLOWED = "256K", "Modified MIT"
CONTENT = {"MODELSCAPE_MESSAGE_CONTENT": "true"}
Act = Callable[[Loopback], Awaitable[None]]


@pytest.fixture(name="data")
def _data(shipped_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_index, tmp_path / "data"))


def trial(data: Path, act: Act, **settings: str) -> None:
    """Runs the bot without Discord's own limits, and `act`; nothing is left unhandled."""

    async def run() -> None:
        async with running(data, {**UNLIMITED, **settings}, rate_limits=None, global_limit=None) as loopback:
            await act(loopback)
            assert await loopback.bot.stop() == 0
            assert "Traceback" not in loopback.log, loopback.log

    asyncio.run(run())


async def said(discord: Any, user: str, channel: Any, text: str, **how: Any) -> Any:
    """Says something, and returns the bot's answer to it."""
    asked = await discord.send_message(user, channel, text, **how)
    return await discord.wait_message(channel, after=asked)


async def silence(discord: Any, channel: Any, act: Callable[[], Awaitable[Any]]) -> None:
    """Sees that the bot says nothing for a moment after `act`."""
    before = len([m for m in discord.messages(channel) if m.from_bot])
    await act()
    await asyncio.sleep(1.0)
    assert len([m for m in discord.messages(channel) if m.from_bot]) == before


def button(message: Any, act: str, page: int | None = None) -> str:
    """The number of a button that is not disabled."""
    every = [c for row in message.data["components"] for c in row["components"] if not c.get("disabled")]
    return next(
        c["custom_id"]
        for c in every
        if c["custom_id"].split(":")[1] == act and page in (None, int(c["custom_id"].split(":")[3]))
    )


def test_a_follow_up_keeps_its_subject_by_mention_reply_and_direct_message(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        answer = await said(discord, "alice", "general", QUESTION)
        assert ANSWER in answer.text
        assert FOLLOWED in (await said(discord, "alice", "general", FOLLOW_UP)).text
        replied = await said(discord, "bob", "general", FOLLOW_UP, reply_to=answer, mention_bot=False)
        assert FOLLOWED in replied.text
        card = await discord.slash("bob", "random", "model", {"name": "Kimi K2.5"})
        after = await said(discord, "alice", "random", FOLLOW_UP, reply_to=card.original, mention_bot=False)
        assert FOLLOWED in after.text
        for text, expected in ((QUESTION, ANSWER), (FOLLOW_UP, FOLLOWED)):
            asked = await discord.dm("bob", text)
            found = await discord.wait_message(discord.dm_channel(discord.user("bob")), after=asked)
            assert expected in found.text

    trial(data, act)


def test_an_answer_opens_a_thread_and_questions_are_answered_where_a_channel_is_set_so(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        await silence(discord, "random", lambda: discord.send_message("alice", "random", QUESTION, False))
        await discord.slash("admin", "random", "admin channel", {"channel": "random", "mode": "threads"})
        answer = await said(discord, "alice", "random", QUESTION)
        thread = discord.channels[answer.data["channel_id"]]
        assert (thread.name, thread.type) == (QUESTION, 11)
        inside = await said(discord, "alice", thread, FOLLOW_UP, mention_bot=False)
        assert FOLLOWED in inside.text
        await silence(discord, thread, lambda: discord.send_message("alice", thread, "thank you", False))
        await discord.slash("admin", "random", "admin channel", {"channel": "random", "mode": "questions"})
        assert ANSWER in (await said(discord, "bob", "random", QUESTION, mention_bot=False)).text
        await silence(discord, "random", lambda: discord.send_message("bob", "random", "good morning", False))

    trial(data, act, **CONTENT)


def test_bots_edits_and_deleted_questions_are_not_answered(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        discord.add_user("otherbot", discord.guild, bot=True)
        await silence(
            discord, "general", lambda: discord.send_message("otherbot", "general", QUESTION, force=True)
        )
        asked = await discord.send_message("alice", "general", QUESTION)
        await discord.wait_message("general", after=asked)

        async def edited() -> None:
            discord.edit_message(asked, f"<@{discord.bot.id}> {FOLLOW_UP}")

        async def deleted() -> None:
            slow = await discord.send_message("alice", "general", "How long are the videos of Kling 3.0?")
            discord.delete_message(slow)

        await silence(discord, "general", edited)
        await silence(discord, "general", deleted)

    trial(data, act)


def test_the_buttons_below_an_answer_do_what_they_say_also_after_a_restart(data: Path) -> None:
    async def before(loopback: Loopback) -> tuple[Any, Any]:
        discord = loopback.discord
        answer = (await discord.slash("alice", "general", "timeline", {})).original
        sources = await discord.click("bob", answer, button(answer, "sources"))
        assert sources.ephemeral
        assert "“" in sources.text
        form = await discord.click("bob", answer, button(answer, "down"))
        assert (await discord.submit_modal(form, {"words": "too long"})).ephemeral
        private = await discord.slash("alice", "general", "ask", {"question": QUESTION, "private": True})
        assert private.ephemeral
        public = await discord.click("alice", private.original, button(private.original, "show"))
        assert not public.ephemeral
        assert ANSWER in public.text
        return answer, public.original

    async def after(discord: Any, answer: Any, public: Any) -> None:
        first = answer.text
        denied = await discord.click("bob", answer, button(answer, "page", 1))
        await discord.wait_until(lambda: "Only who asked" in denied.text, what="a refusal")
        assert answer.text == first
        await discord.click("alice", answer, button(answer, "page", 1))
        await discord.wait_until(lambda: answer.text != first, what="another page")
        assert (await discord.click("bob", public, button(public, "up"))).ephemeral
        kept = await discord.click("bob", public, button(public, "delete"))
        await discord.wait_until(lambda: "moderators" in kept.text, what="a refusal")
        assert not public.deleted
        await discord.click("alice", public, button(public, "delete"))
        await discord.wait_until(lambda: public.deleted, what="the deletion")
        await discord.click("admin", answer, button(answer, "delete"))
        await discord.wait_until(lambda: answer.deleted, what="the deletion by a moderator")

    async def act(loopback: Loopback) -> None:
        discord, first = loopback.discord, loopback.bot
        answer, public = await before(loopback)
        assert await first.stop() == 0
        sessions = len(discord.sessions)
        again = await loopback.start()
        await discord.wait_until(lambda: len(discord.sessions) > sessions, 90, "another session")
        await discord.wait_ready(30)
        await after(discord, answer, public)
        assert await again.stop() == 0
        assert "Traceback" not in again.output

    trial(data, act)


def test_who_asks_too_often_is_told_privately_how_long_to_wait(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        for _ in range(2):
            assert ANSWER in (await discord.slash("alice", "general", "ask", {"question": QUESTION})).text
        third = await discord.slash("alice", "general", "ask", {"question": QUESTION})
        assert third.ephemeral
        assert "ask again in" in third.text
        for _ in range(2):
            await said(discord, "bob", "general", QUESTION)
        asked = await discord.send_message("bob", "general", QUESTION)
        told = await discord.wait_message(discord.dm_channel(discord.user("bob")), after=asked)
        assert "ask again in" in told.text
        await discord.send_message("bob", "general", QUESTION)
        await discord.wait_until(lambda: discord.requests_matching("PUT .*/reactions/"), what="a sign")

    trial(data, act, MODELSCAPE_USER_QUESTIONS="2")


def test_where_something_is_forbidden_the_answer_finds_another_way(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        perm = module().Perm

        async def denied(bits: int) -> Any:
            discord.set_overwrite("random", discord.bot, deny=bits)
            return await said(discord, "bob", "random", QUESTION)

        plain = await denied(perm.EMBED_LINKS)
        assert ANSWER in plain.text
        assert not plain.data.get("embeds")
        assert ANSWER in (await denied(perm.ATTACH_FILES)).text
        assert (await denied(perm.READ_HISTORY)).reply_to is None
        discord.set_overwrite("random", discord.bot, deny=perm.SEND_MESSAGES)
        asked = await discord.send_message("bob", "random", QUESTION)
        direct = await discord.wait_message(discord.dm_channel(discord.user("bob")), after=asked)
        assert ANSWER in direct.text
        discord.dms_closed.add(discord.user("bob").id)
        await silence(discord, "random", lambda: discord.send_message("bob", "random", QUESTION))

    trial(data, act)
