"""Discord's markup, as much of it as the bot writes, as HTML."""

import html
import re

_TOKEN = re.compile(
    r"\\(?P<sign>[^0-9A-Za-z\s])|\[(?P<label>[^\[\]]+)\]\((?P<address>[^()\s]+)\)|\*\*(?P<bold>(?:\\.|[^*\\])+)\*\*",
    re.DOTALL,
)


def markup_html(text: str) -> str:
    """Returns a text with its lines, lists, small print, links and bold words."""
    return "".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    for start, name in (("-# ", "small"), ("- ", "item")):
        if line.startswith(start):
            return f'<div class="{name}">{_inline(line[len(start) :])}</div>'
    return f'<div class="line">{_inline(line) or "&nbsp;"}</div>'


def _inline(text: str) -> str:
    found, place = [], 0
    for match in _TOKEN.finditer(text):
        found += [html.escape(text[place : match.start()]), _token(match)]
        place = match.end()
    return "".join([*found, html.escape(text[place:])])


def _token(match: re.Match[str]) -> str:
    if match["sign"]:
        return html.escape(match["sign"])
    if match["bold"]:
        return f"<b>{_inline(match['bold'])}</b>"
    return f'<a href="{html.escape(match["address"])}">{_inline(match["label"])}</a>'
