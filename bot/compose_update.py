"""Composes an update of the index: what reads the articles, what is told of them, and where it is written."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from bot.compose import Say, open_model, processors, read_terms
from bot.places import corpus_folders, is_own, ledger_file, prints_file, shelves, store_place, taken_in_folder
from bot.progress import Progress
from bot.settings import Settings
from bot.taking_in.known import Prints
from corpus.facts.cues import read_cues
from corpus.facts.reading import read_facts
from corpus.intake.instructions import instructions_in, read_orders
from corpus.intake.kinship import kinship
from corpus.intake.ledger import read_ledger
from corpus.names import read_names
from corpus.types import ArticleFile
from index.store.chroma import open_store
from index.sync.reading import Corpus, ReadFacts, Warn
from index.sync.relating import FindKin
from index.sync.report import Report
from index.sync.update import Options, Tools, update
from index.types import Embedder


def update_index(
    settings: Settings,
    folders: Sequence[str],
    rebuild: bool,
    progress: Progress,
    say: Say,
    taken_in_alone: bool = False,
    model: Embedder | None = None,
) -> Report:
    """Brings the index in line with the articles in these folders, or in those that are set, and with those
    that were taken in; or with these alone, and the rest of the index stays as it is. `model` is the one that is
    set, where it is open already."""
    wanted = _corpora(settings, () if taken_in_alone else corpus_folders(settings, folders))
    removed = read_ledger(ledger_file(settings)).places
    options = Options(settings.data, shelves(settings), settings.passages, rebuild, taken_in_alone, removed)
    embedder = model or open_model(settings, say, processors())
    prints = Prints(prints_file(settings), date.today())
    with open_store(store_place(settings)) as store:
        tools = Tools(
            store, embedder, read_terms(), progress, say, _fact_reader(), _noticing(prints), _kin_finder()
        )
        report = update(wanted, tools, options, date.today(), datetime.now(UTC))
    prints.keep_learned()
    return report


def _corpora(settings: Settings, folders: Iterable[Path]) -> list[Corpus]:
    """The folders to read: the one of what was taken in last, so that its articles give way in the choice of ids."""
    own = taken_in_folder(settings)
    wanted = [Corpus(folder, is_own(folder)) for folder in folders if folder != own]
    return [*wanted, Corpus(own, taken_in=True)] if own.is_dir() else wanted


def _fact_reader() -> ReadFacts:
    names, cues = read_names(), read_cues()
    return lambda article: read_facts(article, names, cues)


def _noticing(prints: Prints) -> Warn:
    """What looks like an instruction in an article is told, and its print is kept for what will be offered."""
    orders = read_orders()

    def notice(file: ArticleFile, text: str) -> tuple[str, ...]:
        prints.learn(file, text)
        return instructions_in(text, orders)

    return notice


def _kin_finder() -> FindKin:
    names = read_names()
    return lambda one, other, likeness: kinship(
        one, other, likeness, lambda text: ((found.start, found.name) for found in names.organisations(text))
    )
