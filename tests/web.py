"""A web server of the tests' own on the loopback interface, which serves pages, redirects and attacks."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered: `write`, where it is set, writes the body itself, piece by piece; whoever knows the
    `etag` or the day `modified` is told that nothing changed."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    write: Callable[[Callable[[bytes], object]], None] | None = None
    etag: str = ""
    modified: str = ""

    def is_known(self, asked: Mapping[str, str]) -> bool:
        """Whether the headers of a request name the version that is there."""
        return (self.etag, self.modified) != ("", "") and (
            (asked.get("If-None-Match") or "", asked.get("If-Modified-Since") or "")
            == (self.etag, self.modified)
        )


@dataclass
class Web:
    """The server: `pages` by path; `asked` keeps the paths that were asked for, `hosts` and `agents` what
    the header of each request said, `accepted` the media types, `unchanged` the paths that were known already."""

    port: int
    pages: dict[str, Page]
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"


def redirect(target: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": target})


@contextmanager
def serving(pages: Mapping[str, Page] | None = None) -> Iterator[Web]:
    """Serves until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.web = Web(server.server_port, dict(pages or {}))  # type: ignore[attr-defined]  # the handler's way to it
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.web  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        web: Web = self.server.web  # type: ignore[attr-defined]
        web.asked.append(self.path)
        web.hosts.append(self.headers["Host"])
        web.agents.append(self.headers["User-Agent"])
        web.accepted.append(self.headers["Accept"])
        page = web.pages.get(self.path, Page(b"nothing here", 404))
        if page.is_known(dict(self.headers)):
            web.unchanged.append(self.path)
            page = Page(status=304, headers={})
        with suppress(OSError):  # who asked may have heard enough
            self._answer(page)

    def _answer(self, page: Page) -> None:
        self.send_response(page.status)
        versions = {"ETag": page.etag, "Last-Modified": page.modified}
        for name, value in {**page.headers, **{n: v for n, v in versions.items() if v}}.items():
            self.send_header(name, value)
        if page.write is None:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if page.write is None:
            self.wfile.write(page.body)
        else:
            page.write(self.wfile.write)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""
