"""What the files of a model folder have to be, recorded beside them."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

DIGESTS = "digests.json"


def file_digest(path: Path) -> str:
    """Returns the SHA-256 of a file, in hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def all_intact(folder: Path) -> bool:
    """Says whether every file of the folder has the digest that it was made with."""
    known = _known(folder)
    return _intact(folder, known, tuple(known["files"]))


def still_intact(folder: Path, names: Sequence[str]) -> bool:
    """Says the same of these files. Those that have the size and the time that they had when their digests
    were right are not read again, which takes 0.1 s."""
    known, stamps = _known(folder), _stamps(folder, names)
    if stamps and known.get("stamps") == stamps:
        return True
    if not _intact(folder, known, names):
        return False
    with suppress(OSError):  # in a folder that can't be written, they are read each time
        _write(folder, {**known, "stamps": stamps})
    return True


def _intact(folder: Path, known: Mapping[str, Any], names: Sequence[str]) -> bool:
    try:
        return bool(names) and all(known["files"].get(n) == file_digest(folder / n) for n in names)
    except OSError:
        return False


def _known(folder: Path) -> dict[str, Any]:
    """What is recorded: digests by name in `files`, which is always there, and perhaps `stamps`."""
    try:
        found = dict(json.loads((folder / DIGESTS).read_text("utf-8")))
        return {**found, "files": dict(found["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"files": {}}


def _write(folder: Path, known: Mapping[str, Any]) -> None:
    """Writes it whole or not at all."""
    draft = folder / f"{DIGESTS}.{os.getpid()}"
    draft.write_text(json.dumps(known, indent=2) + "\n", "utf-8")
    draft.replace(folder / DIGESTS)


def _stamps(folder: Path, names: Sequence[str]) -> dict[str, list[int]]:
    """Size in bytes and time of change in nanoseconds of each file; none if one is missing."""
    try:
        found = {name: (folder / name).stat() for name in names}
    except OSError:
        return {}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in found.items()}
