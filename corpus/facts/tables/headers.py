"""What a header cell says about the cells below it, or beside it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from corpus.facts.tables.units import currency, is_foreign, per_tokens, scale, without_units
from corpus.facts.tables.words import Told, read_lexicon
from corpus.facts.types import Attribute, Unit
from corpus.names import Names
from corpus.names.types import Benchmark

_LONGEST = 200  # characters; nobody writes a longer header
_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]{0,120}[)\]）】]")
_CHANGE = re.compile(r"[Δ△±]|\bvs\b|improve|提升|变化|變化|増加|개선|향상", re.IGNORECASE)


class Kind(Enum):
    """What a column or row holds."""

    MODEL = auto()  # models
    NAME = auto()  # names or versions, models only where they read so
    STATED = auto()  # an attribute, or two in one cell
    PRICE = auto()  # prices, the cell says which
    FLOW = auto()  # input or output: prices, where the cells are sums of money
    PROVIDER = auto()  # who made it, or who serves it
    DATE = auto()  # a date of something
    SCORE = auto()  # scores, the words around the table say of what
    BENCHMARKS = auto()  # names of benchmarks
    KEY = auto()  # names of attributes
    VALUE = auto()  # their values
    TIER = auto()  # what the row's values are limited to
    NOTE = auto()  # remarks on the row
    STATUS = auto()  # whether it is released
    EVENT = auto()  # what happened on the row's day
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """What a header says. `scale` is what plain numbers are to be multiplied by, `per` the number of tokens
    that a price is for, `qualifier` what stands in brackets and is no unit ("5-shot")."""

    kind: Kind
    attributes: tuple[Attribute, ...] = ()
    benchmark: Benchmark | None = None
    scale: float | None = None
    currency: Unit | None = None
    per: float | None = None
    percent: bool = False
    qualifier: str | None = None


OTHER = Column(Kind.OTHER)


def read_column(header: str, names: Names) -> Column:
    """Reads a header's words; what is not understood whole is `OTHER`."""
    text = " ".join(header.split())
    if not text or len(text) > _LONGEST or is_foreign(text):
        return OTHER
    if (column := _benchmark(text, names)) is not None:
        return column
    told, qualifier = _told(text)
    price_unit, per = currency(text), per_tokens(text)
    kind, attributes = meaning(told, priced=price_unit is not None)
    return Column(kind, attributes, None, scale(text), price_unit, per, "%" in text, qualifier)


def _benchmark(text: str, names: Names) -> Column | None:
    """Reads a header that names one benchmark; a change of a score is no score."""
    found = names.benchmarks(text)
    if not found:
        return None
    outside = _BRACKETS.sub(" ", text)
    main = [mention for mention in found if mention.start < len(outside.rstrip())] or found
    if len({mention.benchmark for mention in main}) > 1 or _CHANGE.search(text):
        return OTHER
    mention = main[0]
    left = f"{text[: mention.start].rpartition(':')[2]} {text[mention.end :]}"
    qualifiers = [q[1:-1].strip() for q in _BRACKETS.findall(left)]
    told = read_lexicon().columns.read(without_units(_BRACKETS.sub(" ", left)))
    if told.rest.strip("0123456789 ") or not set(told.groups) <= {"score", "benchmark"}:
        return OTHER
    qualifier = "; ".join(q for q in qualifiers if q.strip("% ")) or None
    return Column(
        Kind.STATED, (Attribute.BENCHMARK,), mention.benchmark, percent="%" in text, qualifier=qualifier
    )


def _told(text: str) -> tuple[Told, str | None]:
    """Reads the words of a header; those in brackets count where all of them are known."""
    columns = read_lexicon().columns
    bare = without_units(text)
    whole = columns.read(bare)
    if not whole.rest:
        return whole, None
    inside = " ".join(q[1:-1].strip() for q in _BRACKETS.findall(bare))
    outside = columns.read(_BRACKETS.sub(" ", bare))
    return outside, inside.strip() or None


