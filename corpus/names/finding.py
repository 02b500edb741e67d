"""Finds the models that a text names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.names.cues import speaks_of_models
from corpus.names.family import Family, Kind, Part, Trust, major, version_of
from corpus.names.folding import folded, is_latin
from corpus.names.heads import CODE, Head, HeadKind, Heads
from corpus.names.lexicon import Lexicon
from corpus.names.listing import listing
from corpus.names.spelling import key_of, name_of
from corpus.names.tail import Place, is_cut_off, read_tail, version_part, word_part
from corpus.names.types import Mention, Model

_PREFIX = re.compile(r"([a-z\d.]{1,30})-\Z")
_HARDWARE = re.compile(r" ?(?:pro|max|ultra|chip|mac|芯片|搭載|칩)")
_COMMON_CODES = "kmx"  # M1, K2, X1 are many other things too
_ENOUGH_EVIDENCE = 2
_LONGEST_PREFIX = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What is known while a text is read: the lexicon, further families (from the article or the index),
    the families that are spoken of, the keys that the article or the index names, whether the text speaks of
    models (None: to be seen from each text), and the full names by key of models that no file lists."""

    lexicon: Lexicon
    extra: Heads | None = None
    spoken_of: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    about_models: bool | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def attested(self) -> frozenset[str]:
        """The keys of models that exist: well-known ones and those that the article or the index names."""
        return self.lexicon.well_known | self.named if self.named else self.lexicon.well_known


@dataclass(frozen=True, slots=True)
class Found:
    """A name read: where, of which family, with which parts."""

    start: int
    end: int
    family: Family
    parts: tuple[Part, ...]


def find(known: Known, text: str, start: int, end: int) -> list[Mention]:
    """Returns the models named in ``text[start:end]``, in order, not overlapping."""
    place = Place(text, folded(text), known.attested)
    if known.about_models is None:
        known = replace(known, about_models=bool(known.spoken_of) or speaks_of_models(place.folded, 1))
    mentions: list[Mention] = []
    done = start
    for at, form, head in _beginnings(known, place.folded, start, end):
        if at < done:
            continue
        found = _read(known, place, at, form, head)
        if found:
            done = max(item.end for item in found)
        mentions += [mention(known, item) for item in found if item.start >= 0]
    return [item for item in mentions if item.end <= end]


def mention(known: Known, found: Found) -> Mention:
    """Returns the mention of what was read."""
    return Mention(found.start, found.end, model_of(known, found.family, found.parts), found.family.known)


def model_of(known: Known, family: Family, parts: tuple[Part, ...]) -> Model:
    """Returns the model of this family with these parts."""
    key = key_of(family, parts)
    name = known.lexicon.listed.get(key) or known.names.get(key) or name_of(family, parts)
    versioned = key in known.lexicon.listed or any(_tells_apart(family, part) for part in parts)
    return Model(key, name, family.name, family.developer, versioned)


def _tells_apart(family: Family, part: Part) -> bool:
    """Whether a part makes a name one model's: a number, or a word that is neither line nor state."""
    return part.kind is not Kind.WORD or not (part.norm in family.lines or part.late)


def _beginnings(known: Known, text: str, start: int, end: int) -> Iterator[tuple[int, str, Head | None]]:
    """Yields (offset, form, head) of all beginnings in order; head is None for a code."""
    hits: list[tuple[int, str, Head | None]] = []
    for heads in (known.lexicon.heads, known.extra):
        if heads is not None:
            hits += [(m.start(), m[0], heads.by_form[m[0]]) for m in heads.pattern.finditer(text, start, end)]
    hits += [(m.start(), m[0], None) for m in CODE.finditer(text, start, end)]
    hits.sort(key=lambda hit: (hit[0], -len(hit[1])))
    return iter(hits)


def _read(known: Known, place: Place, at: int, form: str, head: Head | None) -> list[Found]:
    if head is None:
        return _read_code(known, place, at)
    if not _bounded(known, place, at, form, head):
        return []
    if head.kind is HeadKind.PRODUCT or head.family is None:
        clear = not is_latin(place.folded[at + len(form) : at + len(form) + 1]) or not is_latin(form[-1])
        return [Found(-1, at + len(form), _nothing(known), ())] if clear else []
    if head.kind is HeadKind.LINE:
        return _read_line(known, place, at, form, head.family)
    if head.kind is HeadKind.ALONE:
        return _read_alone(known, place, at, form, head.family)
    return _read_family(known, place, at, form, head.family)


def _nothing(known: Known) -> Family:
    return next(iter(known.lexicon.families.values()))


