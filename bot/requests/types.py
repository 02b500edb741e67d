"""The nouns of requests: what is asked by filling in options."""

from dataclasses import dataclass
from datetime import date

from corpus.facts.types import Attribute

NAME = "name"
SORTED_BY = (NAME, *(attribute.value for attribute in Attribute if attribute is not Attribute.DEVELOPER))


@dataclass(frozen=True, slots=True)
class ModelsRequest:
    """What the models have to satisfy; None where it does not matter. Tokens and parameters are numbers, prices
    dollars a million tokens; `sort` is one of SORTED_BY."""

    min_context: float | None = None
    max_context: float | None = None
    min_params: float | None = None
    max_params: float | None = None
    developer: str | None = None
    open_weights: bool = False
    licence: str | None = None
    max_input_price: float | None = None
    max_output_price: float | None = None
    benchmark: str | None = None
    min_score: float | None = None
    released_since: date | None = None
    released_until: date | None = None
    status: str | None = None
    sort: str | None = None
    as_of: date | None = None
