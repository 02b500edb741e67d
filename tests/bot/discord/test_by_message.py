import asyncio
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.discord.by_message import ByMessage
from bot.discord.types import Gone
from bot.showing.types import Page, Panel, Picture
from tests.bot.discord.interactions import Refusing
from tests.bot.discord.messages import WRITING, Failing, Message, Place

pytestmark = pytest.mark.anyio
PAGE = Page("Quartz 7 9M tokens [1]", (Panel(description="a list", picture="chart.png"),))
PICTURE = Picture("chart.png", b"png", "a chart")


def way(message: Message, **how: Any) -> ByMessage:
    return ByMessage(cast(discord.Message, message), "en", **how)


def without(**permissions: bool) -> Place:
    may = discord.Permissions(WRITING.value)
    may.update(**permissions)
    return Place(may=may)


async def test_an_answer_is_a_reply_with_its_embeds_and_pictures() -> None:
    message = Message()
    assert await way(message).send(PAGE, (PICTURE,), None) == 101
    [sent] = message.channel.sent
    assert (sent["text"], sent["reference"]) == (PAGE.text, message.to_reference())
    assert sent["embeds"][0].image.url == "attachment://chart.png"
    assert [file.filename for file in sent["files"]] == ["chart.png"]


async def test_where_embeds_are_forbidden_all_is_said_as_text() -> None:
    message = Message(channel=without(embed_links=False))
    await way(message).send(PAGE, (PICTURE,), None)
    [sent] = message.channel.sent
    assert sent["text"] == "Quartz 7 9M tokens [1]\n\na list"
    assert not sent["embeds"]


async def test_where_files_are_forbidden_the_picture_is_left_out() -> None:
    message = Message(channel=without(attach_files=False))
    await way(message).send(PAGE, (PICTURE,), None)
    [sent] = message.channel.sent
    assert not sent["files"]
    assert sent["embeds"][0].image.url is None


async def test_without_the_history_it_is_no_reply() -> None:
    message = Message(channel=without(read_message_history=False))
    await way(message).send(PAGE, (), None)
    assert "reference" not in message.channel.sent[0]


async def test_where_it_may_not_write_the_person_is_written_to() -> None:
    message = Message(channel=without(send_messages=False))
    await way(message).send(PAGE, (PICTURE,), None)
    assert message.channel.sent == []
    assert message.author.sent[0]["text"].startswith("I may not write in <#2>")
    assert PAGE.text in message.author.sent[0]["text"]


async def test_a_refusal_that_permissions_did_not_foretell_is_met_in_the_same_way() -> None:
    message = Message(channel=Place(errors=[Refusing(), Refusing()]))
    await way(message).send(PAGE, (), None)
    assert PAGE.text in message.author.sent[0]["text"]


async def test_where_nobody_can_be_written_to_it_ends_quietly() -> None:
    message = Message(channel=without(send_messages=False), author=Place(3, errors=[Refusing(50007)]))
    with pytest.raises(Gone):
        await way(message).send(PAGE, (), None)


@pytest.mark.parametrize(
    "error",
    [
        Failing(400, 50035, "Invalid Form Body\nIn message_reference: Unknown message"),
        Failing(404, 10008),
        Failing(404, 10003),
    ],
)
async def test_a_question_that_was_deleted_is_not_answered(error: Exception) -> None:
    message = Message(channel=Place(errors=[error]))
    with pytest.raises(Gone):
        await way(message).send(PAGE, (), None)
    assert message.author.sent == []


@pytest.mark.parametrize("error", [ConnectionResetError(), aiohttp.ServerDisconnectedError()])
async def test_a_call_that_is_cut_off_is_made_again_as_the_same_message(error: Exception) -> None:
    message = Message(channel=Place(errors=[error]))
    nonces: list[str] = []
    real = message.channel.send

    async def send(text: str | None = None, **more: Any) -> Any:
        nonces.append(more["nonce"])
        return await real(text, **more)

    message.channel.send = send  # type: ignore[method-assign]
    await way(message).send(PAGE, (), None)
    assert len(message.channel.sent) == 1
    assert len(nonces) == 2
    assert len(set(nonces)) == 1


async def test_who_has_to_wait_is_told_directly_once_and_by_a_sign_again() -> None:
    message = Message()
    await way(message).decline("wait 9 s", 9)
    assert [sent["text"] for sent in message.author.sent] == ["wait 9 s"]
    await way(message).decline("wait 8 s", 8, again=True)
    assert len(message.author.sent) == 1
    assert message.reactions == ["⏳"]
    assert message.channel.sent == []


async def test_who_takes_no_direct_messages_sees_a_sign_and_a_note_that_goes_away() -> None:
    message = Message(author=Place(3, errors=[Refusing(50007)]))
    await way(message).decline("wait 4 s", 4)
    assert message.reactions == ["⏳"]
    assert message.replies == [{"text": "wait 4 s", "delete_after": 4}]


async def test_nothing_is_left_to_do_where_signs_and_notes_are_forbidden_too() -> None:
    channel = without(send_messages=False, add_reactions=False)
    message = Message(channel=channel, author=Place(3, errors=[Refusing(50007)]))
    await way(message).decline("wait 4 s", 4)
    assert (message.reactions, message.replies) == ([], [])


async def test_a_thread_is_opened_for_the_answer_and_needs_no_reply() -> None:
    thread = Place(9)
    message = Message(thread=thread)
    to = way(message, thread="which models?" * 20)
    assert [await to.channel(), await to.channel()] == [9, 9]
    await to.send(PAGE, (), None)
    assert [len(title) for title in message.titles] == [90]
    assert message.channel.sent == []
    assert "reference" not in thread.sent[0]


@pytest.mark.parametrize("error", [Failing(403, 50013), Failing(400, 160004)])
async def test_where_no_thread_can_be_opened_the_answer_goes_where_the_question_is(error: Exception) -> None:
    message = Message(thread=error)
    to = way(message, thread="which models?")
    assert await to.channel() == message.channel.id
    await to.send(PAGE, (), None)
    assert len(message.channel.sent) == 1


async def test_typing_shows_only_where_the_answer_takes_longer_than_a_moment() -> None:
    message = Message()
    async with way(message).acknowledged():
        pass
    assert message.channel.typed == 0
    async with way(message).acknowledged():
        await asyncio.sleep(0.4)
    assert message.channel.typed == 1
