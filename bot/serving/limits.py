"""How often a person, and all of a server together, may ask."""

from collections import deque
from dataclasses import dataclass, field

_TIDIED_AT = 10_000  # people and servers that are kept track of before what is past is dropped


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `most` in any `seconds`."""

    most: int
    seconds: float


USER, SERVER = Rate(8, 30.0), Rate(60, 30.0)


@dataclass(slots=True)
class _Window:
    """When each of many last asked."""

    rate: Rate
    asked: dict[int, deque[float]] = field(default_factory=dict)

    def wait(self, who: int, now: float) -> float:
        """Seconds until `who` may ask again; 0 where they may now."""
        times = self.asked.get(who, deque())
        while times and times[0] <= now - self.rate.seconds:
            times.popleft()
        return times[0] + self.rate.seconds - now if len(times) >= self.rate.most else 0.0

    def count(self, who: int, now: float) -> None:
        if len(self.asked) >= _TIDIED_AT:
            since = now - self.rate.seconds
            self.asked = {key: times for key, times in self.asked.items() if times and times[-1] > since}
        self.asked.setdefault(who, deque(maxlen=self.rate.most)).append(now)


class Limits:
    """Cooldowns. Times are seconds of any clock that never goes back."""

    def __init__(self, user: Rate = USER, server: Rate = SERVER) -> None:
        self._users = _Window(user)
        self._servers = _Window(server)
        self._told: dict[int, float] = {}

    def ask(self, user: int, server: int | None, now: float) -> float:
        """Returns 0 and counts the question, or returns how many seconds to wait, and counts nothing."""
        wait = self._users.wait(user, now)
        if server is not None:
            wait = max(wait, self._servers.wait(server, now))
        if wait:
            return wait
        self._users.count(user, now)
        if server is not None:
            self._servers.count(server, now)
        return 0.0

    def first(self, user: int, now: float, wait: float) -> bool:
        """Says whether a person is to be told that they have to wait: not again while that wait lasts."""
        if self._told.get(user, now) > now:
            return False
        if len(self._told) >= _TIDIED_AT:
            self._told = {key: until for key, until in self._told.items() if until > now}
        self._told[user] = now + wait
        return True
