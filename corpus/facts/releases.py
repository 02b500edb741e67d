"""When a model was released, or is expected to be; and what else became of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.facts.cues import Cue, status_of
from corpus.facts.drafts import Draft, clause, phrase
from corpus.facts.events import EVENTS, FAR, Event, events, is_verb
from corpus.facts.hosting import is_hosted
from corpus.facts.quantity_types import DayMention
from corpus.facts.scan import Sentence
from corpus.facts.spans import dated
from corpus.facts.subjects import groups
from corpus.facts.types import Attribute, Span, Status, Unit, Value
from corpus.names.types import Mention

_PARENTHESIS = re.compile(
    r"[\s*`_]{0,4}(?:update|series|models?|family|系列|模型|家族|更新|版本)?[\s*`_]{0,4}[(（]\s{0,2}(?:[A-Z][^(),;，；\d\n]{1,28}[,，]\s{0,2})?(?:(?:released|launched|发布于|發布於|发布|於|于|公開|출시)[\s:：]{0,2}(?:on|in)?\s{0,2})?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s{0,2}(?:[)）,，;；]|发布|發布|起|リリース|発表|公開|출시|공개)")
_TAG = re.compile(r"<[^<>]{0,200}>")
_AFTER_LEADING = re.compile(
    r"(?:[（(][^()（）]{0,16}[)）])?(?:起)?(?:<[^<>]{0,40}>)?[\s*`_\])】]{0,6}(?:[：:—–|，,\-\]]|$)"
)
_OF_MODELS = re.compile(r"\bmodels?\b|\bversions?\b|模型|版本|モデル|모델", re.IGNORECASE)
_OPENING = re.compile(
    r"[\s>*\-+•●◦#\d.、`_|🗓📅🚀]{0,10}(?:it\s|both\s(?:models\s)?|they\s|the\smodel\s|该模型|該模型|模型|同モデルは|このモデルは|본\s?모델은)?(?:was\s|were\s|is\s|are\s|于|於|在|将于|將於)?[\s*]{0,3}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:日期|时间|時間|日|年月|날짜|일|\sdate)?(?:d)?[\s*`_|]{0,4}(?:[:：]|on|in|は|이)?[\s*`_|]{0,4}(?:于|於|正式|に)?",
    re.IGNORECASE,
)
_OWNS = re.compile(r"\s?(?:の|의\s|['’]s\s)")  # "GPT-5の小型版「GPT-5 mini」"
_ON = re.compile(r"\bon\s$|于\s?$|於\s?$", re.IGNORECASE)
_OPENS = re.compile(r"\s?(?:[（(][^()（）]{1,10}[)）])?、")  # "Xは8月7日（現地時間）、…を発表した"
# "launched on May 5 (the retired preview, …": a day on the other side of a parenthesis
_ACROSS = re.compile(r"[(（][^()（）]{2,}$|^[^()（）]{2,}[)）]|[(（][^()（）]*[(（]")
# "发布日期：2025-09-29 07:49 浏览": when the page came out
_OF_PAGE = re.compile(
    r"\d{1,2}:\d{2}|浏览|瀏覽|阅读|閱讀|作者|来源|來源|编辑|\b(?:views|author|posted|read)\b|閲覧|조회|기자",
    re.IGNORECASE,
)
_TO_COME = (Status.RUMOURED, Status.EXPECTED)


def releases(
    sentence: Sentence, leading: DayMention | None = None, lent: DayMention | None = None
) -> Iterator[Draft]:
    """Yields what became of models, with the day where it is told. `leading` is the day that stands before
    the whole paragraph, as in a chronicle; `lent` one from farther off, on which nothing is still to come."""
    yield from _in_parentheses(sentence)
    found = events(sentence)
    for event in found:
        if is_hosted(sentence, event):
            continue
        day = _day_of(sentence, event, found)
        draft = _draft(sentence, event, found, day or leading)
        is_lent = lent is not None and draft.value.day is None and draft.status not in _TO_COME
        yield replace(draft, value=Value(Unit.DATE, day=lent.day)) if lent and is_lent else draft
    if not found:
        yield from _of_the_subject(sentence)


def leading_day(sentence: Sentence) -> DayMention | None:
    """Returns the day that opens a paragraph, a list item or a heading: "**February 5**: …"."""
    if not sentence.days:
        return None
    first = sentence.days[0]
    before = _TAG.sub("", sentence.between(sentence.start, min(first.start, sentence.start + FAR)))
    opens = first.start - sentence.start < FAR and not any(c.isalnum() for c in before)
    return first if opens and _AFTER_LEADING.match(sentence.text, first.end, sentence.end) else None


def announced(sentence: Sentence) -> tuple[Status, DayMention | None] | None:
    """Returns what a sentence without models says of those that it announces: "Expected in February:"."""
    cues = sentence.cues_in(sentence.start, sentence.end, *EVENTS)
    verbs = [cue for cue in cues if is_verb(sentence, cue)]
    status = status_of(cues)
    if status is None or not verbs or any(m.model.versioned for m in sentence.models):
        return None
    announces = sentence.between(sentence.start, sentence.end).rstrip("* \n").endswith((":", "："))
    if not announces or not (
        status in _TO_COME or _OF_MODELS.search(sentence.text, sentence.start, sentence.end)
    ):
        return None
    days = [
        d for d in sentence.days if not sentence.cues_in(max(sentence.start, d.start - 12), d.start, "as_of")
    ]
    return status, days[-1] if len(days) == 1 else None


def _draft(sentence: Sentence, event: Event, found: Sequence[Event], day: DayMention | None) -> Draft:
    status = status_of((*event.cues, *_softening(sentence, event, found))) or Status.RELEASED
    start, end = event.span
    models = tuple(mention.model for mention in event.models)
    return Draft(Attribute.RELEASED, _value(sentence, day), start, end, models, status=status)


def _softening(sentence: Sentence, event: Event, found: Sequence[Event]) -> list[Cue]:
    """What says that the event is still to come, or that a preview is meant: words of its phrase that stand with
    no other event, and words between model and verb."""
    low, high = clause(sentence, event.span[0])
    low = max([low, *(other.span[1] for other in found if other.span[1] <= event.span[0])])
    high = min(phrase(sentence, event.span[1] - 1)[1], high)
    start, end = event.span
    soft = sentence.cues_in(low, high, "expected", "rumoured")
    return [
        *(cue for cue in soft if not _is_of_another(sentence, event, cue)),
        *(c for c in sentence.cues_in(start, end + 10, "preview") if c.start <= end + 2),
    ]


def _is_of_another(sentence: Sentence, event: Event, cue: Cue) -> bool:
    """Whether a model stands behind the cue that is yet to come, not the event's: "X is out, and Y expected"."""
    others = (m for m in sentence.models if m.model.versioned and not _within(m, event.models))
    return cue.start >= event.span[1] and any(0 <= m.start - cue.end <= FAR for m in others)


