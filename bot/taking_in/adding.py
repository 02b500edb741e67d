"""Takes in what is offered: fetches and reads it, stores it among the articles, and updates the index with it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.compose import Say, read_manifest
from bot.compose_update import update_index
from bot.places import ledger_file, prints_file, taken_in_folder
from bot.progress import Progress
from bot.settings import Settings
from bot.taking_in.changes import changes_since
from bot.taking_in.known import Prints, known_articles
from bot.taking_in.storing import Storing
from bot.taking_in.types import Added, Stored
from corpus.intake.fetching import Fetcher
from corpus.intake.instructions import instructions_in, read_orders
from corpus.intake.ledger import read_ledger, write_ledger
from corpus.intake.offers import Offer, read_offer
from corpus.intake.relevance import read_topic, why_irrelevant
from corpus.intake.storing import tidy
from corpus.intake.types import Rules
from corpus.names import read_names
from corpus.types import CorpusError, Skipped
from index.store.lock import update_lock
from index.store.manifest import Entry, Manifest
from index.types import Embedder, NoIndex

_CREDENTIALS = re.compile(r"//[^/?#]{0,1000}@")  # a password is not repeated


def add(
    settings: Settings,
    given: Sequence[str],
    force: bool,
    progress: Progress,
    say: Say,
    model: Embedder | None = None,
) -> Added:
    """Takes in addresses and files. What can't be taken in is told in the result, the rest is taken in. `model` is
    the one that is set, where it is open already. Raises the errors of the index; what was stored by then is taken
    up by its next update."""
    offers, failed = read_offers(settings, given, date.today())
    stored = store(settings, offers, force, date.today(), datetime.now(UTC))
    return indexed(settings, replace(stored, failed=(*failed, *stored.failed)), progress, say, model)


def indexed(
    settings: Settings, stored: Stored, progress: Progress, say: Say, model: Embedder | None = None
) -> Added:
    """Updates the index with what was stored alone, or with all articles where there is none yet, and tells what
    became known by it."""
    before = _manifest(settings)
    report = update_index(settings, (), False, progress, say, before is not None, model)
    return Added(stored, report, changes_since(settings, before, say))


def read_offers(
    settings: Settings, given: Sequence[str], today: date
) -> tuple[list[Offer], tuple[Skipped, ...]]:
    """Fetches and reads what is offered, each once, and says what could not be."""
    fetcher = Fetcher(rules_of(settings))
    offers: list[Offer] = []
    failed: list[Skipped] = []
    for one in dict.fromkeys(given):
        try:
            offers.append(read_offer(one, fetcher, today))
        except CorpusError as error:
            failed.append(Skipped(_CREDENTIALS.sub("//", one), str(error)))
    return offers, tuple(failed)


def rules_of(settings: Settings) -> Rules:
    """Returns what may be connected to."""
    return Rules(settings.allow_private_addresses, frozenset(settings.allowed_ports))


def store(settings: Settings, offers: Sequence[Offer], force: bool, today: date, now: datetime) -> Stored:
    """Stores what is new or changed. Raises UpdateUnderWay, or CorpusError where the ledger can't be read."""
    names, topic, orders = read_names(), read_topic(), read_orders()
    prints = Prints(prints_file(settings), today)
    with update_lock(settings.data):
        ledger, folder = read_ledger(ledger_file(settings)), taken_in_folder(settings)
        tidy(folder)
        storing = Storing(
            folder,
            known_articles(folder, entries_of(settings), ledger, prints, today),
            ledger,
            lambda text: why_irrelevant(text, names, topic),
            lambda text: instructions_in(text, orders),
            now,
            force,
        )
        with _noted(settings, storing):
            for offer in offers:
                storing.store(offer)
    prints.keep_used()
    return storing.done


@contextmanager
def _noted(settings: Settings, storing: Storing) -> Iterator[None]:
    """Writes down what was decided, also of the offers before one at which the disk was full."""
    before = storing.ledger
    try:
        yield
    finally:
        if storing.ledger != before:
            write_ledger(ledger_file(settings), storing.ledger)


def entries_of(settings: Settings) -> tuple[Entry, ...]:
    """Returns what the index holds; nothing where there is none."""
    manifest = _manifest(settings)
    return manifest.entries if manifest else ()


def _manifest(settings: Settings) -> Manifest | None:
    try:
        return read_manifest(settings)
    except NoIndex:
        return None
