"""Leaves out of a text that was taken out of a document what is no text: marks that act, and letters nobody sees."""

import re

# Unicode's tags (U+E0000 and on) spell words that no screen shows.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]")


def cleaned(text: str) -> str:
    """Returns the text with line ends made "\\n", one of them at its end and none at its beginning."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ODD.sub("", plain).strip("\n") + "\n"


def on_one_line(text: str) -> str:
    """Returns the text with a blank for each of these marks, and for each line end."""
    return _ODD.sub(" ", text).replace("\n", " ")
