"""Finds an article's title in its text, and the date that a digest carries in its title."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import find_dates, read_date
from corpus.plain_line import plain_line

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S")
_FIRST = re.compile(r"\s{0,3}#\s+\S|\s*<h1[\s>]", re.IGNORECASE)
_UNDERLINE = re.compile(r"={3,}\s*$")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$")
_NEAR_TOP = 100
_SHORT, _LONGEST = 150, 300
_ITEM = re.compile(r"\s*(?:[-*+•>]|\d{1,3}[.)])\s")
_LINKS = re.compile(
    r"<a\s|\]\(|[^|｜]\s*[|｜]\s*(?:[^|｜]|$)", re.IGNORECASE
)  # a row of them, or of languages
_PAGE_HEADING = re.compile(r"\s*<h[1-3][\s>]", re.IGNORECASE)
_FILLER = re.compile(r"[\s\-–—|·•:：,，()（）【】\[\]「」《》/]+")
_SERIES = re.compile(
    r"日报|日報|周报|週報|周刊|週刊|日刊|早报|早報|晚报|晚報|快讯|快訊|简报|簡報|热点|速報|ニュース|뉴스|데일리|위클리"
    r"|\b(?:daily|weekly|digest|news|newsletter|brief|briefing|roundup|recap|changelog)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:\b(?:on|by|since|until|of|before|after|from|to|as of)|于|於|自|至|到|截至)\s*$", re.IGNORECASE
)


def first_heading(lines: Sequence[str]) -> str | None:
    """Returns the first heading of the first level near the top, code left out."""
    lines = outside_code(lines[:_NEAR_TOP])
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if (_FIRST.match(line) or (line.strip() and _UNDERLINE.match(below))) and (title := _short(line)):
            return title
    return None


def opening(lines: Sequence[str]) -> str | None:
    """Returns the first line that says something, where it is short enough for a title and no part of a list.

    Below a row of links (as above many a README) only a heading of a page counts.
    """
    links = False
    for line in lines[:_NEAR_TOP]:
        words = "" if _RULE.match(line.strip()) else plain_line(line)
        if words and _LINKS.search(line) and not _HEADING.match(line):
            links = True
        elif _PAGE_HEADING.match(line) and words:
            return words[:_LONGEST]
        elif words and not links:
            fits = len(words) <= _SHORT and any(map(str.isalnum, words)) and not _ITEM.match(line)
            return words if fits else None
    return None


def opening_heading(lines: Sequence[str]) -> str | None:
    """Returns the first line that says something, where it is a heading of any level."""
    first = next((line for line in lines[:_NEAR_TOP] if plain_line(line)), "")
    return _short(first) if _HEADING.match(first) else None


def outside_code(lines: Sequence[str]) -> list[str]:
    """Returns the lines, those inside fenced code emptied."""
    kept, inside = [], False
    for line in lines:
        fence = _FENCE.match(line) is not None
        kept.append("" if inside or fence else line)
        inside ^= fence
    return kept


def date_in_title(title: str, today: date) -> tuple[date | None, str | None] | None:
    """Returns the date that a title carries, and a warning; None where it carries none of its own.

    It has to be the only one, and to stand at the end, or anywhere in the title of a series ("Daily", "日报"): a
    date inside other words is that of an event.
    """
    matches = find_dates(title)
    if len(matches) != 1:
        return None
    before, after = title[: matches[0].start()], title[matches[0].end() :]
    at_end = not _FILLER.sub("", after) and not _EVENT.search(before)
    if not (at_end or _SERIES.search(title)):
        return None
    return read_date(matches[0][0], today)


def _short(line: str) -> str | None:
    return plain_line(line)[:_LONGEST].strip() or None
