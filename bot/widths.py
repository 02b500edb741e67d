"""How much room a text takes: its graphemes, and the cells of a terminal that they fill."""

from wcwidth import iter_graphemes, wcswidth, wcwidth


def graphemes(text: str) -> list[str]:
    """Returns what people see as single characters, each with its accents and joiners."""
    return list(text) if text.isascii() else list(iter_graphemes(text))


def cells(text: str) -> int:
    """Returns how many cells of a terminal a text takes."""
    found = wcswidth(text)
    return found if found >= 0 else sum(max(wcwidth(character), 0) for character in text)


def clipped(text: str, most: int) -> str:
    """Returns the text in at most so many cells, with an ellipsis where it was cut."""
    if cells(text) <= most:
        return text
    kept, used = [], 1  # the ellipsis
    for character in text:
        used += max(wcwidth(character), 0)
        if used > most:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"
