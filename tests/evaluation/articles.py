"""Which file an article's id stands for: a shipped digest, or the source text that it was made from."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

_TABLE = Path(__file__).with_name("articles.json")


@dataclass(frozen=True, slots=True)
class Names:
    """`digest` is a file's name; `source` is how a source text's name begins, up to its first mark."""

    digest: str
    source: str


@cache
def names_of() -> dict[str, Names]:
    """Returns the names of each id."""
    return {key: Names(**value) for key, value in json.loads(_TABLE.read_text("utf-8")).items()}


def supports(path: str, articles: Iterable[str]) -> bool:
    """Says whether the file at `path` is one of these articles, given by id or file name."""
    name = PurePosixPath(path).name
    beginning = re.split(r"[^0-9A-Za-z]", name, maxsplit=1)[0]
    return any(name in (a, _digest(a)) or beginning == _source(a) for a in articles)


def _digest(article: str) -> str | None:
    names = names_of().get(article)
    return names.digest if names else None


def _source(article: str) -> str | None:
    names = names_of().get(article)
    return names.source if names else None