_SINGLE: dict[frozenset[str], tuple[Kind, tuple[Attribute, ...]]] = {
    frozenset(groups.split()): (kind, attributes)
    for groups, kind, attributes in (
        ("model", Kind.MODEL, ()),
        ("model name", Kind.MODEL, ()),
        ("name", Kind.NAME, ()),
        ("context", Kind.STATED, (Attribute.CONTEXT_WINDOW,)),
        ("context limit", Kind.STATED, (Attribute.CONTEXT_WINDOW,)),
        ("input limit", Kind.STATED, (Attribute.INPUT_LIMIT,)),
        ("output limit", Kind.STATED, (Attribute.OUTPUT_LIMIT,)),
        ("price", Kind.PRICE, ()),
        ("price input", Kind.STATED, (Attribute.PRICE_INPUT,)),
        ("price output", Kind.STATED, (Attribute.PRICE_OUTPUT,)),
        ("cached", Kind.STATED, (Attribute.PRICE_CACHED_INPUT,)),
        ("cached input", Kind.STATED, (Attribute.PRICE_CACHED_INPUT,)),
        ("cached price", Kind.STATED, (Attribute.PRICE_CACHED_INPUT,)),
        ("cached input price", Kind.STATED, (Attribute.PRICE_CACHED_INPUT,)),
        ("input", Kind.FLOW, (Attribute.PRICE_INPUT,)),
        ("output", Kind.FLOW, (Attribute.PRICE_OUTPUT,)),
        ("parameters", Kind.STATED, (Attribute.PARAMETERS_TOTAL,)),
        ("parameters total", Kind.STATED, (Attribute.PARAMETERS_TOTAL,)),
        ("total", Kind.STATED, (Attribute.PARAMETERS_TOTAL,)),
        ("active", Kind.STATED, (Attribute.PARAMETERS_ACTIVE,)),
        ("active parameters", Kind.STATED, (Attribute.PARAMETERS_ACTIVE,)),
        ("experts", Kind.STATED, (Attribute.EXPERTS,)),
        ("experts total", Kind.STATED, (Attribute.EXPERTS,)),
        ("released", Kind.STATED, (Attribute.RELEASED,)),
        ("released date", Kind.STATED, (Attribute.RELEASED,)),
        ("date", Kind.DATE, (Attribute.RELEASED,)),
        ("developer", Kind.STATED, (Attribute.DEVELOPER,)),
        ("developer provider", Kind.PROVIDER, (Attribute.DEVELOPER,)),
        ("provider", Kind.PROVIDER, (Attribute.DEVELOPER,)),
        ("licence", Kind.STATED, (Attribute.LICENCE,)),
        ("licence open", Kind.STATED, (Attribute.LICENCE,)),
        ("open", Kind.STATED, (Attribute.OPEN_WEIGHTS,)),
        ("modalities", Kind.STATED, (Attribute.MODALITIES,)),
        ("modalities input", Kind.STATED, (Attribute.MODALITIES,)),
        ("cutoff", Kind.STATED, (Attribute.KNOWLEDGE_CUTOFF,)),
        ("cutoff date", Kind.STATED, (Attribute.KNOWLEDGE_CUTOFF,)),
        ("training", Kind.STATED, (Attribute.TRAINING_TOKENS,)),
        ("score", Kind.SCORE, (Attribute.BENCHMARK,)),
        ("score benchmark", Kind.SCORE, (Attribute.BENCHMARK,)),
        ("benchmark", Kind.BENCHMARKS, ()),
        ("key", Kind.KEY, ()),
        ("key parameters", Kind.KEY, ()),
        ("value", Kind.VALUE, ()),
        ("tier", Kind.TIER, ()),
        ("note", Kind.NOTE, ()),
        ("status", Kind.STATUS, ()),
        ("event", Kind.EVENT, ()),
    )
}
_PRICED = {
    "input": Attribute.PRICE_INPUT,
    "output": Attribute.PRICE_OUTPUT,
}
_IN_TOKENS = {
    "context": Attribute.CONTEXT_WINDOW,
    "input": Attribute.INPUT_LIMIT,
    "output": Attribute.OUTPUT_LIMIT,
}
_SIZES = {"total": Attribute.PARAMETERS_TOTAL, "active": Attribute.PARAMETERS_ACTIVE}


def meaning(told: Told, priced: bool) -> tuple[Kind, tuple[Attribute, ...]]:
    """Returns what the words of a header come to; `priced` says that a currency stands with them."""
    groups = frozenset(told.groups)
    if told.rest or not groups:
        return Kind.OTHER, ()
    if priced and groups <= {"input", "output", "cached"}:
        groups |= {"price"}
    if groups not in _SINGLE and len(groups - {"model"}) < len(groups):
        groups -= {"model"}
    if groups in _SINGLE:
        return _SINGLE[groups]
    return Kind.STATED if (pair := _pair(told, groups)) else Kind.OTHER, pair


def _pair(told: Told, groups: frozenset[str]) -> tuple[Attribute, ...]:
    """Reads two attributes that share a header: "Context / Max output", "Params (total/active)"."""
    if groups == {"price", "input", "output"}:
        parts = _PRICED
    elif groups in ({"context", "output"}, {"context", "output", "limit"}):
        parts = _IN_TOKENS
    elif groups in ({"parameters", "total", "active"}, {"total", "active"}):
        parts = _SIZES
    else:
        return ()
    return tuple(dict.fromkeys(parts[group] for group in told.groups if group in parts))
