"""Text made comparable without moving a single character, so that offsets stay true."""

import re

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_EVEN = (
    {chr(0xFF01 + i): chr(0x21 + i).lower() for i in range(94)}
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_SPACES, " ")
    | {"×": "x", "・": "·", "•": "·", "’": "'"}
)
_ODD = re.compile(f"[{re.escape(''.join(_EVEN))}]")
# For UTF-8: no byte of another character is one of ASCII. As a table of characters it takes five times as long.
_ASCII = bytes.maketrans(
    bytes(range(ord("A"), ord("Z") + 1)) + b"_\t", bytes(range(ord("a"), ord("z") + 1)) + b"- "
)
# a version's point in names of files: "MiniCPM4_1-8B"
_POINT = re.compile(r"(?<=[a-z-]\d)_(?=\d(?![\d_]))", re.IGNORECASE)


def folded(text: str) -> str:
    """Returns the text in lower case, half-width, with one kind of hyphen and of space; as long as it was."""
    whole = _POINT.sub(".", text) if "_" in text else text
    lower = whole.encode("utf-8", "surrogatepass").translate(_ASCII).decode("utf-8", "surrogatepass")
    return lower if lower.isascii() else _ODD.sub(lambda found: _EVEN[found[0]], lower)


def is_latin(char: str) -> bool:
    """Whether a folded character is a letter or digit of a Latin name."""
    return char.isascii() and char.isalnum()
