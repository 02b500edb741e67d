"""Holds replies against the answers that are known: pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.articles import supports
from tests.evaluation.questions import Asked

FIRST = 700  # characters of an answer's text that have to hold what was asked
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply to a question; `cited` are the paths of the articles that it cites, none if it refused."""

    asked: Asked
    text: str
    cited: tuple[str, ...]
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether it is an answer, which may be wrong."""
        return bool(self.cited)

    @property
    def right(self) -> bool:
        """Whether it answers what can be answered, with a citation that supports it, or refuses the rest."""
        if not self.asked.answerable:
            return not self.answered
        cites = any(supports(path, self.asked.articles) for path in self.cited)
        return self.answered and cites and holds(self.text[:FIRST], self.asked.answers)


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of some questions: counts, and shares from 0 to 1 (0 of nothing is 0)."""

    answerable: int
    unanswerable: int
    right: float
    answerable_refused: float
    unanswerable_refused: float


def squeezed(text: str) -> str:
    """A text as it is compared: without white space, whatever the case."""
    return _SPACE.sub("", text).casefold()


def holds(text: str, answers: Iterable[Iterable[str]]) -> bool:
    """Says whether a text has an alternative of every group in it."""
    bare = squeezed(text)
    return all(any(squeezed(alternative) in bare for alternative in group) for group in answers)


def figures(replies: Sequence[Replied]) -> Figures:
    """Sums up."""
    can = [r for r in replies if r.asked.answerable]
    cannot = [r for r in replies if not r.asked.answerable]
    return Figures(
        answerable=len(can),
        unanswerable=len(cannot),
        right=_share(r.right for r in can),
        answerable_refused=_share(not r.answered for r in can),
        unanswerable_refused=_share(not r.answered for r in cannot),
    )


def by_language(replies: Sequence[Replied]) -> dict[str, Figures]:
    """Sums up all of them, those in the language of their articles, and those in another."""
    return {
        "all": figures(replies),
        "same": figures([r for r in replies if not r.asked.cross]),
        "cross": figures([r for r in replies if r.asked.cross]),
    }


def _share(said: Iterable[bool]) -> float:
    values = list(said)
    return round(sum(values) / len(values), 4) if values else 0.0
