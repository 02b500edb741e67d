"""One expression for many words, as a tree of their beginnings: at each place few of them are tried."""

import re
from collections.abc import Iterable, Iterator

_Tree = dict[str, "_Tree"]


def word_tree(words: Iterable[str], gap: str = r"\ ", whole: str = "") -> str:
    """Returns an expression that matches the longest of the words that fits. `gap` is the expression for a
    space in them. `whole` are characters ("A-Za-z") none of which may stand before a word that begins with
    one of them, or behind one that ends with one."""
    tree: _Tree = {}
    inside = re.compile(f"[{whole}]" if whole else r"(?!)")
    for word in words:
        branch = tree
        for part in _parts(word, gap, inside):
            branch = branch.setdefault(part, {})
        branch[""] = {}
    return _expression(tree) if tree else r"(?!)"


def first_of(words: Iterable[str]) -> str:
    """Returns an expression for the characters that the words begin with; looking ahead for one passes over
    most places of a text at a glance."""
    characters = "".join(sorted({re.escape(word[0]) for word in words}))
    return f"[{characters}]" if characters else r"(?!)"


def _parts(word: str, gap: str, inside: re.Pattern[str]) -> Iterator[str]:
    if inside.match(word):
        yield f"(?<!{inside.pattern})"
    for character in word:
        yield gap if character == " " else re.escape(character)
    if inside.match(word[-1]):
        yield f"(?!{inside.pattern})"


def _expression(tree: _Tree) -> str:
    branches = [part + _expression(rest) for part, rest in sorted(tree.items(), key=_longer_first) if part]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return whole + "?" if "" in tree else whole


def _longer_first(branch: tuple[str, _Tree]) -> tuple[bool, str]:
    """What looks ahead ends a word, and one that goes on is longer."""
    return branch[0].startswith("(?"), branch[0]
