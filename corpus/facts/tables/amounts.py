"""Cells that count tokens, parameters and experts."""

import re
from collections.abc import Iterator

from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.tables.headers import Column
from corpus.facts.tables.labels import labels
from corpus.facts.tables.readings import Parts, Reading, Remark, note
from corpus.facts.tables.states import status_in
from corpus.facts.types import Attribute, Bound, Status, Unit, Value

_LETTER = re.compile(r"[^\W\d_]")
_LEAST_TOKENS, _MOST_TOKENS = 256, 200_000_000
_MOST_EXPERTS = 10_000
_ACTIVE = re.compile(r"[\s/,-]{0,3}(?<![A-Za-z0-9])A(?=\d{1,4}(?:\.\d{1,3})?\s?[BMT](?![A-Za-z]))")
_ACTIVE_WORD = re.compile(r"active|activated|激活|启用|啟用|アクティブ|活性|활성", re.IGNORECASE)
_LABEL = re.compile(r"active|activated|total|激活|启用|啟用|总|總|アクティブ|活性|総|활성|총", re.IGNORECASE)
_OTHER_SIZE = re.compile(r"\b[GTMK]i?B\b|\d\s?[x×]\s?\d", re.IGNORECASE)


def tokens(parts: Parts, column: Column, attribute: Attribute) -> Iterator[Reading]:
    """Yields a number of tokens; two in a cell are read only where one stands in brackets or the column
    holds two attributes. "200K (1M beta)" is 200K, and 1M in a preview."""
    numbers = [n for n in parts.numbers() if n.kind is not QuantityKind.PERCENT]
    if parts.talks(numbers) or len({n.value for n in numbers}) != 1:
        return
    value = _tokens(parts.main, numbers[0], column, attribute)
    if value is None:
        return
    ahead = [(r, found) for r in parts.remarks if (found := _in_preview(r, column, attribute))]
    told = [r.text for r in parts.remarks if all(r is not remark for remark, _ in ahead)]
    words = "; ".join(told) or parts.beside(numbers)
    yield Reading(
        attribute, value, numbers[0].start, numbers[0].end, note(words), _own(told, parts, bool(ahead))
    )
    yield from (found for _, found in ahead)


def _own(remarks: list[str], parts: Parts, ahead: bool) -> Status | None:
    """The status of the value outside brackets where a remark has a value and a status of its own."""
    return (status_in(" ".join([parts.main, *remarks])) or Status.RELEASED) if ahead else None


def _in_preview(remark: Remark, column: Column, attribute: Attribute) -> Reading | None:
    """Reads "1M beta" in brackets: a larger value that is not there for everybody."""
    status = status_in(remark.text)
    numbers = Parts(remark.text, ()).numbers()
    if status not in (Status.PREVIEW, Status.EXPECTED) or len(numbers) != 1:
        return None
    value = _tokens(remark.text, numbers[0], column, attribute)
    if value is None:
        return None
    start, end = (remark.start + at for at in (numbers[0].start, numbers[0].end))
    return Reading(attribute, value, start, end, note(remark.text), status)


def token_pair(parts: Parts, column: Column) -> Iterator[Reading]:
    """Yields the two values of a cell under a header such as "Context / Max output"."""
    numbers = parts.numbers()
    if len(numbers) != len(column.attributes) or parts.talks(numbers):
        return
    for number, attribute in zip(numbers, column.attributes, strict=True):
        value = _tokens(parts.main, number, column, attribute)
        if value is not None:
            yield Reading(attribute, value, number.start, number.end)


