"""A part of a text as it is read for numbers and for days: looked through once for both."""

import re
from dataclasses import dataclass

from corpus.facts.day_shapes import any_day
from corpus.facts.folding import BARRIER, fold, hide, hide_first_item


@dataclass(frozen=True, slots=True)
class Even:
    """What begins at `start` of the text: `words` are made even and without what holds no numbers, `days` are the
    places in them where a day is written, existing or not. `begins_line` says that a line begins there."""

    start: int
    words: str
    days: tuple[re.Match[str], ...]
    begins_line: bool

    def without_days(self) -> str:
        """The words for reading numbers: days are blanked out, and the number of a list item at the start."""
        words = hide_first_item(self.words) if self.begins_line else self.words
        if words.strip().isdecimal():  # a cell "2000" is a number, if a number is looked for
            return words
        pieces, at = [], 0
        for day in self.days:
            pieces += [words[at : day.start()], BARRIER * (day.end() - day.start())]
            at = day.end()
        return "".join([*pieces, words[at:]])


def even(text: str, start: int = 0, end: int | None = None) -> Even:
    """Returns ``text[start:end]`` made even, read as if it stood alone."""
    words = hide(fold(text[start:end]))
    return Even(start, words, tuple(any_day().finditer(words)), text[max(0, start - 1) : start] in ("", "\n"))
