"""The copy of a segment's facts that a process keeps beside the shelves, since Chroma takes a second to give
ten thousand. It is derived from the segment and can be made again from it at any time."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from index.store.fact_record import fact_metadata, fact_row_of
from index.types import FactRow

VERSION = 1
_FILE = "facts.json"


def write_copy(rows: Iterable[FactRow], folder: Path) -> None:
    """Writes the facts whole or not at all, without their sentences; what is there already is replaced."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(dir=folder.parent, prefix="making-"))
    written = json.dumps({"version": VERSION, "rows": [fact_metadata(row) for row in rows]})
    try:
        (workshop / _FILE).write_text(written, "utf-8")
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
        found = json.loads((folder / _FILE).read_text("utf-8"))
        if (found["version"], len(found["rows"])) != (VERSION, rows):
            return None
        return [fact_row_of("", metadata) for metadata in found["rows"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
