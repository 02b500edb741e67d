"""Puts models in the place of "it", "their", "该模型"."""

import re
from collections.abc import Sequence

from bot.following.joining import SEVERAL, is_chinese, joined
from bot.following.named import Told, blanked
from bot.following.wording import BEFORE_IT, BESIDE, CAPITAL, CLAUSE, FOR_NOTHING, LEAD, MANY, ONE

_NO_SPACE = re.compile(r"[\s?？!！。，,.的]|$")


def same_subject(now: Told, several: Sequence[str], one: str | None) -> str | None:
    """Returns the text with the models in the place of the words that stand for them; None where there is no
    such word, or where it may stand for something else."""
    start = _lead(now.text)
    found = [m for pattern in (ONE, MANY) if (m := pattern.search(now.text, start))]
    if not found or FOR_NOTHING.search(now.text):
        return None
    first = min(found, key=lambda m: m.start())
    names = [one] if first.re is ONE and one else several if first.re is MANY else []
    if not names or (first.re is MANY and len(names) not in SEVERAL) or not _is_first(now, start, first):
        return None
    return _replaced(now.text[start:], first.re, names)


def beside_another(now: Told, one: str | None) -> str | None:
    """Returns the text with the model in the place of "it" where that is compared with another: "compare it
    with GLM-5"."""
    if one is None or len(now.models) != 1 or now.models[0].model.name == one:
        return None
    match = BESIDE.fullmatch(blanked(now.text, now.models))
    if not match:
        return None
    start, end = next(match.span(name) for name, value in match.groupdict().items() if value)
    return _put(now.text, start, end, one)


def _lead(text: str) -> int:
    match = LEAD.match(text)
    return match.end() if match else 0


def _is_first(now: Told, start: int, pronoun: re.Match[str]) -> bool:
    """Whether nothing stands before the word that it could stand for instead."""
    ahead = now.text[start : pronoun.start()]
    if is_chinese(pronoun[0]):
        return bool(BEFORE_IT.fullmatch(ahead))
    named = any(one.start < pronoun.start() for one in now.everything)
    first = ahead.partition(" ")[0]  # "when was it released" has one clause
    return not (named or is_chinese(ahead) or CLAUSE.search(ahead, len(first)) or CAPITAL.search(ahead))


def _replaced(text: str, pattern: re.Pattern[str], names: Sequence[str]) -> str:
    for match in reversed(list(pattern.finditer(text))):
        chinese = is_chinese(match[0])
        whose = any(match.groupdict().values())
        tail = (" 的" if chinese else "'s") if whose else ""
        text = _put(text, match.start(), match.end(), joined(names, chinese) + tail)
    return text


def _put(text: str, start: int, end: int, name: str) -> str:
    """The name in a place of the text, apart from Chinese characters beside it."""
    ahead = " " if start and is_chinese(text[start - 1]) and not is_chinese(name[0]) else ""
    behind = "" if _NO_SPACE.match(text, end) or is_chinese(name[-1]) else " "
    return text[:start] + ahead + name + (behind if not text[end : end + 1].isascii() else "") + text[end:]
