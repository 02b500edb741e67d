"""Characters that act on a terminal, a chat or a reader's eye, rather than being read."""

import re

# Bidirectional marks, embeddings, overrides and isolates: they make a line read otherwise than it is.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Joiners (U+200C, U+200D) are zero-width too, but Persian and emoji are written with them.
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_JOINERS = "\u200c\u200d"
_SURROGATES = "\ud800-\udfff"
_CONTROL = "\x00-\x1f\x7f-\x9f"
_LINE_ENDS = "\u2028\u2029"

_NOT_SHOWN = re.compile(f"[{_BIDI}{_INVISIBLE}]")
_NOT_ASKED = re.compile(f"[{_BIDI}{_INVISIBLE}{_JOINERS}]")
_ACTING = re.compile(f"[{_CONTROL}{_SURROGATES}]")
_SPACING = re.compile(rf"[\s{_CONTROL}{_LINE_ENDS}]+")
_ESCAPED = re.compile(f"[\x7f-\x9f{_LINE_ENDS}{_BIDI}{_INVISIBLE}{_SURROGATES}]")


def shown(text: str) -> str:
    """Returns the text fit for a terminal: lines stay, tabs are spaces, and what would act shows as "�"."""
    plain = text.replace("\r\n", "\n").replace("\t", "    ").replace("\u2028", "\n").replace("\u2029", "\n")
    return "\n".join(_ACTING.sub("\ufffd", _NOT_SHOWN.sub("", line)) for line in plain.split("\n"))


def one_line(text: str, most: int | None = None) -> str:
    """Returns the text fit for a terminal, on one line, cut with an ellipsis after `most` characters."""
    line = shown(" ".join(text.split()))
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def asked(text: str) -> str:
    """Returns the text with single spaces, and nothing in it that can't be seen or is half a character."""
    spaced = _SPACING.sub(" ", _NOT_ASKED.sub("", text))
    return re.sub(f"[{_SURROGATES}]", "\ufffd", spaced).strip()


def escaped(json_text: str) -> str:
    """Returns JSON that means the same and has nothing in it that acts, ends a line or can't be encoded."""
    return _ESCAPED.sub(lambda match: _escape(match.group()), json_text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
