"""Stores what is offered among the articles that were taken in, where that is what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.taking_in.types import Copy, Stored, Superseded
from corpus.intake.deciding import Decision, Fate, Known, decide
from corpus.intake.duplicates import print_of
from corpus.intake.ledger import Ledger, SetAside
from corpus.intake.offers import Offer
from corpus.intake.storing import store_changed, store_new
from corpus.types import Skipped, Warned

WhyIrrelevant = Callable[[str], str | None]
FindOrders = Callable[[str], tuple[str, ...]]


@dataclass
class Storing:
    """The state of storing one offer after the other: what is known grows with each."""

    folder: Path
    known: list[Known]
    ledger: Ledger
    irrelevant: WhyIrrelevant
    orders: FindOrders
    now: datetime
    force: bool = False
    done: Stored = field(default_factory=Stored)

    def store(self, offer: Offer) -> None:
        """Decides what becomes of an offer, and stores it or notes why not."""
        text = offer.draft.body
        found, reason = print_of(text), self.irrelevant(text)
        decision = decide(offer.keys, found, text, self.known, self.ledger.removed, reason, self.force)
        match decision.fate:
            case Fate.OUT:
                gone = Skipped(offer.given, str(decision.reason))
                self.done = replace(self.done, out=(*self.done.out, gone))
            case Fate.ASIDE:
                self._set_aside(offer, str(decision.reason))
            case Fate.KNOWN if decision.of:
                self._know(offer, decision.of)
            case _:
                path = self._write(offer, decision)
                self.known = [one for one in self.known if not (one.mine and one.path == path)]
                self.known.append(Known(path, True, offer.keys, found, lambda: text))

    def _write(self, offer: Offer, decision: Decision) -> str:
        draft = offer.draft
        if decision.of and decision.of.mine:
            path = decision.of.path
            self._note_version(path, store_changed(self.folder, path, draft.text, self.now))
        else:
            path = store_new(self.folder, draft.name, draft.text)
        ledger = self.ledger.with_addresses(path, offer.addresses).without_removed(decision.again)
        self.ledger = ledger.without_set_aside(_place(offer))
        said = (*draft.warnings, *self.orders(draft.body))
        self.done = replace(
            self.done,
            taken=(*self.done.taken, path),
            warnings=(*self.done.warnings, *(Warned(path, warning) for warning in said)),
        )
        return path

    def _note_version(self, path: str, kept: Path | None) -> None:
        if kept:
            one = Superseded(path, kept.relative_to(self.folder).as_posix())
            self.done = replace(self.done, superseded=(*self.done.superseded, one))

    def _know(self, offer: Offer, known: Known) -> None:
        if known.mine:
            self.ledger = self.ledger.with_addresses(known.path, offer.addresses)
        self.done = replace(self.done, copies=(*self.done.copies, Copy(offer.given, known.path)))

    def _set_aside(self, offer: Offer, reason: str) -> None:
        stated = offer.draft.stated
        title = stated.title or offer.draft.name
        one = SetAside(
            _place(offer), title, reason, self.now.date(), stated.publisher, stated.published, stated.language
        )
        self.ledger = self.ledger.with_set_aside(one)
        self.done = replace(self.done, set_aside=(*self.done.set_aside, Skipped(offer.given, reason)))


def _place(offer: Offer) -> str:
    """Under which an offer is set aside: the address that gave it, or where the file lies."""
    return offer.draft.stated.url or offer.addresses[0]
