"""Families that no file knows, made of what an article or the index says of them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.names.family import Family, Trust, Vocabulary
from corpus.names.folding import folded
from corpus.names.lexicon import Lexicon, own_word, vocabulary
from corpus.names.place import squeezed
from corpus.names.types import Model

_USUAL_CODES = "KMRVX"  # letters that versions often carry in front


def plain_family(name: str, lexicon: Lexicon, *, join: str = " ", words: Iterable[str] = ()) -> Family:
    """Returns a family that no file knows; `words` are variants that it has without a number, or that no list
    has."""
    words = tuple(words)
    return Family(
        name,
        None,
        (),
        vocabulary(own_word(word, lexicon.common) for word in words),
        lexicon.common,
        join=join,
        then=join or "-",
        codes=_USUAL_CODES,
        trust=Trust.SHY,
        foreign=lexicon.foreign,
        known=False,
    )


def families_of(
    models: Iterable[Model], lexicon: Lexicon, also: Callable[[str], str] | None = None
) -> list[Family]:
    """Returns the families of models that no file knows, as their names are written; `also` returns another
    way of writing a name."""
    names: dict[str, list[str]] = {}
    for model in models:
        names.setdefault(model.family, []).append(model.name.removeprefix(model.family))
    families = []
    for family, tails in names.items():
        joint = next((t[:1] if t[:1] in {" ", "-"} else "" for t in tails if re.search(r"\d", t)), " ")
        words = {word for tail in tails for word in _own_words(tail, lexicon.common)}
        made = plain_family(family, lexicon, join=joint, words=sorted(words))
        alias = also(family) if also else family
        families.append(made if alias in names else replace(made, aliases=(alias,)))
    return families


def _own_words(tail: str, common: Vocabulary) -> list[str]:
    """The words behind a family's name that no list has, or that stand there before or without a number."""
    number = re.search(r"\d", tail)
    ahead = number.start() if number else len(tail)
    words = re.finditer(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{2,14}(?![A-Za-z\d])", tail)
    return [w[0] for w in words if w.start() < ahead or squeezed(folded(w[0])) not in common.words]
