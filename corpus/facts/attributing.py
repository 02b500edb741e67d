"""Joins what a sentence states to the models that it states it of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.facts.cues import status_of
from corpus.facts.drafts import Draft, clause
from corpus.facts.scan import Sentence
from corpus.facts.subjects import RESPECTIVELY, Subject, groups, subjects_at, topics
from corpus.facts.types import Attribute, Span, Status

_LONGEST_QUOTE = 300
_ROOM = 120  # characters that a quote from a longer sentence has on either side
_RISES = re.compile(r"\bto\b|到|至|→")  # "from 128K in the preview to 512K"
_SOFT = ("rumoured", "expected")
_NOT_RANKED = (Status.RUMOURED, Status.EXPECTED)


def with_subjects(
    sentence: Sentence, drafts: Sequence[Draft], context: Subject | None
) -> Iterator[tuple[Draft, tuple[Subject, ...]]]:
    """Yields each draft with the models that it is stated of, none where that is not certain."""
    shared = _respectively(sentence, drafts)
    kinds = Counter((draft.attribute, draft.benchmark) for draft in drafts)
    for draft in drafts:
        if draft.models:
            yield draft, tuple(Subject(model) for model in draft.models)
        elif (draft.start, draft.end) in shared:
            yield draft, (shared[draft.start, draft.end],)
        else:
            alone = kinds[draft.attribute, draft.benchmark] == 1
            yield draft, subjects_at(sentence, draft.start, draft.end, context, alone)


def stated_status(sentence: Sentence, draft: Draft) -> Status:
    """Returns the draft's own status, else what the words around the value say: of things to come in its
    clause, of a preview right beside it."""
    if draft.status is not None or draft.attribute is Attribute.DEVELOPER:
        return draft.status or Status.RELEASED
    low, high = clause(sentence, draft.start)
    soft = status_of(sentence.cues_in(low, high, *_SOFT))
    if soft in _NOT_RANKED:
        return soft
    if sentence.cues_in(low, high, "unfinished"):
        return Status.ANNOUNCED
    before = sentence.cues_in(max(low, draft.start - 12), draft.start, "preview")
    before = [cue for cue in before if not _RISES.search(sentence.between(cue.end, draft.start))]
    beside = before or sentence.cues_in(draft.end, min(high, draft.end + 24), "preview")
    return Status.PREVIEW if beside else Status.RELEASED


def quoted(sentence: Sentence, start: int, end: int) -> Span:
    """Returns the sentence, or of a long one the part around ``text[start:end]``, cut between words."""
    if sentence.end - sentence.start <= _LONGEST_QUOTE:
        return sentence.span
    low, high = max(sentence.start, start - _ROOM), min(sentence.end, end + _ROOM)
    while low > sentence.start and low < start and _inside_word(sentence.text, low):
        low += 1
    while high < sentence.end and high > end and _inside_word(sentence.text, high):
        high -= 1
    return low, high


def within(inner: Span, outer: Span) -> bool:
    """Whether one span lies in the other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _respectively(sentence: Sentence, drafts: Sequence[Draft]) -> dict[Span, Subject]:
    """As in "A and B reach 72 and 73 respectively": as many values of a kind as models, in the same order."""
    named = [group for group in groups(sentence, topics(sentence)) if len(group) > 1]
    if len(named) != 1 or not RESPECTIVELY.search(sentence.text, sentence.start, sentence.end):
        return {}
    shared: dict[Span, Subject] = {}
    for alike in _alike(draft for draft in drafts if not draft.models):
        if len(alike) == len(named[0]):
            pairs = zip(alike, named[0], strict=True)
            shared.update({(d.start, d.end): Subject(mention.model) for d, mention in pairs})
    return shared


def _alike(drafts: Iterable[Draft]) -> list[list[Draft]]:
    kinds: dict[object, list[Draft]] = {}
    for draft in drafts:
        kinds.setdefault(draft.attribute, []).append(draft)
    return list(kinds.values())


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum() and text[at - 1].isascii() and text[at].isascii()
