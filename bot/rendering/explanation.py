"""How an answer came about, for those who look into it."""

from typing import TYPE_CHECKING

from bot.rendering.as_json import Json
from bot.understanding.describing import query_json

if TYPE_CHECKING:  # at run time this would import the store, which `--help` must not wait for
    from bot.answering.answerer import Explanation
    from bot.answering.gate import Verdict
    from bot.answering.typed_first import Account
    from bot.answering.units import Unit
    from index.types import Hit


def account_json(account: "Account") -> Json:
    """Returns the typed query that a question was read as, if it was, and how the passages were judged, if
    they were asked."""
    query = query_json(account.query) if account.query else None
    return {"query": query, **(explanation_json(account.passages) if account.passages else {})}


def explanation_json(explanation: "Explanation") -> Json:
    """Returns what the question is about, what was found, and how it was judged against the threshold."""
    return {
        "threshold": explanation.threshold,
        "units": [_unit(unit) for unit in explanation.units],
        "hits": [_hit(hit) for hit in explanation.hits],
        "verdicts": [_verdict(verdict) for verdict in explanation.verdicts],
    }


def _unit(unit: "Unit") -> Json:
    return {"text": unit.text, "weight": round(unit.weight, 3), "name": unit.name, "concept": unit.concept}


def _hit(hit: "Hit") -> Json:
    passage = hit.passage
    place = {"article": passage.article, "start": passage.start, "end": passage.end}
    return {"rank": hit.rank, "score": round(hit.score, 4), **place}


def _verdict(verdict: "Verdict") -> Json:
    window = verdict.window
    return {
        "score": round(verdict.score, 4),
        "missing": [unit.text for unit in verdict.missing],
        "article": window.evidence.hit.passage.article,
        "start": window.start,
        "end": window.end,
        "text": window.text,
    }
