"""Takes the marks of Markdown and HTML off a line, for titles and names; never for a text that is quoted."""

import html
import re

_PICTURE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,300})\](?:\([^)]{0,2000}\)|\[[^\]]{0,100}\])")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,1000}>")
_TEMPLATE = re.compile(r"\{[%{#][^{}]{0,300}[%}]\}|\{#[\w-]{1,100}\}")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)\*|\*(?!\w)")
_LEADING = re.compile(r"^\s*(?:(?:#{1,6}|>|[-*+•])\s+)+")
_LONGEST = 4000


def plain_line(line: str) -> str:
    """Returns the words of a line: pictures, tags and marks taken off, links as their text."""
    text = _PICTURE.sub("", line[:_LONGEST])
    text = _LINK.sub(r"\1", text)
    text = _TEMPLATE.sub("", _TAG.sub("", text))
    text = html.unescape(_MARKS.sub("", _LEADING.sub("", text)))
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split()).rstrip("#").strip()
