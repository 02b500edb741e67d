"""Reads what is offered, an address or a file, as a draft of an article."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.files import LARGEST, read_bytes
from corpus.intake.canonical import address_key, same_site
from corpus.intake.draft import Draft, make_draft
from corpus.intake.extracting import extract
from corpus.intake.fetching import Fetcher
from corpus.intake.types import Fetched, IntakeError
from corpus.stated import Stated

_FILE = "file:"
_NOTHING = Stated()


@dataclass(frozen=True, slots=True)
class Offer:
    """What was offered: `given` as it was written, `addresses` all that led to the article, `draft` the article."""

    given: str
    addresses: tuple[str, ...]
    draft: Draft

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the article's own addresses. Those of other sites that led to it are not its own: who
        holds them may let them lead elsewhere tomorrow."""
        return own_keys(self.draft.stated.url, self.draft.stated.canonical_url, self.addresses)


def read_offer(given: str, fetcher: Fetcher, today: date) -> Offer:
    """Fetches or reads what was offered. Raises CorpusError where it can't be taken in."""
    return offer_of(given, fetcher.fetch(given), today) if "://" in given else _of_file(given, today)


def offer_of(given: str, fetched: Fetched, today: date, beside: Stated = _NOTHING) -> Offer:
    """Reads what was fetched. `beside` is stated elsewhere, and counts where the article says nothing itself.
    Raises CorpusError where it can't be taken in."""
    name = unquote(PurePosixPath(urlsplit(fetched.address).path).name)
    found = extract(fetched.data, today, fetched.content_type, fetched.charset, name)
    whole = replace(found, stated=found.stated.over(beside))
    draft = make_draft(whole, fetched.address, PurePosixPath(name).stem or given, today)
    return Offer(given, _all_of(fetched.addresses, draft.stated), draft)


def own_keys(url: str | None, canonical: str | None, others: tuple[str, ...]) -> frozenset[str]:
    """Returns the keys of an article's own addresses: the one that it is cited by, those of the same site, and
    the places of files."""
    addresses = [address for address in (canonical, *others) if address]
    kept = [one for one in addresses if one.startswith(_FILE) or url is None or same_site(url, one)]
    keys = (one if one.startswith(_FILE) else address_key(one) for one in (url, *kept) if one)
    return frozenset(key for key in keys if key)


def _of_file(given: str, today: date) -> Offer:
    path = Path(given).expanduser().absolute()
    if path.is_dir():
        raise IntakeError("This is a folder; give its files, or the folder to `index --corpus`.")
    try:
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IntakeError(f"The file can't be read: {reason}.") from error
    if len(data) > LARGEST:
        raise IntakeError(f"It is larger than {LARGEST // 1024**2} MB, the most that is taken in.")
    draft = make_draft(extract(data, today, name=path.name), None, path.stem, today)
    return Offer(given, _all_of((path.as_uri(),), draft.stated), draft)


def _all_of(led: tuple[str, ...], stated: Stated) -> tuple[str, ...]:
    said = (one for one in (stated.url, stated.canonical_url) if one)
    return tuple(dict.fromkeys((*led, *said)))
