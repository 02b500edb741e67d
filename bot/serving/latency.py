"""How long the last answers took."""

from collections import deque
from dataclasses import dataclass

_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Of the last answers, in milliseconds: half took at most `p50`, 19 of 20 at most `p95`."""

    answers: int
    p50: float
    p95: float


class Latency:
    """Keeps the durations of the last 1,000 answers."""

    def __init__(self) -> None:
        self._milliseconds: deque[float] = deque(maxlen=_KEPT)

    def add(self, seconds: float) -> None:
        """Counts an answer."""
        self._milliseconds.append(seconds * 1000)

    def percentiles(self) -> Percentiles | None:
        """Returns them, None before the first answer."""
        ordered = sorted(self._milliseconds)
        if not ordered:
            return None
        return Percentiles(len(ordered), _at(ordered, 0.5), _at(ordered, 0.95))


def _at(ordered: list[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)
