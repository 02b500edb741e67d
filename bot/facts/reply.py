"""Answers a typed query out of the facts: an answer, a refusal with the nearest thing that is stated, or
nothing, where the passages may know more."""

from datetime import date

from bot.characters import one_line
from bot.facts.agreeing import agree
from bot.facts.citing import citation_of
from bot.facts.comparing import compare
from bot.facts.filtering import filtered
from bot.facts.happening import timeline
from bot.facts.lookup import look_up
from bot.facts.ranking import rank
from bot.facts.released import released
from bot.facts.scribe import Scribe
from bot.facts.types import Missing, Outcome
from bot.types import Answer, NearMiss, Question, Refusal, Understood
from bot.understanding.describing import describe, query_json
from bot.understanding.types import Agreement, Compare, Filter, Lookup, Query, Ranking, StatusOf
from index.catalogue.catalogue import Catalogue

_TITLE = 80


def typed_reply(
    query: Query, question: Question, known: Catalogue, as_of: date | None
) -> Answer | Refusal | None:
    """Returns what the facts that were stated until `as_of` say; None where they know none of the models."""
    scribe = Scribe(question.language)
    outcome = outcome_of(query, known, scribe, as_of)
    if outcome is None:
        return None
    understood = query_json(query)
    said = scribe.phrases.say("reply", "understood", query=one_line(describe(query, question.language)))
    if isinstance(outcome, Missing):
        return _refusal(question, outcome, scribe, understood, said)
    text = "\n".join((*outcome.lines, *outcome.remarks, said))
    return Answer(
        question,
        text,
        scribe.citations,
        understood=understood,
        rows=outcome.rows,
        unknown=outcome.unknown,
    )


def outcome_of(query: Query, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns what is found for a query, whichever kind it is."""
    match query:
        case Lookup():
            return look_up(query, known, scribe, as_of)
        case Filter():
            return filtered(query, known, scribe, as_of)
        case Compare():
            return compare(query, known, scribe, as_of)
        case Ranking():
            return rank(query, known, scribe, as_of)
        case StatusOf():
            return released(query, known, scribe, as_of)
        case Agreement():
            return agree(query, known, scribe, as_of)
    return timeline(query, known, scribe, as_of)


def missing_text(missing: Missing, scribe: Scribe) -> str:
    """Returns what is missing and the nearest thing, in one sentence."""
    near = ""
    if missing.near:
        title = scribe.phrases.say("joints", "brackets", inside=one_line(missing.near.source.title, _TITLE))
        near = scribe.phrases.say("lookup", "nearest", said=missing.near_text + title)
    return missing.text + near + scribe.phrases.say("joints", "stop")


def _refusal(
    question: Question, missing: Missing, scribe: Scribe, understood: Understood, said: str
) -> Refusal:
    near = NearMiss(missing.near_text, citation_of(missing.near)) if missing.near else None
    text = f"{missing_text(missing, scribe)}\n{said}"
    return Refusal(question, text, near, understood=understood, unknown=missing.unknown)
