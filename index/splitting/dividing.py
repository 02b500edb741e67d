"""Cuts what is too long: at sentence ends, else at clause marks, else at white space, else anywhere."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from corpus.structure.sentences import sentences_in
from corpus.structure.terminators import trimmed
from corpus.structure.types import Span
from index.splitting.types import CHARACTERS_A_TOKEN, CountTokens, Limits

_CLAUSE_END = re.compile(r"[，、；：｜]|[,;:|)](?=\s)|——|</t[dh]>|<br\s?/?>", re.IGNORECASE)
_BATCH = 256
_WINDOWS = 2  # the level below sentences and clauses: windows of characters, halved at each further level
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_LONGEST_CLUSTER = 32
Sized = tuple[int, int, int]  # start, end, tokens


class Ruler:
    """Measures parts of one text in the embedder's tokens, many at a time."""

    def __init__(self, text: str, count_tokens: CountTokens, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self._count = count_tokens

    def measure(self, spans: list[Span]) -> list[int]:
        """Returns the tokens of each span, at least 1 each, and one for every 16 characters.

        A span that is too long whatever its tokens is not counted.
        """
        brief = [(start, end) for start, end in spans if end - start <= self.limits.characters]
        counted = iter(self._count([self.text[start:end] for start, end in brief]) if brief else [])
        return [
            max(self._least(end - start), next(counted) if end - start <= self.limits.characters else 0)
            for start, end in spans
        ]

    def _least(self, characters: int) -> int:
        return max(1, -(-characters // CHARACTERS_A_TOKEN))

    def measured(self, spans: Iterable[Span]) -> Iterator[Sized]:
        """Yields the spans with their tokens, counted in batches."""
        rest = iter(spans)
        while batch := list(islice(rest, _BATCH)):
            for (start, end), tokens in zip(batch, self.measure(batch), strict=True):
                yield start, end, tokens


def divide(ruler: Ruler, span: Span, goal: int) -> Iterator[Sized]:
    """Yields parts of the span of about `goal` tokens, none over the limit unless it is one character."""
    held: Sized | None = None
    for start, end, tokens in _atoms(ruler, span, 0):
        if held is not None and _joins(ruler, held, (start, end, tokens), goal):
            held = (held[0], end, held[2] + tokens)
            continue
        if held is not None:
            yield held
        held = (start, end, tokens)
    if held is not None:
        yield held


def _joins(ruler: Ruler, held: Sized, part: Sized, goal: int) -> bool:
    limits = ruler.limits
    close_enough = held[2] + part[2] // 2 <= goal and held[2] + part[2] <= limits.text
    return close_enough and part[1] - held[0] <= limits.characters


def _atoms(ruler: Ruler, span: Span, level: int) -> Iterator[Sized]:
    """Yields sentences, and where one is over the limit, its clauses, its words, its characters."""
    for start, end, tokens in ruler.measured(_parts(ruler, span, level)):
        if tokens <= ruler.limits.text or end - start <= 1:
            yield start, end, tokens
        elif level <= _WINDOWS or end - start < span[1] - span[0]:
            yield from _atoms(ruler, (start, end), level + 1)
        else:  # what a reader sees as one character, and too long all the same
            yield from ruler.measured((place, place + 1) for place in range(start, end))


def _parts(ruler: Ruler, span: Span, level: int) -> Iterator[Span]:
    text, (start, end) = ruler.text, span
    if level == 0:
        return sentences_in(text, start, end)
    if level == 1:
        return _clauses(text, start, end)
    size = ruler.limits.target // 2 if level == _WINDOWS else (end - start) // 2
    return _windows(text, start, end, max(1, size))


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for mark in _CLAUSE_END.finditer(text, start, end):
        yield from trimmed(text, begin, mark.end())
        begin = mark.end()
    yield from trimmed(text, begin, end)


def _windows(text: str, start: int, end: int, size: int) -> Iterator[Span]:
    """Yields parts of at most about `size` characters, cut at white space where there is some."""
    begin = start
    while begin < end:
        while begin < end and text[begin].isspace():
            begin += 1
        cut = end if end - begin <= size else _cut(text, begin, begin + size)
        yield from trimmed(text, begin, cut)
        begin = cut


def _cut(text: str, begin: int, at: int) -> int:
    """Returns the best place for a cut in the second half of ``text[begin:at]``, or at its end."""
    for place in range(at, (begin + at) // 2, -1):
        if text[place].isspace() or text[place - 1].isspace():
            return place
    near: tuple[int, ...] = (
        *range(at, max(begin, at - _LONGEST_CLUSTER), -1),
        *range(at + 1, min(len(text), at + _LONGEST_CLUSTER)),
    )
    for place in near:
        if not _inside_cluster(text, place):
            return place
    return at


def _inside_cluster(text: str, at: int) -> bool:
    """Whether a cut here would part what a reader sees as one character: accents, joined emoji, flags."""
    before, after = text[at - 1], text[at]
    if after in _JOINERS or before == "\u200d" or unicodedata.category(after) in ("Mn", "Mc", "Me"):
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    return _is_flag(before) and _is_flag(after) and _flags_before(text, at) % 2 == 1


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < _LONGEST_CLUSTER and at - count > 0 and _is_flag(text[at - count - 1]):
        count += 1
    return count
