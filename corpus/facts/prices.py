"""Amounts of money, and how many tokens they are the price of."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.facts.types import Unit
from corpus.lexicon.number_words import GAP, number_words, one_of, words

MILLION = Decimal(10**6)
_WINDOW = 60
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


@dataclass(frozen=True, slots=True)
class Basis:
    """What a price is the price of, at ``folded[start:end]``: a number of tokens, or None for anything else."""

    start: int
    end: int
    tokens: Decimal | None


def money_at(folded: str, start: int, end: int) -> Money | None:
    """Returns what says that the number at ``folded[start:end]`` is an amount of money, if anything does."""
    before = folded[max(0, start - 12) : start]
    if _foreign_before().search(before):
        return Money(start, end, None)
    for unit, sign_before, sign_after in _signs():
        ahead, behind = sign_before.search(before), sign_after.match(folded, end)
        if ahead or behind:
            first = start - (len(before) - ahead.start()) if ahead else start
            last = behind.end() if behind else end
            return Money(first, last, None if unit is Unit.CNY and _japanese(folded, start) else unit)
    cents = _cents().match(folded, end)
    return Money(start, cents.end(), Unit.USD, _CENT) if cents else None


def basis_after(folded: str, at: int) -> Basis | None:
    """Returns what an amount that ends at `at` is the price of, where that follows it at once."""
    if match := _tokens_after().match(folded, at):
        return Basis(match.start(), match.end(), _count(match))
    if match := _others_after().match(folded, at):
        return Basis(match.start(), match.end(), None)
    return None


def bases_before(folded: str) -> list[Basis]:
    """Returns, in order, the places where "per million tokens", 每百万token, 100万トークンあたり and the like
    stand; the numbers in them are no quantities of their own."""
    return [Basis(match.start(), match.end(), _count(match)) for match in _standing().finditer(folded)]


def connects(words_between: str) -> bool:
    """Whether a basis or a price on one side of these words holds for the price on the other."""
    return len(words_between) <= _WINDOW and _connecting().fullmatch(words_between) is not None


def per_million(amount: Decimal, tokens: Decimal) -> float:
    """Returns the price of a million tokens, given that of so many."""
    return float((amount * MILLION / tokens).normalize()) if tokens else float(amount)


def _count(match: re.Match[str]) -> Decimal:
    groups = [match[name] for name in match.re.groupindex if name.startswith("n") and match[name]]
    powers = [match[name] for name in match.re.groupindex if name.startswith("m") and match[name]]
    number = Decimal(groups[0].replace(",", "")) if groups else Decimal(1)
    return number * (_power(powers[0]) if powers else 1)


def _power(name: str) -> Decimal:
    lexicon = number_words()["magnitudes"]
    powers: dict[str, int] = {
        **lexicon["letters"],
        **lexicon["english"],
        **lexicon["chinese"],
        **lexicon["korean"],
    }
    word = name.lower()
    parts = [word] if word in powers else name.upper()
    return Decimal(10) ** sum(powers[part] for part in parts)


def _japanese(folded: str, at: int) -> bool:
    return _KANA.search(folded, max(0, at - _NEAR), at + _NEAR) is not None


@cache
def _signs() -> tuple[tuple[Unit, re.Pattern[str], re.Pattern[str]], ...]:
    wrong = "|".join(words("currencies", "not_yuan"))
    found = []
    for unit, name in ((Unit.USD, "usd"), (Unit.CNY, "cny")):
        before = one_of(words("currencies", f"{name}_before"))
        after = one_of(words("currencies", f"{name}_after"))
        found.append(
            (
                unit,
                re.compile(rf"{before}(?:{GAP})$", re.IGNORECASE),
                re.compile(rf"(?:{GAP}|-)(?!{wrong}){after}(?![0-9])", re.IGNORECASE),
            )
        )
    return tuple(found)


@cache
def _foreign_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('currencies', 'others_before'))}|(?<!US)[A-RTV-Z]\$) ?$")


@cache
def _cents() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{one_of(words('currencies', 'usd_cent'))}", re.IGNORECASE)


def _counted(suffix: str) -> str:
    """A pattern for "1M", "1,000", "million", 百万 before tokens."""
    english = one_of(number_words()["magnitudes"]["english"])
    return (
        rf"(?:(?P<n{suffix}>[0-9]{{1,9}}(?:,[0-9]{{3}}){{0,3}}(?:\.[0-9]{{1,3}})?)|one |a )?[ -]?"
        rf"(?P<m{suffix}>[KMkm]|{english}|[十百千]?[万亿兆]|[百千]|[십백천]?[만억]|천)?"
    )


@cache
def _tokens() -> str:
    between = one_of(words("units", "between"))
    return rf"(?:[ -]?{between}){{0,3}}[ -]?{one_of(words('units', 'tokens'))}"


@cache
def _tokens_after() -> re.Pattern[str]:
    sign = r"(?:/|per|every|for every|for each|for|每|a(?= million| thousand))"
    bare = r"(?P<n2>1)? ?(?P<m2>[KM]|million|thousand|百万|千)(?![A-Za-z0-9])"
    return re.compile(
        rf"(?:{GAP})[(（]?{sign} ?(?:(?P<m3>[MK])(?:tokens?|toks?)(?![A-Za-z])|{_counted('1')}{_tokens()}|{bare})",
        re.IGNORECASE,
    )


@cache
def _others_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{GAP})[(（]?(?:/|per|every|each|每|a|an) ?(?:[0-9,]{{1,9}} ?[KMk]?|million|thousand|百万|千|万)? ?"
        rf"(?:[A-Za-z]{{1,12}} )?{one_of(words('bases', 'others'))}|{GAP}{one_of(['monthly', 'yearly', 'annually', 'a month', 'a year'])}",
        re.IGNORECASE,
    )


@cache
def _standing() -> re.Pattern[str]:
    tokens = one_of(words("units", "tokens"))
    return re.compile(
        rf"(?:(?<![A-Za-z])(?:per|every)[ -]|每) ?{_counted('1')}{_tokens()}"
        rf"|{_counted('2')} ?(?:个|개|개의)? ?{tokens} ?(?:あたり|当たり|につき|ごと|毎|당|개당)"
        rf"|{tokens} ?{_counted('3')} ?(?:个|개)? ?(?:あたり|当たり|につき|당)",
        re.IGNORECASE,
    )


@cache
def _connecting() -> re.Pattern[str]:
    between = one_of(words("bases", "between"))
    return re.compile(rf"(?:[ /、,，:：()（）*_`|\x01-]|{between}){{0,60}}+", re.IGNORECASE)
