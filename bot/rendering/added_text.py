"""What was taken in and what was set aside, for people."""

from collections.abc import Sequence

from bot.characters import one_line
from bot.rendering.facts_text import happenings_text
from bot.rendering.terminal import report_text
from bot.taking_in.types import Added
from corpus.intake.ledger import SetAside


def added_text(added: Added, width: int | None) -> str:
    """Returns what came of each offer, the report of the update, and what became known by it."""
    stored = added.stored
    lines = [f"taken in: {one_line(path)}" for path in stored.taken]
    lines += [
        f"superseded: {one_line(one.path)}; its earlier version is {one_line(one.kept)}"
        for one in stored.superseded
    ]
    lines += [f"there already: {one_line(copy.path)}, as {one_line(copy.of)}" for copy in stored.copies]
    lines += [f"set aside: {one_line(one.path)}: {one_line(one.reason)}" for one in stored.set_aside]
    lines.append(report_text(added.whole))
    if added.changes.events:
        lines += ["", happenings_text(added.changes, width)]
    return "\n".join(lines)


def set_aside_text(found: Sequence[SetAside]) -> str:
    """Returns what was set aside, two lines each."""
    return (
        "\n".join(
            f"{one_line(one.title)}\n    {one_line(one.address)}, {one.day.isoformat()}: {one_line(one.reason)}"
            for one in found
        )
        or "Nothing was set aside."
    )
