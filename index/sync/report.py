"""What an update says of itself."""

from dataclasses import dataclass

from corpus.types import Skipped, Warned


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of the index as it is now, and of what the update did; `seconds` is wall time."""

    articles: int
    passages: int
    facts: int
    added: int
    updated: int
    unchanged: int
    removed: int
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]
    generation: int
    seconds: float
