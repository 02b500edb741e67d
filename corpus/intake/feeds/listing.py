"""Reads which feeds there are: those that are shipped, none of which is polled, and the operator's own list, which
enables and corrects them by their names and adds others."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.files import read_bytes
from corpus.intake.canonical import address_key
from corpus.intake.feeds.types import Feed, FeedsMistake
from corpus.stated import web_address

MOST = 200
_LARGEST = 1_000_000
_LONGEST_NAME = 100
_KINDS = {"name": str, "url": str, "language": str, "documented": str, "tried": bool, "enabled": bool}
_WORDS = {str: "a text in quotes", bool: "true or false"}


def read_shipped() -> tuple[Feed, ...]:
    """Reads corpus/feeds.toml, whose entries have every key. Raises FeedsMistake."""
    where = "corpus/feeds.toml"
    tables = _tables((files("corpus") / "feeds.toml").read_text("utf-8"), where)
    for place, table in enumerate(tables, 1):
        if missing := _KINDS.keys() - table.keys():
            raise FeedsMistake(f"{_called(where, place, table)}: {', '.join(sorted(missing))} is missing.")
    _refuse_twice((table["name"] for table in tables), where)
    return _distinct([Feed(**table) for table in tables], where)


def read_feeds(own: Path) -> tuple[Feed, ...]:
    """Returns every feed, with the operator's own list laid over what is shipped. Raises FeedsMistake."""
    shipped = read_shipped()
    try:
        data = read_bytes(own, _LARGEST)
    except FileNotFoundError:
        return shipped
    except OSError as error:
        raise FeedsMistake(
            f"{own} can't be read ({error.strerror or error}): mend that or move it."
        ) from error
    if len(data) > _LARGEST:
        raise FeedsMistake(f"{own} is larger than {_LARGEST // 1_000_000} MB: that is no list of feeds.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FeedsMistake(f"{own} is not UTF-8 text: save it as UTF-8.") from error
    return laid_over(shipped, text, str(own))


def laid_over(shipped: Sequence[Feed], text: str, where: str) -> tuple[Feed, ...]:
    """Returns the feeds with those of an own list; what that names is enabled unless it says otherwise. `where`
    is named in a FeedsMistake."""
    found = {_plain(feed.name): feed for feed in shipped}
    tables = _tables(text, where)
    _refuse_twice((table["name"] for table in tables), where)
    for place, table in enumerate(tables, 1):
        known = found.get(_plain(table["name"]))
        if known is None and "url" not in table:
            raise FeedsMistake(_unknown(_called(where, place, table), table["name"], shipped))
        found[_plain(table["name"])] = replace(known or Feed("", ""), **{"enabled": True, **table})
    return _distinct(list(found.values()), where)


def _tables(text: str, where: str) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FeedsMistake(f"{where} is not TOML: {str(error)[:200]}.") from error
    tables = found.pop("feeds", [])
    if found or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        odd = f"; {next(iter(found))!r} is not" if found else ""
        raise FeedsMistake(f"{where} holds tables [[feeds]] and nothing else{odd}.")
    if len(tables) > MOST:
        raise FeedsMistake(f"{where} names {len(tables):,} feeds; at most {MOST} are polled.")
    for place, table in enumerate(tables, 1):
        _check(table, _called(where, place, table))
    return tables


def _check(table: Mapping[str, object], called: str) -> None:
    for key, value in table.items():
        if key not in _KINDS:
            near = get_close_matches(key[:100], _KINDS, n=1)
            mend = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(_KINDS)}."
            raise FeedsMistake(f"{called}: there is no key {key[:100]!r}: {mend}")
        if not isinstance(value, _KINDS[key]):
            raise FeedsMistake(f"{called}: {key} must be {_WORDS[_KINDS[key]]}.")
    name = str(table.get("name", ""))
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise FeedsMistake(f"{called}: name must be a name of at most {_LONGEST_NAME} characters.")
    for key in ("url", "documented"):
        if key in table and web_address(str(table[key])) != table[key]:
            raise FeedsMistake(f"{called}: {key} must be an http or https address.")


def _distinct(feeds: list[Feed], where: str) -> tuple[Feed, ...]:
    _refuse_twice((address_key(feed.url) for feed in feeds), where)
    return tuple(feeds)


def _refuse_twice(values: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for value in values:
        if _plain(value) in seen:
            raise FeedsMistake(f"{where}: {value!r} stands there twice, or is a shipped feed's; keep one.")
        seen.add(_plain(value))


def _unknown(called: str, name: str, shipped: Sequence[Feed]) -> str:
    near = get_close_matches(name, [feed.name for feed in shipped], n=1, cutoff=0.5)
    mend = f"did you mean {near[0]!r}?" if near else "give its url."
    return f"{called}: no feed of this name is shipped: {mend}"


def _called(where: str, place: int, table: Mapping[str, object]) -> str:
    return f"{where}, feed {place} ({str(table.get('name', 'without a name'))[:_LONGEST_NAME]!r})"


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
