"""Keeps an answer out of the passages from being about another model than the one asked for: pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.characters import one_line
from bot.facts.phrases import phrases_for
from bot.types import Answer, Citation, NearMiss, Question, Refusal
from bot.understanding.types import Filter, Query, Ranking
from corpus.names import Names
from corpus.names.types import Model

_QUOTE = 200


def only_if_named(reply: Answer | Refusal, query: Query | None, naming: Names) -> Answer | Refusal:
    """Returns the reply; a refusal instead where a question about models, of which no fact is known, is answered
    with quotes that name none of them: a number is asked for, and theirs is another model's."""
    models = () if query is None or isinstance(query, Filter | Ranking) else query.models
    if not models or isinstance(reply, Refusal):
        return reply
    if any(_names_one(citation, models, naming) for citation in reply.citations):
        return reply
    return _refusal(reply.question, models, reply.citations[0])


def _names_one(citation: Citation, models: Sequence[Model], naming: Names) -> bool:
    keys = {model.key for model in models}
    plain = {_plain(model.name) for model in models}
    words = [citation.span.quote, *(span.quote for span in citation.context)]
    named = (mention.model.key in keys for quote in words for mention in naming.mentions(quote))
    return any(named) or any(name in _plain(quote) for name in plain for quote in words)


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum() or character == ".")


def _refusal(question: Question, models: Sequence[Model], nearest: Citation) -> Refusal:
    phrases = phrases_for(question.language)
    names = phrases.say("joints", "comma").join(model.name for model in models)
    quote = f"“{one_line(nearest.span.quote, _QUOTE)}”"
    missing = phrases.say("lookup", "unknown_model", model=names)
    text = missing + phrases.say("lookup", "nearest", said=quote) + phrases.say("joints", "stop")
    return Refusal(question, text, NearMiss(quote, replace(nearest, n=1)))
