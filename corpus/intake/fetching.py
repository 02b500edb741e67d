"""Fetches an address within bounds: checked at every step, followed at most five times, 10 MB, 20 s."""

import asyncio
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin, urlsplit

from corpus.intake.addresses import check_address
from corpus.intake.connecting import AGENT, Reply, asked
from corpus.intake.robots import LARGEST as LARGEST_ROBOTS
from corpus.intake.robots import may_fetch
from corpus.intake.types import Fetched, NotFetched, Rules
from corpus.intake.unpacking import Unpacker

LARGEST = 10 * 1024 * 1024
SECONDS = 20.0
REDIRECTS = 5
_MOVED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer whole: where it redirects to if it does, what it says of its body, and the body."""

    status: int
    location: str | None
    content_type: str
    charset: str | None
    data: bytes


def fetch(address: str, rules: Rules, seconds: float = SECONDS) -> Fetched:
    """Fetches an address; all together takes at most `seconds`. Raises AddressRefused or NotFetched."""
    check_address(address, rules)  # before a loop is made for nothing

    async def whole() -> Fetched:
        async with asyncio.timeout(seconds):
            return await _Fetching(rules, seconds).fetch(address)

    try:
        return asyncio.run(whole())
    except TimeoutError as error:
        raise NotFetched(f"It took longer than {seconds:g} s, the most that fetching may take.") from error


class _Fetching:
    """One fetch, with the robots.txt of each site that it came by."""

    def __init__(self, rules: Rules, seconds: float) -> None:
        self._rules = rules
        self._seconds = seconds
        self._robots: dict[str, bytes] = {}

    async def fetch(self, address: str) -> Fetched:
        way = [address]
        while True:
            await self._check_robots(way[-1])
            answer = await self._answer(way[-1], LARGEST)
            if answer.location is None:
                break
            way.append(_next(way, answer.location))
        if answer.status != 200:
            raise NotFetched(f"The server answers {answer.status} instead of giving the article.")
        if not answer.data.strip():
            raise NotFetched("The server gives nothing: the answer is empty.")
        return Fetched(tuple(way), answer.data, answer.content_type, answer.charset)

    async def _check_robots(self, address: str) -> None:
        site = "{0.scheme}://{0.netloc}".format(check_address(address, self._rules))
        if site not in self._robots:
            self._robots[site] = await self._robots_of(site)
        if not may_fetch(self._robots[site], AGENT, address):
            raise NotFetched(f"The site does not allow robots to fetch this: {site}/robots.txt says so.")

    async def _robots_of(self, site: str) -> bytes:
        """RFC 9309: where there is none all is allowed, where the server fails nothing is."""
        way = [f"{site}/robots.txt"]
        while True:
            answer = await self._answer(way[-1], LARGEST_ROBOTS, cut=True)
            if answer.location is None:
                break
            way.append(_next(way, answer.location))
        if answer.status >= 500:
            raise NotFetched(f"{site}/robots.txt can't be read (status {answer.status}); try again later.")
        return answer.data if answer.status == 200 else b""

    async def _answer(self, address: str, most: int, cut: bool = False) -> _Answer:
        async with asked(address, self._rules, self._seconds) as reply:
            location = reply.headers.get("location") if reply.status in _MOVED else None
            kind, charset = _kind(reply.headers.get("content-type", ""))
            wanted = location is None and reply.status == 200
            data = await _body(reply, most, cut) if wanted else b""
            return _Answer(reply.status, location, kind, charset, data)


async def _body(reply: Reply, most: int, cut: bool) -> bytes:
    """Reads a body. More than `most` bytes raise NotFetched, or where `cut` are left out."""
    unpacker = Unpacker(reply.headers.get("content-encoding", ""), LARGEST)
    kept = bytearray()
    async for chunk in reply.chunks:
        kept += unpacker.take(chunk)
        if cut and len(kept) >= most:
            break
    return bytes(kept[:most])


def _next(way: list[str], location: str) -> str:
    """Where a redirect leads; what follows "#" is for the reader alone."""
    if len(way) > REDIRECTS:
        raise NotFetched(f"It redirects more than {REDIRECTS} times, the most that are followed.")
    try:
        return urlsplit(urljoin(way[-1], location.strip()))._replace(fragment="").geturl()
    except ValueError as error:
        raise NotFetched(f"It redirects to what is no address: {error}.") from error


def _kind(content_type: str) -> tuple[str, str | None]:
    """The media type and the charset that a header names."""
    header = Message()
    header["content-type"] = content_type[:200]
    charset = header.get_content_charset()
    return header.get_content_type() if content_type else "", charset
