import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.discord.buttons import TEMPLATE, Press, buttons_of, buttons_of_quotes
from bot.showing.types import Page
from bot.state.types import Exchange

EXCHANGE = Exchange(
    id="0123456789abcdef",
    server=1,
    channel=2,
    asker=3,
    message=None,
    said="which models?",
    language="en",
    private=False,
    pages=(Page("one"), Page("two"), Page("three")),
    sources=(Page("quote"),),
    at=datetime(2031, 7, 1, tzinfo=UTC),
)


def made(exchange: Exchange, page: int = 0) -> list[dict[str, Any]]:
    """The buttons as Discord gets them."""

    async def rows() -> list[dict[str, Any]]:
        return buttons_of(exchange, page).to_components()

    return [button for row in asyncio.run(rows()) for button in row["components"]]


def acts(exchange: Exchange, page: int = 0) -> list[str]:
    return [button["custom_id"].split(":")[1] for button in made(exchange, page)]


def test_below_an_answer_are_its_pages_sources_thumbs_and_the_way_to_delete_it() -> None:
    assert acts(EXCHANGE) == ["page", "page", "page", "sources", "up", "down", "delete"]


def test_a_private_answer_can_be_shown_to_everyone_instead() -> None:
    assert acts(replace(EXCHANGE, private=True))[-1] == "show"


def test_what_is_not_there_has_no_button() -> None:
    assert acts(replace(EXCHANGE, pages=(Page("one"),), sources=())) == ["up", "down", "delete"]


@pytest.mark.parametrize(
    ("page", "back", "forth"),
    [(0, (0, True), (1, False)), (1, (0, False), (2, False)), (2, (1, False), (2, True))],
)
def test_pages_are_turned_as_far_as_there_are_some(
    page: int, back: tuple[int, bool], forth: tuple[int, bool]
) -> None:
    buttons = made(EXCHANGE, page)[:3]
    turned = [(int(b["custom_id"].split(":")[3]), b["disabled"]) for b in (buttons[0], buttons[2])]
    assert turned == [back, forth]
    assert buttons[1]["label"] == f"{page + 1}/3"


@pytest.mark.parametrize("page", range(3))
def test_every_button_has_a_number_of_its_own_that_is_found_again(page: int) -> None:
    ids = [button["custom_id"] for button in made(EXCHANGE, page)]
    assert len(set(ids)) == len(ids)
    assert all(TEMPLATE.fullmatch(one) and len(one) <= 100 for one in ids)


def test_labels_are_in_the_language_of_the_answer() -> None:
    assert "来源" in [button.get("label") for button in made(replace(EXCHANGE, language="zh"))]


def test_quotes_have_pages_of_their_own() -> None:
    async def rows(exchange: Exchange) -> list[Any]:
        return buttons_of_quotes(exchange, 0).to_components()

    assert asyncio.run(rows(EXCHANGE)) == []
    [row] = asyncio.run(rows(replace(EXCHANGE, sources=(Page("a"), Page("b")))))
    assert [b["custom_id"].split(":")[1] for b in row["components"]] == ["quotes"] * 3


def test_a_press_is_told_with_its_act_exchange_and_page() -> None:
    told: list[tuple[object, ...]] = []

    class Client:
        def dispatch(self, *event: object) -> None:
            told.append(event)

    class Interaction:
        client = Client()

    async def pressed() -> None:
        view = buttons_of(EXCHANGE, 1)
        found = next(item for item in view.children if isinstance(item, Press) and item.page == 2)
        match = TEMPLATE.fullmatch(found.custom_id)
        interaction: Any = Interaction()
        assert match
        again = await Press.from_custom_id(interaction, found.item, match)
        await again.callback(interaction)
        assert told == [("press", interaction, "page", EXCHANGE.id, 2)]

    asyncio.run(pressed())
