"""Gives articles their ids: short, readable in any script, unique in their folder."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

_LONGEST = 80
_ORDER = (".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".txt", ".text", ".rst")


def slugs(paths: Iterable[str]) -> dict[str, str]:
    """Returns an id for each path. Where two would be the same, the path that its id shows unchanged keeps it
    (Markdown before the rest), and the others carry a digest: so a newcomer hardly ever changes an old id."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[slug(path)].append(path)
    taken = set(groups)
    result: dict[str, str] = {}
    for name, members in sorted(groups.items()):
        first, *others = sorted(members, key=lambda path: _rank(path, name))
        result[first] = name
        for path in others:
            result[path] = _free(name, path, taken)
            taken.add(result[path])
    return result


def slug(path: str) -> str:
    """Returns the path without its suffix as letters, digits, "-" and ".", in lower case, at most 80
    characters; cut or empty, it ends in a digest of the path."""
    stem = str(PurePosixPath(path).with_suffix(""))
    folded = unicodedata.normalize("NFKC", stem).lower()
    kept = "".join(character if character.isalnum() or character == "." else "-" for character in folded)
    name = re.sub(r"-+", "-", kept).strip("-.")
    if not name:
        return f"article-{_digest(path, 8)}"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}-{_digest(path, 8)}"


def _rank(path: str, name: str) -> tuple[bool, int, str]:
    suffix = PurePosixPath(path).suffix.lower()
    order = _ORDER.index(suffix) if suffix in _ORDER else len(_ORDER)
    return path.removesuffix(PurePosixPath(path).suffix) != name, order, path


def _free(name: str, path: str, taken: set[str]) -> str:
    """Returns the name with as much of the path's digest as makes it unique."""
    options = (f"{name[: _LONGEST - 1 - length]}-{_digest(path, length)}" for length in (8, 16, 32, 64))
    return next(option for option in options if option not in taken)


def _digest(path: str, length: int) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:length]
