from dataclasses import dataclass

import pytest

from corpus.facts.placed import Placed


@dataclass(frozen=True)
class _Word:
    start: int
    end: int


_WORDS = (_Word(0, 3), _Word(4, 8), _Word(10, 12))


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ((0, 12), _WORDS),
        ((1, 12), _WORDS[1:]),
        ((0, 7), _WORDS[:1]),
        ((3, 4), ()),
        ((20, 30), ()),
    ],
)
def test_what_lies_within_a_part_is_whole_in_it(span: tuple[int, int], found: tuple[_Word, ...]) -> None:
    assert Placed(reversed(_WORDS)).within(*span) == found


def test_what_overlaps_another_is_left_out() -> None:
    others = Placed([_Word(7, 9), _Word(12, 13)])
    assert Placed(_WORDS).apart_from(others).items == [_WORDS[0], _WORDS[2]]
