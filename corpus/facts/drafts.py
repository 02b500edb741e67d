"""What a sentence states, before it is known of which model; and the clause that something stands in."""

import re
from dataclasses import dataclass

from corpus.facts.scan import Sentence
from corpus.facts.types import Attribute, Status, Value
from corpus.names.types import Benchmark, Model

_BREAK = re.compile(r"[;；。！？!?\n]|\.\s|<br")
_COMMA = re.compile(r"[,，、]|[;；。！？!?\n]|\.\s|<br")


@dataclass(frozen=True, slots=True)
class Draft:
    """A value at ``text[start:end]``. `models` is set where the words around it name them; otherwise the
    sentence's subject is meant."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    models: tuple[Model, ...] = ()
    benchmark: Benchmark | None = None
    note: str | None = None
    status: Status | None = None


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """Returns the span of the clause around the offset `at`; commas do not end it."""
    return _around(_BREAK, sentence, at)


def phrase(sentence: Sentence, at: int) -> tuple[int, int]:
    """Returns the span between the commas, or the ends of the clause, around the offset `at`."""
    return _around(_COMMA, sentence, at)


def _around(border: re.Pattern[str], sentence: Sentence, at: int) -> tuple[int, int]:
    start, end = sentence.start, sentence.end
    for found in border.finditer(sentence.text, sentence.start, sentence.end):
        if found.end() <= at:
            start = found.end()
        elif found.start() >= at:
            end = found.start()
            break
    return start, end
