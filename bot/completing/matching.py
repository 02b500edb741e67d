"""Finds what a person may mean by what they have typed so far."""

import heapq
import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from bot.completing.types import Choice, Entry
from index.text import fold

MOST = 25  # choices that Discord shows
_TYPED = 100  # characters that are looked at
_WHOLE, _BEGINS, _WORD, _INSIDE, _WORDS = 5.0, 4.0, 3.0, 2.0, 1.5
_ALIKE = 75  # of 100, from which a misspelled name is offered
_APART = re.compile(r"[\s\-_/·:：]+")


def folded(text: str) -> str:
    """Returns the text in lower case, simplified characters, and with single spaces for hyphens and the like."""
    return _APART.sub(" ", fold(text)).strip()


def complete(entries: Sequence[Entry], typed: str, most: int = MOST) -> list[Choice]:
    """Returns the choices that match what was typed, best first; those of the greatest weight for nothing typed."""
    words = folded(typed[:_TYPED])
    ranked = ((_match(entry, words), entry.weight, -place) for place, entry in enumerate(entries))
    best = heapq.nlargest(most, (found for found in ranked if found[0] > 0))
    return [entries[-place].choice for _, _, place in best]


def _match(entry: Entry, words: str) -> float:
    """How well an entry matches, from 5 (its whole name) down to 0 (not at all)."""
    if not words:
        return _WHOLE
    closest = max((_begun(key, words) for key in entry.keys), default=0.0)
    return closest or _alike(entry.keys, words)


def _begun(key: str, words: str) -> float:
    if key == words:
        return _WHOLE
    if key.startswith(words):
        return _BEGINS
    if f" {words}" in key:
        return _WORD
    # "opus4" is typed for "opus 4", and "gpt 4o" for "gpt4o".
    if words in key or words.replace(" ", "") in key.replace(" ", ""):
        return _INSIDE
    return _WORDS if all(word in key for word in words.split(" ")) else 0.0


def _alike(keys: Iterable[str], words: str) -> float:
    """Between 0 and 1 for what is spelled alike; two letters are alike to too much."""
    if len(words) < 3:
        return 0.0
    # It is not all typed yet, and may be the middle of a name.
    scores = (fuzz.partial_ratio(words, key, score_cutoff=_ALIKE) for key in keys)
    score = max(scores, default=0.0)
    return score / 100
