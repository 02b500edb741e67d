"""Patterns for what stands right before a number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PADDING = " *_`\x01(“\"':-"
_WINDOW = 40  # characters before a number that are looked at


@dataclass(frozen=True, slots=True)
class Before:
    """A pattern that must end where a number starts. It is searched only where the last character before the
    number, blanks and signs apart, is one of `lasts`: most numbers in a table are spared the search."""

    pattern: re.Pattern[str]
    lasts: frozenset[str]

    def search(self, folded: str, at: int) -> re.Match[str] | None:
        """Returns the match that ends at `at`, if there is one; its offsets are those within the window."""
        before = folded[max(0, at - _WINDOW) : at]
        padded = before.rstrip(_PADDING)
        if not padded or padded[-1].lower() not in self.lasts:
            return None
        return self.pattern.search(before)


def before(pattern: str, found: Iterable[str], further: str = "") -> Before:
    """Returns the pattern, which ends in one of these words or `further` characters."""
    lasts = {word.rstrip(_PADDING)[-1:].lower() for word in found} | set(further)
    return Before(re.compile(rf"(?:{pattern})\Z", re.IGNORECASE), frozenset(lasts - {""}))
