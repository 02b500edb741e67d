"""The words by which articles introduce models: corpus/lexicon/introductions.toml, as expressions."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus.lexicon.word_tree import first_of, word_tree

# The groups of corpus/lexicon/headers.toml that say something of a model.
_TELLING = ("context", "price", "cached", "parameters", "total", "active", "experts", "licence", "cutoff")
_ALSO_TELLING = ("training", "released", "developer", "input", "output", "open", "modalities")
_SHORTEST = 4  # letters of a Latin header word: "in", "out" and "max" tell too little


@dataclass(frozen=True, slots=True)
class Introductions:
    """The words of the file; those of `other`, `used`, `attribute`, `telling` and the like as expressions."""

    release: re.Pattern[str]
    model: re.Pattern[str]
    attribute: re.Pattern[str]
    other: re.Pattern[str]
    used: re.Pattern[str]
    telling: re.Pattern[str]
    hardware: re.Pattern[str]
    endings: re.Pattern[str]
    header: frozenset[str]
    lead: frozenset[str]
    stop: frozenset[str]
    late: frozenset[str]
    no_model: frozenset[str]
    no_variant: frozenset[str]
    stop_parts: re.Pattern[str]


def read_introductions() -> Introductions:
    """Returns the words by which articles introduce models."""
    data = _data("introductions.toml")
    return Introductions(
        release=_any_of(data["release"]),
        model=_any_of(data["model"]),
        attribute=_any_of(data["attribute"], whole=True),
        other=_any_of(data["other"], whole=True),
        used=re.compile(rf"(?:{_any_of(data['used']).pattern})(?: the| an?| its)? ?\Z", re.I),
        telling=_any_of(_telling(), whole=True),
        hardware=_any_of(data["hardware"], whole=True),
        endings=re.compile(rf"(?:{'|'.join(map(re.escape, data['endings']))})\Z"),
        header=frozenset(data["header"]),
        lead=frozenset(data["lead"]),
        stop=frozenset(word.lower() for word in data["stop"]),
        late=frozenset(word.lower() for word in data["late"]),
        no_model=frozenset(word.lower() for word in data["no_model"]),
        no_variant=frozenset(word.lower() for word in data["no_variant"]),
        stop_parts=_any_of(data["stop_parts"]),
    )


def _telling() -> list[str]:
    columns = _data("headers.toml")["columns"]
    words = [word for group in (*_TELLING, *_ALSO_TELLING) for word in columns[group]]
    return [word for word in words if len(word) >= _SHORTEST or not word.isascii()]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("corpus.lexicon") / name).read_text("utf-8"))


def _any_of(words: Iterable[str], *, whole: bool = False) -> re.Pattern[str]:
    """Returns what finds any of the words; Latin ones where a word begins, with `whole` as whole words."""
    end = r"(?![A-Za-z])" if whole else ""
    each = set(words)
    latin = {word for word in each if word.isascii()}
    return re.compile(
        rf"(?={first_of(each)})(?:(?<![A-Za-z]){word_tree(latin)}{end}|{word_tree(each - latin)})", re.I
    )
