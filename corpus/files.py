"""Finds the articles in a folder, without reading more of them than their digest needs."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from corpus.slug import slugs
from corpus.types import ArticleFile, CorpusError, Skipped

LARGEST = 10 * 1024 * 1024
SUFFIXES = frozenset(
    {".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".xhtml", ".text", ".rst", ".pdf", ".docx"}
)


def find_files(
    folder: Path, strict: bool = False, largest: int = LARGEST
) -> tuple[list[ArticleFile], list[Skipped]]:
    """Returns the articles below a folder and what is skipped there, both sorted by path.

    Hidden files and folders and files of other kinds are passed over; a link that leads out of the folder and
    a file over `largest` bytes are skipped. Raises CorpusError where the folder can't be read.
    """
    root = _opened(folder)
    digests: dict[str, str] = {}
    skipped: list[Skipped] = []
    for path in _walk(root, skipped):
        found = _digest_or_reason(root, path, largest)
        if isinstance(found, Skipped):
            skipped.append(found)
        elif found:
            digests[path] = found
    names = slugs(digests)
    files = [ArticleFile(folder, path, names[path], digests[path], strict) for path in sorted(digests)]
    return files, sorted(skipped, key=lambda one: one.path)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Returns a regular file's bytes, at most one more than `largest`. Raises OSError; never waits on a pipe."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "it is not a regular file")
        return file.read(largest + 1)


def _opened(folder: Path) -> Path:
    if not folder.is_dir():
        kind = "is not a folder" if folder.exists() else "does not exist"
        raise CorpusError(f"The folder {str(folder)!r} {kind}; give a folder that holds articles.")
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise CorpusError(
            f"The folder {str(folder)!r} can't be read ({error.strerror}); check its rights."
        ) from error
    return folder.resolve()


def _walk(root: Path, skipped: list[Skipped]) -> Iterator[str]:
    """Yields the paths below the root, hidden ones left out, with forward slashes."""

    def unreadable(error: OSError) -> None:
        name = os.path.relpath(error.filename, root)
        skipped.append(
            Skipped(_printable(name), f"The folder can't be read: {error.strerror}; check its rights.")
        )

    for parent, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            path = Path(parent, name)
            if path.is_symlink() and not _inside(path, root):
                skipped.append(_outside(path.relative_to(root).as_posix()))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent, name).relative_to(root).as_posix()


def _digest_or_reason(root: Path, path: str, largest: int) -> str | Skipped | None:
    """Returns the SHA-256 in hex, or why the file is skipped, or None for a file that is no article."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        return None
    if not path.isprintable():
        return Skipped(
            _printable(path), "The name is not UTF-8 or holds control characters; rename the file."
        )
    if not _inside(root / path, root):
        return _outside(path)
    try:
        data = read_bytes(root / path, largest)
    except OSError as error:
        return Skipped(
            path, f"The file can't be read: {error.strerror}; check that it is there and its rights."
        )
    if len(data) > largest:
        return Skipped(path, f"The file is larger than {_size(largest)}, the most that is read; split it.")
    if not data.strip():
        return Skipped(path, "The file is empty; write the article there, or remove it.")
    return hashlib.sha256(data).hexdigest()


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a loop of links
        return False


def _outside(path: str) -> Skipped:
    return Skipped(_printable(path), "The link leads out of the folder; put the file itself there.")


def _printable(path: str) -> str:
    shown = path.encode("utf-8", "backslashreplace").decode()
    return "".join(mark if mark.isprintable() else f"\\x{ord(mark):02x}" for mark in shown)


def _size(count: int) -> str:
    return f"{count // 1024**2} MB" if count >= 1024**2 else f"{count:,} bytes"
