"""What is known when an article is offered: the articles in the index, and those that lie beside it already."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

from corpus.files import find_files
from corpus.intake.deciding import Known
from corpus.intake.duplicates import Print, print_of
from corpus.intake.ledger import Ledger
from corpus.intake.offers import own_keys
from corpus.intake.prints import read_prints, write_prints
from corpus.reader import read_article
from corpus.types import ArticleFile, Source, UnreadableArticle
from index.store.manifest import TAKEN_IN, Entry


class Prints:
    """The prints of articles, taken once for each version of a file and kept in a file of their own."""

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._kept = read_prints(path)
        self._used: dict[str, Print] = {}
        self._learned: dict[str, Print] = {}

    def of(self, file: ArticleFile) -> Print | None:
        """Returns a file's print; None where the file can't be read any more."""
        found = self._kept.get(file.digest)
        if found is None:
            try:
                article = read_article(file, self._today)
            except UnreadableArticle:
                return None
            found = print_of(article.text[article.body :])
        self._used[file.digest] = found
        return found

    def learn(self, file: ArticleFile, text: str) -> None:
        """Takes the print of a file that was read for another reason."""
        self._learned[file.digest] = print_of(text)

    def keep_used(self) -> None:
        """Writes down what was used alone, if that is not what was kept."""
        if self._used.keys() != self._kept.keys():
            write_prints(self._path, self._used)

    def keep_learned(self) -> None:
        """Writes down what was learned beside what was kept."""
        if self._learned.keys() - self._kept.keys():
            write_prints(self._path, {**self._kept, **self._learned})


def known_articles(
    folder: Path, entries: Sequence[Entry], ledger: Ledger, prints: Prints, today: date
) -> list[Known]:
    """Returns all articles of the index, and those in `folder`, the data folder's own, that it lacks yet."""
    mine = {entry.source.path: entry for entry in entries if entry.corpus == TAKEN_IN}
    found = [_mine(file, mine.get(file.path), ledger, prints, today) for file in _files(folder)]
    others = (entry for entry in entries if entry.corpus != TAKEN_IN)
    return [known for known in (*found, *_others(others, prints, today)) if known]


def _files(folder: Path) -> list[ArticleFile]:
    return find_files(folder)[0] if folder.is_dir() else []


def _mine(
    file: ArticleFile, entry: Entry | None, ledger: Ledger, prints: Prints, today: date
) -> Known | None:
    found = prints.of(file)
    if found is None:
        return None
    try:
        current = entry is not None and entry.digest == file.digest
        source = entry.source if entry and current else read_article(file, today).source
    except UnreadableArticle:
        return None
    keys = own_keys(source.url, source.canonical_url, ledger.addresses.get(file.path, ()))
    return Known(file.path, True, keys, found, cache(partial(text_of, file, today)))


def _others(entries: Iterable[Entry], prints: Prints, today: date) -> Iterable[Known]:
    for entry in entries:
        file = file_of(entry, Path(entry.corpus))
        if found := prints.of(file):
            text = cache(partial(text_of, file, today))
            yield Known(entry.source.path, False, _keys(entry.source), found, text)


def text_of(file: ArticleFile, today: date) -> str:
    """Returns what an article says below its front matter; nothing where it can't be read any more."""
    try:
        article = read_article(file, today)
    except UnreadableArticle:
        return ""
    return article.text[article.body :]


def _keys(source: Source) -> frozenset[str]:
    return own_keys(source.url, source.canonical_url, ())


def file_of(entry: Entry, folder: Path) -> ArticleFile:
    """Returns the file of an entry, which lies in that folder."""
    return ArticleFile(folder, entry.source.path, entry.source.article, entry.digest)