def _bounded(known: Known, place: Place, at: int, form: str, head: Head) -> bool:
    """Whether a name may begin here: not inside a Latin word, and not behind another word's hyphen, unless
    that word is its maker's ("Meta-Llama")."""
    if not is_latin(form[0]) or at == 0:
        return True
    if is_latin(place.folded[at - 1]):
        return False
    if place.text[at - 1] != "-" or at < 2 or not is_latin(place.folded[at - 2]):
        return True
    prefix = _PREFIX.search(place.folded, max(0, at - _LONGEST_PREFIX), at)
    developer = head.family.developer if head.family else None
    maker = known.lexicon.developers.by_alias.get(prefix[1]) if prefix else None
    return maker is not None and maker.name == developer


def _read_family(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    behind = at + len(form)
    if place.text[at].islower() and is_latin(form[0]):
        place = replace(place, low=True)
    parts, end = read_tail(place, behind, family)
    if not parts and is_latin(form[-1]) and is_latin(place.folded[behind : behind + 1]):
        return []
    if is_cut_off(place, end, family):
        return []
    parts = _completed(family, parts)
    found = Found(at, end, family, parts)
    if not credible(known, place, found, form):
        return []
    return _listed(place, found)


def _completed(family: Family, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Adds the version that a word implies ("Llama Scout")."""
    implied = next((family.alone[p.norm] for p in parts if p.norm in family.alone), None)
    return parts if implied is None or version_of(parts) else (version_part(family, implied), *parts)


def _listed(place: Place, found: Found) -> list[Found]:
    first, others = listing(place, found.end, found.family, found.parts)
    head = [] if first is None else [Found(found.start, found.end, found.family, first)]
    return head + [Found(start, end, found.family, parts) for start, end, parts in others]


def credible(known: Known, place: Place, found: Found, form: str) -> bool:
    """Whether a family's name with what follows it means a model here, and not the word that it is too."""
    family, parts = found.family, found.parts
    joint = place.folded[found.start + len(form) : found.start + len(form) + 1]
    tied = bool(parts) and joint != " "
    spoken_of = family.name in known.spoken_of
    numbered = any(part.kind is not Kind.WORD for part in parts)
    if not parts or (not numbered and key_of(family, parts) not in place.attested):
        return _bare(place, found, form, spoken_of)
    about = bool(known.about_models)
    made = spoken_of or _maker_before(known, place, found)
    match family.trust:
        case Trust.PLAIN:
            return True
        case Trust.WORD:
            return made or tied or len(parts) > 1 or about
        case Trust.SHY:
            evidence = tied + (len(parts) > 1) + about
            return made or (not place.low and evidence >= _ENOUGH_EVIDENCE)
        case Trust.WARY:
            return made and (tied or len(parts) > 1 or not parts[0].norm.isdigit()) and not place.low
    return False


def _bare(place: Place, found: Found, form: str, spoken_of: bool) -> bool:
    """Whether a family named as a whole counts."""
    before, after = (
        place.folded[max(0, found.start - 1) : found.start],
        place.folded[found.end : found.end + 2],
    )
    if place.low and ((before in set("/@.#-") and before) or re.match(r"[./@\-]\S", after)):
        return False
    if found.family.trust is Trust.PLAIN and form not in found.family.shared:
        return True
    return found.family.trust in {Trust.WORD, Trust.PLAIN} and spoken_of and not place.low


def _maker_before(known: Known, place: Place, found: Found) -> bool:
    before = place.folded[max(0, found.start - _LONGEST_PREFIX) : found.start].rstrip(" -/·")
    names = known.lexicon.developers.by_alias.items()
    return any(d.name == found.family.developer and before.endswith(form) for form, d in names)


def _read_line(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    if family.name not in known.spoken_of or is_latin(place.folded[at + len(form) : at + len(form) + 1]):
        return []
    line = word_part(family.own.words[form.replace(" ", "").replace("-", "")])
    place = replace(place, low=place.text[at].islower())
    parts, end = read_tail(place, at + len(form), family, (line,))
    version = version_of(parts)
    if version is None:
        return [f for f in _listed(place, Found(at, end, family, parts)) if version_of(f.parts)]
    return _listed(place, Found(at, end, family, parts)) if major(version) >= family.least else []


def _read_alone(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    end = at + len(form)
    if (
        family.name not in known.spoken_of
        or place.text[at].islower()
        or is_latin(place.folded[end : end + 1])
    ):
        return []
    word = family.own.words[form.replace(" ", "").replace("-", "")]
    implied = (version_part(family, family.alone[form]), word_part(word))
    parts, end = read_tail(place, end, family, implied)
    return [Found(at, end, family, parts)]


def _read_code(known: Known, place: Place, at: int) -> list[Found]:
    """A code that stands alone: "o3" by itself, "R1" where exactly one family that is spoken of has it."""
    found = []
    for family in known.lexicon.heads.coded.get(place.folded[at], ()):
        parts, end = read_tail(place, at, family)
        if version_of(parts) and _code_counts(known, place, Found(at, end, family, parts)):
            found.append(Found(at, end, family, parts))
    if len(found) > 1:
        found = [f for f in found if key_of(f.family, f.parts) in known.named]
    return _listed(place, found[0]) if len(found) == 1 else []


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
