"""Reads the settings, and says in a sentence what is wrong with them."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from dotenv.parser import parse_stream
from pydantic import ValidationError

from bot.settings import PREFIX, TOKEN, Settings, variable, variables

ENV_FILE = ".env"
_ENV_FILE_BYTES = 1_000_000


def readable_settings(**given: Any) -> tuple[Settings, list[str]]:
    """Reads what can be read: a setting that is wrong keeps its default, and a sentence says what is."""
    names, mistakes = _names_in_file(Path(ENV_FILE))
    from_file: dict[str, Any] = {"_env_file": Path(ENV_FILE) if names else None}
    mistakes += unknown_names([*os.environ, *names])
    try:
        return Settings(**from_file, **given), mistakes
    except ValidationError as error:
        wrong = list(dict.fromkeys(str(e["loc"][0]).lower() for e in error.errors(include_input=False)))
        defaults = {f: Settings.model_fields[f].get_default(call_default_factory=True) for f in wrong}
        mistakes += [_mistake(field, field in given) for field in wrong]
        return Settings(**{**from_file, **given, **defaults}), mistakes


def _mistake(field: str, on_command_line: bool) -> str:
    """What to mend. It never repeats the value, which may be secret."""
    should = Settings.model_fields[field].description
    if on_command_line:
        return f"--{field} can't be used: it must be {should}"
    return f"{variable(field)} can't be used, mend it or unset it: it must be {should}"


def unknown_names(names: Iterable[str]) -> list[str]:
    """Returns a sentence for each name that looks like a setting of this project and is none."""
    known = list(variables())
    ours = dict.fromkeys(name for name in names if name.upper().startswith(PREFIX))
    return [_unknown(name, known) for name in ours if name.upper() not in known]


def _unknown(name: str, known: list[str]) -> str:
    nearest = get_close_matches(name.upper()[:100], [n for n in known if n != TOKEN], n=1, cutoff=0.7)
    mend = f"did you mean {nearest[0]}?" if nearest else "unset it; the settings are listed in the README"
    return f"there is no setting {name[:100]}: {mend}"


def _names_in_file(path: Path) -> tuple[list[str], list[str]]:
    """Returns the names that the file sets, and a sentence if it can't be read."""
    if not path.is_file():  # a folder of that name is a virtual environment
        return [], []
    try:
        with path.open("rb") as file:
            raw = file.read(_ENV_FILE_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        return [], [
            f"{ENV_FILE} in this folder can't be read ({error.strerror}): mend its permissions or move it"
        ]
    except UnicodeDecodeError:
        return [], [f"{ENV_FILE} in this folder is not UTF-8 text: save it as UTF-8"]
    if len(raw) > _ENV_FILE_BYTES:
        return [], [f"{ENV_FILE} in this folder is larger than 1 MB: that is no file of settings, move it"]
    bindings = list(parse_stream(StringIO(text)))
    broken = [b.original.line for b in bindings if b.error]
    if broken:
        return [], [
            f"{ENV_FILE} line {broken[0]} can't be read: write NAME=value, with quotes round odd characters"
        ]
    return [b.key for b in bindings if b.key], []
