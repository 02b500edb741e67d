"""What follows a family's name, read part by part."""

import re
from collections.abc import Callable

from corpus.names.family import Family, Part
from corpus.names.numerals import read_code, read_date, read_extra_size, read_number
from corpus.names.place import Place, Step
from corpus.names.words import read_strange, read_word

_MOST_PARTS = 7
_INFIX = re.compile(r"(?:大模型|大語言模型|大语言模型|模型| large model)? ?(?=v?\d)")
_Reader = Callable[[Place, int, str, Family, tuple[Part, ...]], Step | None]
_DIGIT_READERS: tuple[_Reader, ...] = (read_date, read_extra_size, read_number)
_LETTER_READERS: tuple[_Reader, ...] = (read_extra_size, read_code, read_word, read_strange)


def read_tail(
    place: Place, at: int, family: Family, parts: tuple[Part, ...] = ()
) -> tuple[tuple[Part, ...], int]:
    """Returns the parts of a name from `at` on, those given first, and the offset at which it ends."""
    while len(parts) < _MOST_PARTS:
        step = read_part(place, at, family, parts)
        if step is None:
            break
        at = step.end
        if step.part is not None:
            parts = (*parts, step.part)
    return parts, at


def read_part(place: Place, at: int, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns the next part of a name, or None where the name ends at `at`."""
    joint, at = read_joint(place.folded, at, first=not parts)
    char = place.folded[at : at + 1]
    if not char.isalnum():
        return None
    for read in _DIGIT_READERS if char.isdigit() else _LETTER_READERS:
        step = read(place, at, joint, family, parts)
        if step is not None:
            return step
    return None


def read_joint(folded: str, at: int, *, first: bool) -> tuple[str, int]:
    """Returns what stands between two parts (" ", "-", ":", "@" or nothing), and where the next may begin."""
    if first and (infix := _INFIX.match(folded, at)):
        return ("" if infix.end() == at else " "), infix.end()
    if folded[at : at + 1] in {" ", "-", ":", "@", "·"}:
        return folded[at], at + 1
    return "", at
