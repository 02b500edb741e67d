"""Reads files and cuts them into passages; one bad file never stops the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.facts.types import Fact
from corpus.reader import find_files, read_article
from corpus.types import Article, ArticleFile, Skipped, Source, UnreadableArticle
from index.splitting import CountTokens, Limits, split
from index.sync.quoting import fact_rows
from index.types import FactRow, Passage

ReadFacts = Callable[[Article], tuple[list[Fact], list[str]]]  # the facts, and what could not be read


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles; `strict` for the project's own."""

    folder: Path
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read: its source, its passages, its facts in the order of the text, and what is
    wrong with it."""

    file: ArticleFile
    source: Source
    passages: tuple[Passage, ...]
    facts: tuple[FactRow, ...]
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


def no_facts(_: Article) -> tuple[list[Fact], list[str]]:
    """Reads none, for those who want passages alone."""
    return [], []


def read_all(
    files: Sequence[ArticleFile],
    today: date,
    count_tokens: CountTokens,
    limits: Limits,
    read_facts: ReadFacts = no_facts,
) -> tuple[list[Read], list[Skipped]]:
    """Reads and splits files, and reads their facts."""
    read, skipped = [], []
    for file in files:
        try:
            article = read_article(file, today)
        except UnreadableArticle as error:
            skipped.append(Skipped(file.path, str(error)))
            continue
        passages, warnings = split(article, count_tokens, limits)
        facts, unread = read_facts(article)
        rows, unkept = fact_rows(article.text, facts)
        every = (*article.warnings, *warnings, *unread, *unkept)
        read.append(Read(file, article.source, tuple(passages), tuple(rows), every))
    return read, skipped
