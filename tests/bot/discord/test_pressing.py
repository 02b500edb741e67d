from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.discord.buttons import TEMPLATE, Act
from bot.discord.pressing import Pressing
from bot.state.state import State
from tests.bot.discord.interactions import DEFERRED, Interaction, Missing, Person, Response
from tests.bot.discord.samples import EXCHANGE

pytestmark = pytest.mark.anyio
ASKER, OTHER = EXCHANGE.asker, 4
WRITING = discord.Permissions(send_messages=True)
MODERATING = discord.Permissions(send_messages=True, manage_messages=True)
UPDATED = discord.InteractionResponseType.deferred_message_update


class Answering(Response):
    """Takes a form or a sentence, too."""

    def __init__(self) -> None:
        super().__init__()
        self.form: Any = None
        self.said = ""

    async def send_modal(self, form: Any) -> None:
        self.form, self.type = form, discord.InteractionResponseType.modal

    async def send_message(self, text: str, ephemeral: bool = False) -> None:
        self.said, self.ephemeral = text, ephemeral
        self.type = discord.InteractionResponseType.channel_message


class Press(Interaction):
    """A press on a message with a picture."""

    def __init__(self, user: int, permissions: discord.Permissions = WRITING, **more: Any) -> None:
        super().__init__(user=Person(user), permissions=permissions, **more)
        self.response: Any = Answering()
        self.deleted = False
        self.whispered: list[str] = []
        self.followup = SimpleNamespace(send=self._whisper)
        attachment = SimpleNamespace(filename="chart.png", description="a chart", read=self._read)
        self.message = SimpleNamespace(attachments=[attachment])
        self.type = discord.InteractionType.component
        self.data: dict[str, Any] = {}

    async def delete_original_response(self) -> None:
        self.deleted = True

    async def _whisper(self, text: str, ephemeral: bool = False) -> None:
        assert ephemeral
        self.whispered.append(text)

    async def _read(self) -> bytes:
        return b"png"


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = await State.open(tmp_path / "state.db")
    await state.keep_exchange(EXCHANGE)
    yield state
    await state.close()


async def pressed(state: State, press: Press, act: Act, page: int = 0, id: str = EXCHANGE.id) -> Press:
    forgotten: list[int] = []
    await Pressing(state, forgotten.append).on_press(press, act, id, page)  # type: ignore[arg-type]
    return press


async def test_sources_are_shown_to_who_presses_alone_page_by_page(state: State) -> None:
    press = await pressed(state, Press(OTHER), Act.SOURCES)
    assert (press.response.type, press.response.ephemeral, press.text) == (DEFERRED, True, "quote")
    press = await pressed(state, Press(OTHER), Act.QUOTES, 1)
    assert (press.response.type, press.text) == (UPDATED, "another")


async def test_pages_are_turned_by_who_asked_and_keep_their_picture(state: State) -> None:
    press = await pressed(state, Press(ASKER), Act.PAGE, 1)
    assert press.text == "two"
    assert "attachments" not in press.shown
    press = await pressed(state, Press(ASKER), Act.PAGE, 0)
    assert press.shown["embeds"][0].image.url == "attachment://chart.png"


async def test_others_are_told_that_the_pages_are_not_theirs_to_turn(state: State) -> None:
    press = await pressed(state, Press(OTHER), Act.PAGE, 1)
    assert press.shown == {}
    assert "Only who asked" in press.whispered[0]


@pytest.mark.parametrize(
    ("press", "gone"),
    [(Press(ASKER), True), (Press(OTHER, MODERATING), True), (Press(OTHER), False)],
    ids=["asker", "moderator", "other"],
)
async def test_an_answer_is_deleted_by_who_asked_and_by_moderators(
    state: State, press: Press, gone: bool
) -> None:
    await pressed(state, press, Act.DELETE)
    assert press.deleted is gone
    assert len(press.whispered) == (not gone)


async def test_moderators_delete_what_is_long_forgotten(state: State) -> None:
    assert (await pressed(state, Press(OTHER, MODERATING), Act.DELETE, id="0000")).deleted


