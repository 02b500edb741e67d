"""Recognises one text under two names: word for word, or nearly so."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from datasketch import MinHash

PERMUTATIONS = 128
_ALIKE = 0.7  # of their runs of four words; the estimate is off by 0.04 at most two times in three
_RUN = 4
_MOST_WORDS = 50_000
# Scripts without spaces give a word for each character.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+"
)
_DIGIT = re.compile(rb"\d")


@dataclass(frozen=True, slots=True)
class Print:
    """What a text can be recognised by. `digest` is of its words alone; `marks` uint32 [128] are its MinHash;
    `numbers` stand for each number and the two words before it: (CRC of the words, CRC of the number)."""

    digest: str
    marks: np.ndarray
    numbers: frozenset[tuple[int, int]]


def print_of(text: str) -> Print:
    """Takes a text's print; marks of Markdown, case and white space leave no trace in it."""
    found = zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False)
    words = [hit[0].lower().encode("utf-8", "replace") for _, hit in found]
    runs = {b" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    marks = MinHash(num_perm=PERMUTATIONS, scheme="affine32")
    marks.update_batch(sorted(runs))
    digest = hashlib.sha256(b" ".join(words)).hexdigest()
    return Print(digest, np.asarray(marks.hashvalues, np.uint32), frozenset(_numbers(words)))


def is_copy(first: Print, second: Print) -> bool:
    """Whether one is a copy of the other: nearly the same words, and after the same words no other number. So
    a correction is no copy, nor is the same report on the next version."""
    if first.digest == second.digest:
        return True
    return float(np.mean(first.marks == second.marks)) >= _ALIKE and not _differ(first, second)


def _numbers(words: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(words):
        if _DIGIT.search(word):
            yield crc32(b" ".join(words[max(0, at - 2) : at])), crc32(word)


def _differ(first: Print, second: Print) -> bool:
    """Whether each has, after words that both have, a number that the other has not there."""
    one, other = _after(first), _after(second)
    both = one.keys() & other.keys()
    return any(not (one[place] <= other[place] or other[place] <= one[place]) for place in both)


def _after(found: Print) -> dict[int, set[int]]:
    places: dict[int, set[int]] = defaultdict(set)
    for place, number in found.numbers:
        places[place].add(number)
    return places
