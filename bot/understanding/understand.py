"""Reads a question as a typed query, where it is one."""

from collections.abc import Callable
from datetime import date

from bot.types import Question
from bot.understanding.about_all import agreement, filtering, timeline
from bot.understanding.about_models import comparison, lookup, status
from bot.understanding.cues import read_cue_words
from bot.understanding.pieces import Piece, Reading
from bot.understanding.plain import plain, sentences_of
from bot.understanding.ranking import ranking
from bot.understanding.reading import read
from bot.understanding.types import Agreement, Lookup, Query
from corpus.names import Names
from corpus.names.types import Model

_KINDS: tuple[Callable[[Reading], Query | None], ...] = (
    agreement,
    comparison,
    status,
    lookup,
    ranking,
    timeline,
    filtering,
)
_PRONOUNS = ("it", "its", "they", "them", "their", "it's", "它", "它的", "它们", "其")
_SENTENCES = 4  # of which somebody asks more than a typed query can hold


def understand(question: Question, names: Names, today: date) -> Query | None:
    """Returns the query that every word of the question is part of, None where there is none.

    `today` is what "this month" counts from. Whatever is half understood is not understood.
    """
    sentences = sentences_of(plain(question.text))
    if not 0 < len(sentences) <= _SENTENCES:
        return None
    words = read_cue_words()
    queries: list[Query] = []
    before: Reading | None = None
    for sentence in sentences:
        reading = read(sentence, names, words, today)
        if reading is None:
            return None
        reading = _with_antecedent(reading, before)
        query = _query(reading) or _lookup_of_the_same(reading, before)
        if query is None and not _is_polite(reading):
            return None
        queries += [query] if query else []
        before = reading if reading.models else before
    return _together(queries)


def _with_antecedent(reading: Reading, before: Reading | None) -> Reading:
    """The sentence with the models of the one before it in the place of "it"."""
    place = next((i for i, p in enumerate(reading.pieces) if reading.written(p) in _PRONOUNS), None)
    if before is None or reading.models or place is None:
        return reading
    it = reading.pieces[place]
    named = (Piece(it.start, it.end, model) for model in before.models)
    return Reading(reading.text, (*reading.pieces[:place], *named, *reading.pieces[place + 1 :]))


def _lookup_of_the_same(reading: Reading, before: Reading | None) -> Query | None:
    """A further attribute of what the sentence before names: "How many parameters does X have? How many active?"."""
    if before is None or reading.models or not before.models:
        return None
    named = (Piece(len(reading.text), len(reading.text), model) for model in before.models)
    return lookup(Reading(reading.text, (*reading.pieces, *named)))


def _query(reading: Reading) -> Query | None:
    if any(isinstance(p.thing, Model) and not p.thing.versioned for p in reading.pieces):
        return None  # nothing can be stated about a family as a whole
    found = (kind(reading) for kind in _KINDS)
    return next((query for query in found if query), None)


def _is_polite(reading: Reading) -> bool:
    return all(piece.means("frame", "polite") for piece in reading.pieces)


def _together(queries: list[Query]) -> Query | None:
    """One query for all sentences: look-ups add up, others have to say the same."""
    lookups = [q for q in queries if isinstance(q, Lookup)]
    if len(lookups) == len(queries) > 1:
        models = dict.fromkeys(m for q in lookups for m in q.models)
        asked = dict.fromkeys(w for q in lookups for w in q.wanted)
        return Lookup(tuple(models), tuple(asked), any(q.exact for q in lookups))
    match queries:
        case [Lookup(of, what), Agreement((), ())]:  # "what is X's price? Do the articles agree?"
            return Agreement(of, what)
    return queries[0] if len(set(queries)) == 1 else None
