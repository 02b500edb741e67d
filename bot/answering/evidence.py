"""How far each sentence of a passage speaks of what a question is about: pure, but for the tokens given."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.units import Unit
from corpus.structure import sentences
from index.text import Terms, fold, is_unspaced
from index.types import Hit, Tokens

UNRELATED, RELATED = 0.33, 0.70  # cosines of a question's token with a passage's, and what they say
ELSEWHERE = 0.75  # what a word of the question counts that is in the passage but not in the sentence
_LINK = re.compile(r"https?://\S+")
SHAPES = {
    "money": re.compile(r"[$￥¥€£]\s*\d|\d[^。.\n]{0,12}?(?:元|円|원|dollars?|usd|cny|rmb|euros?)"),
    "score": re.compile(r"\d\s*%|\d\.\d"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage, held against a question.

    `spans` are its sentences in code points of the passage; `support` float32 [units, sentences] from 0
    (not spoken of) to 1; `around` float32 [units] the same for the passage with its headings.
    """

    hit: Hit
    spans: tuple[tuple[int, int], ...]
    support: np.ndarray
    around: np.ndarray


def weigh(
    hit: Hit,
    tokens: Tokens,
    question: Tokens,
    units: Sequence[Unit],
    terms: Terms,
    shapes: Mapping[str, str],
) -> Evidence:
    """Holds a passage, whose embedded text has these tokens, against a question's units."""
    passage = hit.passage
    offset = len(passage.embedded) - len(passage.text)
    spans = tuple((a, b) for a, b in sentences(passage.text) if _says_something(passage.text[a:b]))
    likeness = question.vectors @ tokens.vectors.T if len(tokens.ids) else np.zeros((len(question.ids), 1))
    starts = tokens.spans[:, 0] if len(tokens.ids) else np.zeros(1)
    ends = tokens.spans[:, 1] if len(tokens.ids) else np.zeros(1)
    columns = [(starts < b + offset) & (ends > a + offset) for a, b in spans]
    support = np.zeros((len(units), len(spans)), np.float32)
    for place, (column, (a, b)) in enumerate(zip(columns, spans, strict=True)):
        best = likeness[:, column].max(axis=1) if column.any() else np.zeros(len(question.ids))
        support[:, place] = _supports(units, best, passage.text[a:b], terms, shapes)
    around = _supports(units, likeness.max(axis=1), passage.embedded, terms, shapes)
    return Evidence(hit, spans, support, around)


def _says_something(sentence: str) -> bool:
    """Says whether a sentence is more than marks, and more than a label with a link."""
    bare = _LINK.sub("", sentence)
    return sum(c.isalnum() for c in bare) > (12 if bare != sentence else 0)


def weigh_alone(
    text: str,
    tokens: Tokens,
    question: Tokens,
    units: Sequence[Unit],
    terms: Terms,
    shapes: Mapping[str, str],
) -> np.ndarray:
    """Returns float32 [units]: how far a text by itself speaks of each unit."""
    likeness = question.vectors @ tokens.vectors.T if len(tokens.ids) else np.zeros((len(question.ids), 1))
    return _supports(units, likeness.max(axis=1), text, terms, shapes)


def _supports(
    units: Sequence[Unit], best: np.ndarray, text: str, terms: Terms, shapes: Mapping[str, str]
) -> np.ndarray:
    """How far a text speaks of each unit, given each token's best likeness to a token of it."""
    folded = fold(text)
    present = set(terms(text))
    soft = np.clip((best - UNRELATED) / (RELATED - UNRELATED), 0, 1)
    values = np.zeros(len(units), np.float32)
    for number, unit in enumerate(units):
        value = float(soft[list(unit.tokens)].mean())
        if _is_written(unit, folded, present, terms):
            value = max(value, 0.9)
        if unit.after:
            value = 1.0 if _is_version_of(unit, folded, terms) else min(value, 0.3)
        if unit.concept and (unit.concept in present or _has_shape(unit.concept, folded, shapes)):
            value = 1.0
        elif unit.asked:
            value = min(value, 0.5)
        values[number] = value
    return values


def _is_version_of(unit: Unit, folded: str, terms: Terms) -> bool:
    """Says whether the text has the version number beside its name: "Opus 4.6", but also "4.6 Opus"."""
    assert unit.after is not None
    forms = terms.spellings(unit.after.known) if unit.after.known else [unit.after.text]
    name = "|".join(map(re.escape, forms))
    number = rf"(?<![\d.]){re.escape(unit.text)}(?![\d]|\.\d)"
    return (
        re.search(rf"(?:{name})[\s\-_*]{{0,3}}{number}|{number}[\s\-_*]{{0,3}}(?:{name})", folded) is not None
    )


def _has_shape(concept: str, folded: str, shapes: Mapping[str, str]) -> bool:
    shape = shapes.get(concept)
    return shape is not None and SHAPES[shape].search(folded) is not None


def _is_written(unit: Unit, folded: str, present: set[str], terms: Terms) -> bool:
    if unit.known:
        return unit.known in present
    if is_unspaced(unit.text):
        return unit.text in folded
    wanted = terms(unit.text)
    return bool(wanted) and (wanted[0] in present or all(t in present for t in wanted))
