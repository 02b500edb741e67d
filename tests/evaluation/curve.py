"""The risk-coverage curve of the answering threshold, and the threshold that it gives: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

THRESHOLDS = tuple(n / 100 for n in range(40, 91, 2))
_TABLE_WIDTH = 34


@dataclass(frozen=True, slots=True)
class Weighed:
    """The score of the best evidence for a question, 0 if there is none; `right` says that the answer
    which it would give is one."""

    score: float
    answerable: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold does to some questions, as shares from 0 to 1. `answered`: of all; `risk`: of the
    answered ones, those that can't be answered or hold no answer (0 if none is answered)."""

    answered: float
    risk: float
    answerable_refused: float
    unanswerable_refused: float


Row = Mapping[str, Point]
Curve = Mapping[float, Row]


def curve(parts: Mapping[str, Sequence[Weighed]]) -> Curve:
    """Draws the curve of each part."""
    return {t: {name: _point(weighed, t) for name, weighed in parts.items()} for t in THRESHOLDS}


def _point(weighed: Sequence[Weighed], threshold: float) -> Point:
    answered = [w for w in weighed if w.score >= threshold]
    can = [w for w in weighed if w.answerable]
    cannot = [w for w in weighed if not w.answerable]
    return Point(
        answered=_share(len(answered), len(weighed)),
        risk=_share(sum(not (w.answerable and w.right) for w in answered), len(answered)),
        answerable_refused=_share(sum(w.score < threshold for w in can), len(can)),
        unanswerable_refused=_share(sum(w.score < threshold for w in cannot), len(cannot)),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def together(row: Row) -> Point:
    """All parts at one threshold, each weighing the same, however many questions it has."""
    points = list(row.values())
    return Point(
        answered=_mean([p.answered for p in points]),
        risk=_mean([p.risk for p in points]),
        answerable_refused=_mean([p.answerable_refused for p in points]),
        unanswerable_refused=_mean([p.unanswerable_refused for p in points]),
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4)


def balanced_error(row: Row) -> float:
    """The mean of "answerable refused" and "unanswerable answered", each part weighing the same."""
    point = together(row)
    return round((point.answerable_refused + 1 - point.unanswerable_refused) / 2, 4)


def choose(found: Curve) -> float:
    """Returns the smallest threshold at which the balanced error is least."""
    return min(sorted(found), key=lambda threshold: balanced_error(found[threshold]))


def table(found: Curve) -> str:
    """Returns the curve as text: one line a threshold, the chosen one marked, each part and all together."""
    parts = list(next(iter(found.values())))
    titles = [*parts, "together"]
    columns = f"{'answered':>9}{'risk':>7}{'ref. a.':>9}{'ref. u.':>9}"
    head = "       " + "".join(f"{title:^{_TABLE_WIDTH}}" for title in titles)
    lines = [head.rstrip(), "from   " + columns * len(titles) + "  error"]
    chosen = choose(found)
    for threshold, row in sorted(found.items()):
        points = "".join(map(_shown, [*row.values(), together(row)]))
        mark = "  <- chosen" if threshold == chosen else ""
        lines.append(f"{threshold:<7.2f}{points}{balanced_error(row):>7.1%}{mark}")
    return "\n".join(lines)


def _shown(point: Point) -> str:
    shares = f"{point.answered:>9.1%}{point.risk:>7.1%}"
    return f"{shares}{point.answerable_refused:>9.1%}{point.unanswerable_refused:>9.1%}"
