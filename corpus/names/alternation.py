"""One regular expression for many words, which finds the longest of them and tries few at each place."""

import re
from collections.abc import Iterable

_SEPARATOR = re.compile(r"[ \-]+")
_Tree = dict[str, "_Tree"]


def spellings(phrase: str) -> set[str]:
    """Returns a folded phrase with its separators as spaces, as hyphens, and left out."""
    return {_SEPARATOR.sub(joint, phrase) for joint in (" ", "-", "")} | {phrase}


def alternation(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns an expression that matches the longest of the phrases. It begins with plain characters, so
    that a search skips at machine speed to where one may start; boundaries are the caller's to check."""
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for char in phrase:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return re.compile(_expression(tree) if tree else r"(?!)")


def _expression(tree: _Tree) -> str:
    branches = [re.escape(char) + _expression(rest) for char, rest in sorted(tree.items()) if char]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return whole + "?" if "" in tree else whole
