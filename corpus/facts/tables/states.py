"""The status of what a table states: released, unless its words say otherwise."""

from functools import cache

from corpus.facts.cues import Cues, read_cues, status_of
from corpus.facts.types import Status

_OTHERWISE = (Status.RUMOURED, Status.EXPECTED, Status.PREVIEW, Status.DEPRECATED, Status.WITHDRAWN)
GONE = (Status.DEPRECATED, Status.WITHDRAWN)


@cache
def cues() -> Cues:
    """The project's cue words."""
    return read_cues()


def status_in(words: str) -> Status | None:
    """Returns the status that a cell's words state, None where they state none or only a release."""
    status = status_of(cues().find(words[:500]))
    return status if status in _OTHERWISE else None
