"""Lays out what is shown on pages, each within Discord's limits and with the sources of what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from bot.phrases import Phrases, read_phrases
from bot.showing.breaking import packed
from bot.showing.escaping import escaped, neutral
from bot.showing.measures import TEXT, units
from bot.showing.sources import cited_in, quoted_lines, source_lines
from bot.showing.types import Page, Panel, Picture, Shown
from bot.types import Citation

MOST = 20  # pages
_BODY, _SOURCES = 2_400, 2_400  # units of a panel: with titles and footers they stay below 6,000 together
_ROWS, _QUOTED = 20, 2_000  # lines of any page; units of a page of quotes
_MORE = 60  # units that are kept free for "… and 12 more"
_FOOT = 400


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be shown, as lines of markup: `lead` as text, `body` in a panel, below it the sources of
    `cited`, and `foot` as plain text. `sources` names the panel of sources."""

    lead: Sequence[str] = ()
    body: Sequence[str] = ()
    cited: Sequence[Citation] = ()
    foot: str = ""
    sources: str = "title"


def phrases_for(language: str) -> Phrases:
    """Returns the words around what is shown."""
    return read_phrases("bot.showing", language)


def apart(lines: Sequence[str]) -> list[str]:
    """Returns lines that stand below others, with an empty one between."""
    return [f"\n{line}" if place == 0 else line for place, line in enumerate(lines)]


def laid_out(draft: Draft, today: date, say: Phrases, picture: Picture | None = None) -> Shown:
    """Returns the pages. A picture is on the first."""
    texts = _paged(draft.lead, TEXT, say)
    bodies = _paged(draft.body, _BODY, say)
    heading = texts[0].split("\n")[0] if texts else ""
    both = list(zip_longest(texts, bodies, fillvalue=""))
    pages = [
        _page(text or (heading if body else ""), body, draft, today, say, (place, len(both)))
        for place, (text, body) in enumerate(both, 1)
    ]
    if picture and pages:
        pages[0] = _with_picture(pages[0], picture)
    cited = cited_in("\n".join((*texts, *bodies)), draft.cited)
    title = say.say("sources", draft.sources)
    return Shown(tuple(pages), _quoted(cited, title, today, say), (picture,) if picture else ())


def _page(text: str, body: str, draft: Draft, today: date, say: Phrases, place: tuple[int, int]) -> Page:
    panels = [Panel(description=body)] if body else []
    sources = source_lines(cited_in(f"{text}\n{body}", draft.cited), today, say)
    if sources:
        found = _cut(sources, _SOURCES, say)
        panels.append(Panel(title=say.say("sources", draft.sources), description=found))
    foot = _foot(draft.foot, place, say)
    if panels:
        panels[-1] = replace(panels[-1], footer=foot)
        return Page(text, tuple(panels))
    small = f"{text}\n-# {escaped(foot)}"
    return Page(small if foot and units(small) <= TEXT else text)


def _foot(said: str, place: tuple[int, int], say: Phrases) -> str:
    number = say.say("pages", "place", page=place[0], pages=place[1]) if place[1] > 1 else ""
    return " · ".join(part for part in (number, neutral(said, _FOOT)) if part)


def _with_picture(page: Page, picture: Picture) -> Page:
    first, *others = page.panels or (Panel(),)
    return replace(page, panels=(replace(first, picture=picture.name), *others))


def _quoted(cited: Sequence[Citation], title: str, today: date, say: Phrases) -> tuple[Page, ...]:
    pages = _paged(quoted_lines(cited, today, say), _QUOTED, say)
    return tuple(
        Page("", (Panel(title=title, description=text, footer=_foot("", (place, len(pages)), say)),))
        for place, text in enumerate(pages, 1)
    )


def _paged(lines: Sequence[str], most: int, say: Phrases) -> list[str]:
    """The first pages, as text; the last says how many lines are left out."""
    first = lines[: MOST * _ROWS]
    pages = packed(first, most - _MORE, _ROWS)
    left = len(lines) - len(first) + sum(map(len, pages[MOST:]))
    kept = pages[:MOST]
    if left:
        kept[-1].append(say.say("pages", "more", count=left))
    return ["\n".join(lines).strip("\n") for lines in kept]


def _cut(lines: Sequence[str], most: int, say: Phrases) -> str:
    """The lines that fit, and how many do not."""
    first = packed(lines, most - _MORE)[0]
    left = len(lines) - len(first)
    return "\n".join([*first, *([say.say("pages", "more", count=left)] if left > 0 else [])])
