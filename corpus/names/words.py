"""Variant words of a name: listed ones, and those that a hyphen ties on."""

import re

from corpus.names.family import Family, Kind, Part, Vocabulary, Word
from corpus.names.place import Place, Step, squeezed, stands_clear
from corpus.names.spelling import key_of

_STRANGE = re.compile(r"[A-Z][A-Za-z]{1,14}(?![A-Za-z\d])")
_ADJECTIVE = ("ed", "ing", "er", "ish", "able", "ible", "ly")  # "GPT-4-beating"
# "o4-mini Reasoning Models": what kind of models they are
_DESCRIBED = re.compile(
    r"(?:reasoning|vision|chat|image|video|audio|speech|coding|language) (?:ai )?(?:models?|llms?)(?![a-z])"
)
_CONTINUED = re.compile(r"-([a-z]{2,20})(?![a-z])(-?\d)?")
# "Granite 4.0 H 1B", "Kanana-1.5-v-3b"
_LETTERED = re.compile(
    r"[ -][a-z][ -](?:\d{1,3}(?:\.\d)?[bm]|nano|micro|tiny|small|mini|medium|large)(?![a-z\d])"
)


def read_word(place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns the variant word at `at`, or None where there is none that counts here."""
    hit = word_at(place, at, family)
    if hit is None or joint in {":", "@"}:
        return None
    word, end = hit
    if word.ignored:
        return Step(None, end) if joint == "-" else None
    part = word_part(word)
    if not joint and parts and parts[-1].kind is Kind.WORD:
        return None  # the next cell's word ran onto this one: "ProThinking"
    if any(p.norm == part.norm for p in parts):
        return None
    counts = _counts(place, at, joint, word, parts) or (
        bool(parts) and key_of(family, (*parts, part)) in place.attested
    )
    return Step(part, end) if counts else None


def word_part(word: Word) -> Part:
    """Returns the part that a variant word is."""
    return Part(Kind.WORD, squeezed(word.spelling.lower()), word.spelling, word.joint, word.late)


def word_at(place: Place, at: int, family: Family) -> tuple[Word, int] | None:
    found = [hit for vocabulary in (family.own, family.common) if (hit := _longest(place, at, vocabulary))]
    return max(found, key=lambda hit: hit[1], default=None)


def _longest(place: Place, at: int, vocabulary: Vocabulary) -> tuple[Word, int] | None:
    match = vocabulary.pattern.match(place.folded, at)
    if match is None or not match[0] or not stands_clear(place, match.end()):
        return None
    return vocabulary.words[squeezed(match[0])], match.end()


def _counts(place: Place, at: int, joint: str, word: Word, parts: tuple[Part, ...]) -> bool:
    """Whether a variant word is one here, and no ordinary word of the sentence."""
    numbered = any(part.kind is not Kind.WORD for part in parts)
    if not (word.own or numbered or (parts and joint == "-")):
        return False
    if word.hyphened and not word.own and joint != "-":
        return False
    if joint == " " and _DESCRIBED.match(place.folded, at):
        return False
    lower = place.text[at].islower() and not place.low
    if joint == " " and lower:
        return numbered and not word.timid
    return True


def read_strange(place: Place, at: int, _: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns a variant that no list has, tied on by a hyphen: "GPT-5.3-Zephyr" is not GPT-5.3."""
    match = _STRANGE.match(place.text, at)
    if (
        match is None
        or place.text[at - 1] != "-"
        or (place.low and not place.whole)
        or not any(p.kind is not Kind.WORD for p in parts)
    ):
        return None
    word = match[0].lower()
    if word in family.foreign or any(p.norm == word for p in parts):
        return None
    return Step(Part(Kind.WORD, word, match[0], "-", late=True), match.end())


def is_cut_off(place: Place, end: int, family: Family) -> bool:
    """Whether a longer name goes on behind `end` that can't be read ("llama-2-ko-7b"): another model."""
    if _LETTERED.match(place.folded, end):
        return True
    match = _CONTINUED.match(place.folded, end)
    if match is None or match[1] in family.foreign:
        return False
    return place.low or bool(match[2]) or not match[1].endswith(_ADJECTIVE)
