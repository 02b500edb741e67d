"""Where a model's name may begin: at a family's name, at a line or a word that may stand alone, at a code."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from corpus.names.alternation import alternation, spellings
from corpus.names.family import NEVER, Family
from corpus.names.folding import folded

# A code that stands alone: "R1", "V3.2", "o3". What it may be is decided where the article is known.
CODE = re.compile(r"(?<![a-z\d.\-/@#+=])[okmrvx]\d{1,2}(?:\.\d{1,2})?(?![\d.]\d)")


class HeadKind(Enum):
    """What a name begins with."""

    FAMILY = auto()
    LINE = auto()
    ALONE = auto()
    PRODUCT = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """A beginning: the family that it belongs to, None for a product, which is no model."""

    kind: HeadKind
    family: Family | None


@dataclass(frozen=True, slots=True)
class Heads:
    """Beginnings by their folded form, the expression that finds them, and the families whose versions
    carry a letter, by that letter."""

    by_form: Mapping[str, Head]
    pattern: re.Pattern[str]
    coded: Mapping[str, tuple[Family, ...]]


def heads_of(families: Iterable[Family], products: Iterable[str] = ()) -> Heads:
    """Returns the beginnings of these families' names. A product outranks a family of the same name."""
    families = tuple(families)
    by_form: dict[str, Head] = {}
    for family in families:
        _add(by_form, family.alone, Head(HeadKind.ALONE, family))
        if family.least < NEVER:
            _add(by_form, family.lines, Head(HeadKind.LINE, family))
    for family in families:
        names = () if family.name == "o-series" else (family.name, *family.aliases)
        _add(by_form, names, Head(HeadKind.FAMILY, family))
    _add(by_form, products, Head(HeadKind.PRODUCT, None))
    letters = sorted({letter for family in families for letter in family.codes.lower()})
    coded = {letter: tuple(f for f in families if letter in f.codes.lower()) for letter in letters}
    return Heads(by_form, alternation(by_form), coded)


def _add(by_form: dict[str, Head], names: Iterable[str], head: Head) -> None:
    by_form.update((form, head) for name in names for form in spellings(folded(name)))
