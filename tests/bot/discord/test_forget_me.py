from pathlib import Path
from typing import Any, cast

import pytest

from bot.discord.buttons import Act
from bot.discord.commands.forget_me import forget_me_command
from bot.discord.pressing import Pressing
from bot.state.state import State
from bot.state.types import Deed, WatchLimits
from tests.bot.discord.interactions import Interaction, Person
from tests.bot.state.samples import NOON, exchange, watch

pytestmark = pytest.mark.anyio


async def pressed(state: State, id: str, remembered: list[int] | None = None, **how: Any) -> Interaction:
    interaction = Interaction(**how)
    forget = (remembered or [3, 4]).remove
    await Pressing(state, forget).on_press(cast(Any, interaction), Act.FORGET, id, 0)
    return interaction


async def test_it_asks_the_person_alone_before_anything_is_deleted() -> None:
    interaction = Interaction()
    await cast(Any, forget_me_command().callback)(interaction)
    assert interaction.response.ephemeral
    assert interaction.text.startswith("This deletes what I keep about you")
    [button] = interaction.shown["view"].children
    assert (button.custom_id, button.label) == ("modelscape:forget:3:0", "Delete it all")


async def test_the_button_deletes_and_says_what(tmp_path: Path) -> None:
    state = await State.open(tmp_path / "state.db")
    await state.keep_exchange(exchange(asker=3))
    await state.add_watch(watch(user=3), WatchLimits())
    await state.log(Deed(NOON, 1, 3, "admin add", "https://a.example"))
    remembered = [3, 4]
    done = await pressed(state, "3", remembered)
    assert remembered == [4]
    assert done.text == (
        "Deleted. Questions with their answers: 1; what you said of answers: 0; watches: 1. "
        "What you did as an admin stays on record without you: 1."
    )
    assert done.shown["view"] is None, "it is pressed once"
    assert await state.exchange("a1") is None
    assert (await pressed(state, "3")).text == "There was nothing about you."
    await state.close()


async def test_nobody_deletes_what_is_kept_about_another(tmp_path: Path) -> None:
    state = await State.open(tmp_path / "state.db")
    await state.keep_exchange(exchange(asker=3))
    await pressed(state, "3", user=Person(4))
    assert await state.exchange("a1") is not None
    await state.close()
