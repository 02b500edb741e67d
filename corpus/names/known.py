"""What is known while a text is read, and the model that a name read is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.names.family import Family, Kind, Part
from corpus.names.heads import Heads
from corpus.names.lexicon import Lexicon
from corpus.names.spelling import key_of, name_of
from corpus.names.types import Mention, Model


@dataclass(frozen=True, slots=True)
class Known:
    """What is known while a text is read: the lexicon, further families (from the article or the index),
    the families that are spoken of, the keys that the article or the index names, whether the text speaks of
    models (None: to be seen from each text), the full names by key of models that no file lists, and the keys of
    those whose names are complete without a number."""

    lexicon: Lexicon
    extra: Heads | None = None
    spoken_of: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    about_models: bool | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()

    @property
    def attested(self) -> frozenset[str]:
        """The keys of models that exist: well-known ones and those that the article or the index names."""
        more = self.named | self.complete
        return self.lexicon.well_known | more if more else self.lexicon.well_known


@dataclass(frozen=True, slots=True)
class Found:
    """A name read: where, of which family, with which parts."""

    start: int
    end: int
    family: Family
    parts: tuple[Part, ...]


def mention(known: Known, found: Found) -> Mention:
    """Returns the mention of what was read."""
    return Mention(found.start, found.end, model_of(known, found.family, found.parts), found.family.known)


def model_of(known: Known, family: Family, parts: tuple[Part, ...]) -> Model:
    """Returns the model of this family with these parts."""
    key = key_of(family, parts)
    name = known.lexicon.listed.get(key) or known.names.get(key) or name_of(family, parts)
    certain = key in known.lexicon.listed or key in known.complete
    versioned = certain or any(_tells_apart(family, part) for part in parts)
    return Model(key, name, family.name, family.developer, versioned)


def _tells_apart(family: Family, part: Part) -> bool:
    """Whether a part makes a name one model's: a number, or a word that is neither line nor state."""
    return part.kind is not Kind.WORD or not (part.norm in family.lines or part.late)
