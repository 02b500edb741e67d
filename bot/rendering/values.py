"""What a row says, in words."""

from collections.abc import Sequence

from bot.facts.phrases import phrases_for
from bot.types import Row
from corpus.facts.types import Status


def value_said(row: Row, language: str = "en") -> str:
    """Returns a row's value with what limits it and its citations: "1M tokens (Beta; preview) [1][2]"."""
    say = phrases_for(language)
    limits = [row.note] if row.note else []
    if row.status != Status.RELEASED:
        status = say.say("statuses", row.status)
        limits += [status] if row.shown != status else []
    inside = say.say("joints", "semicolon").join(limits)
    said = row.shown + (say.say("joints", "brackets", inside=inside) if limits else "")
    return f"{said} {marks(row.citations)}"


def attribute_said(attribute: str, benchmark: str | None, language: str = "en") -> str:
    """Returns an attribute's name; a benchmark's own where it is one."""
    return benchmark if benchmark else phrases_for(language).say("attributes", attribute)


def titled(attribute: str, benchmark: str | None, language: str = "en") -> str:
    """Returns the same to begin a line with."""
    name = attribute_said(attribute, benchmark, language)
    return name[:1].upper() + name[1:]


def marks(numbers: Sequence[int]) -> str:
    """Returns the numbers of citations as they stand in a text: "[1][2]"."""
    return "".join(f"[{number}]" for number in numbers)
