"""The buttons below an answer. Each carries the number of its exchange, so that it works after a restart."""

import re
from enum import StrEnum
from typing import Any, Self

import discord

from bot.discord.words import Words, words_for
from bot.state.types import Exchange


class Act(StrEnum):
    """What a button does."""

    SOURCES = "sources"
    SHOW = "show"
    UP = "up"
    DOWN = "down"
    DELETE = "delete"
    PAGE = "page"  # of the answer
    QUOTES = "quotes"  # a page of the quoted passages
    FORM = "form"  # what was wrong, in words
    FORGET = "forget"  # what is kept about a person, whose number stands in place of an exchange's


_PREFIX = "modelscape"
TEMPLATE = re.compile(rf"{_PREFIX}:(?P<act>[a-z]+):(?P<exchange>[0-9A-Za-z]{{1,40}}):(?P<page>\d{{1,4}})")


class Press(discord.ui.DynamicItem[discord.ui.Button[Any]], template=TEMPLATE):
    """A button that is pressed. What it does is left to whoever listens to the event `press`."""

    def __init__(self, item: discord.ui.Button[Any], act: str, exchange: str, page: int) -> None:
        super().__init__(item)
        self.act = act
        self.exchange = exchange
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Reads the button that was pressed."""
        assert isinstance(item, discord.ui.Button)
        return cls(item, match["act"], match["exchange"], int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Passes the press on."""
        interaction.client.dispatch("press", interaction, self.act, self.exchange, self.page)


def buttons_of(exchange: Exchange, page: int = 0) -> discord.ui.View:
    """Returns the buttons below a page of an answer."""
    words = words_for(exchange.language)
    view = discord.ui.View(timeout=None)
    for button in _turning(Act.PAGE, exchange, page, len(exchange.pages)):
        view.add_item(button)
    if exchange.sources:
        view.add_item(_button(Act.SOURCES, exchange, label=words.say("button_sources"), row=1))
    view.add_item(_button(Act.UP, exchange, emoji="👍", row=1))
    view.add_item(_button(Act.DOWN, exchange, emoji="👎", row=1))
    view.add_item(_last(exchange, words))
    return view


def buttons_of_quotes(exchange: Exchange, page: int) -> discord.ui.View:
    """Returns the buttons below a page of the quoted passages."""
    view = discord.ui.View(timeout=None)
    for button in _turning(Act.QUOTES, exchange, page, len(exchange.sources)):
        view.add_item(button)
    return view


def _last(exchange: Exchange, words: Words) -> Press:
    if exchange.private:
        return _button(Act.SHOW, exchange, label=words.say("button_show"), row=1)
    return _button(Act.DELETE, exchange, label=words.say("button_delete"), row=1)


def _turning(act: Act, exchange: Exchange, page: int, pages: int) -> list[Press]:
    """Back, where one is, forth; none for a single page."""
    if pages < 2:
        return []
    back = _button(act, exchange, page=max(page - 1, 0), emoji="◀️", row=0, disabled=page == 0)
    # A button needs an id of its own: pages count from 0, and this one leads nowhere.
    here = _button(act, exchange, page=pages, label=f"{page + 1}/{pages}", row=0, disabled=True)
    forth = _button(
        act, exchange, page=min(page + 1, pages - 1), emoji="▶️", row=0, disabled=page == pages - 1
    )
    return [back, here, forth]


def _button(act: Act, exchange: Exchange, page: int = 0, **looks: Any) -> Press:
    button = discord.ui.Button[Any](custom_id=number_of(act, exchange.id, page), **looks)
    return Press(button, act, exchange.id, page)


def number_of(act: Act, exchange: str, page: int = 0) -> str:
    """Returns the number by which a button or a form is known when it comes back."""
    return f"{_PREFIX}:{act}:{exchange}:{page}"
