"""Tables for a terminal, aligned also where Chinese and Latin letters mix."""

from collections.abc import Sequence

from bot.characters import one_line
from bot.widths import cells, clipped

_GAP = "  "
_NARROWEST = 8  # cells that a column keeps while others can still give


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Returns a table, each row on one line of at most `width` cells of the terminal; the widest columns are
    cut where it would be wider, the last ones left out where even that is not enough."""
    lines = [[one_line(cell) for cell in row] for row in (header, *rows)]
    wide = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    kept = _fitting(wide, width)
    rule = ["-" * one for one in kept]
    return "\n".join(_GAP.join(_padded(row, kept)).rstrip() for row in (lines[0], rule, *lines[1:]))


def _fitting(wide: Sequence[int], width: int | None) -> list[int]:
    """The widths of the columns that fit."""
    kept = list(wide)
    if width is None:
        return kept
    while len(kept) > 1 and len(kept) * (_NARROWEST + len(_GAP)) > width + len(_GAP):
        kept.pop()
    room = max(width - len(_GAP) * (len(kept) - 1), len(kept))
    while sum(kept) > room:
        widest = kept.index(max(kept))
        second = max((w for w in kept if w < kept[widest]), default=0)
        kept[widest] = max(second, kept[widest] - (sum(kept) - room), 1) if second else _even(kept, room)
    return kept


def _even(kept: Sequence[int], room: int) -> int:
    """What one of columns of equal width gives up to: its even share."""
    return min(max(kept) - 1, max(room // len(kept), 1))


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    shown = [clipped(cell, width) for cell, width in zip(row, widths, strict=False)]
    return [cell + " " * (width - cells(cell)) for cell, width in zip(shown, widths, strict=True)]
