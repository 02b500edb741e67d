"""Watches that are kept, and articles that are taken in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.state.types import KeptWatch, Point
from bot.watching.keeping import written
from bot.watching.types import Watch, WatchedDeveloper, WatchedModel
from corpus.facts.types import Attribute, Unit, Value
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue, make_catalogue
from index.catalogue.types import Statement
from tests.bot.facts.library import BETA, HERON, LIBRARY, stated, tokens

MADE = datetime(2031, 7, 1, tzinfo=UTC)  # when what is in the library was taken in
LATER = datetime(2031, 8, 1, tzinfo=UTC)
GAMMA = replace(BETA, article="gamma", title="The harbour in July", published=date(2031, 7, 1))
HERON_WATCHED, BIRDWORKS = WatchedModel(HERON), WatchedDeveloper("Birdworks")


def kept(watch: Watch | str = HERON_WATCHED, **changed: Any) -> KeptWatch:
    """A watch of person 3 in channel 2 of server 1, which was told all of generation 1."""
    text = watch if isinstance(watch, str) else written(watch)
    return replace(KeptWatch(1, 2, 3, text, "en", Point(1, MADE), MADE, 1), **changed)


def price(model: Model = HERON, dollars: float = 3) -> Statement:
    """A statement that was taken in later."""
    return replace(stated(model, Attribute.PRICE_INPUT, Value(Unit.USD, dollars), 300, GAMMA), taken_in=LATER)


def longer(model: Model = HERON) -> Statement:
    return replace(stated(model, Attribute.CONTEXT_WINDOW, tokens(3e6), 310, GAMMA), taken_in=LATER)


def known(generation: int, *more: Statement) -> Catalogue:
    """A generation of the library, with more in it."""
    return make_catalogue(generation, (*LIBRARY, *more))
