"""Finds a font that has the characters that are to be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from matplotlib import font_manager

_CHINESE = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei"),
    *(
        "WenQuanYi Zen Hei",
        "PingFang SC",
        "Hiragino Sans GB",
        "Microsoft YaHei",
        "SimHei",
        "Noto Sans CJK TC",
    ),
    *("Noto Sans CJK JP", "Droid Sans Fallback", "Arial Unicode MS", "Heiti SC", "Noto Serif CJK SC"),
)
_MARKS = ("CJK", "Han Sans", "Han Serif", "Hei", "Song", "Ming", "WenQuanYi", "Noto Sans SC", "Noto Sans TC")
_BOX = "\u25a1"
LATIN = "DejaVu Sans"  # which matplotlib brings


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families to draw with, in the order in which they are looked into; `lacking` are the characters that
    none of them has."""

    families: tuple[str, ...]
    lacking: frozenset[str]

    def drawable(self, text: str) -> str:
        """Returns the text with an empty box for each character that can't be drawn."""
        return "".join(_BOX if c in self.lacking or not c.isprintable() else c for c in text)


def fonts_for(texts: Iterable[str]) -> Fonts:
    """Returns the font that matplotlib brings, and where that is not enough the one that has the most of the
    rest; a font is judged by the characters that it has, not by its name."""
    needed = {character for text in texts for character in text if character.isprintable()} - {" "}
    lacking = frozenset(needed - _characters(Path(font_manager.findfont(LATIN))))
    if not lacking:
        return Fonts((LATIN,), lacking)
    best = min(_likely(), key=lambda e: len(lacking - _characters(Path(e.fname))), default=None)
    left = lacking - _characters(Path(best.fname)) if best else lacking
    if best is None or left == lacking:
        return Fonts((LATIN,), lacking)
    return Fonts((LATIN, best.name), frozenset(left))


def _likely() -> list[font_manager.FontEntry]:
    """The fonts of this machine that may have Chinese characters, those that are known to first."""
    every = font_manager.fontManager.ttflist
    known = sorted((e for e in every if e.name in _CHINESE), key=lambda e: _CHINESE.index(e.name))
    others = [e for e in every if e.name not in _CHINESE and any(mark in e.name for mark in _MARKS)]
    return [entry for entry in (*known, *others) if Path(entry.fname).is_file()][:20]


def _characters(path: Path) -> set[str]:
    return set(map(chr, font_manager.get_font(str(path)).get_charmap()))
