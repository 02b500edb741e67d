"""How punctual the event loop is: what blocks it delays every heartbeat and every acknowledgement."""

import asyncio
import math
from collections import deque
from dataclasses import dataclass

EVERY = 0.05  # seconds between two beats
_KEPT = 20_000  # beats, of about a quarter of an hour


@dataclass(frozen=True, slots=True)
class Lateness:
    """Of the last beats, in milliseconds: 999 of 1,000 were at most `p999` late, all of them at most `most`."""

    beats: int
    p999: float
    most: float


class Pulse:
    """Measures how late the loop wakes up."""

    def __init__(self) -> None:
        self._late: deque[float] = deque(maxlen=_KEPT)

    async def beat(self) -> None:
        """Goes on until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + EVERY
            await asyncio.sleep(EVERY)
            self._late.append(max(0.0, loop.time() - due) * 1000)

    def lateness(self) -> Lateness | None:
        """Returns it, None before the first beat."""
        ordered = sorted(self._late)
        if not ordered:
            return None
        place = min(len(ordered) - 1, math.ceil(0.999 * len(ordered)) - 1)
        return Lateness(len(ordered), round(ordered[place], 1), round(ordered[-1], 1))
