"""Writes a value as people read it."""

import math
from typing import Literal

from corpus.facts.types import Bound, Unit, Value

_LETTERS = (("T", 10**12), ("B", 10**9), ("M", 10**6), ("K", 10**3))
_DECIMALS = 2  # of millions and more; thousands have none but for a few, so that 131,072 is no "131.07K"
_FEW_THOUSAND = 10_000
_TOO_GREAT = 10**15
_SIGNS = {Unit.USD: "$", Unit.CNY: "¥"}
_BOUNDS = {
    "en": {
        Bound.EXACTLY: "",
        Bound.ABOUT: "~",
        Bound.AT_LEAST: "≥",
        Bound.AT_MOST: "up to ",
        Bound.RANGE: "",
    },
    "zh": {
        Bound.EXACTLY: "",
        Bound.ABOUT: "约 ",
        Bound.AT_LEAST: "≥",
        Bound.AT_MOST: "最高 ",
        Bound.RANGE: "",
    },
    "zh-Hant": {
        Bound.EXACTLY: "",
        Bound.ABOUT: "約 ",
        Bound.AT_LEAST: "≥",
        Bound.AT_MOST: "最高 ",
        Bound.RANGE: "",
    },
}
_UNITS = {
    "en": {Unit.TOKENS: " tokens", Unit.EXPERTS: " experts", Unit.PERCENT: "%"},
    "zh": {Unit.TOKENS: " token", Unit.EXPERTS: " 个专家", Unit.PERCENT: "%"},
    "zh-Hant": {Unit.TOKENS: " token", Unit.EXPERTS: " 個專家", Unit.PERCENT: "%"},
}
_PER_MILLION = {"en": " / 1M tokens", "zh": " / 百万 token", "zh-Hant": " / 百萬 token"}
_YES_NO = {True: "是", False: "否"}
_TRUTH = {"en": {True: "yes", False: "no"}, "zh": _YES_NO, "zh-Hant": _YES_NO}

_Language = Literal["en", "zh", "zh-Hant"]


def shown(value: Value, language: str) -> str:
    """Returns "128K tokens", "~37B", "$1.1 / 1M tokens", "2026-02"; nothing where nothing but a status is
    stated. Chinese is in traditional characters for "zh-Hant", any other language than Chinese is as "en"."""
    tongue: _Language = "zh-Hant" if language == "zh-Hant" else "zh" if language.startswith("zh") else "en"
    if value.number is not None:
        return _number(value, value.number, tongue)
    if value.day is not None:
        return f"{value.first}–{value.day}" if value.first else str(value.day)
    if value.truth is not None:
        return _TRUTH[tongue][value.truth]
    return value.text or ""


def compact(number: float) -> str:
    """Returns a number as short as it can be exactly: "1M", "1.05M", "131,072", "0.14"."""
    if not math.isfinite(number) or abs(number) >= _TOO_GREAT:
        return f"{number:.6g}"
    for letter, size in _LETTERS:
        if abs(number) >= size:
            decimals = _DECIMALS if size > 1000 or abs(number) < _FEW_THOUSAND else 0
            short = _trimmed(f"{number / size:.{decimals}f}")
            if math.isclose(float(short) * size, number, rel_tol=1e-12):
                return short + letter
            break
    return _trimmed(f"{number:,.6f}")


def _number(value: Value, number: float, tongue: _Language) -> str:
    sign = _SIGNS.get(value.unit, "")
    low = f"{sign}{compact(value.low)}–" if value.bound is Bound.RANGE and value.low is not None else ""
    unit = _PER_MILLION[tongue] if sign else _UNITS[tongue].get(value.unit, "")
    if unit == " experts" and number == 1:
        unit = " expert"
    return f"{_BOUNDS[tongue][value.bound]}{low}{sign}{compact(number)}{unit}"


def _trimmed(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number
