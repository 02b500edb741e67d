"""Whether words of an article hold a value, however it is written: pure, and no part of what it checks."""

import calendar

from tests.evaluation.typed.same import DATES, alternatives, fold
from tests.evaluation.typed.types import Value, WantedRow

_SCALES = {
    1.0: ("",),
    1e3: ("k", "thousand", "千"),
    1024.0: ("k",),
    1e4: ("万", "萬", "만"),
    1e6: ("m", "million", "百万"),
    1024.0**2: ("m",),
    1e8: ("亿", "億", "억"),
    1e9: ("b", "billion"),
    1e12: ("t", "trillion", "万亿", "兆"),
}
_BARE = {1e6: ("million", "百万"), 1e12: ("trillion", "万亿")}  # "a million-token context"
_PER_THOUSAND = 1000
_DIGITS = 8


def holds_value(words: str, wanted: WantedRow) -> bool:
    """Says whether the words hold the value of a row that is wanted, or what is given in its place."""
    folded = fold(words)
    if wanted.words is not None:
        return any(fold(one) in folded for one in alternatives(wanted.words))
    if wanted.value is None or isinstance(wanted.value, bool):
        return True
    return all(any(form in folded for form in forms) for forms in _parts(wanted.value, wanted.attribute))


def _parts(value: Value, attribute: str | None) -> list[set[str]]:
    """What has to be there, each as the forms that it may have."""
    if isinstance(value, list):
        return [{fold(one) for one in alternatives(part)} for part in value]
    if isinstance(value, str):
        dated = attribute in DATES
        forms = [_date_forms(one) if dated else {fold(one)} for one in alternatives(value)]
        return [set().union(*forms)]
    priced = _number_forms(value / _PER_THOUSAND) if (attribute or "").startswith("price") else set()
    return [_number_forms(float(value)) | priced]


def _number_forms(value: float) -> set[str]:
    forms = set(_BARE.get(value, ()))
    for scale, names in _SCALES.items():
        number = round(value / scale, _DIGITS)
        plain = f"{number:.{_DIGITS}f}".rstrip("0").rstrip(".")
        whole, dot, rest = plain.partition(".")
        written = {plain, f"{int(whole):,}{dot}{rest}"}
        forms |= {one + name for one in written for name in names if number}
    return forms


def _date_forms(iso: str) -> set[str]:
    """The ways to write a date, at least as far as the day, the month, or the year that is known."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return {iso}
    names = {calendar.month_name[parts[1]].casefold(), calendar.month_abbr[parts[1]].casefold()}
    if len(parts) == 2:
        numbers = {f"{parts[0]}{mark}{parts[1]:02}" for mark in ("/", ".")} | {fold(iso)}
        return names | numbers | {f"{parts[1]}月", f"{parts[1]}월"}
    year, month, day = parts
    written = {f"{name}{mark}{day}" for name in names for mark in ("", ".")} | {f"{day}{n}" for n in names}
    written |= {f"{day}{end}{name}" for name in names for end in ("st", "nd", "rd", "th")}
    numbers = {f"{month}/{day}", f"{month:02}/{day:02}", f"{year}.{month:02}.{day:02}", fold(iso)}
    return written | numbers | {f"{month}月{day}日", f"{month}月{day}号", f"{month}월{day}일"}
