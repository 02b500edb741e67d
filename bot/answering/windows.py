"""Chooses the few sentences that answer: pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.answering.evidence import ELSEWHERE, Evidence
from bot.answering.units import Unit
from index.text import is_unspaced

SENTENCES = 3
LONG, LONG_UNSPACED = 420, 200  # characters that a window of several sentences may have
PARAGRAPH = re.compile(r"\n[ \t>]*\n")
LEADS = re.compile(r"[:：]\W*$|^\s*#|^[\s|:\-]+$")  # a sentence that announces what follows it


@dataclass(frozen=True, slots=True)
class Window:
    """Some consecutive sentences of a passage. `start`, `end` in code points of the article; `support`
    float32 [units] is what they and the passage around them say of each unit; `coverage` sums that up by
    weight, `inside` by weight without the passage around; `score` ranks windows of one question."""

    evidence: Evidence
    start: int
    end: int
    support: np.ndarray
    coverage: float
    inside: float
    score: float

    @property
    def text(self) -> str:
        """The window, word for word."""
        passage = self.evidence.hit.passage
        return passage.text[self.start - passage.start : self.end - passage.start]


def windows(evidence: Evidence, units: Sequence[Unit]) -> Iterable[Window]:
    """Yields every window of a passage: up to three sentences, not too long together."""
    text = evidence.hit.passage.text
    limit = LONG_UNSPACED if sum(map(is_unspaced, text[:400])) > 60 else LONG
    for first in range(len(evidence.spans)):
        for last in range(first, min(first + SENTENCES, len(evidence.spans))):
            length = evidence.spans[last][1] - evidence.spans[first][0]
            if last > first and length > limit:
                break
            yield _window(evidence, units, first, last, length / limit)


def _window(evidence: Evidence, units: Sequence[Unit], first: int, last: int, length: float) -> Window:
    weights = np.array([u.weight for u in units], np.float32)
    inside = evidence.support[:, first : last + 1].max(axis=1)
    support = np.maximum(inside, ELSEWHERE * evidence.around)
    total = max(float(weights.sum()), 1e-6)
    coverage, own = float(weights @ support) / total, float(weights @ inside) / total
    start = evidence.hit.passage.start
    score = coverage + 0.25 * own + 0.02 * evidence.hit.score - 0.05 * length
    return Window(
        evidence,
        start + evidence.spans[first][0],
        start + evidence.spans[last][1],
        support,
        coverage,
        own,
        score,
    )


def grown(window: Window, most: int) -> Window:
    """Returns the window with the sentences that follow it in its paragraph, list or table, and after one
    that announces them, while it has no more than `most` characters. What answers a question often stands
    right behind the words that the question repeats."""
    passage = window.evidence.hit.passage
    end = window.end - passage.start
    for start, stop in window.evidence.spans:
        if start < end:
            continue
        between, last = passage.text[end:start], passage.text[window.start - passage.start : end].rstrip()
        if stop - (window.start - passage.start) > most:
            break
        line = last.rsplit("\n", 1)[-1]
        if (
            PARAGRAPH.search(between)
            and not LEADS.search(line)
            and not _alike(line, passage.text[start:stop])
        ):
            break
        end = stop
    return replace(window, end=passage.start + end)


def _alike(line: str, following: str) -> bool:
    """Says whether two lines are items of one list, since they begin with the same mark."""
    first, second = line.lstrip()[:1], following.lstrip()[:1]
    marked = first == second and not first.isalnum() and first not in '#"“「'
    return marked or (first.isdigit() and second.isdigit())


def choose(found: Iterable[Window], most: int) -> list[Window]:
    """Returns the best windows, none overlapping another, best first."""
    chosen: list[Window] = []
    for window in sorted(found, key=lambda w: w.score, reverse=True):
        article = window.evidence.hit.passage.article
        taken = [w for w in chosen if w.evidence.hit.passage.article == article]
        if all(window.end <= w.start or window.start >= w.end for w in taken):
            chosen.append(window)
        if len(chosen) == most:
            break
    return chosen
