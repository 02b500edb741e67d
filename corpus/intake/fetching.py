"""Fetches an address within bounds: checked at every step, followed at most five times, 10 MB, 20 s."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from corpus.intake.addresses import check_address
from corpus.intake.connecting import AGENT, Reply, asked
from corpus.intake.headers import if_changed, media_type, version_of, wait_of
from corpus.intake.robots import LARGEST as LARGEST_ROBOTS
from corpus.intake.robots import may_fetch, pause_of
from corpus.intake.types import NO_VERSION, Fetched, NotFetched, Rules, ServerRefuses, Version
from corpus.intake.unpacking import Unpacker

LARGEST = 10 * 1024 * 1024
SECONDS = 20.0
REDIRECTS = 5
LONGEST_PAUSE = 10.0  # seconds between two requests, where a site wants more
_MOVED = {301, 302, 303, 307, 308}
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer whole: where it redirects to if it does, its headers, and the body."""

    status: int
    location: str | None
    headers: dict[str, str]
    data: bytes


def fetch(address: str, rules: Rules, seconds: float = SECONDS) -> Fetched:
    """Fetches an address; all together takes at most `seconds`. Raises AddressRefused or NotFetched."""
    return Fetcher(rules, seconds).fetch(address)


class Fetcher:
    """Fetches one address after the other, each in at most `seconds`. A site's robots.txt is asked for once,
    and the pause that it wants between two requests is kept."""

    def __init__(self, rules: Rules, seconds: float = SECONDS) -> None:
        self._rules = rules
        self._seconds = seconds
        self._robots: dict[str, bytes] = {}
        self._last: dict[str, float] = {}

    def fetch(self, address: str) -> Fetched:
        """Fetches an address. Raises AddressRefused or NotFetched."""
        found = self.fetch_changed(address, NO_VERSION)
        if found is None:
            raise ServerRefuses(f"The server answers {_UNCHANGED} without being asked for it.", _UNCHANGED)
        return found

    def fetch_changed(self, address: str, known: Version, accept: str | None = None) -> Fetched | None:
        """Fetches an address; None where the server says that the known version still is the one there. `accept`
        are the media types that are wanted, where they are not those of articles."""
        site = _site(address, self._rules)  # checked before a loop is made for nothing
        self._keep_pause(site)

        async def whole() -> Fetched | None:
            async with asyncio.timeout(self._seconds):
                return await self._follow(address, known, {"Accept": accept} if accept else {})

        try:
            return asyncio.run(whole())
        except TimeoutError as error:
            raise NotFetched(
                f"It took longer than {self._seconds:g} s, the most that fetching may take."
            ) from error
        finally:
            self._last[site] = time.monotonic()

    def _keep_pause(self, site: str) -> None:
        if site in self._last:
            pause = min(pause_of(self._robots.get(site, b""), AGENT), LONGEST_PAUSE)
            time.sleep(max(0.0, self._last[site] + pause - time.monotonic()))

    async def _follow(self, address: str, known: Version, headers: dict[str, str]) -> Fetched | None:
        way = [address]
        while True:
            await self._check_robots(way[-1])
            answer = await self._answer(way[-1], LARGEST, {**headers, **if_changed(known)})
            if answer.location is None:
                break
            way.append(_next(way, answer.location))
        if answer.status == _UNCHANGED and known:
            return None
        _refuse_errors(answer)
        return Fetched(tuple(way), answer.data, *media_type(answer.headers), version_of(answer.headers))

    async def _check_robots(self, address: str) -> None:
        site = _site(address, self._rules)
        if site not in self._robots:
            self._robots[site] = await self._robots_of(site)
        if not may_fetch(self._robots[site], AGENT, address):
            raise NotFetched(f"The site does not allow robots to fetch this: {site}/robots.txt says so.")

    async def _robots_of(self, site: str) -> bytes:
        """RFC 9309: where there is none all is allowed, where the server fails nothing is."""
        way = [f"{site}/robots.txt"]
        while True:
            answer = await self._answer(way[-1], LARGEST_ROBOTS, {}, cut=True)
            if answer.location is None:
                break
            way.append(_next(way, answer.location))
        if answer.status >= 500 or answer.status == 429:
            message = f"{site}/robots.txt can't be read (status {answer.status}); try again later."
            raise ServerRefuses(message, answer.status, wait_of(answer.headers, datetime.now(UTC)))
        return answer.data if answer.status == 200 else b""

    async def _answer(self, address: str, most: int, headers: dict[str, str], cut: bool = False) -> _Answer:
        async with asked(address, self._rules, self._seconds, headers) as reply:
            location = reply.headers.get("location") if reply.status in _MOVED else None
            wanted = location is None and reply.status == 200
            data = await _body(reply, most, cut) if wanted else b""
            return _Answer(reply.status, location, reply.headers, data)


async def _body(reply: Reply, most: int, cut: bool) -> bytes:
    """Reads a body. More than `most` bytes raise NotFetched, or where `cut` are left out."""
    unpacker = Unpacker(reply.headers.get("content-encoding", ""), LARGEST)
    kept = bytearray()
    async for chunk in reply.chunks:
        kept += unpacker.take(chunk)
        if cut and len(kept) >= most:
            break
    return bytes(kept[:most])


def _refuse_errors(answer: _Answer) -> None:
    if answer.status != 200:
        message = f"The server answers {answer.status} instead of what was asked for."
        raise ServerRefuses(message, answer.status, wait_of(answer.headers, datetime.now(UTC)))
    if not answer.data.strip():
        raise NotFetched("The server gives nothing: the answer is empty.")


def _site(address: str, rules: Rules) -> str:
    return "{0.scheme}://{0.netloc}".format(check_address(address, rules))


def _next(way: list[str], location: str) -> str:
    """Where a redirect leads; what follows "#" is for the reader alone."""
    if len(way) > REDIRECTS:
        raise NotFetched(f"It redirects more than {REDIRECTS} times, the most that are followed.")
    try:
        return urlsplit(urljoin(way[-1], location.strip()))._replace(fragment="").geturl()
    except ValueError as error:
        raise NotFetched(f"It redirects to what is no address: {error}.") from error
