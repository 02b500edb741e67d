"""The nouns of completing what is typed into an option."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What is offered: `shown` to the person, `value` to the command, each of at most 100 characters."""

    shown: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A choice and what it may be found by: `keys` are folded, its own name first. Of those that match alike,
    the one of greater `weight` comes first."""

    choice: Choice
    keys: tuple[str, ...]
    weight: float