def _value(sentence: Sentence, day: DayMention | None) -> Value:
    """The day, with the span that it ends or begins; a day of another sentence stands by itself."""
    told = dated(sentence, day) if day in sentence.days and day else None
    return told or Value(Unit.DATE, day=day.day if day else None)


def _day_of(sentence: Sentence, event: Event, found: Sequence[Event]) -> DayMention | None:
    """The nearest day of the clause, unless another event lies between."""
    low, high = clause(sentence, event.cues[0].start)
    start, end = event.span
    near = []
    for day in sentence.days:
        if not low <= day.start < high or _speaks_of_knowledge(sentence, day):
            continue
        between = (day.end, start) if day.end <= start else (end, day.start)
        if between[1] - between[0] <= FAR and not _interrupted(sentence, event, found, between):
            near.append((between[1] - between[0], day))
    return min(near, key=lambda n: n[0])[1] if near else _only_day(sentence, event, found)


def _only_day(sentence: Sentence, event: Event, found: Sequence[Event]) -> DayMention | None:
    """The one exact day of the clause, where nothing else happens in it: "X launched Y, a …, on 5 May 2026"."""
    low, high = clause(sentence, event.cues[0].start)
    days = [day for day in sentence.days if low <= day.start < high]
    if len(found) != 1 or len(days) != 1 or not days[0].day.day or _speaks_of_knowledge(sentence, days[0]):
        return None
    day = days[0]
    on = _ON.search(sentence.between(max(low, day.start - 6), day.start)) and day.start >= event.span[1]
    opens = _OPENS.match(sentence.text, day.end) and day.end <= event.span[0]
    return day if on or opens else None


def _interrupted(sentence: Sentence, event: Event, found: Sequence[Event], between: Span) -> bool:
    """Whether something else stands between a day and the event: another event or model, or, where the day
    comes last, a comma."""
    start, end = between
    if _ACROSS.search(sentence.between(start, end)):
        return True
    if any(start <= c.start < end for other in found if other is not event for c in other.cues):
        return True
    others = (m for m in sentence.models if m.model.versioned and not _within(m, event.models))
    if any(start <= m.start < end and not _OWNS.match(sentence.text, m.end) for m in others):
        return True
    gap = sentence.between(start, end)
    return start >= event.span[1] and ("，" in gap or ("," in gap and len(gap) > 24))


def _within(mention: Mention, group: Sequence[Mention]) -> bool:
    return any(mention.model.key == other.model.key for other in group)


def _speaks_of_knowledge(sentence: Sentence, day: DayMention) -> bool:
    low, _ = clause(sentence, day.start)
    knows = sentence.cues_in(max(low, day.start - FAR), day.start, "cutoff")
    return bool(knows or sentence.cues_in(max(sentence.start, day.start - 30), day.start, "as_of"))


def _in_parentheses(sentence: Sentence) -> Iterator[Draft]:
    """As in "GPT-4.5 (February 2025)"."""
    for day in sentence.days:
        for group in groups(sentence, [m for m in sentence.models if m.model.versioned]):
            gap = sentence.between(group[-1].end, day.start) if group[-1].end <= day.start else ""
            if _speaks_of_knowledge(sentence, day):
                continue
            if gap and _PARENTHESIS.fullmatch(gap) and _CLOSED.match(sentence.text, day.end):
                close = sentence.text.find(")", day.end, day.end + 30)
                status = (
                    status_of(sentence.cues_in(day.start - 12, max(close, day.end), *EVENTS))
                    or Status.RELEASED
                )
                models = tuple(mention.model for mention in group)
                yield Draft(
                    Attribute.RELEASED, _value(sentence, day), group[0].start, day.end, models, status=status
                )


def _of_the_subject(sentence: Sentence) -> Iterator[Draft]:
    """Yields "Release date: 5 February 2026" and "于2026年1月发布": of the model that the heading names."""
    if sentence.models or _OF_PAGE.search(sentence.text, sentence.start, sentence.end):
        return
    for cue in sentence.cues_in(sentence.start, min(sentence.end, sentence.start + 40), "released"):
        for day in sentence.days:
            start, end = min(cue.start, day.start), max(cue.end, day.end)
            between = sentence.between(min(cue.end, day.end), max(cue.start, day.start))
            if _OPENING.fullmatch(sentence.between(sentence.start, start)) and _LABEL.fullmatch(between):
                status = status_of(sentence.cues_in(sentence.start, sentence.end, *EVENTS)) or Status.RELEASED
                yield Draft(Attribute.RELEASED, _value(sentence, day), start, end, status=status)
                return
