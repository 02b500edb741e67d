"""Keeps taken-in articles as files: each is written whole or not at all, and none is lost."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

VERSIONS = ".versions"  # hidden: what lies there is no article
REMOVED = ".removed"
_BEGUN = ".new-"


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that a reader, or a process that dies, sees the old one or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BEGUN)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def tidy(folder: Path) -> None:
    """Removes what a process that was killed had begun to write; no other may be writing there."""
    for begun in folder.glob(f"{_BEGUN}*"):
        begun.unlink(missing_ok=True)


def store_new(folder: Path, name: str, text: str) -> str:
    """Stores an article under a name that is free, and returns its path in the folder."""
    path, number = f"{name}.md", 2
    while (folder / path).exists():
        path, number = f"{name}-{number}.md", number + 1
    write_whole(folder / path, text.encode("utf-8", "replace"))
    return path


def store_changed(folder: Path, path: str, text: str, now: datetime) -> Path | None:
    """Stores another version of an article, and returns where the one that was there is kept."""
    kept = _keep(folder, path, VERSIONS, now, stay=True)
    write_whole(folder / path, text.encode("utf-8", "replace"))
    return kept


def put_away(folder: Path, path: str, now: datetime) -> Path | None:
    """Takes an article's file out of the folder's sight and returns where it is now; None if there was none."""
    return _keep(folder, path, REMOVED, now, stay=False)


def _keep(folder: Path, path: str, where: str, now: datetime, stay: bool) -> Path | None:
    source = folder / path
    kept = folder / where / f"{source.stem}.{now:%Y%m%dT%H%M%S%f}{source.suffix}"
    try:
        if stay:
            write_whole(kept, source.read_bytes())
        else:
            kept.parent.mkdir(parents=True, exist_ok=True)
            source.replace(kept)
    except FileNotFoundError:
        return None
    return kept
