"""Reads what a command printed as JSON back into what it was made from: pure."""

import os
from collections.abc import Mapping, Sequence
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


def without_folders(printed: Mapping[str, Any], given: Sequence[str]) -> Mapping[str, Any]:
    """Returns what was printed with the name alone in place of the path of each file that was given."""
    names = {path: os.path.basename(path) for path in given if os.path.isabs(path)}
    return {key: _renamed(value, names) for key, value in printed.items()}


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    if isinstance(value, dict):
        return {key: _renamed(one, names) for key, one in value.items()}
    return names.get(value, value) if isinstance(value, str) else value
