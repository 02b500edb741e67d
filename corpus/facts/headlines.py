"""Headings, and tables of contents, say shortly what the text below them says exactly."""

import re
from collections.abc import Iterable

from corpus.facts.types import Attribute, Fact, Span, Status
from corpus.structure.types import Path

_CONTENTS = re.compile(
    r"\W{0,8}(?:table of )?(?:contents|目录|目錄|目次|もくじ|목차|차례|in this (?:issue|article)|本期目录|今日目录)\W{0,8}",
    re.IGNORECASE,
)
_LESS = {Status.RUMOURED, Status.EXPECTED, Status.PREVIEW}


def is_contents(path: Path) -> bool:
    """Whether what stands below these headings is a table of contents."""
    return bool(path) and _CONTENTS.fullmatch(path[-1][:60]) is not None


def borne_out(facts: Iterable[Fact], headings: set[Span]) -> list[Fact]:
    """Leaves out what a heading calls released, on no day, where the text tells of a preview or of something to
    come and of no release."""
    facts = list(facts)
    told: dict[str, set[Status]] = {}
    for fact in facts:
        if fact.attribute is Attribute.RELEASED and fact.span not in headings:
            told.setdefault(fact.model.key, set()).add(fact.status)
    return [
        fact for fact in facts if not _is_headline(fact, headings) or _bears_out(told.get(fact.model.key))
    ]


def _is_headline(fact: Fact, headings: set[Span]) -> bool:
    released = fact.attribute is Attribute.RELEASED and fact.status is Status.RELEASED
    return released and fact.value.day is None and fact.span in headings


def _bears_out(told: set[Status] | None) -> bool:
    return told is None or Status.RELEASED in told or not told & _LESS
