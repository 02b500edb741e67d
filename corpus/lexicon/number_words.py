"""The words of numbers, as patterns."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.lexicon.word_tree import first_of, word_tree

# Between a number and its unit: emphasis marks, at most two blanks, or the break of a wrapped line.
GAP = r"[*_`\x01]{0,20}(?: {0,2}[*_`\x01]{0,20}|\n(?=(?-i:[a-z])))"
_WITHIN = r"[ \n-]{1,2}"


@cache
def number_words() -> dict[str, Any]:
    """Returns corpus/lexicon/numbers.toml as it stands."""
    return tomllib.loads((files("corpus.lexicon") / "numbers.toml").read_text("utf-8"))


def words(table: str, *names: str) -> list[str]:
    """Returns the words in these lists of a table, all together, as folded text has them."""
    lexicon = number_words()
    simplified = str.maketrans(lexicon["traditional"], lexicon["simplified"])
    return [word.translate(simplified) for name in names for word in lexicon[table][name]]


def one_of(found: Iterable[str]) -> str:
    """Returns a pattern for any of these words, the longest that fits; Latin ones only whole, a space in
    them standing for any gap."""
    each = set(found)
    return f"(?:(?={first_of(each)}){word_tree(each, _WITHIN, whole='A-Za-z')})"
