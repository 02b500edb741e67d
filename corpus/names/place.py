"""Where a name is read: the text, a part and its end, and whether a part may end there."""

import re
from dataclasses import dataclass

from corpus.names.family import Part

# a word of kana or Hangul that goes on: "프로젝트" is not Pro; a particle may follow
_RUNS_ON = re.compile(r"[ァ-ヺ][ァ-ヺー]|[가-힣](?![은는이가을를의에로와과도만보까부])[가-힣]")


@dataclass(frozen=True, slots=True)
class Place:
    """A text, its folded form, whether the name began in lower case, and the keys that are attested."""

    text: str
    folded: str
    attested: frozenset[str]
    low: bool = False
    whole: bool = False  # the text is nothing but a name


@dataclass(frozen=True, slots=True)
class Step:
    """A part read, and where it ends; no part where the words change nothing ("latest")."""

    part: Part | None
    end: int


def stands_clear(place: Place, end: int) -> bool:
    """Whether a part may end here: no letter follows, or one that begins a new word ("ProThinking")."""
    follower = place.folded[end : end + 1]
    if not ("a" <= follower <= "z"):
        return not _RUNS_ON.match(place.text, end - 1)
    last = place.text[end - 1]
    return place.text[end].isupper() and (last.islower() or (last.isdigit() and _titled(place.text, end)))


def _titled(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].islower()


def ends_at(place: Place, end: int) -> bool:
    follower = place.folded[end : end + 1]
    return not (follower.isascii() and follower.isalnum())


def squeezed(phrase: str) -> str:
    """Returns a folded phrase without separators."""
    return phrase.replace(" ", "").replace("-", "")
