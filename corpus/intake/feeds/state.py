"""What is remembered of a feed: which entries it listed, what became of each, and when to ask again."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus.intake.feeds.reading import entry_from
from corpus.intake.feeds.types import Entry
from corpus.intake.storing import write_whole
from corpus.intake.types import NO_VERSION, Version

_FORMAT = 1
_MOMENTS = ("polled", "until")


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry that was listed, from the moment `first` on. `asked` is when its page was last asked for, None
    while it waits for that; `version` is its page's; `failures` says how often in a row it could not be taken
    in. What is `settled` is not asked for again unless the feed lists another version of it."""

    entry: Entry
    first: datetime
    asked: datetime | None = None
    version: Version = NO_VERSION
    failures: int = 0
    settled: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered. `polled` is when it last was this feed's turn; `failures` says how often in a row it
    could not be read, `until` the moment before which it is not asked again."""

    seen: tuple[Seen, ...] = ()
    version: Version = NO_VERSION
    polled: datetime | None = None
    failures: int = 0
    until: datetime | None = None

    def settling(self, addresses: frozenset[str]) -> "State":
        """Returns it with the entries at these addresses settled."""
        changed = (replace(s, settled=s.settled or s.entry.address in addresses) for s in self.seen)
        return replace(self, seen=tuple(changed))


def state_file(folder: Path, url: str) -> Path:
    """Returns the file in that folder where a feed's state is kept."""
    return folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.json"


def read_state(folder: Path, url: str) -> State:
    """Reads what is remembered of the feed at an address; nothing where it is of another form or damaged: what is
    asked for again is recognised as known."""
    try:
        found = json.loads(state_file(folder, url).read_text("utf-8"))
        return _state(found["state"]) if (found["format"], found["url"]) == (_FORMAT, url) else State()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return State()


def write_state(folder: Path, url: str, state: State) -> None:
    """Writes it, whole or not at all."""
    whole = {"format": _FORMAT, "url": url, "state": asdict(state)}
    text = json.dumps(whole, ensure_ascii=False, default=_written)
    write_whole(state_file(folder, url), text.encode("utf-8", "replace"))


def _state(found: dict[str, Any]) -> State:
    seen = tuple(_seen(one) for one in found["seen"])
    return State(
        **{**found, **_moments(found, _MOMENTS), "seen": seen, "version": Version(**found["version"])}
    )


def _seen(found: dict[str, Any]) -> Seen:
    parts = {"entry": entry_from(found["entry"]), "version": Version(**found["version"])}
    return Seen(**{**found, **_moments(found, ("first", "asked")), **parts})


def _moments(found: dict[str, Any], names: tuple[str, ...]) -> dict[str, datetime | None]:
    """Aware ones; raises ValueError for others, which could not be compared."""
    moments = {name: datetime.fromisoformat(found[name]) if found[name] else None for name in names}
    if any(moment and moment.tzinfo is None for moment in moments.values()):
        raise ValueError("a moment without a time zone")
    return moments


def _written(value: date) -> str:
    return value.isoformat()
