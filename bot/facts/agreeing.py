"""Answers whether the articles agree: "do the articles agree on the parameters of GLM-4.5"."""

from collections.abc import Sequence
from datetime import date

from bot.facts.known import about, reports
from bot.facts.listing import cut
from bot.facts.nearest import missing
from bot.facts.scribe import Scribe, name_of
from bot.facts.types import Found, Missing, Outcome, Reported
from bot.understanding.types import Agreement
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue


def agree(query: Agreement, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns on what the articles disagree; where they do not, how many say the same."""
    models = query.models or _worth_a_look(query, known, as_of)
    every = [found for model in models for found in _asked(query, known, model, as_of)]
    disputed = [reported for reported in every if reported.conflict]
    if disputed:
        return _disagree(disputed, scribe)
    if not query.models or not query.wanted:
        return _no_dispute(query, every, scribe)
    if not every:
        return _nothing(query, known, scribe, as_of)
    return _agreed(every, scribe)


def _worth_a_look(query: Agreement, known: Catalogue, as_of: date | None) -> Sequence[Model]:
    """All models; where anything is asked for, those on which articles disagree, if there are any."""
    disputed = () if query.wanted else known.disagreements(as_of)
    return list(dict.fromkeys(found.model for found in disputed)) or known.models


def _asked(query: Agreement, known: Catalogue, model: Model, as_of: date | None) -> Sequence[Reported]:
    if not query.wanted:
        return reports(known, model, as_of)
    return [found for wanted in query.wanted for found in about(known, model, wanted, as_of)]


def _disagree(disputed: Sequence[Reported], scribe: Scribe) -> Found:
    name = "no_one" if len(disputed) == 1 else "no"
    lead = scribe.phrases.say("agreement", name, count=len(disputed))
    rows = [row for reported in disputed for row in scribe.rows(reported)]
    lines = ("- " + _line("disagreed", r, _values(r, scribe), scribe) for r in disputed)
    return Found((lead, *cut(lines, len(disputed), scribe)), tuple(rows))


def _values(reported: Reported, scribe: Scribe) -> str:
    return scribe.join(map(scribe.dated, (reported.headline, *reported.others)), "semicolon")


def _agreed(every: Sequence[Reported], scribe: Scribe) -> Found:
    lines = []
    for reported in every:
        count = _articles(reported)
        value = scribe.cited(reported.headline, *reported.same)
        lines.append(_line("agreed" if count > 1 else "alone", reported, value, scribe, count))
    shared = any(_articles(reported) > 1 for reported in every)
    lead = scribe.phrases.say("agreement", "yes" if shared else "single")
    rows = [row for reported in every for row in scribe.rows(reported)]
    return Found((lead, *cut(lines, len(lines), scribe)), tuple(rows))


def _articles(reported: Reported) -> int:
    return len({s.origin for s in (reported.headline, *reported.same)})


def _line(name: str, reported: Reported, values: str, scribe: Scribe, count: int = 0) -> str:
    attribute, model = scribe.attribute(reported.wanted), name_of(reported.model)
    if name == "disagreed":
        return scribe.phrases.say("agreement", name, model=model, attribute=attribute, values=values)
    return scribe.phrases.say("agreement", name, model=model, attribute=attribute, value=values, count=count)


def _no_dispute(query: Agreement, every: Sequence[Reported], scribe: Scribe) -> Outcome:
    """No disagreement was found on anything: what most articles agree on is shown, if any two do."""
    shared = sorted((r for r in every if _articles(r) > 1), key=lambda r: -_articles(r))
    if shared:
        return _agreed(shared, scribe)
    if not every:
        return None
    names = scribe.join((name_of(m) for m in query.models), "comma") if query.models else _everything(scribe)
    return Missing(scribe.phrases.say("agreement", "nothing", names=names))


def _everything(scribe: Scribe) -> str:
    return scribe.phrases.say("agreement", "everything")


def _nothing(query: Agreement, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    model = next((m for m in query.models if known.statements(m.key, as_of=as_of)), None)
    return missing(known, model, query.wanted, scribe, as_of) if model else None
