"""Reads what a command says on standard error, a line at a time: pure."""

import re

from bot.updating.types import Step

_SPEAKER = "modelscape: "
_STEP = re.compile(r"(\d{1,12}) of (\d{1,12}) (\w{1,30})")


def step_in(line: str) -> Step | None:
    """Returns the progress that a line tells of, if it is one of those."""
    found = _STEP.fullmatch(line.strip().removeprefix(_SPEAKER))
    return Step(int(found[1]), int(found[2]), found[3]) if found else None


def sentence_in(line: str) -> str | None:
    """Returns what a line says to a person; None for progress, logs and what libraries write."""
    text = line.strip()
    if not text.startswith(_SPEAKER) or step_in(line):
        return None
    return text.removeprefix(_SPEAKER)
