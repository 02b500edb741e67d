"""Which model an article is speaking of: by its headings, the paragraphs before a list, and the bullets above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.facts.scan import Sentence
from corpus.facts.subjects import Subject, groups, only, topics
from corpus.facts.types import Span
from corpus.names.types import Mention
from corpus.structure.types import Block, Path

_OPENS = re.compile(r"[\s>*\-+•●◦#\d.、)）`_\[🔹🔥🚀⭐️]{0,12}(?:the\s|new\s)?", re.IGNORECASE)
_DEFINES = re.compile(
    r"[\s*`_\])]{0,6}(?:[(（][^()（）]{0,60}[)）])?[\s*`_.]{0,6}(?:[:：—–-]|\n|$)|.{0,3}[(（]"
)
_JOINED_ON = re.compile(r"(?:\s(?:and|or|&)\s|\s?(?:和|与|與|及|、)\s?|\s및\s|と\s?)[*`「\"]{0,3}$")
LONGEST_SPAN = 300


@dataclass(slots=True)
class Thread:
    """Told of each block in order, it knows what the next sentence's subject is, if that is certain.

    A heading that names one model rules its section; one that names several, or a family as a whole, rules
    that the section's subject is unknown; above the headings of sections stands the title. A paragraph that a list hangs on, and a bullet with bullets below,
    pass on theirs.
    """

    title: Subject | None = None
    headings: dict[Path, tuple[bool, Subject | None]] = field(default_factory=dict)
    lead: Subject | None = None
    bullets: list[tuple[int, Subject | None]] = field(default_factory=list)

    def heading(self, block: Block, sentence: Sentence) -> None:
        """Takes in a heading. What it names decides about its section; one without names changes nothing."""
        self.lead, self.bullets = None, []
        decides = bool(sentence.models)
        subject = None if _names_more(sentence) else _subject_of(sentence, sentence.models)
        self.headings[block.path] = decides, subject

    def paragraph(self, sentence: Sentence) -> None:
        """Takes in a paragraph's first sentence: one that opens with a model, or names just one, leads the
        list below it."""
        self.bullets = []
        if is_footnote(sentence):
            self.lead = None
            return
        opening = opening_subject(sentence)
        self.lead = opening or _subject_of(sentence, topics(sentence))

    def bullet(self, sentence: Sentence, indent: int) -> None:
        """Takes in a list item's first sentence."""
        while self.bullets and self.bullets[-1][0] >= indent:
            self.bullets.pop()
        self.bullets.append((indent, opening_subject(sentence) if sentence.models else None))

    def subject(self, path: Path, listed: bool) -> Subject | None:
        """Returns the subject that holds in a section; in a list (`listed`) also by what leads the list."""
        if listed:
            for _, subject in reversed(self.bullets):
                if subject is not None:
                    return subject
            if self.lead is not None:
                return self.lead
        for depth in range(len(path), 0, -1):
            decides, subject = self.headings.get(path[:depth], (False, None))
            if decides:
                return subject
        return self.title if listed or self.headings else None


def is_footnote(sentence: Sentence) -> bool:
    """Whether it is a note that is marked so: it says nothing of what stands around it."""
    return sentence.text.startswith("[^", sentence.start)


def _names_more(sentence: Sentence) -> bool:
    """Whether something that is no known model is joined to a heading's model ("Polaris and GPT-5")."""
    known = [(m.start, m.end) for m in sentence.models] + [(o.start, o.end) for o in sentence.organisations]
    for mention in sentence.models:
        before = _JOINED_ON.search(sentence.between(max(sentence.start, mention.start - 12), mention.start))
        at = mention.start - len(before[0]) if before else 0
        if before and not any(end == at for _, end in known):
            return True
    return False


def opening_subject(sentence: Sentence) -> Subject | None:
    """Returns the model that the sentence opens with as with a title: "**GPT-5 (mid-2025)**: …"."""
    first = next((m for m in sentence.models), None)
    if first is None or not first.model.versioned:
        return None
    opens = _OPENS.fullmatch(sentence.between(sentence.start, min(first.start, sentence.start + 40)))
    if first.start > sentence.start + 40 or not opens:
        return None
    group = groups(sentence, sentence.models)[0]
    if len({m.model.key for m in group}) > 1 or not _DEFINES.match(
        sentence.text, group[-1].end, sentence.end
    ):
        return None
    return Subject(first.model, _span(sentence, first.end))


def _subject_of(sentence: Sentence, mentions: Sequence[Mention]) -> Subject | None:
    model = only(mentions)
    if model is None or not model.versioned:
        return None
    at = next(m for m in sentence.models if m.model.key == model.key)
    return Subject(model, _span(sentence, at.end))


def _span(sentence: Sentence, at_least: int) -> Span:
    return sentence.start, max(min(sentence.end, sentence.start + LONGEST_SPAN), at_least)
