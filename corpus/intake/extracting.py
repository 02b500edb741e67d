"""Takes the text out of what was offered: text here, everything with a structure to attack in a child process."""

from dataclasses import replace
from datetime import date
from typing import Any

from corpus.front_matter import read_front_matter
from corpus.intake.bounded import in_child
from corpus.intake.formats import told_kind
from corpus.intake.types import Extract, Kind, NotAnArticle
from corpus.schema import read_foreign
from corpus.stated import Stated

_DATES = ("published", "retrieved")
_NAMES = {Kind.PDF: "PDF document", Kind.DOCX: "Word document", Kind.PAGE: "page"}


def extract(
    data: bytes, today: date, content_type: str = "", charset: str | None = None, name: str = ""
) -> Extract:
    """Returns the text of what was offered. Raises NotAnArticle or UnreadableArticle where there is none, or
    none within the bounds (20 s, 1 GB, and those of the kind)."""
    if not data.strip():
        raise NotAnArticle("It is empty.")
    kind, text, warnings = told_kind(data, content_type, name, charset)
    if kind is Kind.TEXT:
        found = _of_text(text, today)
    else:
        found = extract_apart(kind, text.encode("utf-8", "replace") if text else data, today)
    return replace(found, warnings=warnings + found.warnings)


def _of_text(text: str, today: date) -> Extract:
    matter = read_front_matter(text)
    body = text[matter.body :]
    if not any(map(str.isalnum, body)):
        raise NotAnArticle("There is no text in it.")
    return Extract(body, read_foreign(matter.values, today), matter.warnings)


def extract_apart(kind: Kind, data: bytes, today: date) -> Extract:
    """Returns the text of a document, or a page in UTF-8, read in a process of its own. Raises NotAnArticle."""
    damaged = f"The {_NAMES[kind]} is damaged and can't be read; give its text as Markdown."
    found = in_child({"kind": kind, "today": today.isoformat()}, data, _NAMES[kind], damaged)
    return Extract(found["text"], stated_from(found["stated"]), tuple(found["warnings"]))


def stated_from(found: dict[str, Any]) -> Stated:
    """Returns what was written as JSON."""
    days = {key: date.fromisoformat(found[key]) if found[key] else None for key in _DATES}
    return Stated(**{**found, **days, "warnings": tuple(found["warnings"])})
