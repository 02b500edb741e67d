"""What a question is about, word by word: pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.text import LETTERS, Terms, fold, is_unspaced
from index.types import Tokens

KNOWN = 0.8  # the least weight of a known name, of what is asked about, and of a version number
_VERSION = re.compile(r"(?!(?:19|20)\d\d$)v?\d+(?:\.\d+)*[a-z]?")
_COUNTED = frozenset("年月日号天周个亿万千百%人家名款元倍")  # what follows a number that counts something
COMMON, RARE = (
    4.0,
    10.5,
)  # natural logarithms of token numbers, which the tokenizer gives in order of frequency


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a question, or a character of a script without spaces.

    `tokens` are the numbers of its tokens; `weight` from 0 (says nothing) to 1 (rare); `name` says that it
    has to be spoken of under this very name, `known` is the term that all spellings of a known name share;
    `concept` is what it speaks of, if that is known, and `asked` that an answer must speak of it. `after` is the name that a version number stands
    right behind ("Opus" for the 4.6 of "Opus 4.6").
    """

    text: str
    tokens: tuple[int, ...]
    weight: float
    name: bool
    known: str | None
    concept: str | None
    asked: bool = False
    after: Unit | None = None


class QuestionReader:
    """Knows the words that frame questions, and those for what questions ask about."""

    def __init__(self, frame: frozenset[str], terms: Terms, bridges: frozenset[str] = frozenset()) -> None:
        self._frame = frame
        self._bridges = bridges
        self._terms = terms
        unspaced = sorted((w for w in frame if is_unspaced(w) and len(w) > 1), key=len, reverse=True)
        self._unspaced_frame = re.compile("|".join(map(re.escape, unspaced)))

    def units(self, question: str, tokens: Tokens) -> list[Unit]:
        """Cuts a question into units. `question` is folded without changing its length where possible."""
        folded = fold(question)
        folded = folded if len(folded) == len(question) else question.lower()
        framed = {i for m in self._unspaced_frame.finditer(folded) for i in range(*m.span())}
        framed |= {i for i, c in enumerate(folded) if c in self._frame and is_unspaced(c)}
        names, concepts = self._terms.names(folded), self._terms.concepts(folded)
        found: list[Unit] = []
        last_end = -1
        for start, end, group in _words(folded, tokens, [span for _, *span in names]):
            text = folded[start:end]
            known = next((n for n, a, b in names if a <= start and end <= b), None)
            concept = (
                None if known else next((n for n, *span in concepts if _inside((start, end), span)), None)
            )
            framing = text in self._frame or all(i in framed for i in range(start, end))
            weight = (
                0.0
                if framing and not concept and not known
                else _weight(tokens.ids[group], bool(concept or known))
            )
            name = bool(known) or self._is_name(question, start, text)
            asked = concept is not None and concept not in self._bridges
            unit = Unit(text, tuple(group), weight, name, known, concept, asked)
            touching = found and folded[last_end:start].strip(" -") == ""
            if touching and folded[end : end + 1] not in _COUNTED and _is_version(unit, found[-1]):
                found[-1] = replace(found[-1], name=True)
                unit = replace(unit, weight=max(weight, KNOWN), after=found[-1])
            found.append(unit)
            last_end = end
        return found

    def _is_name(self, question: str, start: int, text: str) -> bool:
        if any(c.isdigit() for c in text):
            return True
        latin = text.isascii() and len(text) > 1
        mixed = any(is_unspaced(c) for c in question)
        first = 0 if question[:start].strip() else 1  # a sentence begins with a capital anyway
        capital = any(c.isupper() for c in question[start + first : start + len(text)])
        return latin and (mixed or capital)


def _is_version(unit: Unit, before: Unit) -> bool:
    """Says whether a number is the version of what stands before it: of a name, or, with a dot in it, of any
    word in Latin letters."""
    latin = before.text.isascii() and before.weight > 0 and "." in unit.text
    return bool(_VERSION.fullmatch(unit.text)) and (before.name or latin)


def _words(text: str, tokens: Tokens, names: Sequence[Sequence[int]]) -> list[tuple[int, int, list[int]]]:
    """Start, end and tokens of each known name, of each other word, and of each token of a run in a script
    without spaces."""
    ends = tokens.spans[:, 1] - 0.5  # of its last character, since it may begin with the space before it
    named = np.zeros(len(ends), bool)
    words: list[tuple[int, int, list[int]]] = []
    for start, end in names:
        covered = (ends > start) & (ends < end) & ~named
        named |= covered
        if covered.any():
            words.append((start, end, np.flatnonzero(covered).tolist()))
    for match in LETTERS.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        inside = np.flatnonzero((ends > start) & (ends < end) & ~named).tolist()
        if match.lastgroup == "unspaced":
            words += [
                (max(start, int(tokens.spans[n][0])), min(end, int(tokens.spans[n][1])), [n]) for n in inside
            ]
        elif inside:
            words.append((start, end, inside))
    return sorted(words)


def _inside(span: Sequence[int], outer: Sequence[int]) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]


def _weight(ids: np.ndarray, concept: bool) -> float:
    rarest = math.log(max(int(ids.max()), 1))
    weight = min(1.0, max(0.0, (rarest - COMMON) / (RARE - COMMON)))
    return max(weight, KNOWN) if concept else weight
