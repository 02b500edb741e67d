"""The nouns of structure: an article's lines become blocks."""

from dataclasses import dataclass
from enum import Enum, auto

Path = tuple[str, ...]
Span = tuple[int, int]


class Kind(Enum):
    """What a block is, which decides when it may be cut."""

    HEADING = auto()
    PROSE = auto()
    ITEM = auto()
    ROW = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header row: where it starts, and its cells as text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or piece of code: ``text[start:end]``.

    `path` are the headings above it (a heading's own title included). Blocks of one list, table or
    paragraph share a `group`. `leads` says that it means little without what follows it.
    """

    start: int
    end: int
    kind: Kind
    path: Path
    group: int
    leads: bool = False
    header: Header | None = None
