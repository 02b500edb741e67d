"""Words of a lexicon, found in short texts such as headers and cells."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.lexicon.word_tree import first_of, word_tree

_LONGEST = 300  # characters of a header that are read


@dataclass(frozen=True, slots=True)
class Told:
    """The groups of words that a text names, in order, and the letters and digits that belong to none."""

    groups: tuple[str, ...]
    rest: str

    def names_only(self, *groups: str) -> bool:
        """Whether the text names just these groups, each at least once, and nothing else."""
        return set(self.groups) == set(groups) and not self.rest


class Words:
    """Groups of words. The longest word that fits counts; Latin words match whole."""

    def __init__(self, groups: dict[str, list[str]], fillers: Iterable[str] = ()) -> None:
        self._groups: dict[str, str] = dict.fromkeys(fillers, "")
        for group, words in groups.items():
            self._groups.update(dict.fromkeys(words, group))
        each = [word for word in self._groups if word]
        tree = word_tree(each, gap=r"\s{1,3}", whole="A-Za-z0-9")
        self.pattern = re.compile(f"(?={first_of(each)}){tree}", re.IGNORECASE)

    def group(self, text: str) -> str | None:
        """Returns the group of the word that the whole text is ("" for a filler), None where it is none."""
        return self._groups.get(" ".join(text.lower().split()))

    def read(self, text: str) -> Told:
        """Returns the groups that the text names, and what is left of it."""
        text = text[:_LONGEST]
        found: list[str] = []
        rest: list[str] = []
        at = 0
        for word in self.pattern.finditer(text):
            rest.append(text[at : word.start()])
            group = self.group(word[0])
            if group:
                found.append(group)
            at = word.end()
        rest.append(text[at:])
        return Told(tuple(found), "".join(c for c in " ".join(rest) if c.isalnum() or c == " ").strip())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by which tables are read: of headers, beside a model's name, of answers, of modalities."""

    columns: Words
    beside: Words
    answers: Words
    modalities: Words


@cache
def read_lexicon() -> Lexicon:
    """Reads the project's words for tables."""
    tables = tomllib.loads((files("corpus.lexicon") / "headers.toml").read_text("utf-8"))
    return Lexicon(
        Words(tables["columns"], tables["fillers"]["words"]),
        Words({"beside": tables["beside"]["words"]}),
        Words(tables["answers"]),
        Words(tables["modalities"]),
    )
