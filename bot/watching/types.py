"""The nouns of watching: what somebody wants to hear of, and what of it there is to tell."""

from dataclasses import dataclass

from bot.types import BotError, Happenings
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.types import Change, Condition


class NotUnderstood(BotError):
    """What somebody wants to watch can't be read; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class WatchedModel:
    """Everything about a model; about all of a family where the family is named as a whole ("Claude")."""

    model: Model


@dataclass(frozen=True, slots=True)
class WatchedDeveloper:
    """Everything about a developer's models."""

    name: str


@dataclass(frozen=True, slots=True)
class WatchedFilter:
    """The models that satisfy every condition: which of them come in, go out, or change in what is asked."""

    conditions: tuple[Condition, ...]


Watch = WatchedModel | WatchedDeveloper | WatchedFilter


@dataclass(frozen=True, slots=True)
class Update:
    """What the articles stated before and after an update, and what it changed."""

    before: Catalogue
    after: Catalogue
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """What an update did to what is watched. Of a filter, `arrived` are the keys of the models that satisfy
    it and did not before, `left` the models that no longer do."""

    watch: Watch
    changes: tuple[Change, ...]
    arrived: frozenset[str] = frozenset()
    left: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told of an update, once for all watches of one reader: `lines` say what is watched and what came
    in or went out; `happenings` are the changes, each once. Both are cited by the same numbers."""

    lines: tuple[str, ...]
    happenings: Happenings
