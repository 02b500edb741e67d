"""Reads a question as a typed query, where it is one."""

from collections.abc import Callable
from datetime import date

from bot.types import Question
from bot.understanding.about_all import agreement, filtering, ranking, timeline
from bot.understanding.about_models import comparison, lookup, status
from bot.understanding.cues import read_cue_words
from bot.understanding.plain import plain, sentences_of
from bot.understanding.reading import Reading, read
from bot.understanding.types import Lookup, Query
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
_SENTENCES = 4  # of which somebody asks more than a typed query can hold


def understand(question: Question, names: Names, today: date) -> Query | None:
    """Returns the query that every word of the question is part of, None where there is none.

    `today` is what "this month" counts from. Whatever is half understood is not understood.
    """
    sentences = sentences_of(plain(question.text))
    if not 0 < len(sentences) <= _SENTENCES:
        return None
    words = read_cue_words()
    readings = [read(sentence, names, words, today) for sentence in sentences]
    queries: list[Query] = []
    for reading in readings:
        query = None if reading is None else _query(reading)
        if query is None and (reading is None or not _is_polite(reading)):
            return None
        queries += [query] if query else []
    return _together(queries)


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
        return Lookup(tuple(models), tuple(asked))
    return queries[0] if len(set(queries)) == 1 else None
