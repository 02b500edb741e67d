from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from sqlalchemy import select

from bot.discord.pressing import Pressing
from bot.state.state import State
from bot.state.tables import FEEDBACK
from tests.bot.discord.interactions import Interaction, Invalid, Missing, Person
from tests.bot.discord.rooms import asked, buttons
from tests.bot.discord.running import LOCALES, Running
from tests.bot.discord.samples import EXCHANGE

pytestmark = pytest.mark.anyio
MODERATOR = discord.Permissions(manage_messages=True, send_messages=True)
OTHER = Person(4)
GONE = {"defer": [Missing(10062)], "form": [Missing(10062)]}


@pytest.fixture
async def kept(state: State) -> State:
    """A database with an exchange of two pages, and a private one."""
    await state.keep_exchange(EXCHANGE)
    await state.keep_exchange(replace(EXCHANGE, id="secret", private=True))
    return state


async def press(state: State, act: str, page: int = 0, id: str = EXCHANGE.id, **how: Any) -> Interaction:
    interaction = Interaction(type=discord.InteractionType.component, **how)
    await Pressing(state, print).on_press(cast(Any, interaction), act, id, page)
    return interaction


def nested(words: str) -> list[Any]:
    return [{"type": 18, "component": {"type": 4, "custom_id": "words", "value": words}}]


async def send_form(
    state: State, components: list[Any], number: str = f"modelscape:form:{EXCHANGE.id}:0"
) -> Interaction:
    data = {"custom_id": number, "components": components}
    interaction = Interaction(type=discord.InteractionType.modal_submit, data=data)
    await Pressing(state, print).on_interaction(cast(Any, interaction))
    return interaction


async def opinions(state: State) -> list[tuple[int, bool, str | None]]:
    """What people think of the exchange, as the database has it."""
    kept = select(FEEDBACK.c.user, FEEDBACK.c.good, FEEDBACK.c.words).order_by(FEEDBACK.c.user)
    rows = await state._database.read(lambda connection: connection.execute(kept))
    return [(row.user, row.good, row.words) for row in rows]


async def test_sources_are_shown_to_whoever_presses_alone_and_have_pages(kept: State) -> None:
    seen = await press(kept, "sources", user=OTHER)
    assert (seen.done, seen.response.ephemeral, seen.text) == (["defer", "edit"], True, "quote")
    assert seen.buttons == [f"modelscape:quotes:{EXCHANGE.id}:1"]
    turned = await press(kept, "quotes", 1, user=OTHER)
    assert turned.text == "another"
    assert (await press(kept, "quotes", 99)).text == "another"


async def test_pages_are_turned_by_the_asker_alone(kept: State) -> None:
    message = SimpleNamespace(attachments=[SimpleNamespace(filename="chart.png")])
    turned = await press(kept, "page", 1, message=message)
    assert turned.text == "two"
    assert f"modelscape:page:{EXCHANGE.id}:0" in turned.buttons
    back = await press(kept, "page", 0, message=message)
    assert back.shown["embeds"][0].image.url == "attachment://chart.png"
    assert "attachments" not in back.shown, "the picture stays"
    other = await press(kept, "page", 1, user=OTHER)
    assert (other.done, other.shown) == (["defer", "whisper"], {})
    assert other.whispered == ["Only who asked can turn these pages. Ask it yourself, and you can."]


async def test_an_answer_is_deleted_by_the_asker_and_by_moderators_alone(kept: State) -> None:
    other = await press(kept, "delete", user=OTHER)
    assert (other.deleted, len(other.whispered)) == (False, 1)
    assert (await press(kept, "delete")).deleted
    assert (await press(kept, "delete", user=OTHER, permissions=MODERATOR)).deleted


async def test_a_moderator_deletes_also_what_has_expired(kept: State) -> None:
    assert (await press(kept, "delete", id="gone", permissions=MODERATOR)).deleted
    expired = await press(kept, "delete", id="gone")
    assert not expired.deleted
    assert expired.whispered == ["This has expired: ask again, and the buttons will work."]


async def test_praise_and_blame_are_kept_one_for_each_person_and_never_shown(kept: State) -> None:
    praised = await press(kept, "up")
    assert (praised.response.ephemeral, praised.text) == (True, "Thank you, that is noted.")
    opened = await press(kept, "down")
    assert opened.response.form is not None
    assert opened.response.form.custom_id == f"modelscape:form:{EXCHANGE.id}:0"
    assert await opinions(kept) == [(3, False, None)]
    sent = await send_form(kept, nested("the number is old"))
    assert sent.text == "Thank you, that is noted."
    await press(kept, "up", user=OTHER)
    assert await opinions(kept) == [(3, False, "the number is old"), (4, True, None)]


@pytest.mark.parametrize(
    ("components", "words"),
    [
        (nested("old"), "old"),
        ([{"type": 1, "components": [{"type": 4, "custom_id": "words", "value": "old"}]}], "old"),
        (nested(""), None),
        (nested("  "), None),
        ([], None),
    ],
)
async def test_a_form_comes_back_in_any_shape_perhaps_empty_and_perhaps_to_another_process(
    kept: State, components: list[Any], words: str | None
) -> None:
    assert (await send_form(kept, components)).text.startswith("Thank you")
    assert await opinions(kept) == [(3, False, words)]


