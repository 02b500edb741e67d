"""Cells that state dates, makers, licences, openness and modalities."""

import re
from collections.abc import Iterator

from corpus.facts.cues import status_of
from corpus.facts.days import days
from corpus.facts.tables.headers import Column, Kind
from corpus.facts.tables.readings import Parts, Reading, is_nothing, note
from corpus.facts.tables.states import cues
from corpus.facts.tables.words import read_lexicon
from corpus.facts.types import Attribute, Day, Unit, Value
from corpus.names import Names

_SHORT = 24  # letters beside a value that still are a remark and no sentence
_LONGEST_NAME, _LONGEST_LICENCE = 40, 60
_YEAR = re.compile(r"(?:[^\W\d_]{0,12}\s?)?(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年년]?")
_SHORT_MONTH = re.compile(r"(?P<year>20\d\d)\s?[./-]\s?(?P<month>1[0-2]|0?[1-9])")
_LIMITED = re.compile(r"[❌✗✘✖×⚠△]|不支持|不支援|limited|有限|no\b|非対応|미지원", re.IGNORECASE)
_ONLY = re.compile(r"only|仅|僅|纯|純|のみ|만", re.IGNORECASE)
_ORDER = ("text", "image", "audio", "video")


def dates(parts: Parts, attribute: Attribute, reference: Day | None) -> Iterator[Reading]:
    """Yields a day, a month or a year; of two in a cell none."""
    found = [d for d in days(parts.main, 0, None, reference) if not d.partial]
    if len(found) == 1:
        start, end, day = found[0].start, found[0].end, found[0].day
    elif not found and (short := _short(parts.main)):
        start, end, day = short
    else:
        return
    beside = parts.main[:start] + " " + parts.main[end:]
    left = "".join(c for c in read_lexicon().columns.pattern.sub(" ", beside) if c.isalnum())
    if len(left) <= _SHORT:
        words = "; ".join(r.text for r in parts.remarks)
        yield Reading(attribute, Value(Unit.DATE, day=day), start, end, note(words))


def _short(text: str) -> tuple[int, int, Day] | None:
    stripped = text.strip()
    at = text.find(stripped)
    if month := _SHORT_MONTH.fullmatch(stripped):
        return at, at + len(stripped), Day(int(month["year"]), int(month["month"]))
    if year := _YEAR.fullmatch(stripped):
        return at + year.start("year"), at + year.end("year"), Day(int(year["year"]))
    return None


def became(parts: Parts) -> Iterator[Reading]:
    """Yields what became of a model, where the cell says that in a few words: "preview", "retired", 提供終了."""
    words = parts.main.strip()
    status = status_of(cues().find(words)) if 0 < len(words) <= _SHORT else None
    if status is not None and not any(c.isdigit() for c in words):
        at = parts.main.find(words)
        yield Reading(Attribute.RELEASED, Value(Unit.DATE), at, at + len(words), status=status)


def maker(parts: Parts, column: Column, names: Names, known: bool) -> Iterator[Reading]:
    """Yields who developed a model. A name that no file knows is believed of a model whose maker is not
    `known`, and of no provider: whoever serves a model did not make it."""
    found = names.organisations(parts.main)
    if len({mention.name for mention in found}) == 1:
        yield Reading(Attribute.DEVELOPER, Value(text=found[0].name), found[0].start, found[0].end)
    elif not found and not known and column.kind is not Kind.PROVIDER:
        name = parts.main.strip()
        letters = sum(c.isalpha() for c in name)
        if letters > 1 and len(name) <= _LONGEST_NAME and "\n" not in name and not _is_answer(name):
            at = parts.main.find(name)
            yield Reading(Attribute.DEVELOPER, Value(text=name), at, at + len(name))


def licence(parts: Parts) -> Iterator[Reading]:
    """Yields a licence as it is written."""
    name = parts.main.strip()
    if not is_nothing(name) and len(name) <= _LONGEST_LICENCE and sum(c.isalpha() for c in name) > 1:
        at = parts.main.find(name)
        words = "; ".join(r.text for r in parts.remarks)
        yield Reading(Attribute.LICENCE, Value(text=name), at, at + len(name), note(words))


def openness(parts: Parts) -> Iterator[Reading]:
    """Yields whether a model's weights are open."""
    told = read_lexicon().answers.read(parts.main)
    if told.names_only("yes") or told.names_only("no"):
        name = parts.main.strip()
        at = parts.main.find(name)
        yield Reading(Attribute.OPEN_WEIGHTS, Value(truth=told.groups[0] == "yes"), at, at + len(name))


def modalities(text: str) -> Iterator[Reading]:
    """Yields what goes into a model ("text, image"), always in the same order."""
    words = read_lexicon().modalities
    told = words.read(text)
    found = sorted(set(told.groups), key=_ORDER.index)
    limited = _LIMITED.search(text) and not (_ONLY.search(text) and len(found) == 1)
    if not found or limited or len(told.rest) > _SHORT or found not in (["text"], found[1:] and found):
        return
    marks = list(words.pattern.finditer(text))
    yield Reading(Attribute.MODALITIES, Value(text=", ".join(found)), marks[0].start(), marks[-1].end())


def _is_answer(text: str) -> bool:
    return read_lexicon().answers.group(text) is not None
