"""What the admin's commands show of an update: what came of each article, and what became known."""

from collections.abc import Iterator
from datetime import date

from bot.phrases import Phrases
from bot.showing.escaping import bold, escaped
from bot.showing.events import event_lines
from bot.showing.pages import Draft, laid_out, phrases_for
from bot.showing.types import Shown
from bot.taking_in.types import Added

_PATH, _REASON = 160, 400


def added_shown(added: Added, language: str, today: date) -> Shown:
    """Returns the counts, what came of each article, and what changed in the known facts."""
    say, report = phrases_for(language), added.report
    counts = {name: getattr(report, name) for name in ("articles", "passages", "facts", "generation")}
    did = {name: getattr(report, name) for name in ("added", "updated", "unchanged", "removed")}
    lead = [
        say.say("added", "counts", **counts),
        say.say("added", "did", **did, seconds=f"{report.seconds:.1f}"),
    ]
    body = list(_outcomes(added, say))
    if added.changes.events:
        body += [bold(say.say("added", "changes")), *event_lines(added.changes, language)]
    return laid_out(Draft(lead, body, added.changes.citations), today, say)


def _outcomes(added: Added, say: Phrases) -> Iterator[str]:
    stored, whole = added.stored, added.whole
    for path in stored.taken:
        yield say.say("added", "taken", path=escaped(path, _PATH))
    for one in stored.superseded:
        yield say.say("added", "superseded", path=escaped(one.path, _PATH), kept=escaped(one.kept, _PATH))
    for copy in stored.copies:
        yield say.say("added", "copy", path=escaped(copy.path, _PATH), of=escaped(copy.of, _PATH))
    reasons = [("set_aside", s.path, s.reason) for s in stored.set_aside]
    reasons += [("failed", s.path, s.reason) for s in stored.failed]
    reasons += [("skipped", s.path, s.reason) for s in added.report.skipped]
    reasons += [("warning", w.path, w.message) for w in whole.warnings]
    for name, path, reason in reasons:
        yield say.say("added", name, path=escaped(path, _PATH), reason=escaped(reason, _REASON))
