"""The nouns of understanding: what a question asks of the facts."""

from dataclasses import dataclass
from datetime import date

from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model
from index.catalogue.types import Condition


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attribute that is asked for; `benchmark` where it is one."""

    attribute: Attribute
    benchmark: Benchmark | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is stated about these models: "Opus 4.6's score on SWE-bench Verified". No `wanted`: the card. `exact`:
    of benchmarks no version or variant ("plain SWE-bench")."""

    models: tuple[Model, ...]
    wanted: tuple[Wanted, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """All models that satisfy every condition; `order` sorts them (default: the first condition's attribute)."""

    conditions: tuple[Condition, ...]
    order: Wanted | None = None
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Compare:
    """These models side by side; no `wanted`: everything that is stated of at least two of them."""

    models: tuple[Model, ...]
    wanted: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The models in the order of an attribute: "the second-longest context" has `position` 2 and is
    `descending`; `position` None asks for the whole list (a leaderboard). `conditions` narrow it."""

    wanted: Wanted
    descending: bool
    position: int | None = 1
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events, oldest first. `released`: only what has come out ("what did Anthropic release in
    February 2026"), nothing that is expected."""

    since: date | None = None
    until: date | None = None
    developer: str | None = None
    models: tuple[Model, ...] = ()
    released: bool = False


@dataclass(frozen=True, slots=True)
class StatusOf:
    """Whether these models have been released, and if not, what is known: "has DeepSeek V4 been released"."""

    models: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the articles agree on these; no `models`: on any; no `wanted`: on anything."""

    models: tuple[Model, ...] = ()
    wanted: tuple[Wanted, ...] = ()


Query = Lookup | Filter | Compare | Ranking | Timeline | StatusOf | Agreement
