"""A header whose cells ran together: "ModelContext WindowInput ($/1M tokens)"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.facts.tables.headers import Column, Kind, read_column
from corpus.facts.tables.types import Cell
from corpus.facts.tables.units import without_units
from corpus.facts.tables.words import read_lexicon
from corpus.names import Names

LONGEST = 300  # characters of a header
_LONGEST_CELL = 40
_MOST_UNKNOWN = 4
_CASE = re.compile(r"(?<=[a-z0-9%)\]}?#])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[)\]])(?=\w)")
_BORDER = re.compile(
    r"(?<=[a-z0-9%)\]}?#])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[)\]])(?=\w)|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])(?=\S)"
    r"|(?<=\S)(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])|(?<=\S) (?=\S)"
)
_MODEL, _KNOWN, _UNKNOWN, _EACH = 6.0, 0.2, -1.5, -0.8  # a known word counts by its letters
_STATED = 0.3
_JOINT = re.compile(r"[/&+、]| and |和|与|與")
_FIRST = ("model", "name", "provider", "developer")
_NAMING = (Kind.MODEL, Kind.NAME)
_VALUED = (Kind.STATED, Kind.PRICE, Kind.FLOW, Kind.SCORE, Kind.DATE)


@dataclass(frozen=True, slots=True)
class JoinedHeader:
    """The cells of a header, what they say, and which of them names the models."""

    cells: tuple[Cell, ...]
    columns: tuple[Column, ...]
    model: int

    @property
    def spaced(self) -> bool:
        """Whether a blank stands between two cells."""
        return any(after.start > before.end for before, after in pairwise(self.cells))


@dataclass(frozen=True, slots=True)
class _Part:
    """The best way to cut a header up to a border: its columns, and how good it is."""

    score: float
    cuts: tuple[int, ...]
    columns: tuple[Column, ...]


def may_be_header(line: str) -> bool:
    """Whether a line begins with a word for models or their makers: cheap, to be asked of every line."""
    word = read_lexicon().columns.pattern.match(line[:LONGEST].lstrip("*_` "))
    if word is None:
        loose = re.match(r"(?:Model|Provider|Developer|Company)s?(?=[A-Z])", line)
        return loose is not None
    return read_lexicon().columns.group(word[0]) in _FIRST


def read_header(cell: Cell, names: Names, whole: bool = True) -> JoinedHeader | None:
    """Cuts a line into the cells of a header; None where it is no header of models and their attributes.
    Unless the `whole` line is one, rows may follow on the same line."""
    text = cell.text[:LONGEST]
    if whole and len(cell.text) > LONGEST:
        return None
    if whole and not _is_mostly_known(text):
        return None
    borders = [0, *dict.fromkeys(m.start() for m in _BORDER.finditer(text)), len(text)]
    best = _best_parts(text, sorted(set(borders)), names)
    if whole:
        return _header(cell, best.get(len(text)))
    ranked = sorted(((part.score, end) for end, part in best.items() if end), reverse=True)
    ends = [end for _, end in ranked[:6] if not _within_name(text, best[end], names)]
    return next((header for end in ends if (header := _header(cell, best[end]))), None)


def _within_name(text: str, part: _Part, names: Names) -> bool:
    """Whether the last column is the beginning of a name: "Open" of "OpenAI"."""
    start, end = part.cuts[-2:]
    return any(m.start == 0 and m.end > end - start for m in names.organisations(text[start:]))


def _is_mostly_known(text: str) -> bool:
    """Whether at least half of the letters belong to words of headers: cheap, to be asked before cutting."""
    letters = sum(c.isalnum() for c in text)
    rest = read_lexicon().columns.read(without_units(_CASE.sub(" ", text))).rest
    return letters > 0 and 2 * sum(c.isalnum() for c in rest) <= letters


def _best_parts(text: str, borders: list[int], names: Names) -> dict[int, _Part]:
    best = {0: _Part(0.0, (0,), ())}
    read: dict[str, Column] = {}
    for number, end in enumerate(borders[1:], start=1):
        for start in reversed(borders[:number]):
            if end - start > _LONGEST_CELL:
                break
            words = text[start:end].strip()
            if not words or start not in best:
                continue
            if words not in read:
                read[words] = read_column(words, names)
            part = _longer(best[start], words, end, read[words])
            if part is not None and (end not in best or part.score > best[end].score):
                best[end] = part
    return best


def _longer(part: _Part, words: str, end: int, column: Column) -> _Part | None:
    """Adds a column; none where it names the models, or states an attribute, that another already does."""
    if column.kind in _NAMING:
        if any(c.kind in _NAMING for c in part.columns):
            return None
        score = _MODEL + (column.kind is Kind.MODEL)
    elif len(column.attributes) > 1 and not _JOINT.search(without_units(words)):
        return None  # two columns, not one of two attributes
    elif column in part.columns and column.kind is not Kind.OTHER:
        return None
    elif column.kind is Kind.OTHER and not read_lexicon().columns.read(words).names_only("different"):
        score = _UNKNOWN
    else:
        score = _KNOWN * len(words) + (column.kind is Kind.STATED) * _STATED
    return _Part(part.score + score + _EACH, (*part.cuts, end), (*part.columns, column))


def _header(cell: Cell, part: _Part | None) -> JoinedHeader | None:
    if part is None or len(part.columns) < 2:
        return None
    kinds = [column.kind for column in part.columns]
    model = next((i for i, kind in enumerate(kinds) if kind in _NAMING), None)
    if model is None or model > 1 or kinds.count(Kind.OTHER) > _MOST_UNKNOWN:
        return None
    if not any(kind in _VALUED for kind in kinds) and not _tells_results(cell.text):
        return None
    cells = tuple(cell.cut(a, b) for a, b in pairwise(part.cuts))
    return JoinedHeader(cells, part.columns, model)


def _tells_results(text: str) -> bool:
    """Whether a column is of results that name their benchmarks themselves."""
    return (
        re.search(r"results?|scores?|成绩|成績|结果|結果|スコア|점수|결과", text, re.IGNORECASE) is not None
    )
