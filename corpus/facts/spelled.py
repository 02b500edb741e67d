"""Finds numbers in words, in English, Chinese, Japanese and Korean: "a million", "一百万", "백만"."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.facts.beside import Before, before
from corpus.lexicon.number_words import number_words, one_of, words

Spelled = tuple[int, int, int]  # start, end, number

_LONGEST = 16
_ARTICLES = ("a", "an")
_GREAT = 4  # from this power of ten on, a magnitude multiplies all that stands before it
_PARAMETER_WORD = re.compile(r"[参总系分人函次]数")


def spelled_numerals(folded: str) -> Iterator[Spelled]:
    """Yields the numbers in words, those in each language in order: start, end, and what they amount to."""
    for found in _english().finditer(folded):
        if not _vague(folded, found.start()):
            number = _english_number(found[0])
            if number is not None:
                yield found.start(), found.end(), number
    for pattern, table in ((_run("chinese"), "chinese"), (_run("korean"), "korean")):
        for found in pattern.finditer(folded):
            number = None if _vague(folded, found.start()) else _stacked(found[0], table)
            if number is not None:
                yield found.start(), found.end(), number


def is_bare_magnitude(phrase: str) -> bool:
    """Whether a number in words has no digit: "million", 百万, but not "a million"."""
    digits = number_words()["digits"]
    return not any(
        phrase[0] in digits[table] or re.split(r"[ \n-]", phrase.lower())[0] in digits["english"]
        for table in ("chinese", "korean")
    ) and not phrase.lower().startswith("half")


def _vague(folded: str, start: int) -> bool:
    vague = _vague_words().search(folded, start)
    return vague is not None and not _PARAMETER_WORD.search(folded, max(0, start - 2), start)


def _stacked(run: str, table: str) -> int | None:
    """Returns what a run such as 一亿两千万 amounts to; None where it is no number ("三五百", "二〇二六")."""
    lexicon = number_words()
    digits, powers = lexicon["digits"][table], lexicon["magnitudes"][table]
    if len(run) > _LONGEST:
        return None
    total = section = 0
    digit: int | None = None
    for character in run:
        if character in digits:
            if digit:
                return None
            digit = digits[character]
        elif powers[character] < _GREAT:
            section += (1 if digit is None else digit) * 10 ** powers[character]
            digit = None
        else:
            total = ((total + section + (digit or 0)) or 1) * 10 ** powers[character]
            section, digit = 0, None
    return total + section + (digit or 0)


def _english_number(phrase: str) -> int | None:
    lexicon = number_words()
    digits, powers = lexicon["digits"]["english"], lexicon["magnitudes"]["english"]
    told = re.split(r"[ \n-]+", phrase.lower())
    if "half" in told:
        return _halves(told)
    if told[0] in _ARTICLES and len(told) > 1 and told[1] in digits:
        told = told[1:]  # "a two-million-token window"
    total = section = 0
    for word in told:
        if word in digits:
            section += digits[word]
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in powers:
            total += (section or (0 if total else 1)) * 10 ** powers[word]
            section = 0
    return total + section


def _halves(told: list[str]) -> int:
    """ "half a million", "two and a half million"."""
    lexicon = number_words()
    digits: dict[str, int] = lexicon["digits"]["english"]
    power: int = lexicon["magnitudes"]["english"][told[-1]]
    whole = sum(digits[w] for w in told[: told.index("half")] if w in digits and w not in _ARTICLES)
    return (2 * whole + 1) * int(10**power) // 2


@cache
def _english() -> re.Pattern[str]:
    lexicon = number_words()
    great = (word for word in lexicon["magnitudes"]["english"] if len(word) > 2)
    part = one_of([*lexicon["digits"]["english"], *great])
    digit = one_of(lexicon["digits"]["english"])
    half = rf"(?:{digit}[ -]and[ -])?(?:an?[ -])?half[ -](?:an?[ -])?(?:million|billion|trillion)(?![A-Za-z])"
    begins = r"(?<![A-Za-z])(?=[A-Za-z])(?<![0-9][ -])"
    return re.compile(rf"{begins}(?:{half}|{part}(?:[ \n-](?:and )?{part}){{0,6}})", re.IGNORECASE)


@cache
def _run(table: str) -> re.Pattern[str]:
    lexicon = number_words()
    characters = "".join([*lexicon["digits"][table], *lexicon["magnitudes"][table]])
    behind, further = (r"가-힣", "+") if table == "korean" else ("", "*")
    # What may not stand before is looked at behind the first character: a search for that alone is quick.
    return re.compile(rf"[{characters}](?<![0-9.,多余{behind}].)(?<![0-9] .)[{characters}]{further}+")


@cache
def _vague_words() -> Before:
    vague = words("limits", "vague")
    return before(rf"{one_of(vague)}[ -]?", vague)
