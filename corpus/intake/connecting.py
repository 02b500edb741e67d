"""Asks a server over HTTP, at an address that was checked: the only place that knows the HTTP client.

A name is looked up once, its IP address is checked, and the connection goes to that very IP address, so a
name that changes what it stands for between the check and the connection gains nothing.
"""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import httpx

from corpus.intake.addresses import PORTS, allowed_ips, check_address
from corpus.intake.types import NotFetched, Rules

AGENT = "modelscape"
_HEADERS = {
    "User-Agent": f"{AGENT} (reads news on AI models; obeys robots.txt)",
    "Accept": "text/html, text/markdown, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
_CHUNK = 64 * 1024
_TRIED = 4  # of a name's IP addresses, where nobody listens at the first
LookUp = Callable[[str, int], Awaitable[list[str]]]  # the IP addresses of a name, at a port
# No connection is used twice: two names on one IP address must each show a certificate of their own.
_LIMITS = httpx.Limits(max_connections=1, max_keepalive_connections=0)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: `headers` by their name in lower case, `chunks` the body as it was sent."""

    status: int
    headers: dict[str, str]
    chunks: AsyncIterator[bytes]


@asynccontextmanager
async def asked(
    address: str, rules: Rules, seconds: float, headers: Mapping[str, str]
) -> AsyncIterator[Reply]:
    """Asks for an address, following no redirect. Raises AddressRefused, or NotFetched where nobody answers.
    No single wait is longer than `seconds`; all of them together are for the caller to bound."""
    transport = Checked(rules, looked_up)
    # trust_env: a proxy from the environment would connect to where nobody checked.
    async with httpx.AsyncClient(
        transport=transport,
        headers={**_HEADERS, **headers},
        timeout=seconds,
        trust_env=False,
        follow_redirects=False,
    ) as client:
        try:
            async with client.stream("GET", address) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                yield Reply(response.status_code, headers, response.aiter_raw(_CHUNK))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotFetched(f"The server does not answer properly: {_reason(error)}.") from error


class Checked(httpx.AsyncBaseTransport):
    """Connects to the checked IP address; name and certificate stay those of the address. `look_up` is asked
    once for each request: what it says the next time changes nothing."""

    def __init__(self, rules: Rules, look_up: LookUp) -> None:
        self._rules = rules
        self._look_up = look_up
        self._inner = httpx.AsyncHTTPTransport(limits=_LIMITS, trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        host, port = url.raw_host.decode("ascii"), url.port or PORTS.get(url.scheme, 0)
        # Once more, as the client understands the address: two readers of one address may differ.
        named = f"[{host}]" if ":" in host else host
        check_address(f"{url.scheme}://{'@' if url.userinfo else ''}{named}:{port}/", self._rules)
        ips = allowed_ips(host, await self._look_up(host, port), self._rules)[:_TRIED]
        request.extensions = {**request.extensions, "sni_hostname": host}
        for ip in ips[:-1]:
            request.url = url.copy_with(host=ip)  # the header Host was set before, from the name
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._inner.handle_async_request(request)
        request.url = url.copy_with(host=ips[-1])
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


async def looked_up(host: str, port: int) -> list[str]:
    """Returns a name's IP addresses. Raises NotFetched for a name that nobody knows."""
    answer: Future[list[str]] = Future()
    # Nobody waits for the end of this thread: the system may ask silent servers for a minute.
    threading.Thread(target=_look_up, args=(host, port, answer), daemon=True).start()
    return await asyncio.wrap_future(answer)


def _look_up(host: str, port: int, answer: Future[list[str]]) -> None:
    if not answer.set_running_or_notify_cancel():
        return
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        answer.set_exception(
            NotFetched(f"The name {host[:100]} is not known; see that the address is right.")
        )
    else:
        answer.set_result(list(dict.fromkeys(str(where[0]) for *_, where in found)))


def _reason(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:200]
