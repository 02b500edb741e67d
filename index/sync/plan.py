"""Decides what an update has to do: pure functions over what is in the folders and what is in the index."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.types import ArticleFile, Skipped
from index.store.manifest import TAKEN_IN, Entry, Manifest

SMALL = 500  # rows that are rewritten without a thought
GROWTH = 4  # a segment is merged into a new one that has at least a quarter of its rows


@dataclass(frozen=True, slots=True)
class Plan:
    """Which files to read, by whether their article is new or known in another version; which articles
    stay as they are; which are gone."""

    added: tuple[ArticleFile, ...]
    changed: tuple[ArticleFile, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def make_plan(files: Sequence[ArticleFile], entries: Mapping[str, Entry], rebuild: bool) -> Plan:
    """Compares files, whose ids are distinct, with the entries of the index by digest."""
    same = {f.article for f in files if not rebuild and _is_same(f, entries.get(f.article))}
    return Plan(
        added=tuple(f for f in files if f.article not in entries),
        changed=tuple(f for f in files if f.article in entries and f.article not in same),
        unchanged=tuple(f.article for f in files if f.article in same),
        removed=tuple(sorted(entries.keys() - {f.article for f in files})),
    )


def _is_same(file: ArticleFile, entry: Entry | None) -> bool:
    return entry is not None and (file.digest, corpus_of(file), file.path) == (
        entry.digest,
        entry.corpus,
        entry.source.path,
    )


def corpus_of(file: ArticleFile) -> str:
    """Returns what an entry calls the folder of a file; the data folder may be moved."""
    return TAKEN_IN if file.taken_in else str(file.folder)


def of_others(before: Manifest) -> list[ArticleFile]:
    """Returns what the index holds of other folders than the data folder's own, as if it were found again."""
    return [
        ArticleFile(Path(entry.corpus), entry.source.path, entry.source.article, entry.digest)
        for entry in before.entries
        if entry.corpus != TAKEN_IN
    ]


def skipped_of_others(before: Manifest, files: Iterable[ArticleFile]) -> list[Skipped]:
    """Returns what was skipped before and is none of these files."""
    paths = {file.path for file in files}
    return [one for one in before.skipped if one.path not in paths]


def without_removed(
    files: Iterable[ArticleFile], removed: Collection[tuple[str, str]]
) -> tuple[list[ArticleFile], list[Skipped]]:
    """Leaves out what was taken out, given by corpus and path, and says so."""
    kept: list[ArticleFile] = []
    out: list[Skipped] = []
    for file in files:
        if (corpus_of(file), file.path) in removed:
            out.append(Skipped(file.path, "It was taken out with `modelscape remove`."))
        else:
            kept.append(file)
    return kept, out


def without_unusable(
    files: Iterable[ArticleFile], before: Iterable[Skipped]
) -> tuple[list[ArticleFile], list[Skipped]]:
    """Leaves out the files that were skipped before for the very bytes that they still have: what is in them is
    not read again. Says so as then."""
    known = {(one.path, one.digest): one for one in before if one.digest}
    kept: list[ArticleFile] = []
    out: list[Skipped] = []
    for file in files:
        skipped = known.get((file.path, file.digest))
        if skipped:
            out.append(skipped)
        else:
            kept.append(file)
    return kept, out


def distinct(files: Iterable[ArticleFile]) -> list[ArticleFile]:
    """Gives articles of several folders whose ids are alike different ids, in the order of the folders."""
    taken: set[str] = set()
    result = []
    for file in files:
        name, number = file.article, 2
        while name in taken:
            name, number = f"{file.article}-{number}", number + 1
        taken.add(name)
        result.append(replace(file, article=name))
    return result


def to_merge(live: Mapping[str, int], rows: Mapping[str, int], new_rows: int) -> list[str]:
    """Chooses the segments that are written anew together with `new_rows` rows.

    `live` and `rows` give by segment how many rows are served and how many there are, in the order of the
    manifest. Segments stay few and an update's cost follows its size: sizes grow by a factor from one to
    the next, so that each row is rewritten a logarithmic number of times.
    """
    merged: list[str] = []
    total = new_rows
    for name in sorted(live, key=lambda n: live[n]):
        wasted = live[name] < rows[name] / 2
        small = total > 0 and live[name] <= max(SMALL, GROWTH * total)
        if wasted or small:
            merged.append(name)
            total += live[name]
    return merged
