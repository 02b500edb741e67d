"""Tables whose cells lost their borders when a page was scraped."""

from corpus.facts.tables.joined.find import joined_grids
from corpus.facts.tables.joined.stacked import stacked_grids

__all__ = ["joined_grids", "stacked_grids"]
