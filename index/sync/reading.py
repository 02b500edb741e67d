"""Reads files and cuts them into passages; one bad file never stops the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.facts.types import Fact
from corpus.reader import find_files, read_article
from corpus.types import Article, ArticleFile, FileGone, Skipped, Source, UnreadableArticle
from corpus.unseen import as_seen
from index.splitting import CountTokens, Limits, split
from index.splitting.apart import apart
from index.sync.quoting import fact_rows
from index.types import FactRow, Passage

Warn = Callable[[ArticleFile, str], tuple[str, ...]]  # what to know of the text of a file
ReadFacts = Callable[[Article], tuple[list[Fact], list[str]]]  # the facts, and what could not be read


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles; `strict` for the project's own, `taken_in` for the data folder's own."""

    folder: Path
    strict: bool = False
    taken_in: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """An article's facts in the order of the text, and what is wrong with them."""

    facts: tuple[FactRow, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read: its source, its passages, and what is wrong with these. `stated` gives its
    facts, which may be read meanwhile: it waits for them."""

    file: ArticleFile
    source: Source
    passages: tuple[Passage, ...]
    noted: tuple[str, ...]
    stated: Callable[[], Stated]

    @property
    def facts(self) -> tuple[FactRow, ...]:
        """Its facts in the order of the text."""
        return self.stated().facts

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with it."""
        return (*self.noted, *self.stated().warnings)


def find_all(folders: Iterable[Corpus]) -> tuple[list[ArticleFile], list[Skipped]]:
    """Finds the files of all folders. Raises CorpusError where a folder is missing."""
    files: list[ArticleFile] = []
    skipped: list[Skipped] = []
    for corpus in folders:
        found, unusable = find_files(corpus.folder, corpus.strict)
        files += [replace(file, taken_in=True) for file in found] if corpus.taken_in else found
        skipped += unusable
    return files, skipped


def no_warnings(_file: ArticleFile, _text: str) -> tuple[str, ...]:
    """Warns of nothing."""
    return ()


def no_facts(_: Article) -> tuple[list[Fact], list[str]]:
    """Reads none, for those who want passages alone."""
    return [], []


def read_all(
    files: Sequence[ArticleFile],
    today: date,
    count_tokens: CountTokens,
    limits: Limits,
    begin: Callable[[Article], Callable[[], Stated]] = lambda _: Stated,
    warn: Warn = no_warnings,
) -> tuple[list[Read], list[Skipped]]:
    """Reads and splits files; `begin` begins to read an article's facts, and returns what gives them; `warn` is
    asked about each article's text."""
    read, skipped = [], []
    for file in files:
        try:
            article = read_article(file, today)
        except UnreadableArticle as error:
            digest = "" if isinstance(error, FileGone) else file.digest
            skipped.append(Skipped(file.path, str(error), digest))
            continue
        seen = as_seen(article)
        passages, warnings = split(seen, count_tokens, limits)
        passages = apart(passages, article, count_tokens)
        noted = (*article.warnings, *warnings, *warn(file, article.text[article.body :]))
        read.append(Read(file, article.source, tuple(passages), noted, begin(seen)))
    return read, skipped


def stated_in(article: Article, read_facts: ReadFacts) -> Stated:
    """Reads an article's facts, and leaves out what can't be kept."""
    facts, unread = read_facts(article)
    rows, unkept = fact_rows(article.text, [fact for fact in facts if not _is_hidden(fact, article)])
    return Stated(tuple(rows), (*unread, *unkept))


def _is_hidden(fact: Fact, article: Article) -> bool:
    """Whether what would be quoted holds something that no reader sees."""
    return any(
        start < hidden_end and hidden_start < end
        for start, end in (fact.span, *fact.context)
        for hidden_start, hidden_end in article.hidden
    )
