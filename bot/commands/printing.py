"""Prints what a command found, as JSON or as text."""

import shutil
import sys

from bot.batch import Id
from bot.characters import one_line
from bot.rendering.as_json import Json, json_line
from bot.streams import is_terminal


def show_json(value: Json) -> None:
    """Prints an object on one line, at once."""
    print(json_line(value), file=sys.stdout, flush=True)


def show_text(text: str, above: str | None = None) -> None:
    """Prints text for a person, at once; one of several has a heading, and an empty line after it."""
    print(text if above is None else f"{above}\n{text}\n", file=sys.stdout, flush=True)


def heading(asker_id: Id | None) -> str | None:
    """Returns what stands above the reply to a question of a batch."""
    return None if asker_id is None else f"== {one_line(str(asker_id))} =="


def terminal_width() -> int | None:
    """Returns how many cells wide the terminal is that a table is printed on; None where it goes elsewhere."""
    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None
