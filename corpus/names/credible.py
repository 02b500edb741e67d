"""Whether a family's name means a model where it stands."""

import re

from corpus.names.family import Kind, Trust
from corpus.names.known import Found, Known
from corpus.names.place import Place
from corpus.names.spelling import key_of

_ENOUGH_EVIDENCE = 2
_LONGEST_MAKER = 40
_PLAN = re.compile(
    r" ?(?:(?:plan|tier|subscription|membership)s?(?![a-z])|套餐|订阅|訂閱|会员|會員|订户|プラン|サブスク|요금제|구독)"
)
_USERS = re.compile(r" ?(?:(?:subscriber|user|member|customer)s?(?![a-z])|用户|用戶|ユーザー|사용자|이용자)")
_ANOTHER = re.compile(r"[ \-][A-Z][a-z]")  # "Aurora Borealis" is not the model Aurora


def credible(known: Known, place: Place, found: Found, form: str) -> bool:
    """Whether a family's name with what follows it means a model here, and not the word that it is too."""
    family, parts = found.family, found.parts
    if _is_plan(place, found):
        return False
    joint = place.folded[found.start + len(form) : found.start + len(form) + 1]
    tied = bool(parts) and joint != " "
    spoken_of = family.name in known.spoken_of
    numbered = any(part.kind is not Kind.WORD for part in parts)
    key = key_of(family, parts)
    if key in known.complete:
        return not (_ANOTHER.match(place.text, found.end) and not place.low)
    if not parts or (not numbered and key not in place.attested):
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


def _is_plan(place: Place, found: Found) -> bool:
    """Whether a way of paying for a service is meant: "the Claude Pro plan", "Gemini Ultra subscribers"."""
    if not found.parts or found.parts[-1].kind is not Kind.WORD or place.low:
        return False
    numbered = any(part.kind is not Kind.WORD for part in found.parts)
    return bool(
        _PLAN.match(place.folded, found.end) or (not numbered and _USERS.match(place.folded, found.end))
    )


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
    before = place.folded[max(0, found.start - _LONGEST_MAKER) : found.start].rstrip(" -/·")
    names = known.lexicon.developers.by_alias.items()
    return any(d.name == found.family.developer and before.endswith(form) for form, d in names)
