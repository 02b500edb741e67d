"""The nouns of the benchmark."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Options:
    """`work` is the folder for what is built; `xquad` and `xquad_r` hold those data sets, where given."""

    quick: bool
    work: Path
    xquad: Path | None
    xquad_r: Path | None
    say: Say


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `ok` is None where it can't be said; `beside` shows peers and floors; `figures`
    are the numbers behind it, in the units that their names end in."""

    what: str
    wanted: str
    measured: str
    ok: bool | None
    beside: str = ""
    figures: dict[str, float] = field(default_factory=dict)


Measure = Callable[[Options], list[Row]]
