from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.discord.by_interaction import ByInteraction, defer, may_write, tell
from bot.discord.types import Gone, Who
from bot.showing.types import Page
from tests.bot.discord.interactions import Broken, Interaction, Invalid, Missing, Refusing
from tests.bot.discord.rooms import Thread
from tests.bot.discord.samples import EXCHANGE, PICTURE

pytestmark = pytest.mark.anyio
PAGE = EXCHANGE.pages[0]
CUT_OFF = [aiohttp.ServerDisconnectedError(), Broken(), ConnectionResetError()]


def way(interaction: Interaction, private: bool = False) -> ByInteraction:
    return ByInteraction(cast(Any, interaction), private)


async def test_it_knows_who_asks_and_in_which_language() -> None:
    asking = way(Interaction(locale=discord.Locale.taiwan_chinese, guild_id=None))
    assert asking.who == Who(3, None, "zh-Hant")
    assert (asking.asked_in, await asking.channel()) == (2, 2)


@pytest.mark.parametrize("private", [True, False])
async def test_it_is_acknowledged_at_once_and_answered_in_that_place(private: bool) -> None:
    interaction = Interaction()
    asking = way(interaction, private)
    async with asking.acknowledged():
        assert interaction.done == ["defer"]
        number = await asking.send(PAGE, (PICTURE,), EXCHANGE)
    assert number == interaction.id + 1_000_000
    assert interaction.response.ephemeral is private
    assert (interaction.text, interaction.files) == ("one\na list", ["chart.png"])


@pytest.mark.parametrize("error", CUT_OFF)
async def test_calls_that_are_cut_off_are_made_again_with_the_files(error: Exception) -> None:
    interaction = Interaction(failing={"defer": [error], "edit": [error]})
    async with way(interaction).acknowledged():
        await way(interaction).send(PAGE, (PICTURE,), None)
    assert interaction.done == ["defer", "edit"]
    assert interaction.shown["attachments"][0].fp.read() == b"png"


async def test_what_was_acknowledged_by_a_call_that_seemed_to_fail_is_answered() -> None:
    interaction = Interaction(failing={"defer": [ConnectionResetError(), Invalid(40060)]})
    async with way(interaction).acknowledged():
        await way(interaction).send(PAGE, (), None)
    assert interaction.done == ["edit"]


@pytest.mark.parametrize("error", [Missing(10062), Invalid(50027)])
async def test_an_interaction_that_has_expired_is_gone(error: Exception) -> None:
    with pytest.raises(Gone):
        await defer(cast(Any, Interaction(failing={"defer": [error]})), ephemeral=False)
    with pytest.raises(Gone):
        await way(Interaction(failing={"edit": [error]})).send(PAGE, (), None)
    with pytest.raises(Gone):
        await way(Interaction(failing={"answer": [error]})).fail("sorry")


async def test_where_embeds_or_files_are_forbidden_all_is_said_as_text() -> None:
    interaction = Interaction(failing={"edit": [Refusing()]})
    await way(interaction).send(PAGE, (PICTURE,), EXCHANGE)
    assert interaction.shown["content"] == "one\n\na list"
    assert not interaction.shown["embeds"]
    assert interaction.buttons


async def test_what_is_said_stands_where_the_person_looks() -> None:
    fresh = Interaction()
    await way(fresh).decline("wait", 3)
    assert (fresh.done, fresh.text, fresh.response.ephemeral) == (["answer"], "wait", True)

    thinking = Interaction()
    async with way(thinking).acknowledged():
        await way(thinking).fail("sorry")
    assert (thinking.done, thinking.text) == (["defer", "edit"], "sorry")

    pressed = Interaction()
    await pressed.response.defer()
    await tell(cast(Any, pressed), "no")
    assert (pressed.shown, pressed.whispered) == ({}, ["no"])

    twice = Interaction(failing={"answer": [Invalid(40060)]})
    await way(twice).fail("sorry")
    assert (twice.done, twice.text) == (["edit"], "sorry")


async def test_what_else_discord_refuses_is_not_hidden() -> None:
    with pytest.raises(discord.HTTPException):
        await way(Interaction(failing={"answer": [Invalid(50035)]})).fail("sorry")
    with pytest.raises(discord.HTTPException):
        await way(Interaction(failing={"edit": [Invalid(50035)]})).send(Page("x"), (), None)


@pytest.mark.parametrize(
    ("how", "may"),
    [
        ({"guild_id": None, "permissions": discord.Permissions()}, True),
        ({"permissions": discord.Permissions(send_messages=True)}, True),
        ({"permissions": discord.Permissions(send_messages_in_threads=True)}, False),
        ({"permissions": discord.Permissions(send_messages_in_threads=True), "channel": Thread()}, True),
        ({"permissions": discord.Permissions(send_messages=True), "channel": Thread()}, False),
    ],
)
def test_threads_have_a_permission_of_their_own(how: dict[str, Any], may: bool) -> None:
    assert may_write(cast(Any, Interaction(**how))) is may