def _tokens(text: str, number: Quantity, column: Column, attribute: Attribute) -> Value | None:
    trained = attribute is Attribute.TRAINING_TOKENS
    fits = (QuantityKind.TOKENS, QuantityKind.PLAIN, *([QuantityKind.PARAMETERS] * trained))
    if number.kind not in fits or number.value.number is None:
        return None
    value = scaled(text, number, column.scale)
    amount = value.number or 0
    bare = (
        value is number.value and number.kind is QuantityKind.PLAIN and not _LETTER.search(_of(text, number))
    )
    if trained:
        return Value(Unit.TOKENS, amount, value.low, value.bound) if amount >= 1e9 else None
    if not _LEAST_TOKENS <= amount <= _MOST_TOKENS or (bare and amount < 1000):
        return None
    return Value(Unit.TOKENS, amount, value.low, value.bound)


def scaled(text: str, number: Quantity, scale: float | None) -> Value:
    """Returns the value times the header's scale, where the number carries no letters of its own."""
    value = number.value
    if scale is None or number.kind is not QuantityKind.PLAIN or _LETTER.search(_of(text, number)):
        return value
    low = value.low * scale if value.low is not None else None
    return Value(value.unit, (value.number or 0) * scale, low, value.bound)


def _of(text: str, number: Quantity) -> str:
    return text[number.start : number.end]


def sizes(cell_text: str, column: Column, attribute: Attribute) -> Iterator[Reading]:
    """Yields total and active parameters: "671B", "255B / A36B", "671B (37B active)". Several sizes, or a
    range of them, are a family's and no model's."""
    if _OTHER_SIZE.search(cell_text):
        return
    marks = {m.end() for m in _ACTIVE.finditer(cell_text)}
    open_text = _ACTIVE.sub(lambda m: " " * len(m[0]), cell_text)
    whole = Parts(open_text, ())
    numbers = [n for n in whole.numbers() if _is_size(open_text, n, column)]
    if whole.talks(numbers) or any(n.value.bound is Bound.RANGE for n in numbers):
        return
    told = labels(open_text, numbers, _LABEL)
    active = [
        n for n, words in zip(numbers, told, strict=True) if n.start in marks or _ACTIVE_WORD.search(words)
    ]
    total = [n for n in numbers if n not in active]
    if attribute is Attribute.PARAMETERS_ACTIVE and not active:
        active, total = total, []
    if len(total) > 1 or len(active) > 1:
        return
    for number, which in [(n, Attribute.PARAMETERS_TOTAL) for n in total] + [
        (n, Attribute.PARAMETERS_ACTIVE) for n in active
    ]:
        value = scaled(open_text, number, column.scale)
        yield Reading(
            which, Value(Unit.PARAMETERS, value.number, None, value.bound), number.start, number.end
        )


def size_pair(parts: Parts, column: Column) -> Iterator[Reading]:
    """Yields the two values of a cell under a header such as "Params (total/active)"."""
    numbers = [n for n in parts.numbers() if _is_size(parts.main, n, column)]
    if len(numbers) != 2 or parts.talks(numbers):
        return
    for number, attribute in zip(numbers, column.attributes, strict=True):
        value = scaled(parts.main, number, column.scale)
        yield Reading(
            attribute, Value(Unit.PARAMETERS, value.number, None, value.bound), number.start, number.end
        )


def _is_size(text: str, number: Quantity, column: Column) -> bool:
    if number.kind is QuantityKind.PARAMETERS:
        return True
    scaled_up = column.scale is not None or bool(_LETTER.search(_of(text, number)))
    return number.kind is QuantityKind.PLAIN and scaled_up and bool(number.value.number)


def experts(parts: Parts) -> Iterator[Reading]:
    """Yields the number of experts."""
    numbers = [n for n in parts.numbers() if n.kind in (QuantityKind.EXPERTS, QuantityKind.PLAIN)]
    if len(numbers) != 1 or parts.talks(numbers):
        return
    count = numbers[0].value.number or 0
    if count % 1 == 0 and 2 <= count <= _MOST_EXPERTS and not _LETTER.search(parts.beside(numbers)):
        value = Value(Unit.EXPERTS, count, None, numbers[0].value.bound)
        yield Reading(Attribute.EXPERTS, value, numbers[0].start, numbers[0].end)
