"""Makes the file of an article out of what was taken out of a page or document."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from corpus.intake.cleaning import cleaned, on_one_line
from corpus.intake.types import Extract
from corpus.language import language_of
from corpus.metadata import stated_in_text
from corpus.schema import KEYS
from corpus.slug import slug
from corpus.stated import Stated

_LONGEST_SLUG = 60  # with four bytes a letter, the day and the ending it still fits a file's name


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that is not stored yet: `text` is the file's, front matter included, `body` the text
    below it; `name` the file's name without its ending."""

    text: str
    body: str
    name: str
    stated: Stated
    warnings: tuple[str, ...]


def make_draft(found: Extract, address: str | None, name: str, today: date) -> Draft:
    """Makes a draft. `address` is the one that it was fetched from, None for a file; `name` is what its
    title falls back to, and what may begin with its date."""
    body = cleaned(found.text)
    given = found.stated if address is None else replace(found.stated, url=address, retrieved=today)
    whole = stated_in_text(body, name, replace(given, retrieved=given.retrieved or today), today)
    language, problem = language_of(whole.language, body)
    digest = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()
    stated = replace(whole, language=language, sha256=digest)
    warnings = found.warnings + whole.warnings + ((problem,) if problem else ())
    return Draft(_front_matter(stated) + body, body, _name(stated, today), stated, warnings)


def _front_matter(stated: Stated) -> str:
    """The keys of the schema as YAML; a string of JSON is one of YAML too."""
    lines = [f"{key}: {_value(getattr(stated, key))}" for key in KEYS]
    return "\n".join(["---", *lines, "---"]) + "\n"


def _value(value: str | date | None) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "null" if value is None else json.dumps(on_one_line(value), ensure_ascii=False)


def _name(stated: Stated, today: date) -> str:
    """The day on which it came out and its title, readable in any script. Where that day is unknown, the one on
    which it was taken in, written so that no reader of names takes it for the other."""
    title = slug((stated.title or "").replace("/", "-") + ".md")[:_LONGEST_SLUG].rstrip("-.")
    day = stated.published.isoformat() if stated.published else f"{stated.retrieved or today:%Y%m%d}"
    return f"{day}-{title}"
