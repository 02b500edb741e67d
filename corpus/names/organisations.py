"""Finds the developers that a text names."""

import re

from corpus.names.folding import folded, is_latin
from corpus.names.lexicon import Developers
from corpus.names.types import OrganisationMention

# What looks like a developer's name and is a unit or another word: 1024字节 (bytes), 小米粥 (porridge).
_UNIT_BEFORE = re.compile(r"[\d个個多每节比]\Z")
_UNIT_AFTER = re.compile(r"[数數流码碼对對序/粥]")
_ADDRESS = re.compile(r"[.@_/\-](?:co|com|ai|org|cn|io|net)\b")
_UNITS = frozenset({"字节", "字節", "小米"})


def organisations(developers: Developers, text: str, start: int, end: int) -> list[OrganisationMention]:
    """Returns the developers named in ``text[start:end]``, in order, not overlapping, longest first."""
    plain = folded(text)
    return [
        OrganisationMention(match.start(), match.end(), developers.by_alias[match[0]].name)
        for match in developers.pattern.finditer(plain, start, end)
        if _counts(developers, text, plain, match)
    ]


def _counts(developers: Developers, text: str, plain: str, match: re.Match[str]) -> bool:
    form = match[0]
    if not is_latin(form[0]):
        return form not in _UNITS or _is_maker(plain, match)
    address = text[match.start()].islower() and plain[match.start() - 1 : match.start()] in {"/", "@", "."}
    if address or _ADDRESS.match(plain, match.end()):
        return False
    begins = match.start() == 0 or not is_latin(plain[match.start() - 1])
    ends = not is_latin(form[-1]) or not is_latin(plain[match.end() : match.end() + 1])
    if developers.by_alias[form].word or len(form) <= 4:
        return (begins and ends and text[match.start()].isupper()) or (begins and ends and form == "xai")
    return begins and ends


def _is_maker(plain: str, match: re.Match[str]) -> bool:
    before, after = plain[max(0, match.start() - 1) : match.start()], plain[match.end() : match.end() + 1]
    return not _UNIT_BEFORE.search(before) and not _UNIT_AFTER.match(after)
