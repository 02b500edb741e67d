"""Finds numbers in folded text, in digits and in words, and says how much each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from corpus.facts.spelled import spelled_numerals
from corpus.lexicon.number_words import GAP, number_words, one_of, words

_RUN = re.compile(r"(?>[0-9]+(?:[.,][0-9]+)*+)")
_DIGITS = re.compile(r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,15})?")
_SPACED = re.compile(r"(?: [0-9]{3}(?![0-9.,])){0,4} 000(?![0-9.,])")
_LOWER_PART = re.compile(r" ?(?>[0-9]{1,3}(?:,[0-9]{3})|[0-9]{1,4})(?![0-9.,])")
_LETTER = re.compile(r"[A-Za-z_^²³⁴-⁹]")
_CODES = frozenset({"USD", "CNY", "RMB"})
_LONGEST = 40
_MOST_PARTS = 3
_MYRIAD = 10**4
_GLUED = re.compile(r"[A-Za-z_#×\\^{.+–-]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``folded[start:end]``, its magnitude included: ``mantissa * scale``.

    `scale` is 1 where no magnitude is written; `letter` is the letter that it is written with ("K", "B").
    `spelled` says that it is in words, which mean a number only where a unit follows. `joined` says that
    it follows the numeral before it and a hyphen.
    """

    start: int
    end: int
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    letter: str = ""
    spelled: bool = False
    joined: bool = False

    @property
    def number(self) -> Decimal:
        """What it amounts to."""
        return self.mantissa * self.scale


def numerals(folded: str) -> list[Numeral]:
    """Returns the numbers in a folded text in order; what is part of a name or a version is none."""
    written = list(_written(folded))
    taken = sorted([*written, *spelled(folded)], key=lambda numeral: numeral.start)
    found: list[Numeral] = []
    for numeral in taken:
        if not found or numeral.start >= found[-1].end:
            found.append(numeral)
    return found


def spelled(folded: str) -> Iterator[Numeral]:
    """Yields the numbers in words."""
    for start, end, number in spelled_numerals(folded):
        yield Numeral(start, end, Decimal(number), spelled=True)


def _written(folded: str) -> Iterator[Numeral]:
    last, position = 0, 0
    while run := _RUN.search(folded, position):
        position = run.end()
        joined = run.start() == last + 1 and folded[last] in "-–/" and last > 0
        numeral = _read(folded, run, joined)
        if numeral is not None:
            last = position = numeral.end
            yield numeral


def _read(folded: str, run: re.Match[str], joined: bool) -> Numeral | None:
    if not joined and _inside_a_name(folded, run.start()):
        return None
    digits = run[0]
    if len(digits) > _LONGEST or not _DIGITS.fullmatch(digits) or re.match(r"0[0-9]", digits):
        return None
    end = run.end()
    if len(digits) <= 3 and (spaced := _SPACED.match(folded, end)):
        digits, end = digits + spaced[0].replace(" ", ""), spaced.end()
    mantissa = Decimal(digits.replace(",", ""))
    return _scaled(folded, Numeral(run.start(), end, mantissa, joined=joined))


def _inside_a_name(folded: str, start: int) -> bool:
    """Whether what stands before makes the digits part of a name, a version, a negative number or a change."""
    before = folded[max(0, start - 3) : start]
    if before in _CODES:
        return False
    before = before[-2:]
    if before.endswith("/"):
        return before[0].isascii() and before[0].isalpha()
    return bool(before) and _GLUED.match(before[-1]) is not None


def _scaled(folded: str, numeral: Numeral) -> Numeral | None:
    """Returns the numeral with the magnitude that follows it; None where a letter makes it something else."""
    scaled = _magnified(folded, numeral)
    if scaled is not None:
        return scaled if folded[scaled.end - 1].isascii() else _compound(folded, scaled)
    if _LETTER.match(folded, numeral.end) and not _unit().match(folded, numeral.end):
        return None
    return numeral


def _magnified(folded: str, numeral: Numeral) -> Numeral | None:
    """Returns the numeral with the magnitude that follows it, None where none does."""
    for pattern, powers in _magnitudes():
        if match := pattern.match(folded, numeral.end):
            name = match["mag"] or match["spaced"]
            scale = Decimal(10) ** sum(powers[part] for part in _parts(name, powers))
            letter = name.upper() if len(name) == 1 and name.isascii() else ""
            return replace(numeral, end=match.end(), scale=scale, letter=letter)
    return None


def _parts(name: str, powers: dict[str, int]) -> list[str]:
    if name.isascii():
        return [name if name in powers else name.lower() if name.lower() in powers else name.upper()]
    return list(name)


def _compound(folded: str, upper: Numeral) -> Numeral:
    """Returns "1亿" and the "2000万" behind it as one."""
    for _ in range(_MOST_PARTS):
        run = _LOWER_PART.match(folded, upper.end)
        if run is None:
            break
        mantissa = Decimal(run[0].strip().replace(",", ""))
        lower = _magnified(folded, Numeral(run.start(), run.end(), mantissa))
        if lower is None and len(run[0]) == 4 and upper.scale == _MYRIAD:
            lower = Numeral(run.start(), run.end(), mantissa)  # 12万8000
        if lower is None or lower.letter or lower.number >= upper.scale:
            break
        upper = Numeral(upper.start, lower.end, upper.number + lower.number, joined=upper.joined)
        upper = replace(upper, mantissa=upper.mantissa / lower.scale, scale=lower.scale)
    return upper


@cache
def _unit() -> re.Pattern[str]:
    units = words("units", "tokens", "parameters", "experts", "percent", "points")
    currencies = words("currencies", "usd_after", "cny_after", "usd_cent")
    return re.compile(one_of([*units, *currencies]), re.IGNORECASE)


@cache
def _magnitudes() -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    lexicon = number_words()["magnitudes"]
    letters, english = lexicon["letters"], lexicon["english"]
    context = one_of(words("units", "tokens", "parameters", "context", "small_letters"))
    lower = rf"[mbt](?=(?:{GAP}|-){context})"
    joint = one_of(english)
    return (
        (re.compile(rf"(?:{GAP}|-)(?P<mag>{joint})(?P<spaced>)", re.IGNORECASE), english),
        (
            re.compile(rf"(?P<mag>[KMBT]|k|{lower})(?![A-Za-z0-9_])| (?P<spaced>[KMk])(?![A-Za-z0-9_'’.-])"),
            letters,
        ),
        (re.compile(r" ?[多余]?(?P<mag>[十百千]?[万亿兆]{1,2}|[百千])(?P<spaced>)"), lexicon["chinese"]),
        (re.compile(r" ?(?P<mag>[십백천]?[만억조]|천(?= ?(?:토큰|개)))(?P<spaced>)"), lexicon["korean"]),
    )
