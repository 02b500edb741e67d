"""A span of days in which several makers released what is told of further down."""

from dataclasses import dataclass

from corpus.facts.cues import of_kind
from corpus.facts.scan import Sentence
from corpus.facts.spans import dated
from corpus.facts.types import Span, Value
from corpus.names.types import Model

_FEWEST = 3  # makers


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, and by whom; `span` is the paragraph's part that says so."""

    value: Value
    makers: frozenset[str]
    span: Span

    def covers(self, model: Model) -> bool:
        """Whether the model is one maker's."""
        return model.developer in self.makers


def occasion(paragraph: Sentence) -> Occasion | None:
    """Returns what "Between the 12th and the 14th, A, B and C released new models" says of the models that the
    sections below it are about. A paragraph that names models itself says nothing of others."""
    if any(mention.model.versioned for mention in paragraph.models):
        return None
    makers = paragraph.organisations
    spans = [(day, value) for day in paragraph.days if (value := dated(paragraph, day)) and value.first]
    released = list(of_kind(paragraph.cues, "released"))
    if len(spans) != 1 or not released or len({maker.name for maker in makers}) < _FEWEST:
        return None
    day, value = spans[0]
    start, end = day.start, max(makers[-1].end, released[0].end)
    if not start <= makers[0].start:
        return None
    names = frozenset(maker.name for maker in makers)
    return Occasion(value, names, (start, min(paragraph.end, end + 40)))
