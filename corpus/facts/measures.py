"""What stands beside a number: its unit, and how it is limited."""

import re
from functools import cache

from corpus.facts.beside import Before, before
from corpus.facts.numerals import Numeral
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.types import Bound, Unit
from corpus.lexicon.number_words import GAP, one_of, words

UNITS = {
    QuantityKind.TOKENS: Unit.TOKENS,
    QuantityKind.PARAMETERS: Unit.PARAMETERS,
    QuantityKind.EXPERTS: Unit.EXPERTS,
    QuantityKind.PERCENT: Unit.PERCENT,
}
_INFIX = re.compile(r"[0-9] ?[多余]")
_YEAR = range(1990, 2040)


def unit_after(folded: str, at: int, great: bool = False) -> tuple[QuantityKind, int] | None:
    """Returns what is counted according to the words from `at` on, and where they end. A `great` number counts
    tokens even if a word that nobody listed stands between: "1.4T bilingual tokens"."""
    match = _unit_pattern().match(folded, at) or (_great_unit_pattern().match(folded, at) if great else None)
    if match is None or match.lastgroup is None:
        return None
    return QuantityKind(match.lastgroup), match.end()


def points_after(folded: str, at: int) -> int | None:
    """Returns the end of "points" or 分 where it stands there."""
    match = _points_pattern().match(folded, at)
    return match.end() if match else None


def counts_something_else(folded: str, numeral: Numeral) -> bool:
    """Whether what follows says that bytes, days, people or the like are counted, or what stands before that
    the number is an ordinal, a difference or a fraction."""
    return bool(
        _others_pattern().match(folded, numeral.end) or _ordinal_pattern().search(folded, numeral.start)
    )


def context_follows(folded: str, at: int) -> bool:
    """Whether a word for context stands there."""
    return _context_pattern().match(folded, at) is not None


def parameters_before(folded: str, at: int) -> bool:
    """Whether it says "parameters: " there, as in 参数量达 and 파라미터."""
    return _parameters_before_pattern().search(folded, at) is not None


def bound_of(folded: str, start: int, end: int, after: int) -> tuple[Bound, int]:
    """Returns how the number at ``folded[start:end]`` is limited, and where it ends with what limits it.

    `after` is where its unit ends: "1M+ tokens" and "1M tokens or more" are both at least.
    """
    for place in (end, after):
        match = _after_pattern().match(folded, place)
        if match and match.lastgroup:
            return Bound(match.lastgroup), max(after, match.end() if match[0] == "+" else after)
    if _INFIX.search(folded, start, end):
        return Bound.AT_LEAST, after
    match = _before_pattern().search(folded, start)
    return Bound(match.lastgroup) if match and match.lastgroup else Bound.EXACTLY, after


@cache
def _unit_pattern() -> re.Pattern[str]:
    kinds = ("tokens", "parameters", "experts")
    named = "|".join(f"(?P<{kind}>{one_of(words('units', kind))})" for kind in kinds)
    percent = f"(?P<percent>{one_of(words('units', 'percent'))})"
    between = one_of(words("units", "between"))
    return re.compile(
        rf"\+?(?:{GAP}|-)(?:{percent}|(?:{between}(?:{GAP}|-)){{0,3}}(?:{named}))", re.IGNORECASE
    )


@cache
def _great_unit_pattern() -> re.Pattern[str]:
    apart, tokens = one_of(words("units", "apart")), one_of(words("units", "tokens"))
    latin = rf"(?:(?:{GAP}|-)(?!{apart})(?-i:[a-z][a-z-]{{1,15}}(?![A-Za-z]))){{1,2}}"
    return re.compile(rf"(?:{latin}| ?[一-鿿]{{1,9}}) ?(?P<tokens>{tokens})", re.IGNORECASE)


@cache
def _points_pattern() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{one_of(words('units', 'points'))}(?![之析布类钟のでか以间内])", re.IGNORECASE)


@cache
def _others_pattern() -> re.Pattern[str]:
    latin, other = one_of(words("others", "latin")), one_of(words("others", "other"))
    rate = rf"{one_of(words('units', 'tokens'))} ?(?:/|每) ?(?:s|sec|second|秒|min|minute|分钟|day|天|日|月)"
    return re.compile(rf"\+?(?:{GAP}|-)[多余]?(?:{rate}|{latin}|{other})", re.IGNORECASE)


@cache
def _ordinal_pattern() -> Before:
    ordinals = words("limits", "ordinal")
    return before(rf"{one_of(ordinals)}[ -]?|(?<!百)分之 ?|每秒[^0-9]{{0,6}}", ordinals, "之秒成约生")


@cache
def _context_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{GAP}|-)级?别?的?{one_of(words('units', 'context'))}", re.IGNORECASE)


@cache
def _parameters_before_pattern() -> Before:
    named, counts = (
        words("units", "parameters"),
        ["总量", "总数", "规模", "数量", "数", "量", "count", "size", "수"],
    )
    linking = "为達到达约有是高近超过の가는がは"
    pattern = rf"{one_of(named)} ?(?:{one_of(counts)})?(?:[ :*{linking}]{{0,8}}| (?:of|is|at|reaches) )"
    return before(pattern, [*named, *counts, "of", "is", "at", "reaches"], linking)


@cache
def _after_pattern() -> re.Pattern[str]:
    limits = (Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT)
    named = (f"(?P<{bound}>{one_of(words('limits', f'{bound}_after'))})" for bound in limits)
    return re.compile(rf"{GAP}(?:{'|'.join(named)})", re.IGNORECASE)


@cache
def _before_pattern() -> Before:
    limits = (Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOUT)
    fillers = words("limits", "between")
    named = "|".join(f"(?P<{bound}>{one_of(words('limits', bound))})" for bound in limits)
    pattern = rf"(?<![-=–])(?:{named})(?:[ *_`:\x01]{{0,3}}{one_of(fillers)}){{0,3}}[ *_`\"“\x01(]{{0,4}}"
    return before(pattern, [*fillers, *words("limits", *limits)])


def is_bare_year(folded: str, numeral: Numeral) -> bool:
    """Whether it is four digits that look like a year, with other words around them."""
    written = folded[numeral.start : numeral.end]
    return written.isdigit() and int(written[:9]) in _YEAR and folded.strip() != written
