"""How far the next cell of a row may reach where no border tells, and how plausible each way is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.tables.headers import Column, Kind
from corpus.facts.types import Attribute

_MOST_DIGITS = 12
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,4})?")
_BEFORE = re.compile(r"(?:[~≈约約<>≤≥]|up to |about |over |最大|最高){0,2}\s?", re.IGNORECASE)
_TOKEN_UNIT = re.compile(
    r"\s?(?:[KMkm](?-i:(?![a-z]))|million|thousand|万|萬|百万|百萬|千|만|백만)?\+?\s?(?:tokens?|トークン|토큰)?(?:\s?\([^()]{1,40}\))?",
    re.IGNORECASE,
)
_SIZE_UNIT = re.compile(
    r"\s?(?:[BMT](?-i:(?![a-z]))|billion|trillion|万亿|萬億|十亿|亿|億)(?:\s?\([^()]{1,40}\))?", re.I
)
_COUNT_UNIT = re.compile(r"(?:\s?experts?|个专家|个)?(?:\s?\([^()]{1,40}\))?", re.IGNORECASE)
_SIGN = re.compile(r"\s?[~≈约]?\s?(?:US)?[$¥￥]\s?")
_PRICE_UNIT = re.compile(
    r"(?:-\d{1,4}(?:\.\d{1,2})?)?(?:\s?/\s?(?:1\s?)?[MK](?:\s?tokens?|tok)?|元|美元)?(?:\s?\([^()]{1,40}\))?"
    r"(?:\s/\s[$¥￥]\d{1,4}(?:\.\d{1,2})?)?"
)
_FREE = re.compile(r"\s?(?:Free|免费|免費|無料|무료)")
_PERCENT_UNIT = re.compile(r"\s?%?(?:\s?\([^()]{1,40}\))?")
_DASHES = (re.compile(r"\s?(?:-|—|–|N/A|n/a)"), re.compile(r"\s?(?:--|——)"))
_TEXT_END = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=\D)(?=\d)|(?=--?(?:\D|$))|(?<=\D)(?=[$¥￥])|$")
_COMMON = frozenset(
    int(k * 1000) for k in (2, 4, 8, 16, 32, 64, 100, 128, 131, 200, 256, 262, 400, 500, 512, 1000, 1024, 1048, 1050, 2000, 4000, 5000, 10_000)
)  # fmt: skip
_POWERS = frozenset(2**n for n in range(11, 25))


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell that ends at `end`; `number` is what it states, where it is a number."""

    end: int
    score: float
    number: float | None = None


def pieces(text: str, at: int, column: Column, spaced: bool) -> Iterator[Piece]:
    """Yields the ways in which a cell of this column may start at `at`; an empty one always is the last. In a
    row whose cells are not `spaced`, a blank tells that the words before it go on."""
    read = _READERS.get(column.attributes[0]) if column.attributes else None
    if column.kind in (Kind.STATED, Kind.FLOW) and read is not None and len(column.attributes) == 1:
        yield from read(text, at, column)
    elif spaced or not text[at : at + 1].isspace():
        yield from _words(text, at)
    for dash in _DASHES:
        if found := dash.match(text, at):
            yield Piece(found.end(), -0.2)
    yield Piece(at, -2.5)


def _cuts(text: str, at: int) -> Iterator[int]:
    """The ends of the numbers that may start at `at`: every run of digits may be cut short."""
    found = _NUMBER.match(text, at)
    if found is None:
        return
    whole = found[0]
    for length in range(len(whole), 0, -1):
        if whole[length - 1].isdigit() and _NUMBER.fullmatch(whole[:length]):
            yield at + length


def _numbers(
    text: str, at: int, unit: re.Pattern[str], sign: re.Pattern[str] = _BEFORE
) -> Iterator[tuple[str, int]]:
    """Yields a number's digits with the end of its unit."""
    before = sign.match(text, at)
    start = before.end() if before else at
    for end in _cuts(text, start):
        behind = unit.match(text, end)
        yield text[start:end], behind.end() if behind else end


def _tokens(text: str, at: int, column: Column) -> Iterator[Piece]:
    for digits, end in _numbers(text, at, _TOKEN_UNIT):
        value = _value(text[at:end])
        if value is None or digits.startswith("0"):
            continue
        bare = end == at + len(digits)
        value = value * column.scale if bare and column.scale else value
        if not (bare and column.scale is None and value < 1000):
            yield Piece(end, plausible_tokens(value), value)


