"""Reads files and cuts them into passages; one bad file never stops the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.reader import find_files, read_article
from corpus.types import ArticleFile, Skipped, Source, UnreadableArticle
from index.splitting import CountTokens, Limits, split
from index.types import Passage


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles; `strict` for the project's own."""

    folder: Path
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read: its source, its passages, and what is wrong with it."""

    file: ArticleFile
    source: Source
    passages: tuple[Passage, ...]
    warnings: tuple[str, ...]


def find_all(folders: Iterable[Corpus]) -> tuple[list[ArticleFile], list[Skipped]]:
    """Finds the files of all folders. Raises CorpusError where a folder is missing."""
    files: list[ArticleFile] = []
    skipped: list[Skipped] = []
    for corpus in folders:
        found, unusable = find_files(corpus.folder, corpus.strict)
        files += found
        skipped += unusable
    return files, skipped


def read_all(
    files: Sequence[ArticleFile], today: date, count_tokens: CountTokens, limits: Limits
) -> tuple[list[Read], list[Skipped]]:
    """Reads and splits files."""
    read, skipped = [], []
    for file in files:
        try:
            article = read_article(file, today)
        except UnreadableArticle as error:
            skipped.append(Skipped(file.path, str(error)))
            continue
        passages, warnings = split(article, count_tokens, limits)
        read.append(Read(file, article.source, tuple(passages), (*article.warnings, *warnings)))
    return read, skipped
