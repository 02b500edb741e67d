"""Tells whether two articles are one: a copy, a translation, or a correction of the other. Pure, by their texts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from corpus.intake.canonical import address_key, same_site
from corpus.intake.duplicates import nearly_same, print_of
from corpus.intake.wording import says_otherwise, words_of
from corpus.types import Source

# A translation keeps the numbers and the makers in their order. Of 51 articles on models in four languages, two
# that are no translations of each other share at most 0.23 of them; two that are share 0.98.
_IN_ORDER = 0.7
_FEWEST, _ENOUGH = 3, 5  # anchors in common: with so few, the texts have to be closer
_NEAR, _NEARER = 0.62, 0.7  # cosines of two articles in different languages
_SHORTEST = 120  # bytes: two notes of a sentence say the same without one being copied from the other
_MOST_ANCHORS = 300
_LOOKED_AT = 30_000  # characters of a text in which anchors are looked for
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CORRECTS = re.compile(
    r"\b(?:corrections?|corrected|errat(?:um|a)|revised|updated?)\b|更正|勘误|勘誤|订正|訂正|修正|更新|정정|수정",
    re.IGNORECASE,
)
_AT_TOP, _AT_END = 400, 300  # characters in which an article says that it corrects

Organisations = Callable[[str], Iterable[tuple[int, str]]]  # place and main name of each that a text names


class Kin(StrEnum):
    """What one article is to another."""

    COPY = "copy"
    TRANSLATION = "translation"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Account:
    """What an article says, and where it comes from."""

    source: Source
    text: str


def kinship(one: Account, other: Account, likeness: float, organisations: Organisations) -> Kin | None:
    """Returns what `one` is to `other`, None where it is nothing. A copy or a translation is one both ways; a
    correction is what `one` is. `likeness` is the cosine of what they mean."""
    if _group(one) != _group(other):
        return Kin.TRANSLATION if _translates(one, other, likeness, organisations) else None
    if len(one.text.encode("utf-8", "replace")) < _SHORTEST:
        return None
    if not nearly_same(print_of(one.text), print_of(other.text)):
        return None
    if not says_otherwise(one.text, other.text):
        return Kin.COPY
    return Kin.CORRECTION if _corrects(one, other) else None


def _group(account: Account) -> str:
    return account.source.language.split("-")[0]


def _translates(one: Account, other: Account, likeness: float, organisations: Organisations) -> bool:
    if likeness < _NEAR:
        return False
    first, second = (_anchors(account.text[:_LOOKED_AT], organisations) for account in (one, other))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    enough = shared >= (_FEWEST if likeness >= _NEARER else _ENOUGH)
    return enough and 2 * shared >= _IN_ORDER * (len(first) + len(second))


def _anchors(text: str, organisations: Organisations) -> list[str]:
    """The numbers and the makers of models that a text names, in their order."""
    found = [(hit.start(), hit[0]) for hit in _NUMBER.finditer(text)]
    return [name for _, name in sorted([*found, *organisations(text)])][:_MOST_ANCHORS]


def _corrects(one: Account, other: Account) -> bool:
    """Whether one is another version of the other: it lies at the same address and is newer, or it has the same
    title, comes from the same hand and says that it corrects."""
    if _address(one) and _address(one) == _address(other):
        return _day(one) > _day(other)
    return (
        _is_by_the_same(one.source, other.source)
        and _titled(one)[-len(_titled(other)) :] == _titled(other)
        and _says_so(one)
        and not _says_so(other)
        and _day(one) >= _day(other)
    )


def _address(account: Account) -> str:
    return address_key(account.source.canonical_url or account.source.url or "")


def _day(account: Account) -> str:
    source = account.source
    return f"{source.published or ''}/{source.retrieved or ''}"


def _is_by_the_same(one: Source, other: Source) -> bool:
    if one.url and other.url:
        return same_site(one.url, other.url)
    return not (one.publisher and other.publisher) or one.publisher == other.publisher


def _titled(account: Account) -> list[str]:
    """The words of the title, without those that say that it is a correction."""
    return [word.lower() for word in words_of(_CORRECTS.sub("", account.source.title))]


def _says_so(account: Account) -> bool:
    text = account.text
    return any(_CORRECTS.search(part) for part in (account.source.title, text[:_AT_TOP], text[-_AT_END:]))