def plausible_tokens(value: float) -> float:
    """How plausible a context window or a limit of so many tokens is: they are round, or powers of two."""
    if not 500 <= value <= 100_000_000 or value % 1:
        return -4.0
    if int(value) in _COMMON or int(value) in _POWERS:
        return 2.0
    digits = f"{int(value)}".rstrip("0")
    if value >= 20_000_000 and len(digits) > 1:
        return -3.0
    if len(digits) == 1:
        return 1.0
    if value % 1024 == 0:
        return 0.8
    return 0.0 if len(digits) == 2 or (len(digits) == 3 and value > 1_000_000) else -1.0


def _value(words: str) -> float | None:
    found = quantities(words)
    if len(found) < 1 or found[0].kind in (QuantityKind.MONEY, QuantityKind.PERCENT):
        return None
    return found[0].value.number


def _sizes(text: str, at: int, column: Column) -> Iterator[Piece]:
    for digits, end in _numbers(text, at, _SIZE_UNIT):
        value = _value(text[at:end])
        has_unit = end > at + len(digits.rstrip()) and text[end - 1] not in "0123456789"
        if value is None or not (has_unit or column.scale):
            continue
        value = value if has_unit else value * (column.scale or 1)
        leading_zero = digits.startswith("0") and not digits.startswith("0.")
        yield Piece(end, -3.0 if leading_zero or value > 2e13 else 0.7, value)


def _experts(text: str, at: int, _: Column) -> Iterator[Piece]:
    for digits, end in _numbers(text, at, _COUNT_UNIT):
        if digits.isdigit() and not digits.startswith("0"):
            count = int(digits)
            power = count & (count - 1) == 0
            yield Piece(end, (1.0 if power else 0.3) if 2 <= count <= 1024 else -2.0, float(count))
    yield from _words(text, at)


def _prices(text: str, at: int, _: Column) -> Iterator[Piece]:
    signed = _SIGN.match(text, at) is not None
    if free := _FREE.match(text, at):
        yield Piece(free.end(), 0.5)
    for digits, end in _numbers(text, at, _PRICE_UNIT, _SIGN):
        zeros = digits.startswith("0") and not digits.startswith("0.") and digits != "0"
        padded = "." in digits and digits.endswith("0") and len(digits.partition(".")[2]) > 2
        amount = float(digits.replace(",", ""))
        odd = zeros or padded or amount > 1000 or not amount
        yield Piece(end, (-2.0 if odd else 0.5) + 0.5 * signed, amount)


def _scores(text: str, at: int, _: Column) -> Iterator[Piece]:
    for digits, end in _numbers(text, at, _PERCENT_UNIT):
        amount = float(digits.replace(",", ""))
        percent = "%" in text[at:end]
        plain = len(digits.partition(".")[2]) <= 2 and amount <= 100 and not digits.startswith("00")
        yield Piece(end, (1.0 if percent else 0.4) if plain else -1.5, amount)


def _dates(text: str, at: int, _: Column) -> Iterator[Piece]:
    found = _DATE.match(text, at)
    if found:
        yield Piece(found.end(), 1.0)


_DATE = re.compile(
    r"\s?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?20\d\d|20\d\d[-/.](?:1[0-2]|0?[1-9])(?:[-/.]\d{1,2})?"
    r"|20\d\d\s?年\s?(?:\d{1,2}\s?月)?\s?(?:\d{1,2}\s?日)?|20\d\d)"
)


def _words(text: str, at: int) -> Iterator[Piece]:
    """Words end where the case breaks, before a number, or with the row; all of the rest is likeliest."""
    if not text[at:].lstrip()[:1].isalpha():
        return
    score = -1.0 if text[at].isspace() else 0.0
    for end in list(dict.fromkeys(m.start() for m in _TEXT_END.finditer(text, at + 1)))[:12]:
        yield Piece(end, score)
    yield Piece(len(text), score + 0.2)


_Reader = Callable[[str, int, Column], Iterator[Piece]]
_READERS: dict[Attribute, _Reader] = {
    **dict.fromkeys((Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT), _tokens),
    **dict.fromkeys(
        (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE, Attribute.TRAINING_TOKENS), _sizes
    ),
    **dict.fromkeys((Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT), _prices),
    **dict.fromkeys((Attribute.RELEASED, Attribute.KNOWLEDGE_CUTOFF), _dates),
    Attribute.EXPERTS: _experts,
    Attribute.BENCHMARK: _scores,
}
