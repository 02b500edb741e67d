"""Reads YAML as plain data: every scalar a string or nothing, no tags, no references, bounded depth."""

from collections.abc import Iterator
from typing import TypeAlias

import yaml

_DEEPEST = 20
_NOTHING = {"", "~", "null", "Null", "NULL"}
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is not there on every platform

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"] | None


class PlainYamlError(ValueError):
    """The text is not YAML, or YAML of a kind that is not read; the message says which."""


def read_plain(text: str) -> Plain:
    """Returns the first document. Raises PlainYamlError. Works through the parser's events with a stack of
    its own, so nesting costs no recursion."""
    holders: list[list[Plain]] = [[]]
    maps: list[bool] = []
    for event in _events(text):
        if isinstance(event, yaml.AliasEvent):
            raise PlainYamlError("it refers back to another value (*name), which is not read")
        if isinstance(event, yaml.ScalarEvent):
            holders[-1].append(_scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(holders) > _DEEPEST:
                raise PlainYamlError(f"it is nested deeper than {_DEEPEST} levels")
            maps.append(isinstance(event, yaml.MappingStartEvent))
            holders.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            values = holders.pop()
            holders[-1].append(_mapping(values) if maps.pop() else values)
        elif isinstance(event, yaml.DocumentEndEvent):
            break
    return holders[0][0] if holders[0] else None


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise PlainYamlError(_first_line(error)) from error


def _first_line(error: Exception) -> str:
    """Returns what a YAML error says, with its line counted within the block."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"{error.problem} (line {error.problem_mark.line + 1} of the block)"
    return (str(error).splitlines() or ["it can't be read"])[0]


def _scalar(event: yaml.ScalarEvent) -> str | None:
    plain = event.implicit[0] and not event.style
    return None if plain and event.value in _NOTHING else str(event.value)


def _mapping(values: list[Plain]) -> dict[str, Plain]:
    return {key: value for key, value in zip(values[::2], values[1::2], strict=True) if isinstance(key, str)}
