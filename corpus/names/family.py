"""The nouns of the lexicon: families of models and the words that their names are made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NEVER = 99  # a `least` version that no model reaches: the lines of such a family don't stand alone


class Trust(StrEnum):
    """How much a family's name says by itself (see corpus/lexicon/models.toml)."""

    PLAIN = "plain"
    WORD = "word"
    SHY = "shy"
    WARY = "wary"


class Kind(StrEnum):
    """What a part of a name is."""

    VERSION = "version"
    WORD = "word"
    SIZE = "size"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a model's name behind the family's: `norm` goes into the key, `spelling` into the name;
    `joint` is how it is joined on where that is special, `late` says that it stands behind a size."""

    kind: Kind
    norm: str
    spelling: str
    joint: str | None = None
    late: bool = False

    @property
    def trailing(self) -> bool:
        """Whether this is a version as "v0.2" in "Mistral-7B-v0.2", which stands behind a size."""
        return self.kind is Kind.VERSION and self.spelling.startswith("v")


@dataclass(frozen=True, slots=True)
class Word:
    """A variant word; see the fields' words in corpus/lexicon/models.toml."""

    spelling: str
    own: bool = False
    joint: str | None = None
    timid: bool = False
    late: bool = False
    hyphened: bool = False
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Variant words by their folded spelling without separators, and the expression that finds them."""

    words: Mapping[str, Word]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A family of models, as corpus/lexicon/models.toml describes it. `known` is false for one that only an
    article or the index knows. `foreign` are words that follow a name's hyphen and are no variant ("-level")."""

    name: str
    developer: str | None
    aliases: tuple[str, ...]
    own: Vocabulary
    common: Vocabulary
    join: str = " "
    then: str = " "
    codes: str = ""
    coded: bool = False
    letters: str = ""
    lines: frozenset[str] = frozenset()
    least: float = 0
    before: frozenset[str] = frozenset()
    before_since: float = 0
    alone: Mapping[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    trust: Trust = Trust.PLAIN
    sized: bool = True
    zero: bool = False
    foreign: frozenset[str] = frozenset()
    known: bool = True


def version_of(parts: tuple[Part, ...]) -> Part | None:
    """Returns the version among a name's parts, or None."""
    return next((part for part in parts if part.kind is Kind.VERSION), None)


def major(part: Part) -> float:
    """Returns a version's number without letters, 0 where it has none."""
    digits = re.search(r"\d{1,4}(?:\.\d{1,4})?", part.norm)
    return float(digits[0]) if digits else 0
