"""When two names or values are the same: pure."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

from tests.evaluation.typed.types import Value

_NAMES = Path(__file__).with_name("names.json")
_BETWEEN = re.compile(r"[\s\-_\u2010-\u2015]+")
_LICENCE = re.compile(r"licen[cs]ed?|许可证|許可證|授權|协议|協議")
_SCALES = (1.0, 1.024, 1.024**2)  # "128K" is 128,000 to one and 131,072 to another
_NEAR = 0.005
_COUNTS_TOKENS = {"context_window", "input_limit", "output_limit"}
DATES = {"released", "knowledge_cutoff"}


def fold(text: str) -> str:
    """A text as it is compared: without white space and hyphens, whatever the case or width of letters."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def folded_model(name: str) -> str:
    """A model's name as it is compared: the same for the several names of one model."""
    folded = fold(name)
    return _main_names().get(folded, folded)


@cache
def _main_names() -> dict[str, str]:
    groups = json.loads(_NAMES.read_text("utf-8"))
    return {fold(name): fold(group[0]) for group in groups for name in group}


def alternatives(text: str) -> list[str]:
    """What stands between "|" in a text."""
    return text.split("|")


def same_value(wanted: Value, found: object, attribute: str | None) -> bool:
    """Says whether a row's value is the one that is wanted."""
    if isinstance(wanted, bool):
        return found is wanted
    if isinstance(wanted, int | float):
        return _is_number(found) and same_number(float(wanted), float(str(found)), attribute)
    if isinstance(wanted, list):
        whole = fold(str(found))
        return all(any(fold(one) in whole for one in alternatives(part)) for part in wanted)
    if attribute in DATES:
        return any(str(found).startswith(one) for one in alternatives(wanted))
    return any(_same_text(one, str(found), attribute) for one in alternatives(wanted))


def same_number(wanted: float, found: float, attribute: str | None) -> bool:
    """Says whether two numbers are within 0.5 % of each other; numbers of tokens in K or in Ki."""
    scales = _SCALES if attribute in _COUNTS_TOKENS else _SCALES[:1]
    low, high = sorted((wanted, found))
    return any(abs(low * scale - high) <= _NEAR * abs(high) for scale in scales)


def _is_number(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool)


def _same_text(wanted: str, found: str, attribute: str | None) -> bool:
    if attribute == "developer":  # "Alibaba DAMO Academy" is Alibaba
        return fold(wanted) in fold(found)
    return _LICENCE.sub("", fold(wanted)) == _LICENCE.sub("", fold(found))
