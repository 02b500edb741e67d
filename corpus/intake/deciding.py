"""Decides what becomes of an article that is offered: pure, by what is known already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.intake.duplicates import Print, is_copy
from corpus.intake.ledger import Removed


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there. `mine` says that it was taken in, so its file may be replaced; `path` is
    relative to its folder; `keys` are those of its own addresses; `text` gives what it says."""

    path: str
    mine: bool
    keys: frozenset[str]
    print: Print
    text: Callable[[], str]


class Fate(Enum):
    """What becomes of it."""

    NEW = auto()
    CHANGED = auto()  # another version of one that was taken in
    KNOWN = auto()  # there already: word for word, or as a copy
    OUT = auto()  # taken out before
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Decision:
    """`of` is the article that is known already; `reason` a sentence where it is not taken in; `again` what
    was taken out before and now comes back."""

    fate: Fate
    of: Known | None = None
    reason: str | None = None
    again: tuple[Removed, ...] = ()


def decide(
    keys: frozenset[str],
    found: Print,
    text: str,
    known: Sequence[Known],
    removed: Sequence[Removed],
    irrelevant: str | None,
    force: bool,
) -> Decision:
    """Decides. `keys` are those of the addresses that led to it, `found` is the print of its text; `irrelevant` says why it has nothing to do
    with the topic. `force` takes in what was taken out or is set aside."""
    same = next((one for one in known if one.mine and not keys.isdisjoint(one.keys)), None)
    if same and found.digest == same.print.digest:
        return Decision(Fate.KNOWN, same)
    out = tuple(one for one in removed if not keys.isdisjoint(one.keys) or found.digest == one.digest)
    if out and not force:
        day = out[-1].day.isoformat()
        return Decision(Fate.OUT, reason=f"It was taken out on {day}; `add --force` takes it in again.")
    if same is None and (copied := _copied(found, text, known)):
        return Decision(Fate.KNOWN, copied)
    if irrelevant and not force:
        return Decision(Fate.ASIDE, reason=f"{irrelevant} `add --force` takes it in all the same.")
    return Decision(Fate.CHANGED if same else Fate.NEW, same, again=out)


def _copied(found: Print, text: str, known: Sequence[Known]) -> Known | None:
    """The article that it is a copy of: rather one word for word."""
    same = next((one for one in known if one.print.digest == found.digest), None)
    return same or next((one for one in known if is_copy(found, one.print, text, one.text)), None)
