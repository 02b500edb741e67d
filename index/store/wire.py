"""What can go wrong between us and a Chroma server, found at the HTTP client that Chroma's own client uses."""

import json
from collections.abc import Callable, Collection

import httpx

from index.store.errors import server_failed, shortened
from index.store.place import Server
from index.types import StoreError, StoreUnreachable

Failure = httpx.RequestError


def bound(session: httpx.Client, place: Server, spoken: Collection[str]) -> None:
    """Bounds each wait of each call, and has answers judged before Chroma's client reads them; `spoken`
    are the kinds of error that this client understands. Without this it waits for ever."""
    session.timeout = httpx.Timeout(place.timeout)
    session.event_hooks = {"response": [_judge(place, spoken)]}


def headers(place: Server) -> dict[str, str]:
    """Returns the token as what stands before Chroma wants it: plain proxies and Chroma differ."""
    if not place.token:
        return {}
    return {"Authorization": f"Bearer {place.token}", "X-Chroma-Token": place.token}


def unreachable(error: httpx.RequestError, place: Server) -> StoreUnreachable:
    """Returns the error for a call that got no answer."""
    if isinstance(error, httpx.ConnectError):
        return StoreUnreachable(
            f"No Chroma server can be reached at {place.url} ({shortened(str(error))}): start it, "
            "or correct MODELSCAPE_CHROMA_URL"
        )
    if isinstance(error, httpx.TimeoutException):
        return StoreUnreachable(
            f"The Chroma server at {place.url} did not answer within {place.timeout:g} s: see that it runs "
            "and is not overloaded, then try again"
        )
    return StoreUnreachable(
        f"The Chroma server at {place.url} broke off ({shortened(str(error))}): try again"
    )


def stranger(place: Server) -> StoreUnreachable:
    """Returns the error for an answer that no Chroma gives."""
    return StoreUnreachable(
        f"What answers at {place.url} is not a Chroma server of version 1: correct MODELSCAPE_CHROMA_URL"
    )


def _judge(place: Server, spoken: Collection[str]) -> Callable[[httpx.Response], None]:
    def judge(response: httpx.Response) -> None:
        if response.is_success:
            if "json" not in response.headers.get("content-type", ""):
                raise stranger(place)
            return
        response.read()
        if response.status_code >= 500 or _kind(response) not in spoken:
            raise _refusal(response, place)

    return judge


def _kind(response: httpx.Response) -> str | None:
    """The name of the error in an answer, as Chroma gives it."""
    try:
        found = json.loads(response.text)
    except ValueError:
        return None
    kind = found.get("error") if isinstance(found, dict) and "message" in found else None
    return kind if isinstance(kind, str) else None


def _refusal(response: httpx.Response, place: Server) -> StoreError:
    status = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in (401, 403):
        which = "refuses the token in" if place.token else "wants a token: set"
        return StoreUnreachable(
            f"The Chroma server at {place.url} {which} MODELSCAPE_CHROMA_TOKEN ({status})"
        )
    if response.is_redirect:
        return StoreUnreachable(
            f"The Chroma server at {place.url} redirects ({status}): set MODELSCAPE_CHROMA_URL to where it leads"
        )
    if response.status_code == 404:
        return stranger(place)
    if response.status_code >= 500:
        return server_failed(status, response.text, place)
    return StoreError(f"The Chroma server at {place.url} answers {status}: {shortened(response.text)}")
