"""The nouns of typed answers: what was found for a query, before it is a reply."""

from dataclasses import dataclass

from bot.types import Row
from bot.understanding.types import Wanted
from corpus.names.types import Model
from index.catalogue.types import Statement


@dataclass(frozen=True, slots=True)
class Reported:
    """What is stated of one attribute of one model. `same` are the statements that give what `headline`
    gives; `others` hold, where articles disagree, one statement for each other value; `limited` are
    statements of the same that do not contradict it: another price for longer prompts, another currency."""

    model: Model
    wanted: Wanted
    headline: Statement
    same: tuple[Statement, ...] = ()
    others: tuple[Statement, ...] = ()
    limited: tuple[Statement, ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether articles disagree."""
        return bool(self.others)


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a query: lines of text with the answer first, rows, the models that nothing is known of in
    this, and remarks: what can't be compared with the rows, and why."""

    lines: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    unknown: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing that answers a query. `text` says what is missing; `near`, said in `near_text`, is the nearest
    thing that is stated."""

    text: str
    near: Statement | None = None
    near_text: str = ""
    unknown: tuple[str, ...] = ()


Outcome = Found | Missing | None  # None: the facts have nothing on it; the passages may
