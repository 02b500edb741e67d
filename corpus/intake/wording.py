"""Compares two texts that are nearly the same: does one say something else in the same place?

A copy leaves out and adds: a by-line, a paragraph, a word. A correction, the same report on another model, or last
week's report with this week's numbers puts another number or name where the other has one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n|]")
_LARGEST = 1_000_000  # characters of a text that is compared
_IN_PLACE = 5_000  # sentences of a text whose places are compared
_LONGEST = 200  # words of a sentence that are compared
_MOST = 200  # sentences on either side that the other lacks; more of them, and it is no copy
_ALIKE = 0.5  # of the words of two sentences, from which one may be the other with something else in it
_SHORT = 8  # words that are put in the place of others; where more are, the sentence was written anew
_SPELLED_ALIKE = 0.6  # of the letters of two words: "licence" and "license"

Sentence = tuple[str, ...]
Pair = tuple[Sentence, Sentence]


def words_of(text: str) -> Iterator[str]:
    """Yields the words; scripts without spaces give one for each character."""
    return (hit[0] for hit in _WORD.finditer(text))


def says_otherwise(one: str, other: str) -> bool:
    """Whether one of two texts that are nearly the same has another number or name where the other has one. Of
    what is too long to be compared, or differs in too much, it is said that it does."""
    if max(len(one), len(other)) > _LARGEST:
        return True
    first, second = _sentences(one), _sentences(other)
    pairs = _pairs(first, second)
    if pairs is None:
        return True
    small = {word for sentence in (*first, *second) for word in sentence if word.islower()}
    changes = [change for pair in pairs for change in _changes(*pair)]
    often = Counter((_folded(old), _folded(new)) for old, new in changes)
    return any(_is_of_substance(old, new, small, often) for old, new in changes)


def _sentences(text: str) -> list[Sentence]:
    found = (tuple(words_of(part))[:_LONGEST] for part in _SENTENCE_END.split(text))
    return [sentence for sentence in found if sentence]


def _folded(sentence: Sentence) -> Sentence:
    return tuple(word.lower() for word in sentence)


def _pairs(first: Sequence[Sentence], second: Sequence[Sentence]) -> set[Pair] | None:
    """Each sentence that only one text has, with the one in its place, where as many stand there, or else with
    the one that is most like it; None where there are too many."""
    one, other = list(map(_folded, first)), list(map(_folded, second))
    left, right = _without(first, set(other)), _without(second, set(one))
    if max(len(left), len(right)) > _MOST:
        return None
    pairs = {(s, nearest) for s in left if (nearest := _nearest(s, right))}
    # Sentences that recur again and again, as the rules of tables do, are no places.
    for tag, a, b, c, d in SequenceMatcher(None, one[:_IN_PLACE], other[:_IN_PLACE]).get_opcodes():
        if tag == "replace" and b - a == d - c:
            pairs.update(zip(first[a:b], second[c:d], strict=True))
    return pairs


def _without(sentences: Sequence[Sentence], others: set[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if _folded(sentence) not in others]


def _nearest(sentence: Sentence, others: Sequence[Sentence]) -> Sentence | None:
    mine = Counter(_folded(sentence))
    likeness, nearest = max(((_likeness(mine, Counter(_folded(o))), o) for o in others), default=(0.0, None))
    return nearest if likeness >= _ALIKE else None


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(1, (one | other).total())


def _changes(one: Sentence, other: Sentence) -> list[Pair]:
    """What stands in one sentence in the place of what stands in the other; nothing where hardly a word is the
    same, unless each has but one or two."""
    matcher = SequenceMatcher(None, _folded(one), _folded(other), autojunk=False)
    if max(len(one), len(other)) > 2 and matcher.ratio() < _ALIKE:
        return []
    return [
        (one[a:b], other[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and max(b - a, d - c) <= _SHORT
    ]


def _is_of_substance(old: Sentence, new: Sentence, small: set[str], often: Counter[Pair]) -> bool:
    """A number or a name in the place of another, anything in the place of another again and again, or a number or
    name that is put in or left out again and again."""
    words, again = (*old, *new), often[_folded(old), _folded(new)] > 1
    counts = any(character.isdigit() for word in words for character in word)
    named = any(word[0].isupper() and word.lower() not in small for word in words)
    if not (old and new):
        return again and (counts or named)
    return counts or ((named or again) and not _is_spelled_alike(old, new))


def _is_spelled_alike(old: Sentence, new: Sentence) -> bool:
    one, other = "".join(old).lower(), "".join(new).lower()
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLED_ALIKE
