"""Reads what a command printed as JSON back into what it was made from: pure."""

from collections.abc import Mapping
from typing import Any

from bot.taking_in.types import Added, Copy, Stored, Superseded
from bot.types import Happenings
from corpus.types import Skipped, Warned
from index.sync.report import Report

_COUNTS = ("articles", "passages", "facts", "added", "updated", "unchanged", "removed", "generation")


def added_of(printed: Mapping[str, Any], changes: Happenings) -> Added:
    """Returns what `index`, `add`, `remove` or `feeds` did, and what is known otherwise since. Raises KeyError where
    it is not what they print."""
    report = Report(
        **{name: int(printed[name]) for name in _COUNTS},
        skipped=tuple(Skipped(one["path"], one["reason"]) for one in printed["skipped"]),
        warnings=tuple(Warned(one["path"], one["message"]) for one in printed["warnings"]),
        seconds=float(printed["seconds"]),
    )
    stored = Stored(
        taken=tuple(printed.get("taken_in", ())),
        superseded=tuple(Superseded(one["path"], one["kept"]) for one in printed.get("superseded", ())),
        copies=tuple(Copy(one["path"], one["of"]) for one in printed.get("copies", ())),
        set_aside=tuple(Skipped(one["path"], one["reason"]) for one in printed.get("set_aside", ())),
    )
    return Added(stored, report, changes)
