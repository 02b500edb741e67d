"""Cuts a row whose cells ran together, by what is known of names and by which values are plausible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts.tables.headers import Column, Kind
from corpus.facts.tables.joined.pieces import Piece, pieces
from corpus.facts.types import Attribute

CLEAR = 1.0  # by how much the best way must be better than the next that states anything else
_LEAST = -1.0  # a name that stands nowhere else is not the worse for it
_MOST_WAYS = 4_000
_LONGEST = 400  # characters of a row


@dataclass(frozen=True, slots=True)
class NamePiece:
    """A way to read the name at the beginning of a row: ``text[start:end]`` is the model `key`."""

    start: int
    end: int
    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Split:
    """A row cut into cells, ``text[cuts[i]:cuts[i + 1]]`` being the one of column i; `states` is what it comes
    to, so that ways that differ in nothing that counts are one."""

    cuts: tuple[int, ...]
    score: float
    states: tuple[object, ...]


def best_split(
    text: str,
    columns: Sequence[Column],
    model: int,
    found: Sequence[NamePiece],
    spaced: bool = False,
    whole: Sequence[tuple[int, int]] = (),
) -> Split | None:
    """Returns the clearly best way to cut a row, None where there is none, or no clear one. `spaced` says that
    blanks stand between the cells; what stands in a span of `whole` is not cut."""
    if len(text) > _LONGEST:
        return None
    ways: list[Split] = []
    for name in found:
        for split in _ways(text, columns, model, name, spaced):
            ways.append(split)
            if len(ways) > _MOST_WAYS:
                return None
    ways = [way for way in ways if not any(a < cut < b for cut in way.cuts for a, b in whole)]
    ways.sort(key=lambda way: way.score, reverse=True)
    if not ways or ways[0].score < _LEAST:
        return None
    rival = next((way for way in ways if way.states != ways[0].states), None)
    clear = CLEAR if ways[0].score >= 0 else 2 * CLEAR
    return ways[0] if rival is None or ways[0].score - rival.score >= clear else None


def _ways(text: str, columns: Sequence[Column], model: int, name: NamePiece, spaced: bool) -> Iterator[Split]:
    """Yields the ways to cut what stands behind a name; what stands before it is the column before it."""
    before = (0,) if model else ()
    for chain in _chains(text, name.end, columns[model + 1 :], spaced):
        cuts = (*before, name.start, name.end, *(piece.end for piece in chain))
        if text[cuts[-1] :].strip():
            continue
        score = name.score + sum(piece.score for piece in chain) + related(columns[model + 1 :], chain)
        ends = [name.end, *(piece.end for piece in chain)]
        states = tuple(
            piece.number if piece.number is not None else text[start:end].strip()
            for piece, start, end in zip(chain, ends, ends[1:], strict=False)
        )
        yield Split(cuts, score, (name.key, *states))


def _chains(text: str, at: int, columns: Sequence[Column], spaced: bool) -> Iterator[tuple[Piece, ...]]:
    """Yields all chains of pieces, one for each column; a chain that can't reach the end is given up early."""
    if not columns:
        yield ()
        return
    for piece in pieces(text, at, columns[0], spaced):
        if piece.score <= -4 or (len(columns) == 1 and text[piece.end :].strip()):
            continue
        for rest in _chains(text, piece.end, columns[1:], spaced):
            yield (piece, *rest)


def related(columns: Sequence[Column], chain: Sequence[Piece]) -> float:
    """Scores what the values of a row say together: active parameters are fewer than all, output costs more
    than input but not a hundred times as much, and no output is longer than the context."""
    values = {
        column.attributes[0]: piece.number
        for column, piece in zip(columns, chain, strict=True)
        if column.kind in (Kind.STATED, Kind.FLOW) and column.attributes and piece.number is not None
    }
    return (
        _fewer(values.get(Attribute.PARAMETERS_ACTIVE), values.get(Attribute.PARAMETERS_TOTAL))
        + _fewer(values.get(Attribute.OUTPUT_LIMIT), values.get(Attribute.CONTEXT_WINDOW))
        + _ratio(values.get(Attribute.PRICE_INPUT), values.get(Attribute.PRICE_OUTPUT))
    )


def _fewer(part: float | None, whole: float | None) -> float:
    if part is None or whole is None:
        return 0.0
    return 0.5 if part <= whole else -4.0


def _ratio(price_in: float | None, price_out: float | None) -> float:
    if not price_in or not price_out:
        return 0.0
    ratio = price_out / price_in
    if 2 <= ratio <= 10:
        return 1.5
    if 1 <= ratio < 2:
        return 0.8
    return 0.0 if 10 < ratio <= 16 else -2.0
