"""What says that a number is an amount of money."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.facts.beside import Before, before
from corpus.facts.types import Unit
from corpus.lexicon.number_words import GAP, one_of, words

_CENT = Decimal("0.01")
_KANA = re.compile(r"[ぁ-ヿ]")
_NEAR = 100  # how far around a yen sign kana tell a Japanese text


@dataclass(frozen=True, slots=True)
class Money:
    """That a number is an amount of money: where it starts and ends with its sign. `unit` is None for a
    currency that is neither of the two; `part` is 0.01 for cents."""

    start: int
    end: int
    unit: Unit | None
    part: Decimal = Decimal(1)


def money_at(folded: str, start: int, end: int) -> Money | None:
    """Returns what says that the number at ``folded[start:end]`` is an amount of money, if anything does."""
    if _foreign_before().search(folded, start):
        return Money(start, end, None)
    for unit, sign_before, sign_after in _signs():
        ahead, behind = sign_before.search(folded, start), sign_after.match(folded, end)
        if ahead or behind:
            first = start - len(ahead[0]) if ahead else start
            last = behind.end() if behind else end
            return Money(first, last, None if unit is Unit.CNY and _japanese(folded, start) else unit)
    cents = _cents().match(folded, end)
    return Money(start, cents.end(), Unit.USD, _CENT) if cents else None


def _japanese(folded: str, at: int) -> bool:
    return _KANA.search(folded, max(0, at - _NEAR), at + _NEAR) is not None


@cache
def _signs() -> tuple[tuple[Unit, Before, re.Pattern[str]], ...]:
    wrong = "|".join(words("currencies", "not_yuan"))
    found = []
    for unit, name in ((Unit.USD, "usd"), (Unit.CNY, "cny")):
        signs = words("currencies", f"{name}_before")
        after = one_of(words("currencies", f"{name}_after"))
        found.append(
            (
                unit,
                before(rf"{one_of(signs)}{GAP}", signs),
                re.compile(rf"(?:{GAP}|-)(?!{wrong}){after}(?![0-9])", re.IGNORECASE),
            )
        )
    return tuple(found)


@cache
def _foreign_before() -> Before:
    signs = words("currencies", "others_before")
    return before(rf"(?:{one_of(signs)}|(?<!US)(?-i:[A-RTV-Z])\$) ?", signs, "$")


@cache
def _cents() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{one_of(words('currencies', 'usd_cent'))}", re.IGNORECASE)
