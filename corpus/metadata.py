"""Reads what an article's own text states about it: in a block at the top, in a footer, in its title.

It errs on the side of nothing: an address under one item of a digest, or in a list of references, is not the
article's own. So a label counts only where it stands once, before the first paragraph or after the last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corpus.dates import read_date
from corpus.plain_line import plain_line
from corpus.stated import Stated, web_address
from corpus.title import date_in_title, first_heading, opening, opening_heading, outside_code

_LABELS = {
    "published": (
        "发布日期|发布时间|发表日期|发表时间|发布于|發布日期|發布時間|發佈日期|發佈時間|發表日期|刊登日期|日期"
        "|公開日|発表日|発行日|投稿日|掲載日|配信日|日付|게시일|발행일|작성일|등록일|날짜"
        "|Published(?: on| at)?|Publication date|Date published|Date|Posted(?: on)?"
    ),
    "author": "作者|撰文|著者|執筆者|筆者|저자|작성자|글쓴이|Authors?|Author\\(s\\)|Written by|By",
    "url": (
        "来源|來源|原文链接|原文連結|原文鏈接|原文地址|原文|本文链接|本文連結|永久链接|链接|連結|出典|原文リンク|元記事"
        "|출처|원문|원문 링크|링크|Source(?: URL)?|Original(?: article| link| URL)?|URL|Link|Permalink"
    ),
    "licence": "许可协议|許可協議|版权协议|授权协议|授權條款|ライセンス|라이선스|Licen[cs]e",
}
_MARKS = r"[\s>*_•+-]*"
_LABELLED = {
    kind: re.compile(rf"{_MARKS}(?:{names})[*_]*\s*[:：][*_]*\s*(?P<value>\S.*)", re.IGNORECASE)
    for kind, names in _LABELS.items()
}
_ROW = {
    kind: re.compile(rf"\s*\|[\s*]*(?:{names})[\s*]*\|\s*(?P<value>[^|]*)\|\s*", re.IGNORECASE)
    for kind, names in _LABELS.items()
}
_GLUED = {
    kind: re.compile(rf"(?:{_LABELS[kind]})(?P<value>[A-Z\u00c0-\U0003ffff].*)")
    for kind in ("author", "licence")
}
_BARE = re.compile(r"https?://\S+$")
_LINK = re.compile(r"\[[^\[\]]{0,300}\]\((\S{1,2000})\)$")
_SECTION = re.compile(r"\s{0,3}#{1,6}\s")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$")
_FILE_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?=$|[-_. ])")
_TOP, _BOTTOM, _LAST_LINES = 40, 20, 15
_PROSE, _LONGEST, _LONGEST_NAME = 80, 2100, 100
_LONGEST_LICENCE = 60


def stated_in_text(text: str, name: str, above: Stated, today: date) -> Stated:
    """Returns `above` (what front matter or a page's head states) with what the text below it adds.

    `text` is the article without its front matter; `name` is the file's name without its suffix.
    """
    lines = outside_code(text.split("\n"))
    heading = above.title or first_heading(lines)
    title = heading or opening(lines) or name
    places = _top(lines) + _footer(lines)
    found = {kind: value for kind in _LABELS if (value := _labelled(kind, lines, places))}
    day, problem = read_date(found.get("published"), today)
    labelled = Stated(
        title=title[:300],
        url=_address(found.get("url", "")) or _repeated(title, lines),
        author=_within(found.get("author"), _LONGEST_NAME),
        licence=_within(found.get("licence"), _LONGEST_LICENCE),
        published=day,
        dated="published" in found,
        warnings=(problem,) if problem else (),
    )
    stated = above.over(labelled)
    return stated if stated.dated else _dated_by_name(stated, lines, name, today)


def _dated_by_name(stated: Stated, lines: Sequence[str], name: str, today: date) -> Stated:
    in_file_name = _FILE_DATE.match(name)
    for title in (stated.title, opening_heading(lines)):
        if title and title != name and (found := date_in_title(title, today)):
            return _with_date(stated, *found)
    return _with_date(stated, *read_date(in_file_name[1], today)) if in_file_name else stated


def _with_date(stated: Stated, day: date | None, problem: str | None) -> Stated:
    return replace(
        stated, published=day, dated=True, warnings=(*stated.warnings, *([problem] if problem else []))
    )


def _top(lines: Sequence[str]) -> list[str]:
    """Returns the lines before the first paragraph, among the first forty."""
    head = list(lines[:_TOP])
    end = next((place for place, line in enumerate(head) if _prose(line)), len(head))
    return head[:end]


def _footer(lines: Sequence[str]) -> list[str]:
    """Returns the lines after the last paragraph or rule, among the last twenty; the end of a section with a
    heading of its own is no footer."""
    kept = len(lines)
    while kept and not lines[kept - 1].strip():
        kept -= 1
    tail = list(lines[max(_TOP, kept - _BOTTOM) if kept > _TOP else kept : kept])
    for place in range(len(tail) - 1, -1, -1):
        if _SECTION.match(tail[place]):
            return []
        if _prose(tail[place]) or _RULE.match(tail[place].strip()):
            return tail[place + 1 :]
    return tail


def _prose(line: str) -> bool:
    labelled = any(shape.match(line) for shape in _LABELLED.values()) or _BARE.match(line.strip())
    marked = labelled or _SECTION.match(line) or line.lstrip().startswith(("|", ">", "!", "<"))
    return not marked and sum(2 if mark > "\u2e80" else 1 for mark in line[: 4 * _PROSE].strip()) > _PROSE


def _labelled(kind: str, lines: Sequence[str], places: Sequence[str]) -> str | None:
    """Returns the value of a label that stands once in the whole text, and there in the right place."""
    if sum(1 for line in lines if _value(kind, line)) > 1:
        return None
    return next((found for line in places if (found := _value(kind, line))), None) or _glued(kind, lines)


def _value(kind: str, line: str) -> str | None:
    if len(line) > _LONGEST or not (":" in line or "：" in line or "|" in line):
        return None
    match = _LABELLED[kind].fullmatch(line.rstrip()) or _ROW[kind].fullmatch(line.rstrip())
    if match is None:
        return None
    value = match["value"].strip()
    if kind == "url":
        return value if _address(value) else None
    return plain_line(value) or None


def _glued(kind: str, lines: Sequence[str]) -> str | None:
    """Reads a label and value that scraping ran together, in a footer that shows the article's address."""
    if kind not in _GLUED:
        return None
    footer = [line.strip() for line in _footer(lines)]
    if not any(_BARE.match(line) for line in footer):
        return None
    values = [
        found["value"]
        for line in footer
        if len(line) <= _LONGEST_NAME and (found := _GLUED[kind].fullmatch(line))
    ]
    return values[0] if len(values) == 1 else None


def _repeated(title: str, lines: Sequence[str]) -> str | None:
    """Returns an address on a line of its own at the end, right below the repeated title."""
    filled = [line.strip() for line in lines if line.strip()]
    tail = filled[-_LAST_LINES:] if len(filled) > _LAST_LINES else filled[1:]
    for above, line in pairwise(tail):
        if plain_line(above) == title and _BARE.match(line):
            return web_address(line)
    return None


def _address(value: str) -> str | None:
    link = _LINK.fullmatch(value.strip())
    return web_address(link[1] if link else value)


def _within(value: str | None, longest: int) -> str | None:
    return value if value and len(value) <= longest else None
