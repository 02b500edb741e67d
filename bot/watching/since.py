"""Up to where a watch was told, and what was known then: pure."""

from bot.state.types import Point
from index.catalogue.catalogue import Catalogue


def point_of(known: Catalogue) -> Point:
    """Returns the point at which a watch is that was told all that a generation states."""
    moments = (statement.taken_in for statement in known.all())
    return Point(known.generation, max(moments, default=None))


def known_at(told: Point, now: Catalogue, kept: Catalogue | None) -> Catalogue | None:
    """Returns what was known at a point: the generation `kept` where it is the same, else what was taken in until
    then. None where nothing was: an index that was made anew has no news."""
    if kept is not None and told in (point_of(kept), Point(kept.generation, None)):
        return kept
    if told.known_until is None:
        return None
    known = now.as_known_at(told.known_until)
    return known if known.all() else None
