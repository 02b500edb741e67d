"""Takes an article out: its passages and facts at once, and keeps it out when it is offered again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from bot.compose import Say
from bot.compose_update import update_index
from bot.places import ledger_file, prints_file, taken_in_folder
from bot.progress import Progress
from bot.settings import Settings
from bot.taking_in.adding import entries_of
from bot.taking_in.known import Prints, file_of
from bot.types import BotError
from corpus.intake.canonical import address_key
from corpus.intake.ledger import Ledger, Removed, read_ledger, write_ledger
from corpus.intake.offers import own_keys
from corpus.intake.storing import put_away
from index.store.lock import update_lock
from index.store.manifest import TAKEN_IN, Entry
from index.sync.report import Report


class NoSuchArticle(BotError):
    """No article, or more than one, is called that; the message names what is."""


def remove(settings: Settings, article: str, progress: Progress, say: Say) -> Report:
    """Takes out the article with this id, path or address. Raises NoSuchArticle, and the errors of the index."""
    with update_lock(settings.data):
        entry = chosen(article, entries_of(settings))
        now = datetime.now(UTC)
        ledger = read_ledger(ledger_file(settings))
        # First noted, then done: who is killed in between can do it again.
        write_ledger(ledger_file(settings), ledger.with_removed(_removed(settings, entry, ledger, now)))
        if entry.corpus == TAKEN_IN:
            put_away(taken_in_folder(settings), entry.source.path, now)
    return update_index(settings, (), False, progress, say, taken_in_alone=True)


def chosen(article: str, entries: Sequence[Entry]) -> Entry:
    """Returns the one article that is called so: by its id, else by its path, else by its address."""
    key = address_key(article) if "://" in article else None
    for found in (
        [e for e in entries if e.source.article == article],
        [e for e in entries if e.source.path == article],
        [e for e in entries if key and key in own_keys(e.source.url, e.source.canonical_url, ())],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(e.source.article for e in found[:5])
            raise NoSuchArticle(f"several articles are called {article[:200]!r}; give the id of one: {ids}")
    raise NoSuchArticle(_unknown(article, [e.source.article for e in entries]))


def _removed(settings: Settings, entry: Entry, ledger: Ledger, now: datetime) -> Removed:
    """What an article is recognised by when it is offered again."""
    mine, path = entry.corpus == TAKEN_IN, entry.source.path
    folder = taken_in_folder(settings) if mine else Path(entry.corpus)
    found = Prints(prints_file(settings), now.date()).of(file_of(entry, folder))
    others = ledger.addresses.get(path, ()) if mine else ()
    return Removed(
        corpus=None if mine else entry.corpus,
        path=path,
        title=entry.source.title,
        keys=tuple(sorted(own_keys(entry.source.url, entry.source.canonical_url, others))),
        digest=found.digest if found else "",
        day=now.date(),
    )


def _unknown(article: str, ids: Sequence[str]) -> str:
    near = get_close_matches(article[:200], ids, n=3, cutoff=0.5)
    mend = f"did you mean {', '.join(near)}?" if near else "`modelscape sources` lists them"
    return f"there is no article {article[:200]!r} in the index: {mend}"
