"""Finds the nearest thing that is stated, for what is not: another attribute of its kind, or a sibling's."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher

from bot.facts.known import report, reports
from bot.facts.scribe import Scribe, name_of
from bot.facts.types import Missing, Reported
from bot.understanding.types import Wanted
from corpus.facts.types import Attribute
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue

_A = Attribute
KINDS = (
    {_A.CONTEXT_WINDOW, _A.INPUT_LIMIT, _A.OUTPUT_LIMIT},
    {_A.PARAMETERS_TOTAL, _A.PARAMETERS_ACTIVE, _A.EXPERTS},
    {_A.PRICE_INPUT, _A.PRICE_OUTPUT, _A.PRICE_CACHED_INPUT},
    {_A.RELEASED, _A.KNOWLEDGE_CUTOFF},
    {_A.LICENCE, _A.OPEN_WEIGHTS},
)
_SIBLINGS = 50  # of a family that are looked at


def missing(
    known: Catalogue, model: Model, wanted: Sequence[Wanted], scribe: Scribe, as_of: date | None = None
) -> Missing:
    """Returns that no article states these of the model, with the nearest thing that one does state."""
    attributes = scribe.join(map(scribe.attribute, wanted), "comma")
    text = scribe.phrases.say("lookup", "missing", model=name_of(model), attribute=attributes)
    near = next((found for one in wanted if (found := _near(known, model, one, as_of))), None)
    near = near or _of_the_model(known, model, as_of)
    if near is None:
        return Missing(text)
    return Missing(text, near.headline, said_plainly(near, scribe, near.model.key != model.key))


def _near(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> Reported | None:
    return _of_its_kind(known, model, wanted, as_of) or _of_a_sibling(known, model, wanted, as_of)


def said_plainly(near: Reported, scribe: Scribe, other: bool) -> str:
    """Returns a headline value without a citation's number; `other` marks it as another model's."""
    value = scribe.named(near, scribe.value(near.headline))
    name = "other_model" if other else "about"
    return scribe.phrases.say("lookup", name, model=name_of(near.model), said=value)


def _of_its_kind(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> Reported | None:
    every = reports(known, model, as_of)
    return next((r for r in every if _alike(r.wanted, wanted)), None)


def _of_the_model(known: Catalogue, model: Model, as_of: date | None) -> Reported | None:
    """Anything that is stated of the model, its release first."""
    every = reports(known, model, as_of)
    return next((r for r in every if r.wanted.attribute is _A.RELEASED), next(iter(every), None))


def _alike(one: Wanted, other: Wanted) -> bool:
    if one.benchmark and other.benchmark:
        return one.benchmark.name == other.benchmark.name
    return any({one.attribute, other.attribute} <= kind for kind in KINDS)


def _of_a_sibling(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> Reported | None:
    """What is stated of the same attribute of the most alike model of the same family."""
    siblings = [m for m in known.models if m.family == model.family and m.key != model.key]
    for sibling in closest(model.name, siblings)[:_SIBLINGS]:
        if found := report(known, sibling, wanted, as_of):
            return found
    return None


def closest(name: str, models: Iterable[Model]) -> list[Model]:
    """Returns the models, those with the most alike names first."""
    folded = name.casefold()
    return sorted(models, key=lambda m: (-SequenceMatcher(None, folded, m.name.casefold()).ratio(), m.name))
