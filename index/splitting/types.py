"""The nouns of splitting: blocks become pieces, pieces become passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.structure.types import Block, Header, Path

CountTokens = Callable[[Sequence[str]], list[int]]

# No token of the embedder is longer than 16 characters, so a text of more than 16 times the limit is over
# it without being counted; the same bound keeps a passage of white space or odd characters short.
CHARACTERS_A_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Limits:
    """How large passages are, in the embedder's tokens, and how many an article may have.

    A passage's text aims at `target`; its context and text together stay within `most`.
    """

    target: int = 180
    most: int = 400
    passages: int = 2000

    def __post_init__(self) -> None:
        if not 1 <= self.target <= self.most or self.passages < 1:
            raise ValueError(
                f"passages need 1 <= target <= most and at least one passage, not target {self.target},"
                f" most {self.most}, passages {self.passages}"
            )

    @property
    def context(self) -> int:
        """The most tokens that a passage's context may take."""
        return min(80, self.most // 4)

    @property
    def text(self) -> int:
        """The most tokens that a passage's text may take, whatever its context."""
        return max(1, self.most - self.context - 1)

    @property
    def characters(self) -> int:
        """The most characters that a passage's text may take."""
        return self.text * CHARACTERS_A_TOKEN


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of one that was too long, with its number of tokens."""

    start: int
    end: int
    tokens: int
    block: Block

    @property
    def leads(self) -> bool:
        """Whether this piece should not be the last of its passage."""
        return self.block.leads and self.end == self.block.end


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage to be: its span, headings and table header. `whole` says that it is all of a section."""

    start: int
    end: int
    tokens: int
    path: Path
    header: Header | None
    whole: bool
