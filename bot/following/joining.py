"""Names in a sentence, in the language of the sentence."""

import re
from collections.abc import Sequence

_CHINESE = re.compile("[\u3400-\u9fff]")
SEVERAL = range(2, 5)  # models that a question can well be about together


def is_chinese(text: str) -> bool:
    """Says whether a text has Chinese characters, as a follow-up in Chinese always has."""
    return bool(_CHINESE.search(text))


def joined(names: Sequence[str], chinese: bool, last: str = "and") -> str:
    """Returns "A, B and C", or "A、B 和 C"."""
    *others, final = names
    if not others:
        return final
    return f"{'、'.join(others)} 和 {final}" if chinese else f"{', '.join(others)} {last} {final}"
