"""One update at a time, among the processes that share a data folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.types import StoreError, UpdateUnderWay


@contextmanager
def update_lock(data: Path) -> Iterator[None]:
    """Holds the right to update the index of a data folder; the system gives it back when a process dies.

    Raises UpdateUnderWay where another holds it, StoreError where the folder can't be written."""
    lock = FileLock(data / "index.lock")
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout as error:
        raise UpdateUnderWay(
            f"another update of this index is under way (it holds {data / 'index.lock'}): try again when it has ended"
        ) from error
    except OSError as error:
        raise StoreError(
            f"{data} can't be written ({error.strerror}): allow it, or choose another with --data"
        ) from error
    try:
        yield
    finally:
        lock.release()
