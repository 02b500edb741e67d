"""Cue words: by which words a sentence says what its numbers and names are about."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from corpus.facts.types import Status

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
        self._pattern = _pattern(sorted(self._kinds, key=len, reverse=True))

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


def _pattern(longest_first: Sequence[str]) -> re.Pattern[str]:
    """English words are tried only where a word begins, others only at a character that begins one of them:
    most places of a text are passed over at once."""
    english = [word for word in longest_first if _WORD.fullmatch(word)]
    others = [word for word in longest_first if not _WORD.fullmatch(word)]
    firsts = "".join(sorted({re.escape(word[0]) for word in others}))
    return re.compile(
        rf"(?<![A-Za-z])(?=[A-Za-z])(?:{_any(english)})(?![A-Za-z])|(?=[{firsts}])(?:{_any(others)})",
        re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(r"\s{1,3}".join(re.escape(part) for part in word.split()) for word in words)
