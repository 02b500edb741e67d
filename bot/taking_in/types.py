"""What became of what was offered."""

from dataclasses import dataclass, field, replace

from bot.types import Happenings
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
    """What came of each offer, by what was given: `taken` are the paths of new and changed articles."""

    taken: tuple[str, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    copies: tuple[Copy, ...] = ()
    set_aside: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()
    warnings: tuple[Warned, ...] = ()


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
            skipped=self.report.skipped + self.stored.failed,
            warnings=tuple(dict.fromkeys(self.report.warnings + self.stored.warnings)),
        )
