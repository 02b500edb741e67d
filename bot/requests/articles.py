"""The articles in the index, in the order in which they are listed."""

from collections.abc import Iterable

from index.store.manifest import Entry


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Returns those with a known date first, newest first; what ties stands in the order of the paths."""
    by_path = sorted(entries, key=lambda entry: entry.source.path)
    return sorted(by_path, key=_day, reverse=True)


def _day(entry: Entry) -> int:
    return entry.source.published.toordinal() if entry.source.published else 0
