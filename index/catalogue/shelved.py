"""The copy of a segment's facts that a process keeps beside the shelves, since Chroma takes a second to give
ten thousand. It is derived from the segment and can be made again from it at any time."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from index.store.fact_record import fact_metadata, fact_row_of
from index.store.record import Metadata
from index.types import FactRow

VERSION = 2
_FILE = "facts.jsonl"
_LINE = 500  # rows; while JSON is read nothing else runs in the process, and a bot may be answering


def write_copy(rows: Iterable[FactRow], folder: Path) -> None:
    """Writes the facts whole or not at all, without their sentences; what is there already is replaced."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(dir=folder.parent, prefix="making-"))
    try:
        with (workshop / _FILE).open("w", encoding="utf-8") as file:
            file.write(f"{VERSION}\n")
            file.writelines(f"{json.dumps(page)}\n" for page in _pages(map(fact_metadata, rows)))
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(workshop, folder)
    except OSError:
        shutil.rmtree(workshop, ignore_errors=True)
        if not folder.is_dir():
            raise


def read_copy(folder: Path, rows: int) -> list[FactRow] | None:
    """Returns the facts in a folder, or None where there are none that can be used, since they were written
    by another version or are not as many."""
    try:
        with (folder / _FILE).open(encoding="utf-8") as file:
            if file.readline() != f"{VERSION}\n":
                return None
            found = [fact_row_of("", metadata) for line in file for metadata in json.loads(line)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return found if len(found) == rows else None


def _pages(rows: Iterable[Metadata]) -> Iterator[list[Metadata]]:
    left = iter(rows)
    while page := list(islice(left, _LINE)):
        yield page
