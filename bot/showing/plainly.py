"""A page as text alone, for a channel that takes no panels."""

from collections.abc import Iterator

from bot.showing.breaking import packed
from bot.showing.escaping import bold, escaped
from bot.showing.measures import TEXT
from bot.showing.types import Page, Panel

_CUT = "…"


def plain_text(page: Page) -> str:
    """Returns what a page says in at most 2,000 units; what does not fit is left out from the end."""
    parts = [page.text, *("\n".join(_lines(panel)) for panel in page.panels)]
    lines = "\n\n".join(part for part in parts if part).split("\n")
    first, *others = packed(lines, TEXT - len(_CUT) - 1)
    return "\n".join([*first, _CUT] if others else first)


def _lines(panel: Panel) -> Iterator[str]:
    if panel.title:
        yield bold(panel.title)
    if panel.description:
        yield panel.description
    for field in panel.fields:
        yield f"{bold(field.name)}\n{field.value}"
    if panel.footer:
        yield f"-# {escaped(panel.footer)}"  # a panel's footer is no markup; a text is
