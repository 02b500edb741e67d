"""Pages as JSON and back, for what is kept between two presses of a button."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bot.showing.types import Field, Page, Panel


def pages_json(pages: Iterable[Page]) -> str:
    """Returns the pages as JSON, in ASCII."""
    return json.dumps([asdict(page) for page in pages], separators=(",", ":"))


def pages_from(text: str) -> tuple[Page, ...]:
    """Reads what `pages_json` wrote."""
    return tuple(_page(**page) for page in json.loads(text))


def _page(panels: list[dict[str, Any]], **rest: Any) -> Page:
    return Page(**rest, panels=tuple(_panel(**panel) for panel in panels))


def _panel(fields: list[dict[str, Any]], **rest: Any) -> Panel:
    return Panel(**rest, fields=tuple(Field(**field) for field in fields))
