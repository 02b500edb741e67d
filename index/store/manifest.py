"""What a generation of the index consists of, and its form as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from corpus.types import Skipped, Source
from index.types import StoreDamaged, StoreError

TAKEN_IN = "taken-in"  # the corpus of what lies in the data folder's own article directory
FORMAT = 3  # raised when an older modelscape could not read what is written


@dataclass(frozen=True, slots=True)
class Segment:
    """A collection of passages that is written once; its rows are numbered from 0. `facts` is the
    collection of the facts of the same articles, None where they state none."""

    name: str
    rows: int
    facts: str | None = None
    fact_rows: int = 0

    @property
    def collections(self) -> tuple[str, ...]:
        """The names of both."""
        return (self.name, self.facts) if self.facts else (self.name,)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that is served. `corpus` is its folder, or "taken-in"; `digest` the SHA-256 of its bytes;
    `segment` the one that its passages are served from; `taken_in` when it first came into the index. `copy_of`
    and `translation_of` name the original, `superseded_by` the article that corrects it."""

    source: Source
    corpus: str
    digest: str
    segment: str
    passages: int
    taken_in: datetime
    facts: int = 0
    warnings: tuple[str, ...] = ()
    copy_of: str | None = None
    translation_of: str | None = None
    superseded_by: str | None = None

    @property
    def origin(self) -> str:
        """The id of the original, its own where it is no copy: articles with one origin are one source."""
        return self.copy_of or self.source.article


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation. A row of a segment is served if the entry of its article names that segment."""

    generation: int
    fingerprint: str
    created: datetime
    segments: tuple[Segment, ...] = ()
    entries: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def by_article(self) -> dict[str, Entry]:
        """The entries by the id of their article; made anew at each call."""
        return {entry.source.article: entry for entry in self.entries}


def to_json(manifest: Manifest) -> str:
    """Writes a manifest down."""
    return json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, default=_iso)


def from_json(text: str) -> Manifest:
    """Reads a manifest. Raises StoreDamaged for what is none, StoreError for one of a newer modelscape."""
    try:
        found = json.loads(text)
        if found["format"] > FORMAT:
            raise StoreError("The index was made by a newer modelscape: update this one")
        return _manifest(found)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreDamaged(
            "The list of what the index holds can't be read: run `modelscape index --rebuild`"
        ) from error


def _manifest(found: Mapping[str, Any]) -> Manifest:
    return Manifest(
        generation=int(found["generation"]),
        fingerprint=str(found["fingerprint"]),
        created=datetime.fromisoformat(found["created"]),
        segments=tuple(Segment(**segment) for segment in found["segments"]),
        entries=tuple(_entry(entry) for entry in found["entries"]),
        skipped=tuple(Skipped(**skipped) for skipped in found["skipped"]),
    )


def _entry(found: Mapping[str, Any]) -> Entry:
    taken_in = datetime.fromisoformat(found["taken_in"])
    return Entry(
        **{
            **found,
            "source": _source(found["source"]),
            "warnings": tuple(found["warnings"]),
            "taken_in": taken_in,
        }
    )


def _source(found: Mapping[str, Any]) -> Source:
    dates = {k: date.fromisoformat(found[k]) for k in ("published", "retrieved") if found[k] is not None}
    return Source(**{**found, **dates})


def _iso(value: object) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a manifest")
