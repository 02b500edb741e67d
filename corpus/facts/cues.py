"""Cue words: by which words a sentence says what its numbers and names are about."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from corpus.facts.types import Status
from corpus.lexicon.word_tree import first_of, word_tree

_WORD = re.compile(r"[a-z0-9][a-z0-9 .'-]*")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at ``text[start:end]``, and what it may be a cue for ("context", "released", "than")."""

    start: int
    end: int
    kinds: frozenset[str]


class Cues:
    """Finds cue words. Of two that overlap, the longer one counts."""

    def __init__(self, groups: dict[str, list[str]]) -> None:
        self._kinds: dict[str, frozenset[str]] = {}
        for kind, words in groups.items():
            for word in words:
                self._kinds[word] = self._kinds.get(word, frozenset()) | {kind}
        self._pattern = _pattern(self._kinds)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Cue]:
        """Returns the cues of ``text[start:end]`` in order."""
        stop = len(text) if end is None else end
        return [
            Cue(m.start(), m.end(), self._kinds[" ".join(m[0].lower().split())])
            for m in self._pattern.finditer(text, start, stop)
        ]


def read_cues() -> Cues:
    """Reads the project's cue words."""
    tables = tomllib.loads((files("corpus.lexicon") / "cues.toml").read_text("utf-8"))
    return Cues({kind: words for table in tables.values() for kind, words in table.items()})


def status_of(cues: Iterable[Cue]) -> Status | None:
    """Returns the status that a clause's cues state, None where they state none.

    What is said to be to come is not yet there, whatever else is said of it ("expected to be released");
    what was announced and released is released.
    """
    kinds = {kind for cue in cues for kind in cue.kinds}
    if "expected" in kinds and kinds & {Status.DEPRECATED, Status.WITHDRAWN}:
        kinds.remove("expected")  # "plans to retire X" tells of X's end, not of its coming
    return next((status for status in _DECISIVE if status in kinds), None)


def of_kind(cues: Iterable[Cue], *kinds: str) -> Iterator[Cue]:
    """Yields the cues of any of these kinds."""
    return (cue for cue in cues if not cue.kinds.isdisjoint(kinds))


_DECISIVE = (
    Status.RUMOURED,
    Status.EXPECTED,
    Status.WITHDRAWN,
    Status.DEPRECATED,
    Status.PREVIEW,
    Status.RELEASED,
    Status.ANNOUNCED,
)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """English words are tried only where a word begins, others only at a character that begins one of them:
    most places of a text are passed over at once."""
    english = [word for word in words if _WORD.fullmatch(word)]
    others = [word for word in words if not _WORD.fullmatch(word)]
    gap = r"\s{1,3}"
    return re.compile(
        rf"(?<![A-Za-z])(?=[A-Za-z]){word_tree(english, gap)}(?![A-Za-z])"
        rf"|(?={first_of(others)}){word_tree(others, gap)}",
        re.IGNORECASE,
    )
