"""Real things that the tests of the store need: passages, generations, Chroma servers, and worse servers."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import numpy as np

from corpus.types import Source
from index.store.chroma import Store
from index.store.manifest import Entry, Manifest, Segment
from index.types import Passage

DIMENSIONS = 16
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_source(article: str = "tin-robots") -> Source:
    return Source(
        article=article,
        path=f"{article}.md",
        title="Tin robots learn to whistle",
        language="en",
        publisher="The Harbour Gazette",
        url=f"https://news.example/{article}",
        published=date(2026, 2, 11),
    )


def passages_of(article: str, count: int, words: str = "whistles") -> list[Passage]:
    texts = [f"Robot {n} of {article} {words}. 机器人{n}。" for n in range(count)]
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])
    return [
        Passage(
            article,
            n,
            int(starts[n]),
            int(starts[n]) + len(text),
            text,
            "Robots > Tin",
            "Tin robots",
            "en",
            9,
        )
        for n, text in enumerate(texts)
    ]


def unit_vectors(count: int, seed: int = 0, dimensions: int = DIMENSIONS) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    unit: np.ndarray = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def write_segment(store: Store, article: str, count: int, words: str = "whistles", seed: int = 0) -> Segment:
    name = store.new_segment("abcdefgh-model", NOW)
    store.add_rows(
        name, 0, passages_of(article, count, words), {article: a_source(article)}, unit_vectors(count, seed)
    )
    return Segment(name, count)


def a_manifest(generation: int, segments: Sequence[tuple[str, Segment]] = ()) -> Manifest:
    """A generation of one article for each segment."""
    entries = [Entry(a_source(a), "/news", "d" * 64, s.name, s.rows, NOW) for a, s in segments]
    return Manifest(generation, "abcdefgh-model", NOW, tuple(s for _, s in segments), tuple(entries))


def publish_one(store: Store, generation: int, count: int = 5, words: str = "whistles") -> Segment:
    segment = write_segment(store, "tin-robots", count, words)
    store.publish(a_manifest(generation, [("tin-robots", segment)]))
    return segment


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(frozen=True)
class Served:
    url: str
    process: subprocess.Popen[bytes]

    def new_database(self, name: str) -> str:
        answer = httpx.post(f"{self.url}/api/v2/tenants/default_tenant/databases", json={"name": name})
        answer.raise_for_status()
        return name


@contextmanager
def chroma_server(folder: Path) -> Iterator[Served]:
    """Runs a real Chroma server on a free loopback port."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--path", str(folder)]
    with (folder.parent / f"{folder.name}.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        await_heartbeat(f"http://127.0.0.1:{port}", process)
        yield Served(f"http://127.0.0.1:{port}", process)
    finally:
        process.kill()
        process.wait(30)


def await_heartbeat(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/api/v2/heartbeat", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the Chroma server did not start; see its log")


@contextmanager
def http_server(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Runs a web server of ours and yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Quiet(BaseHTTPRequestHandler):
    """Answers every request by `reply`, and logs nothing."""

    def reply(self) -> None:
        raise NotImplementedError

    def do_GET(self) -> None:
        self.reply()

    def do_POST(self) -> None:
        self.reply()

    def log_message(self, *_: object) -> None:
        return

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def answering(status: int, body: bytes, kind: str = "application/json") -> type[Quiet]:
    class Fixed(Quiet):
        def reply(self) -> None:
            self.body()
            self.answer(status, body, kind)

    return Fixed


def gatekeeper(upstream: str, token: str) -> type[Quiet]:
    """A proxy before a real Chroma server, which lets in who knows the token."""

    class Gate(Quiet):
        def reply(self) -> None:
            body = self.body()
            if self.headers.get("Authorization") != f"Bearer {token}":
                self.answer(401, b"who are you?", "text/plain")
                return
            kind = {"content-type": "application/json"}
            passed = httpx.request(self.command, upstream + self.path, content=body, headers=kind)
            self.answer(passed.status_code, passed.content, passed.headers["content-type"])

    return Gate
