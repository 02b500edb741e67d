"""What is remembered of taking in, beside the articles: under which addresses each is known, what was set aside
and why, and what was taken out and must not come back."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.intake.storing import write_whole
from corpus.types import CorpusError

_MOST_SET_ASIDE = 5_000


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that was not taken in for what it is about."""

    address: str
    title: str
    reason: str
    day: date
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out. `path` is where it lay in the folder `corpus`, None for the data folder's
    own; `keys` those of its addresses; `digest` that of its words."""

    corpus: str | None
    path: str
    title: str
    keys: tuple[str, ...]
    digest: str
    day: date


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole of it. `addresses` by an article's path: all that are known of it, and the places of files."""

    addresses: dict[str, tuple[str, ...]]
    set_aside: tuple[SetAside, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def places(self) -> frozenset[tuple[str, str]]:
        """The folder and path of what was taken out of others' folders, where its file stays."""
        return frozenset((one.corpus, one.path) for one in self.removed if one.corpus is not None)

    def with_addresses(self, path: str, found: tuple[str, ...]) -> "Ledger":
        """Returns it with more addresses of an article."""
        known = (*self.addresses.get(path, ()), *found)
        return replace(self, addresses={**self.addresses, path: tuple(dict.fromkeys(known))})

    def with_set_aside(self, one: SetAside) -> "Ledger":
        """Returns it with one more that was set aside, once each address, the newest last."""
        others = tuple(other for other in self.set_aside if other.address != one.address)
        return replace(self, set_aside=(*others, one)[-_MOST_SET_ASIDE:])

    def without_set_aside(self, address: str) -> "Ledger":
        """Returns it without what was set aside at an address: it was taken in after all."""
        return replace(self, set_aside=tuple(one for one in self.set_aside if one.address != address))

    def with_removed(self, one: Removed) -> "Ledger":
        """Returns it with one more that was taken out, whose addresses are no longer those of an article."""
        left = {path: found for path, found in self.addresses.items() if path != one.path}
        return replace(self, addresses=left, removed=(*self.removed, one))

    def without_removed(self, gone: tuple[Removed, ...]) -> "Ledger":
        """Returns it without what was taken in again; a file in another's folder stays out, since there now is
        a copy of it."""
        kept = tuple(one for one in self.removed if one not in gone or one.corpus is not None)
        return replace(self, removed=kept)


def read_ledger(path: Path) -> Ledger:
    """Reads it; an empty one where there is none. Raises CorpusError where it can't be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return _ledger(found)
    except FileNotFoundError:
        return Ledger({})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f"{path} is damaged: put it right or move it away, then try again.") from error


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Writes it, whole or not at all."""
    text = json.dumps(asdict(ledger), ensure_ascii=False, default=date.isoformat, indent=1)
    write_whole(path, text.encode("utf-8", "replace"))


def _ledger(found: dict[str, Any]) -> Ledger:
    return Ledger(
        {path: tuple(addresses) for path, addresses in found["addresses"].items()},
        tuple(
            SetAside(**{**one, "day": _day(one["day"]), "published": _day(one["published"])})
            for one in found["set_aside"]
        ),
        tuple(
            Removed(**{**one, "day": _day(one["day"]), "keys": tuple(one["keys"])})
            for one in found["removed"]
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
