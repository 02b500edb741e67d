"""The ways in which a name may be spelled, and one expression that finds many of them."""

import re
from collections.abc import Iterable

from corpus.lexicon.word_tree import word_tree

_SEPARATOR = re.compile(r"[ \-]+")


def spellings(phrase: str) -> set[str]:
    """Returns a folded phrase with its separators as spaces, as hyphens, and left out."""
    return {_SEPARATOR.sub(joint, phrase) for joint in (" ", "-", "")} | {phrase}


def alternation(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns an expression that matches the longest of the phrases. It begins with plain characters, so
    that a search skips at machine speed to where one may start; boundaries are the caller's to check."""
    return re.compile(word_tree(phrases))
