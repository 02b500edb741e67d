"""What became of what was offered."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.types import Happenings
from corpus.intake.feeds.visiting import Outcome
from corpus.types import Skipped, Warned
from index.sync.report import Report


@dataclass(frozen=True, slots=True)
class Copy:
    """What was offered is there already, as the article at the path `of`."""

    path: str
    of: str


@dataclass(frozen=True, slots=True)
class Superseded:
    """The article at `path` has a new version; the earlier one is kept as `kept`, below the same folder."""

    path: str
    kept: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of each offer, by what was given: `taken` are the paths of new and changed articles, `out` is
    what was taken out before."""

    taken: tuple[str, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    copies: tuple[Copy, ...] = ()
    set_aside: tuple[Skipped, ...] = ()
    out: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @property
    def refused(self) -> tuple[Skipped, ...]:
        """What was not taken in although it was asked for."""
        return self.failed + self.out


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did: the report of the update that followed, and what became known by it."""

    stored: Stored
    report: Report
    changes: Happenings = field(default_factory=lambda: Happenings((), ()))

    @property
    def whole(self) -> Report:
        """The report, with what could not be taken in and what to know of what was."""
        return replace(
            self.report,
            skipped=self.report.skipped + self.stored.refused,
            warnings=tuple(dict.fromkeys(self.report.warnings + self.stored.warnings)),
        )


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What a poll of one feed did: how many articles were taken in or renewed, how many wait for the next poll
    and how many were kept out, since they were taken out before; how many entries lead to no page, and how many
    are beyond those that are read. `until` is the moment before which the feed is
    not asked again; `reason` says why it failed, or was left before all was asked for."""

    name: str
    url: str
    outcome: Outcome
    taken_in: int = 0
    waiting: int = 0
    kept_out: int = 0
    unusable: int = 0
    beyond: int = 0
    until: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Polled:
    """What `feeds` did: all that `add` tells, and what came of each feed."""

    added: Added
    feeds: tuple[FeedReport, ...]
