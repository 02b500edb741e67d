"""Turns what Chroma says of a failure into a sentence that says what to do."""

import shutil

from index.store.place import Embedded, Place, Server
from index.types import FingerprintMismatch, StoreDamaged, StoreError, StoreUnreachable, UpdateUnderWay

_LITTLE = 2 * 1024 * 1024  # bytes: below this, a failed write is put down to the disk
_LONGEST = 240

_READ_ONLY = ("readonly database", "Read-only file system", "Permission denied", "unable to open database")
_FULL = ("disk is full", "No space left", "os error 28")
_BUSY = ("database is locked", "database table is locked")
_NO_FOLDER = ("File exists", "Not a directory", "No such file or directory")
_OTHER_MODEL = ("expecting embedding with dimension",)
_DAMAGED = (
    "not a database",
    "malformed",
    "no such table",
    "no such column",
    "no column named",
    "nconsistent",
    "migration",
    "hnsw",
    "pickle",
    "Error finding id",
    "Error getting embedding",
    "Failed to pull logs",
    "Failed to get segments",
    "Failed to receive response",
    "panicked",
)


def explained(words: str, place: Place) -> StoreError:
    """Returns the error for what Chroma said; looks at the free space where an embedded one failed."""
    if isinstance(place, Server):
        return _of_server(words, place)
    return _of_folder(words, place)


def server_failed(status: str, words: str, place: Server) -> StoreError:
    """Returns the error for a server's answer of 500 or above."""
    if _any(_DAMAGED, words):
        return damaged(place, f"is damaged on the Chroma server ({shortened(words)})")
    return StoreUnreachable(
        f"The Chroma server at {place.url} answers {status}: {shortened(words)} "
        "(see the server's log, then try again)"
    )


def damaged(place: Place, why: str) -> StoreDamaged:
    """Returns the error for a store whose contents can't be right. `why` completes "The index …"."""
    if isinstance(place, Server):
        mend = "run `modelscape index --rebuild`"
    else:
        mend = f"move {place.folder} away, then run `modelscape index`, which makes it anew from the articles"
    return StoreDamaged(f"The index {why}: {mend}")


def shortened(words: str) -> str:
    """Returns foreign words on one line, of bounded length."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " …"


def _of_server(words: str, place: Server) -> StoreError:
    if _any(_OTHER_MODEL, words):
        return _other_model()
    return StoreError(f"The Chroma server at {place.url} could not do it: {shortened(words)}")


def _of_folder(words: str, place: Embedded) -> StoreError:
    folder = place.folder
    if _any(_READ_ONLY, words):
        return StoreError(f"{folder} can't be written: Chroma needs to write there even to read, so allow it")
    if _any(_FULL, words) or _free(place) < _LITTLE:
        return StoreError(f"The disk of {folder} is full: make room, then try again; what was there is kept")
    if "disk I/O error" in words:
        return StoreError(f"{folder} can't be written or read: its disk may be full, at its quota or failing")
    if _any(_BUSY, words):
        return UpdateUnderWay(f"Another program holds {folder}: try again when it has ended")
    if _any(_NO_FOLDER, words):
        return StoreError(f"{folder} is not a folder and can't be made one: choose another with --data")
    if _any(_OTHER_MODEL, words):
        return _other_model()
    if _any(_DAMAGED, words):
        return damaged(place, f"is damaged, or was written by another version of Chroma ({shortened(words)})")
    return StoreError(f"Chroma could not do it in {folder}: {shortened(words)}")


def _other_model() -> FingerprintMismatch:
    return FingerprintMismatch(
        "The index was made with another embedding model: set MODELSCAPE_EMBEDDING_MODEL as it was, "
        "or run `modelscape index --rebuild`"
    )


def _any(signs: tuple[str, ...], words: str) -> bool:
    return any(sign in words for sign in signs)


def _free(place: Embedded) -> int:
    """Bytes free where the folder lies; plenty where that can't be told."""
    try:
        return shutil.disk_usage(place.folder).free
    except OSError:
        return _LITTLE
