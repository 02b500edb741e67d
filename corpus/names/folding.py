"""Text made comparable without moving a single character, so that offsets stay true."""

import re

_HYPHENS = "_\u2010\u2011\u2012\u2013\u2212\ufe63"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"
_TABLE = (
    {ord("A") + i: ord("a") + i for i in range(26)}
    | {0xFF01 + i: ord(chr(0x21 + i).lower()) for i in range(94)}
    | {ord(c): ord("-") for c in _HYPHENS}
    | {ord(c): ord(" ") for c in _SPACES}
    | {ord("×"): ord("x"), ord("・"): ord("·"), ord("•"): ord("·"), ord("’"): ord("'")}
)
# a version's point in names of files: "MiniCPM4_1-8B"
_POINT = re.compile(r"(?<=[a-z-]\d)_(?=\d(?![\d_]))", re.IGNORECASE)


def folded(text: str) -> str:
    """Returns the text in lower case, half-width, with one kind of hyphen and of space; as long as it was."""
    return (_POINT.sub(".", text) if "_" in text else text).translate(_TABLE)


def is_latin(char: str) -> bool:
    """Whether a folded character is a letter or digit of a Latin name."""
    return char.isascii() and char.isalnum()
