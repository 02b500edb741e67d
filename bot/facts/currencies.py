"""Puts prices side by side in a currency in which all of them are stated: dollars and yuan can't be compared."""

from collections.abc import Sequence
from datetime import date

from bot.facts.reported import reported_of
from bot.facts.types import Reported
from bot.understanding.types import Wanted
from bot.understanding.wanted import MONEY
from corpus.facts.types import Unit
from index.catalogue.catalogue import Catalogue
from index.catalogue.headline import headline

Side = dict[Wanted, Reported]


def in_one_currency(sides: Sequence[Side], known: Catalogue, as_of: date | None) -> list[Side]:
    """Returns the sides, where their prices lead in different currencies with those of one that all have."""
    priced = {wanted for side in sides for wanted, found in side.items() if _unit(found) in MONEY}
    changed = [dict(side) for side in sides]
    for wanted in priced:
        holding = [side for side in changed if wanted in side]
        if len({_unit(side[wanted]) for side in holding}) < 2:
            continue
        currency = next(
            (c for c in MONEY if all(_in(c, side[wanted], known, as_of) for side in holding)), None
        )
        for side in holding if currency else ():
            side[wanted] = _in(currency, side[wanted], known, as_of) or side[wanted]
    return changed


def _unit(reported: Reported) -> Unit:
    return reported.headline.fact.value.unit


def _in(currency: Unit | None, reported: Reported, known: Catalogue, as_of: date | None) -> Reported | None:
    """What is stated in the currency alone, None where nothing is."""
    model, wanted = reported.model, reported.wanted
    stated = known.statements(model.key, wanted.attribute, wanted.benchmark, as_of)
    found = [s for s in stated if s.fact.value.unit is currency]
    return reported_of(model, wanted, headline(found), found) if found else None
