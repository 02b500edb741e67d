"""What a price is the price of: "per million tokens", 每百万token, a month."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.facts.beside import Before, before
from corpus.lexicon.number_words import GAP, number_words, one_of, words

MILLION = Decimal(10**6)
_WINDOW = 60
_APART = re.compile(r"[,，、;；:：()（）|/]")
_PARTING = re.compile(r"[ /、,，:：()（）*_`|\x01-]{0,12}(?:and|和|与|及|&)?[ *_`\x01]{0,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a price is the price of, at ``folded[start:end]``: a number of tokens, or None for anything else."""

    start: int
    end: int
    tokens: Decimal | None


def basis_after(folded: str, at: int) -> Basis | None:
    """Returns what an amount that ends at `at` is the price of, where that follows it at once."""
    if match := _tokens_after().match(folded, at):
        return Basis(match.start(), match.end(), _count(match))
    if match := _others_after().match(folded, at):
        return Basis(match.start(), match.end(), None)
    return None


def standing_bases(folded: str) -> list[Basis]:
    """Returns, in order, the places where "per million tokens", 每百万token, 100万トークンあたり, "($/1M tokens)"
    and the like stand; the numbers in them are no quantities of their own."""
    patterns = [_standing_before()]
    if any(word in folded for word in words("bases", "each_after")):
        patterns.append(_standing_behind())
    found = [match for pattern in patterns for match in pattern.finditer(folded)]
    return sorted(
        (Basis(match.start(), match.end(), _count(match)) for match in found), key=lambda at: at.start
    )


def is_for_something_else(folded: str, at: int) -> bool:
    """Whether 每月, "monthly" or the like stands before the price that begins there."""
    return _others_before().search(folded, at) is not None


def connects(words_between: str) -> bool:
    """Whether a basis on one side of these words holds for the price on the other."""
    return len(words_between) <= _WINDOW and _connecting().fullmatch(words_between) is not None


def charges(words_between: str) -> bool:
    """Whether "a million tokens" on the left of these words is what the amount on the right is the price of."""
    if _APART.search(words_between):
        return False
    return connects(words_between) and _charging().search(words_between) is not None


def passes_on(words_between: str) -> bool:
    """Whether the basis of a price on one side of these words holds for the one on the other: they name the
    input or the output, or are hardly any. "and costs" begins something else."""
    if not connects(words_between):
        return False
    return _PARTING.fullmatch(words_between) is not None or _flows().search(words_between) is not None


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
    count = r"(?:[0-9,]{1,9} ?[KMk]?|million|thousand|百万|千|万)?"
    adverbs = one_of(words("bases", "adverbs"))
    return re.compile(
        rf"{GAP}[(（]?(?:(?:/|per|every|each|每|a|an) ?{count} ?(?:[A-Za-z]{{1,12}} )?"
        rf"{one_of(words('bases', 'others'))}|{adverbs})",
        re.IGNORECASE,
    )


@cache
def _others_before() -> Before:
    others, adverbs = words("bases", "others"), words("bases", "adverbs")
    between = words("bases", "between")
    pattern = (
        rf"(?:(?:每个?|毎|per )(?:{one_of(others)})|{one_of(adverbs)})[ :]?(?:{one_of(between)}[ :]?){{0,3}}"
    )
    return before(pattern, [*others, *adverbs, *between])


@cache
def _charging() -> re.Pattern[str]:
    return re.compile(one_of(words("bases", "charges")), re.IGNORECASE)


@cache
def _flows() -> re.Pattern[str]:
    return re.compile(one_of(words("bases", "flows")), re.IGNORECASE)


@cache
def _standing_before() -> re.Pattern[str]:
    sign = r"(?:\$|¥|元|(?<![A-Za-z])(?:USD|CNY|RMB)) ?/"
    return re.compile(
        rf"(?:(?<![A-Za-z])(?:per|every)[ -]|每|{sign}) ?{_counted('1')}{_tokens()}", re.IGNORECASE
    )


@cache
def _standing_behind() -> re.Pattern[str]:
    tokens, each = one_of(words("units", "tokens")), one_of(words("bases", "each_after"))
    return re.compile(
        rf"{_counted('1')} ?(?:个|개|개의)? ?{tokens} ?(?:개)?{each}|{tokens} ?{_counted('2')} ?(?:个|개)? ?{each}",
        re.IGNORECASE,
    )


@cache
def _connecting() -> re.Pattern[str]:
    between = one_of(words("bases", "between"))
    return re.compile(rf"(?:[ /、,，:：()（）*_`|\x01-]|{between}){{0,60}}+", re.IGNORECASE)