@pytest.mark.parametrize("number", ["", "other:form", f"modelscape:up:{EXCHANGE.id}:0", "modelscape:form:x"])
async def test_a_form_that_is_not_the_bots_is_left_alone(kept: State, number: str) -> None:
    assert (await send_form(kept, nested("words"), number)).done == []
    component = Interaction(type=discord.InteractionType.component, data={"custom_id": number})
    await Pressing(kept, print).on_interaction(cast(Any, component))
    assert component.done == []


async def test_a_long_text_is_cut(kept: State) -> None:
    await send_form(kept, nested("x" * 9_000))
    assert [len(words or "") for _, _, words in await opinions(kept)] == [500]


async def test_a_private_answer_is_shown_to_everyone_with_buttons_of_its_own(kept: State) -> None:
    shown = await press(kept, "show", id="secret")
    assert (shown.done, shown.response.ephemeral, shown.text) == (["defer", "edit"], False, "one\na list")
    public = await kept.exchange_of(shown.id + 1_000_000)
    assert public is not None
    assert (public.private, public.asker, public.pages) == (False, 3, EXCHANGE.pages)
    assert public.id not in ("secret", EXCHANGE.id)
    assert shown.buttons[-1] == f"modelscape:delete:{public.id}:0"


async def test_its_pictures_come_along(kept: State) -> None:
    class Attached:
        filename, description = "chart.png", "a chart"

        async def read(self) -> bytes:
            return b"png"

    shown = await press(kept, "show", id="secret", message=SimpleNamespace(attachments=[Attached()]))
    assert shown.files == ["chart.png"]
    assert shown.shown["embeds"][0].image.url == "attachment://chart.png"


async def test_nothing_is_shown_where_the_person_may_not_write(kept: State) -> None:
    refused = await press(kept, "show", id="secret", permissions=discord.Permissions())
    assert (refused.done, refused.response.ephemeral) == (["answer"], True)
    assert refused.text.startswith("You may not write in this channel")
    assert (await press(kept, "show", id="secret", guild_id=None)).text.startswith("one")


@pytest.mark.parametrize("act", ["sources", "show", "up", "page", "quotes", "delete"])
async def test_what_has_expired_says_so_politely_in_the_persons_language(kept: State, act: str) -> None:
    for locale, word in zip(LOCALES, ("expired", "已过期", "已過期"), strict=True):
        pressed = await press(kept, act, id="unknown", locale=locale)
        assert word in "\n".join([pressed.text, *pressed.whispered])


@pytest.mark.parametrize("act", ["sources", "show", "up", "down", "page", "quotes", "delete", "forget"])
async def test_a_press_that_came_too_late_ends_quietly(
    kept: State, act: str, caplog: pytest.LogCaptureFixture
) -> None:
    pressed = await press(kept, act, failing={name: list(errors) for name, errors in GONE.items()})
    assert (pressed.shown, pressed.whispered) == ({}, [])
    assert [record.exc_info for record in caplog.records] == [None]


@pytest.mark.parametrize("act", ["sources", "page", "quotes", "show"])
async def test_a_message_that_was_deleted_meanwhile_needs_no_word(
    kept: State, act: str, caplog: pytest.LogCaptureFixture
) -> None:
    pressed = await press(kept, act, failing={"edit": [Missing(10008)]})
    assert (pressed.shown, pressed.whispered) == ({}, [])
    assert [record.exc_info for record in caplog.records] == [None]


async def test_what_was_swept_away_has_expired(kept: State) -> None:
    await kept.sweep(datetime.now(UTC) + timedelta(days=31))
    assert "expired" in (await press(kept, "sources")).text


@pytest.mark.parametrize("act", ["sources", "up", "page", "delete"])
async def test_a_press_that_was_acknowledged_already_goes_on(kept: State, act: str) -> None:
    pressed = await press(kept, act, failing={"defer": [Invalid(40060)]})
    assert pressed.done[-1] in ("edit", "delete", "answer")


@pytest.mark.parametrize("act", ["sources", "show", "up", "page", "delete"])
async def test_without_a_database_it_is_said_and_logged_in_a_line(
    away: State, act: str, caplog: pytest.LogCaptureFixture
) -> None:
    pressed = await press(away, act)
    assert "What I keep can't be reached" in "\n".join([pressed.text, *pressed.whispered])
    assert [record.exc_info for record in caplog.records] == [None]


async def test_an_unknown_button_is_left_alone(kept: State) -> None:
    assert (await press(kept, "dance")).done == []


async def test_buttons_below_a_real_answer_work(bot: Running) -> None:
    message = await bot.hear(asked("What is Kimi K2.5's context window?"))
    sources, up, down, delete = buttons(message.channel)
    quoted = await bot.press(sources)
    assert "256" in quoted.text
    assert (await bot.press(up)).text.startswith("Thank you")
    assert (await bot.press(down)).response.form is not None
    assert (await bot.press(delete)).deleted


async def test_pages_of_a_real_list_are_turned(bot: Running) -> None:
    used = await bot.use("models")
    forth = used.buttons[0]
    turned = await bot.press(forth)
    assert turned.text != used.text
    assert "GPT-5" in turned.text
