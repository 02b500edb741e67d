import asyncio
from typing import Any, cast

import pytest

from bot.discord.by_long_interaction import ByLongInteraction
from bot.discord.types import Gone
from bot.showing.types import Page
from tests.bot.discord.interactions import Broken, Interaction, Invalid, Missing
from tests.bot.discord.messages import Place
from tests.bot.discord.rooms import Open, buttons, texts
from tests.bot.discord.samples import EXCHANGE, PICTURE

pytestmark = pytest.mark.anyio
EXPIRED = [Missing(10015), Invalid(50027)]


def way(interaction: Interaction, *steps: str) -> ByLongInteraction:
    """Its progress is these steps, and then the last one."""
    progress = iter(steps)
    return ByLongInteraction(cast(Any, interaction), lambda: next(progress, "9 of 9"), every=0.01)


async def test_progress_is_shown_where_it_changes_until_the_result_stands_there() -> None:
    interaction = Interaction()
    asking = way(interaction, "1 of 9", "1 of 9", "5 of 9")
    async with asking.acknowledged():
        await asyncio.sleep(0.2)
    await asking.send(Page("done"), (), EXCHANGE)
    await asyncio.sleep(0.03)
    assert interaction.edits == ["1 of 9", "5 of 9", "9 of 9", "done"]


async def test_a_step_that_can_t_be_shown_is_left_out() -> None:
    interaction = Interaction(failing={"edit": [Broken(), Missing(10008)]})
    async with way(interaction, "1", "2", "3").acknowledged():
        await asyncio.sleep(0.1)
    assert interaction.edits[0] == "3"


@pytest.mark.parametrize("error", EXPIRED)
async def test_after_a_quarter_of_an_hour_the_result_is_posted_with_its_buttons(error: Exception) -> None:
    channel = Open()
    interaction = Interaction(channel=channel, failing={"edit": [error]})
    assert await way(interaction).send(EXCHANGE.pages[0], (PICTURE,), EXCHANGE) == 101
    assert texts(channel) == ["one\na list"]
    assert [file.filename for file in channel.sent[0]["files"]] == ["chart.png"]
    assert f"modelscape:delete:{EXCHANGE.id}:0" in buttons(channel)


@pytest.mark.parametrize("error", EXPIRED)
async def test_a_failure_too(error: Exception) -> None:
    channel = Open()
    await way(Interaction(channel=channel, failing={"edit": [error]})).fail("the disk is full")
    assert texts(channel) == ["the disk is full"]


async def test_a_failure_takes_the_place_of_the_progress() -> None:
    interaction = Interaction()
    await way(interaction).fail("the disk is full")
    assert interaction.text == "the disk is full"


@pytest.mark.parametrize("channel", [None, Place()])
async def test_where_there_is_no_channel_either_it_is_gone(channel: object) -> None:
    with pytest.raises(Gone):
        await way(Interaction(channel=channel, failing={"edit": [Missing(10015)]})).send(Page("x"), (), None)
