import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store.chroma import Store, open_store
from index.store.place import Server
from index.types import StoreError, StoreUnreachable
from tests.index.store_helpers import (
    Served,
    a_manifest,
    answering,
    await_heartbeat,
    chroma_server,
    free_port,
    gatekeeper,
    http_server,
    publish_one,
    unit_vectors,
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Served]:
    """A server that a test may stop."""
    with chroma_server(tmp_path / "own") as found:
        yield found


def test_a_server_that_does_not_run_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreUnreachable, match=f"No Chroma server can be reached at {url} .*start it"):
        open_store(Server(url))


def test_a_host_that_is_unknown_is_named() -> None:
    with pytest.raises(
        StoreUnreachable, match=r"at http://no-such-host\.invalid:8000 .*MODELSCAPE_CHROMA_URL"
    ):
        open_store(Server("http://no-such-host.invalid:8000"))


def test_a_server_that_stops_is_named_at_the_next_call(own: Served) -> None:
    with open_store(Server(own.url)) as store:
        segment = publish_one(store, 1)
        own.process.kill()
        own.process.wait()
        for call in _calls(store, segment.name):
            with pytest.raises(StoreUnreachable, match="start it"):
                call()


def test_a_frozen_server_is_waited_for_no_longer_than_the_limit(own: Served) -> None:
    with open_store(Server(own.url, timeout=0.4)) as store:
        segment = publish_one(store, 1)
        own.process.send_signal(signal.SIGSTOP)
        try:
            began = time.monotonic()
            for call in _calls(store, segment.name):
                with pytest.raises(StoreUnreachable, match=r"did not answer within 0\.4 s"):
                    call()
            with pytest.raises(StoreUnreachable, match=r"within 0\.4 s"):
                open_store(Server(own.url, timeout=0.4))
            assert time.monotonic() - began < 7 * 1.0
        finally:
            own.process.send_signal(signal.SIGCONT)
        await_heartbeat(own.url, own.process)
        assert store.rows(segment.name, [0])[0].ordinal == 0


def test_a_token_is_asked_for_refused_and_taken(served: Served) -> None:
    database = served.new_database(f"token-{os.getpid()}")
    with http_server(gatekeeper(served.url, "sesame")) as url:
        with pytest.raises(StoreUnreachable, match="wants a token: set MODELSCAPE_CHROMA_TOKEN"):
            open_store(Server(url, database=database))
        with pytest.raises(StoreUnreachable, match="refuses the token in MODELSCAPE_CHROMA_TOKEN") as caught:
            open_store(Server(url, token="poppy", database=database))
        assert "poppy" not in str(caught.value)
        with open_store(Server(url, token="sesame", database=database)) as store:
            publish_one(store, 1)
            assert store.check().generation == 1


@pytest.mark.parametrize(
    ("status", "body", "kind", "says"),
    [
        (502, b"<h1>Bad Gateway</h1>", "text/html", r"answers 502 Bad Gateway: .* server's log"),
        (500, b'{"error":"InternalError","message":"out of files"}', "application/json", "out of files"),
        (503, b"", "text/plain", "answers 503"),
        (500, b'{"error":"InternalError","message":"Error finding id"}', "application/json", "damaged"),
        (200, b"<html>a shop</html>", "text/html", "is not a Chroma server"),
        (200, b'{"hello": "world"}', "application/json", "is not a Chroma server"),
        (200, b'["hello"]', "application/json", "is not a Chroma server"),
        (200, b'{"nanosecond heartbeat": 1', "application/json", "cut off"),
        (404, b"not here", "text/plain", "is not a Chroma server"),
        (404, b'{"detail":"Not Found"}', "application/json", "is not a Chroma server"),
        (403, b"{}", "application/json", "wants a token"),
        (301, b"", "text/html", "redirects"),
        (429, b"slow down", "text/plain", "answers 429 Too Many Requests: slow down"),
        (500, b"x" * 100_000, "text/plain", "x …"),
    ],
)
def test_a_server_that_answers_otherwise_gets_a_sentence(
    status: int, body: bytes, kind: str, says: str
) -> None:
    with http_server(answering(status, body, kind)) as url:
        with pytest.raises(StoreError, match=says) as caught:
            open_store(Server(url))
        assert len(str(caught.value)) < 500


def test_a_database_that_is_not_there_is_named(served: Served) -> None:
    with open_store(Server(served.url, database="nowhere-at-all")) as store:
        assert store.latest_generation() is None
        with pytest.raises(StoreError, match="nowhere-at-all"):
            store.publish(a_manifest(1))


def _calls(store: Store, segment: str) -> list:  # type: ignore[type-arg]
    return [
        store.latest_generation,
        store.manifest,
        lambda: store.query(segment, unit_vectors(1)[0], 3),
        lambda: store.rows(segment, [1]),
        lambda: store.vectors(segment),
        lambda: publish_one(store, 2),
    ]
