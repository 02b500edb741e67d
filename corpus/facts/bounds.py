"""How much of an article is read for facts, so that no article takes for ever."""

import re

LONGEST_LINE = 200_000  # characters; a whole article may stand on one line, but no more than that
LONGEST_TEXT = 1_500_000  # characters that are not white space

_LONG_LINE = re.compile(rf"[^\n]{{{LONGEST_LINE + 1},}}")


def bounded(text: str) -> tuple[str, list[str]]:
    """Returns the text with what is beyond the bounds made spaces, every offset kept, and warnings of that."""
    warnings: list[str] = []

    def cut(line: re.Match[str]) -> str:
        number = text.count("\n", 0, line.start()) + 1
        warnings.append(
            f"Line {number} has {len(line[0]):,} characters: facts are read from its first {LONGEST_LINE:,} alone."
            " Break it into lines."
        )
        return line[0][:LONGEST_LINE] + " " * (len(line[0]) - LONGEST_LINE)

    kept = _LONG_LINE.sub(cut, text)
    end = _end(kept)
    if end < len(kept.rstrip()):
        left = len(kept) - end
        warnings.append(
            f"Facts are read from the first {LONGEST_TEXT:,} characters alone: the last {left:,} are left out."
            " Split the file."
        )
        kept = kept[:end] + " " * left
    return kept, warnings


def _end(text: str) -> int:
    """The offset behind so many characters that are not white space."""
    if len(text) <= LONGEST_TEXT:
        return len(text)
    seen = 0
    for part in re.finditer(r"\S+", text):
        seen += part.end() - part.start()
        if seen > LONGEST_TEXT:
            return part.end() - (seen - LONGEST_TEXT)
    return len(text)