async def test_a_thumb_up_is_kept_and_thanked_for(state: State) -> None:
    press = await pressed(state, Press(OTHER), Act.UP)
    assert (press.response.ephemeral, press.text) == (True, "Thank you, that is noted.")


async def test_a_thumb_down_opens_a_form_and_counts_even_where_that_is_closed_again(state: State) -> None:
    press = await pressed(state, Press(OTHER), Act.DOWN)
    assert press.response.form.title == "What was wrong?"
    match = TEMPLATE.fullmatch(press.response.form.custom_id)
    assert match
    assert (match["act"], match["exchange"]) == (Act.FORM, EXCHANGE.id)
    assert (await state.forget(OTHER)).feedback == 1


@pytest.mark.parametrize(
    "components",
    [
        [{"type": 18, "component": {"type": 4, "custom_id": "words", "value": "the number"}}],
        [{"type": 1, "components": [{"type": 4, "custom_id": "words", "value": "the number"}]}],
        [],
    ],
)
async def test_a_form_is_taken_in_also_where_another_process_opened_it(
    state: State, components: list[Any]
) -> None:
    press = Press(OTHER)
    press.type = discord.InteractionType.modal_submit
    press.data = {"custom_id": f"modelscape:form:{EXCHANGE.id}:0", "components": components}
    await Pressing(state, lambda _: None).on_interaction(press)  # type: ignore[arg-type]
    assert press.text == "Thank you, that is noted."
    assert (await state.forget(OTHER)).feedback == 1


async def test_other_forms_and_interactions_are_left_alone(state: State) -> None:
    press = Press(OTHER)
    press.type = discord.InteractionType.modal_submit
    press.data = {"custom_id": "of somebody else", "components": []}
    await Pressing(state, lambda _: None).on_interaction(press)  # type: ignore[arg-type]
    assert not press.response.is_done()


async def test_a_private_answer_is_shown_to_everyone_with_buttons_of_its_own(state: State) -> None:
    private = replace(EXCHANGE, id="abcdef", private=True)
    await state.keep_exchange(private)
    press = await pressed(state, Press(ASKER), Act.SHOW, id="abcdef")
    assert (press.response.type, press.response.ephemeral, press.text) == (DEFERRED, False, "one\na list")
    assert [file.filename for file in press.shown["attachments"]] == ["chart.png"]
    public = await state.exchange_of(99)
    assert public
    assert (public.private, public.asker, public.id == "abcdef") == (False, ASKER, False)


async def test_who_may_not_write_in_a_channel_can_not_show_anything_there(state: State) -> None:
    press = await pressed(state, Press(ASKER, discord.Permissions()), Act.SHOW)
    assert press.response.ephemeral
    assert "may not write" in press.response.said


@pytest.mark.parametrize("act", [Act.SOURCES, Act.QUOTES, Act.PAGE, Act.DELETE, Act.SHOW, Act.UP])
async def test_what_is_kept_no_longer_has_expired_in_the_language_of_the_person(
    state: State, act: Act
) -> None:
    press = await pressed(state, Press(ASKER, locale=discord.Locale.chinese), act, id="0000")
    assert "已过期" in "".join([press.text, *press.whispered])


async def test_what_was_swept_away_has_expired(state: State) -> None:
    await state.sweep(datetime.now(UTC) + timedelta(days=31))
    assert "expired" in (await pressed(state, Press(ASKER), Act.SOURCES)).text


async def test_a_message_that_is_gone_needs_no_word(state: State, caplog: pytest.LogCaptureFixture) -> None:
    press = Press(ASKER)

    async def missing(**_: Any) -> Any:
        raise Missing(10008)

    press.edit_original_response = missing  # type: ignore[method-assign]
    await pressed(state, press, Act.PAGE, 1)
    assert press.whispered == []
    assert [record.exc_info for record in caplog.records] == [None]


async def test_a_button_of_another_version_does_nothing(state: State) -> None:
    press = await pressed(state, Press(ASKER), "dance")  # type: ignore[arg-type]
    assert press.shown == {}
