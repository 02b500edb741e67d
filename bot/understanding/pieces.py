"""The nouns of a sentence that is read: its pieces, each a thing or a word of the list."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.understanding.cues import Cue, Senses
from bot.understanding.periods import Period
from corpus.facts.types import Value
from corpus.names.types import Benchmark, Model


@dataclass(frozen=True, slots=True)
class Organisation:
    """A developer by its main name."""

    name: str


Thing = Model | Organisation | Benchmark | Value | Period


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]``: a thing, or a word of the list with its senses. `inner` are the words within a
    number as it is written ("$1 per million input tokens")."""

    start: int
    end: int
    thing: Thing | None = None
    senses: Senses = field(default_factory=dict)
    inner: tuple[Cue, ...] = ()

    def means(self, role: str, *meanings: str) -> bool:
        """Says whether the word has the role, and one of these meanings, if any are given."""
        return role in self.senses and (not meanings or self.senses[role] in meanings)


@dataclass(frozen=True, slots=True)
class Reading:
    """All pieces of a sentence in order; nothing else that says anything is in it."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that are named, each once."""
        return tuple(dict.fromkeys(p.thing for p in self.pieces if isinstance(p.thing, Model)))

    @property
    def developers(self) -> tuple[str, ...]:
        """The developers that are named, each once."""
        return tuple(dict.fromkeys(p.thing.name for p in self.pieces if isinstance(p.thing, Organisation)))

    @property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """The benchmarks that are named, each once."""
        return tuple(dict.fromkeys(p.thing for p in self.pieces if isinstance(p.thing, Benchmark)))

    def values(self) -> list[Piece]:
        """The numbers."""
        return [p for p in self.pieces if isinstance(p.thing, Value)]

    def periods(self) -> list[Piece]:
        """The days, months and years."""
        return [p for p in self.pieces if isinstance(p.thing, Period)]

    def of(self, role: str, *meanings: str) -> list[Piece]:
        """The words with this role, and one of these meanings, if any are given."""
        return [p for p in self.pieces if p.means(role, *meanings)]

    def has(self, role: str, *meanings: str) -> bool:
        """Says whether there is such a word."""
        return any(p.means(role, *meanings) for p in self.pieces)

    def written(self, piece: Piece) -> str:
        """The piece as it is written, in small letters."""
        return self.text[piece.start : piece.end].lower()

    def explained(self, used: Iterable[Piece]) -> bool:
        """Says whether each word is used or only frames the question."""
        kept = {p.start for p in used}
        return all(p.thing or p.start in kept or p.means("frame") for p in self.pieces)
