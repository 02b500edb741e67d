"""Recognises one text under two names: word for word, or nearly so."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from datasketch import MinHash

from corpus.intake.wording import says_otherwise, words_of

PERMUTATIONS = 128
_ALIKE = 0.7  # of their runs of four words; the estimate is off by 0.04 at most two times in three
_RUN = 4
_MOST_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Print:
    """What a text can be recognised by. `digest` is of its words alone; `marks` uint32 [128] are its MinHash."""

    digest: str
    marks: np.ndarray


def print_of(text: str) -> Print:
    """Takes a text's print; marks of Markdown, case and white space leave no trace in it."""
    words = [word.lower().encode("utf-8", "replace") for word in words_of(text)]
    digest = hashlib.sha256(b" ".join(words)).hexdigest()
    first = words[:_MOST_WORDS]
    runs = {b" ".join(first[at : at + _RUN]) for at in range(max(1, len(first) - _RUN + 1))}
    marks = MinHash(num_perm=PERMUTATIONS, scheme="affine32")
    marks.update_batch(sorted(runs))
    return Print(digest, np.asarray(marks.hashvalues, np.uint32))


def nearly_same(first: Print, second: Print) -> bool:
    """Whether two texts have nearly the same words, as a copy has, but a correction too."""
    return first.digest == second.digest or float(np.mean(first.marks == second.marks)) >= _ALIKE


def is_copy(first: Print, second: Print, one: str, other: Callable[[], str]) -> bool:
    """Whether one text is a copy of the other: nearly the same, and no other number or name in its place. So a
    correction is no copy, nor is the same report on another model. `other` is read only where it has to be."""
    if first.digest == second.digest:
        return True
    return nearly_same(first, second) and not says_otherwise(one, other())
