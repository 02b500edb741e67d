"""Blocks measured, and cut where they are too long to be one passage with their like."""

from collections.abc import Iterable, Iterator
from itertools import islice

from corpus.structure.types import Block, Kind
from index.splitting.dividing import Ruler, divide
from index.splitting.types import Piece

_BATCH = 256


def pieces(ruler: Ruler, blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yields the blocks as pieces in order.

    A paragraph is cut into even parts at sentence ends when it is half as long again as aimed at; a
    heading, item, row or piece of code only when it could be no passage at all.
    """
    rest = iter(blocks)
    while batch := list(islice(rest, _BATCH)):
        sizes = ruler.measure([(block.start, block.end) for block in batch])
        for block, tokens in zip(batch, sizes, strict=True):
            yield from _cut(ruler, block, tokens)


def _cut(ruler: Ruler, block: Block, tokens: int) -> Iterator[Piece]:
    limits = ruler.limits
    longest = min(limits.text, limits.target * 3 // 2) if block.kind is Kind.PROSE else limits.text
    if tokens <= longest:
        yield Piece(block.start, block.end, tokens, block)
        return
    parts = -(-tokens // limits.target)
    for start, end, size in divide(ruler, (block.start, block.end), -(-tokens // parts)):
        yield Piece(start, end, size, block)
