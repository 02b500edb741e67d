"""Codes that stand alone: "o3", and "R1" or "V3.2" in an article that speaks of their family."""

import re

from corpus.names.family import version_of
from corpus.names.heads import CODE
from corpus.names.known import Found, Known
from corpus.names.place import Place
from corpus.names.spelling import key_of
from corpus.names.tail import read_tail

_HARDWARE = re.compile(r" ?(?:pro|max|ultra|chip|mac|芯片|搭載|칩)")
_COMMON_CODES = "kmx"  # M1, K2, X1 are many other things too


def lone_code(known: Known, place: Place, at: int) -> Found | None:
    """Returns the code at `at`, or None: "o3" by itself, "R1" where one family that is spoken of has it."""
    found = []
    for family in known.lexicon.heads.coded.get(place.folded[at], ()):
        parts, end = read_tail(place, at, family)
        if version_of(parts) and _code_counts(known, place, Found(at, end, family, parts)):
            found.append(Found(at, end, family, parts))
    if len(found) > 1:
        found = [f for f in found if key_of(f.family, f.parts) in known.named]
    return found[0] if len(found) == 1 else None


def _code_counts(known: Known, place: Place, found: Found) -> bool:
    key = key_of(found.family, found.parts)
    if found.family.name == "o-series":
        return _is_o_model(place, found, key)
    if found.family.name not in known.spoken_of:
        return False
    if key in known.named:
        return True
    if place.text[found.start].islower() or not found.family.coded or _behind_a_name(place, found.start):
        return False
    if place.folded[found.start] == "m" and _is_hardware(place, found.start):
        return False
    if "." in found.parts[0].norm or len(found.parts) > 1:
        return True
    return key in place.attested and place.folded[found.start] not in _COMMON_CODES


def _is_hardware(place: Place, at: int) -> bool:
    """Whether "M2" is a chip: "M2 Pro", "M4 Max"."""
    code = CODE.match(place.folded, at)
    return code is not None and _HARDWARE.match(place.folded, code.end()) is not None


def _is_o_model(place: Place, found: Found, key: str) -> bool:
    """ "o3" in lower case, with a digit that a model has; "O3" only with a maker or a variant."""
    digits = found.parts[0].norm[1:]
    if digits not in {"1", "3", "4", "5", "6"}:
        return False
    if place.text[found.start] == "o":
        return True
    before = place.folded[max(0, found.start - 7) : found.start]
    return before.startswith("openai") or (len(found.parts) > 1 and key in place.attested)


def _behind_a_name(place: Place, at: int) -> bool:
    """Whether another name stands directly before ("Suno V4", "Nextchat V2")."""
    word = re.search(r"([A-Za-z][\w.]{0,30}) \Z", place.text[max(0, at - 32) : at])
    if word is None or word[1].islower():
        return False
    return word[1].lower() not in {"the", "and", "or", "both", "for"}
