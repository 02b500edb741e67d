"""Makes metadata out of front matter: by the letter for the project's own files, with good will for others."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import TypeVar

from corpus.dates import read_date
from corpus.language import known_tag
from corpus.stated import Stated, web_address
from corpus.types import UnreadableArticle

KEYS = tuple(field.name for field in fields(Stated) if field.name not in {"dated", "warnings"})
_DATES = {"published", "retrieved"}
_ADDRESSES = {"url", "canonical_url", "summary_of"}
_SYNONYMS = {  # in order of preference; compared in lower case without "-" and "_"
    "title": ("title",),
    "url": ("url", "link", "permalink", "source", "sourceurl"),
    "canonical_url": ("canonicalurl", "canonical"),
    "publisher": ("publisher", "sitename", "site", "sourcename"),
    "author": ("author", "authors", "by"),
    "published": (
        *("published", "pubdate", "datepublished", "publishedat", "publishdate", "publisheddate"),
        *("date", "created", "createdat"),
    ),
    "retrieved": ("retrieved",),
    "language": ("language", "lang", "locale"),
    "licence": ("licence", "license"),
    "summary_of": ("summaryof",),
    "sha256": ("sha256",),
}
Value = TypeVar("Value")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_LONGEST = 500
_SHORTEST_BAD_URL = ("http:", "https:", "www.")


def read_own(values: Mapping[str, object], today: date) -> Stated:
    """Reads the front matter of the project's own files. Raises UnreadableArticle for a key that is not in
    the schema and for a value of the wrong kind."""
    for key in values:
        if key not in KEYS:
            raise UnreadableArticle(
                f"The front matter has an unknown key {key!r}; known are {', '.join(KEYS)}."
            )
    found = {key: _own(key, value, today) for key, value in values.items() if value is not None}
    warnings = [problem for key in _DATES if (problem := read_date(values.get(key), today)[1])]
    return Stated(**found, dated="published" in found, warnings=tuple(warnings))  # type: ignore[arg-type]  # see _own


def _own(key: str, value: object, today: date) -> str | date:
    if key in _DATES:
        return _wanted(key, read_date(value, today)[0], "a day that exists, such as 2026-02-11")
    text = value.strip() if isinstance(value, str) else ""
    if key in _ADDRESSES:
        return _wanted(key, web_address(text), "an http or https address")
    if key == "language":
        return _wanted(key, known_tag(text), "a language such as en, zh or zh-Hant")
    if key == "sha256":
        return _wanted(key, text if _SHA256.fullmatch(text) else None, "64 hexadecimal digits")
    return _wanted(key, _clean(text), "text")


def _wanted(key: str, value: Value | None, kind: str) -> Value:
    if value is None:
        raise UnreadableArticle(f"The front matter's {key!r} must be {kind}; mend it or leave it empty.")
    return value


def read_foreign(values: Mapping[str, object], today: date) -> Stated:
    """Reads anybody's front matter: foreign keys are ignored, what is wrong is a warning and unknown."""
    given = {
        _folded(key): value
        for key, value in reversed(list(values.items()))
        if value not in (None, "", [], {})
    }
    warnings: list[str] = []
    found: dict[str, object] = {}
    for key, names in _SYNONYMS.items():
        present = [(name, given[name]) for name in names if name in given]
        if key in _DATES:
            found[key] = _date(present, today, warnings)
        else:
            found[key] = next(
                (text for name, value in present if (text := _reader(key)(name, value, warnings))), None
            )
    dated = any(name in given for name in _SYNONYMS["published"])
    return Stated(**found, dated=dated, warnings=tuple(warnings))  # type: ignore[arg-type]  # built above by kind


def _folded(key: str) -> str:
    return key.lower().replace("-", "").replace("_", "")


def _date(present: list[tuple[str, object]], today: date, warnings: list[str]) -> date | None:
    if not present:
        return None
    day, problem = read_date(present[0][1], today)
    if problem:
        warnings.append(problem)
    return day


def _reader(key: str) -> Callable[[str, object, list[str]], str | None]:
    if key in _ADDRESSES:
        return _address
    return _names if key in {"author", "publisher"} else _text


def _address(name: str, value: object, warnings: list[str]) -> str | None:
    address = web_address(value) if isinstance(value, str) else None
    if address is None and isinstance(value, str) and value.lower().startswith(_SHORTEST_BAD_URL):
        warnings.append(
            f"The front matter's {name!r} is not an address that can be linked to; it was ignored."
        )
    return address


def _names(name: str, value: object, warnings: list[str]) -> str | None:
    """Reads a name, a list of names, or records with a name each."""
    parts = value if isinstance(value, list) else [value]
    named = [part.get("name") if isinstance(part, dict) else part for part in parts]
    texts = [text for part in named if (text := _text(name, part, warnings)) and web_address(text) is None]
    return _clean(", ".join(texts))


def _text(_name: str, value: object, _warnings: list[str]) -> str | None:
    if isinstance(value, bool | datetime | date) or not isinstance(value, str | int | float):
        return None
    return _clean(str(value))


def _clean(text: str) -> str | None:
    """Returns the text on one line, without control characters, at most 500 characters; None for nothing."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(plain.split())[:_LONGEST] or None
