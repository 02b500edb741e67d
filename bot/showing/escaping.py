"""Makes any text safe in a message of Discord's: it is read as it was written, and acts in no way.

Discord takes a backslash before any ASCII sign as "this sign as it is", so a sign that could begin markup, a mention,
an emoji, a date or a link gets one. Signs that only act in company are left alone when they stand alone, so that
names and numbers stay as people type them.
"""

import re

from bot.characters import one_line
from bot.showing.measures import units
from bot.widths import graphemes

_SIGNS = re.compile(
    r"""
      [\\`*_<>\#@]
    | ~(?=~) | (?<=~)~
    | \|(?=\|) | (?<=\|)\|
    | \[(?!\d{1,5}\])            # "[1]" is a citation's number
    | (?<=\])\(
    | :(?=//)                    # addresses
    | :(?=[\w+~-]{1,64}:)        # ":tada:"
    """,
    re.VERBOSE,
)
_INVITE = re.compile(r"(discord[\w.]*)/", re.IGNORECASE)  # Discord makes these links without a scheme, too
_EVERYONE = re.compile("@(?=everyone|here)", re.IGNORECASE)  # a mention even behind a backslash: "＠" is none
_LIST = re.compile(r"^([-+]|\d{1,9}(?=[.)]))(?=[.)]?(?:\s|$))")
# Joiners belong between Persian or Indian letters and between emoji; beside these they only hide.
_HIDING = re.compile(
    "[\u200c\u200d](?![^\x00-\x7f\u3000-\u9fff])|(?<![^\x00-\x7f\u3000-\u9fff])[\u200c\u200d]"
)
_RAW = 20_000  # characters of one text that are looked at; more is never shown
_MARKS = 8  # characters of one grapheme; more of them pile up over the lines above


def escaped(text: str, most: int | None = None) -> str:
    """Returns the text on one line, escaped; cut with an ellipsis after `most` units, counted before escaping."""
    return _escape(neutral(text, most))


def label(text: str, most: int) -> str:
    """Returns the same to stand in a link's brackets, which a backslash does not protect: it has none itself."""
    return _escape(neutral(text, most).replace("[", "(").replace("]", ")"))


def bold(markup: str) -> str:
    """Returns what is escaped already in bold; of nothing, nothing."""
    return f"**{markup}**" if markup else ""


def neutral(text: str, most: int | None = None) -> str:
    """Returns the text on one line without characters that hide, act or reorder; for places without markup."""
    line = _EVERYONE.sub("\uff20", _HIDING.sub("", one_line(text[:_RAW])))
    whole = graphemes(line)
    found = "".join(one[:_MARKS] for one in whole) if len(whole) < len(line) else line
    return found if most is None else cut(found, most)


def cut(text: str, most: int) -> str:
    """Returns the text in at most so many units, with an ellipsis where it was cut; no grapheme is torn."""
    if units(text) <= most:
        return text
    kept, used = [], 1  # the ellipsis
    for one in graphemes(text):
        used += units(one)
        if used > most:
            break
        kept.append(one)
    return "".join(kept).rstrip() + "…"


def unlisted(line: str) -> str:
    """Returns the line so that a number or a dash at its start begins no list."""
    return _LIST.sub(lambda m: m[1] + "\\" if m[1].isdigit() else "\\" + m[1], line)


def _escape(line: str) -> str:
    return unlisted(_INVITE.sub(r"\1\\/", _SIGNS.sub(lambda m: "\\" + m[0], line)))
