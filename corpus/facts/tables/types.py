"""The nouns of tables: cells that know where their words stand, and grids of them."""

from dataclasses import dataclass, replace

from corpus.facts.types import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words: `text` without markup ("\\n" for ``<br>``); its character i stands at
    ``article[at[i]:ends[i]]``. ``article[start:end]`` is the cell as it stands, markup included. `struck` says
    that all of it was crossed out; struck-out words are not in `text`."""

    start: int
    end: int
    text: str
    at: tuple[int, ...]
    ends: tuple[int, ...]
    struck: bool = False

    @property
    def span(self) -> Span:
        """Where the words stand in the article, the markup around them left out."""
        return self.part(0, len(self.text)) if self.text else (self.start, self.end)

    def part(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the article; it must not be empty."""
        return self.at[start], self.ends[end - 1]

    def cut(self, start: int, end: int) -> "Cell":
        """The part ``text[start:end]`` as a cell of its own, without the white space around it."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        first, last = self.part(start, end) if end > start else (self.start, self.start)
        places, ends = self.at[start:end], self.ends[start:end]
        return replace(self, start=first, end=last, text=self.text[start:end], at=places, ends=ends)


Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: the headings above it, the nearest first, the words between the last heading
    and the table (or the last of them), the words below it, and the last words directly below each of the
    headings; as spans."""

    headings: tuple[Span, ...] = ()
    before: Span | None = None
    after: Span | None = None
    intros: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: header rows (none: it has no header), then its other rows; None where a cell is missing."""

    start: int
    end: int
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    around: Surroundings = Surroundings()

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row) for row in (*self.header, *self.rows)), default=0)
