"""How a row may begin: which models' names the first of its letters and digits can be."""

import re
from collections.abc import Iterator

from corpus.facts.tables.joined.splitting import NamePiece
from corpus.names import Names
from corpus.names.types import Mention

_LONGEST_BEFORE = 40  # characters of a cell before the name
_BORDER = re.compile(
    r"(?<=[a-z0-9)])(?=[A-Z])|(?<=[^\W\d_])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<= )(?=\S)"
)
_BREAK = re.compile(r"(?<=\d)(?=[A-Z][a-z])|(?<=\d[a-z])(?=\d)|(?<=[a-z])(?=xAI)")
_LONGEST, _MOST_BREAKS = 60, 4
_ATTESTED, _GUESSED, _FAMILY = 2.0, -1.0, -3.0


class Naming:
    """Tells the beginnings of texts that are names of models, with how likely each is."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def starts(self, text: str, anywhere: bool = False) -> list[NamePiece]:
        """Returns the names that begin the text, or that begin behind another short cell."""
        if not anywhere:
            return list(self._at(text, 0))
        places = [m.start() for m in _BORDER.finditer(text, 1, _LONGEST_BEFORE)]
        return [piece for at in places for piece in self._at(text, at) if piece.start]

    def empty(self, name: str) -> list[NamePiece]:
        """Returns the name as a piece of no length, for a row whose name stands apart."""
        return [NamePiece(0, 0, name, 0.0)]

    def _at(self, text: str, at: int) -> Iterator[NamePiece]:
        """Yields a piece for each end that a name may have; several models of one span are one piece."""
        by_end: dict[tuple[int, int], list[Mention]] = {}
        for mention in self._mentions(text, at):
            by_end.setdefault((mention.start, mention.end), []).append(mention)
        for (start, end), mentions in by_end.items():
            key = " ".join(sorted({mention.model.key for mention in mentions}))
            yield NamePiece(start, end, key, max(self._score(mention) for mention in mentions))

    def _mentions(self, text: str, at: int) -> Iterator[Mention]:
        """Yields the names that begin at `at`; also those that end where the case breaks ("R1-0528Open", "4o128K")."""
        yield from self._names.prefixes(text, at)
        for border in list(_BREAK.finditer(text, at, at + _LONGEST))[:_MOST_BREAKS]:
            end = border.start()
            yield from (m for m in self._names.prefixes(text[:end], at) if m.end == end)

    def _score(self, mention: Mention) -> float:
        if not mention.model.versioned:
            return _FAMILY
        return _ATTESTED if self._names.attested(mention.model) else _GUESSED
