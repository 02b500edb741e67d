"""Joins pieces to passages of the size aimed at, along the structure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from corpus.structure.types import Header, Kind, Path
from index.splitting.types import Draft, Limits, Piece


def drafts(pieces: Iterable[Piece], limits: Limits) -> Iterator[Draft]:
    """Yields the passages to be, in order: pieces of one section joined, then small neighbours merged."""
    return _merged(_marked(packs(pieces, limits)), limits)


@dataclass(slots=True)
class _Held:
    """The pieces of the passage under way. `leading`: they are all headings and the like."""

    pieces: list[Piece]
    tokens: int = 0
    leading: bool = True

    def take(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.tokens += piece.tokens
        self.leading = self.leading and piece.leads

    def cut(self, at: int) -> list[Piece]:
        """Returns the first pieces and keeps the others."""
        first, rest = self.pieces[:at], self.pieces[at:]
        self.pieces, self.tokens, self.leading = [], 0, True
        for piece in rest:
            self.take(piece)
        return first


def packs(pieces: Iterable[Piece], limits: Limits) -> Iterator[list[Piece]]:
    """Yields runs of pieces that fit together: one section, up to the target.

    Headings, table headers and announcements go with what follows them.
    """
    held = _Held([])
    for piece in pieces:
        while held.pieces and not _fits(held, piece, limits):
            yield held.cut(_seam(held.pieces, piece, limits))
        held.take(piece)
    if held.pieces:
        yield held.pieces


def _fits(held: _Held, piece: Piece, limits: Limits) -> bool:
    if piece.end - held.pieces[0].start > limits.characters:
        return False
    together = held.tokens + piece.tokens
    if held.leading:
        return together <= (limits.target if piece.leads else limits.text)
    return piece.block.path == held.pieces[-1].block.path and together <= limits.target


def _seam(held: list[Piece], piece: Piece, limits: Limits) -> int:
    """Returns how many of the held pieces make the passage; the others go with the next piece.

    A list or table that would be parted goes over whole, if that leaves a passage worth having.
    """
    if piece.block.path != held[-1].block.path:
        return len(held)
    cut = sum(1 for _ in takewhile(lambda kept: kept.block.group != piece.block.group, held))
    if sum(kept.tokens for kept in held[:cut]) < limits.target // 3:
        cut = len(held)
    return _before_leads(held, cut) or _before_leads(held, len(held)) or len(held)


def _before_leads(held: list[Piece], cut: int) -> int:
    while cut > 0 and held[cut - 1].leads:
        cut -= 1
    return cut


def _marked(packed: Iterable[list[Piece]]) -> Iterator[Draft]:
    """Notes which passages hold the whole of their section."""
    before: Path | None = None
    held: list[Piece] = []
    for pack in packed:
        if held:
            yield _draft(held, before, _path(pack))
            before = _path(held)
        held = pack
    if held:
        yield _draft(held, before, None)


def _draft(pack: list[Piece], before: Path | None, after: Path | None) -> Draft:
    path, start = _path(pack), pack[0].start
    return Draft(
        start=start,
        end=pack[-1].end,
        tokens=sum(piece.tokens for piece in pack),
        path=path,
        header=_missing_header(pack[0], start),
        whole=path not in (before, after),
    )


def _path(pack: list[Piece]) -> Path:
    """The headings that hold for all of it; headings without text of their own count only among themselves."""
    content = [piece.block.path for piece in pack if piece.block.kind is not Kind.HEADING]
    return _common(content or [piece.block.path for piece in pack])


def _common(paths: list[Path]) -> Path:
    first, last = min(paths), max(paths)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return tuple(title for title, _ in same)


def _missing_header(piece: Piece, start: int) -> Header | None:
    header = piece.block.header
    return header if header is not None and header.start < start else None


def _merged(found: Iterable[Draft], limits: Limits) -> Iterator[Draft]:
    held: Draft | None = None
    for draft in found:
        if held is not None and (_is_leftover(held, draft, limits) or _are_tiny(held, draft, limits)):
            held = _joined(held, draft)
            continue
        if held is not None:
            yield held
        held = draft
    if held is not None:
        yield held


def _is_leftover(held: Draft, draft: Draft, limits: Limits) -> bool:
    """A scrap of a section joins its neighbour, even if that makes it a little larger than aimed at."""
    small = min(held.tokens, draft.tokens) <= limits.target // 4
    return held.path == draft.path and small and _room(held, draft, limits.target * 7 // 5, limits)


def _are_tiny(held: Draft, draft: Draft, limits: Limits) -> bool:
    """Whole sections of a few lines under one heading, or below the text of that heading, join."""
    if not (held.whole and draft.whole) or draft.tokens > limits.target // 3:
        return False
    parent = draft.path[:-1]
    return parent in (held.path, held.path[:-1]) and _room(held, draft, limits.target, limits)


def _room(held: Draft, draft: Draft, most: int, limits: Limits) -> bool:
    together = held.tokens + draft.tokens
    return together <= min(most, limits.text) and draft.end - held.start <= limits.characters


def _joined(held: Draft, draft: Draft) -> Draft:
    return Draft(
        start=held.start,
        end=draft.end,
        tokens=held.tokens + draft.tokens,
        path=_common([held.path, draft.path]),
        header=held.header,
        whole=held.whole and draft.whole,
    )
