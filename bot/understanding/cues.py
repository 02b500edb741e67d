"""The words that typed questions are made of, and where they stand in one."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.understanding.plain import plain, words_of

_SIGNS = frozenset("<>=+≥≤≧≦")
Senses = Mapping[str, str]  # by role ("attribute", "rank", "frame" …) what the word means in it


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the list at ``text[start:end]``; it may have several senses, one a role."""

    start: int
    end: int
    senses: Senses


_Step = tuple[int, Cue | None]  # how many words there are from a place on, and the first of them


class CueWords:
    """Finds words of a list, the longest that fits at a place."""

    def __init__(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """`entries` are role, meaning and word."""
        senses: dict[str, dict[str, str]] = {}
        for role, meaning, word in entries:
            senses.setdefault(word, {})[role] = meaning
        lengths: dict[str, set[int]] = {}
        for word in senses:
            lengths.setdefault(word[0], set()).add(len(word))
        self._senses: Mapping[str, Senses] = senses
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def at(self, text: str, start: int, end: int) -> list[Cue]:
        """Returns the words that begin at `start` and do not reach beyond `end`, the longest first."""
        return [
            Cue(start, start + length, self._senses[word])
            for length in self._lengths.get(text[start], ())
            if start + length <= end
            and (word := text[start : start + length]) in self._senses
            and _is_whole(text, start, start + length)
        ]

    def cover(self, text: str, start: int, end: int) -> list[Cue] | None:
        """Returns the fewest words that, marks aside, cover ``text[start:end]``; None where none do."""
        best: list[_Step | None] = [None] * (end - start) + [(0, None)]
        for place in range(end - 1, start - 1, -1):
            steps: list[_Step] = [(1, cue) for cue in self.at(text, place, end)]
            if not text[place].isalnum():
                steps.append((text[place] in _SIGNS, None))
            reached = [(s, best[(s[1].end if s[1] else place + 1) - start]) for s in steps]
            ways: list[_Step] = [(s[0] + behind[0], s[1]) for s, behind in reached if behind]
            best[place - start] = min(ways, key=lambda way: way[0], default=None)
        return _followed(best, start, end)

    def inside(self, text: str, start: int, end: int) -> list[Cue]:
        """Returns the words within ``text[start:end]``, whatever stands between them."""
        found: list[Cue] = []
        place = start
        while place < end:
            cues = self.at(text, place, end)
            found += cues[:1]
            place = cues[0].end if cues else place + 1
        return found


@cache
def read_cue_words() -> CueWords:
    """Reads the project's list of words, and the names of licences."""
    tables = tomllib.loads((files("corpus.lexicon") / "questions.toml").read_text("utf-8"))
    entries = [
        (role, meaning, word)
        for role, lines in tables.items()
        for meaning, words in lines.items()
        for word in words
    ]
    return CueWords([*entries, *_licence_names()])


def _licence_names() -> list[tuple[str, str, str]]:
    """Names of licences; one that is nothing else ("Apache 2.0") also counts by itself."""
    licences = tomllib.loads((files("corpus.lexicon") / "licences.toml").read_text("utf-8"))["licence"]
    found: list[tuple[str, str, str]] = []
    for table in licences:
        roles = ["licence_name"] if table.get("needs") else ["licence_name", "licence_alone"]
        found += [(role, table["name"], words_of(plain(word))) for role in roles for word in table["words"]]
    return found


def _followed(best: list[_Step | None], start: int, end: int) -> list[Cue] | None:
    """The words on the best way from start to end."""
    found: list[Cue] = []
    place = start
    while place < end:
        step = best[place - start]
        if step is None:
            return None
        found += [step[1]] if step[1] else []
        place = step[1].end if step[1] else place + 1
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Says whether no Latin word or number is cut at either end."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, place: int) -> bool:
    return 0 < place < len(text) and _is_latin(text[place - 1]) and _is_latin(text[place])


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u1100"
