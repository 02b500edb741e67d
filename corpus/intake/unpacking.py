"""Unpacks what a server packed, never further than a bound."""

import zlib

from corpus.intake.types import NotFetched

_GZIP = 16 + zlib.MAX_WBITS


class Unpacker:
    """Takes the chunks of a body and returns what they hold. Raises NotFetched as soon as that is more than
    `most` bytes in all: a small archive can hold very much."""

    def __init__(self, encoding: str, most: int) -> None:
        name = encoding.strip().lower()
        if name not in {"", "identity", "gzip", "x-gzip"}:
            raise NotFetched(f"The server packs what it sends as {name[:40]!r}, which was not asked for.")
        self._packed = zlib.decompressobj(_GZIP) if name.endswith("gzip") else None
        self._most = most
        self._taken = 0

    def take(self, chunk: bytes) -> bytes:
        """Returns what the next chunk holds."""
        held = self._unpacked(chunk)
        self._taken += len(held)
        if self._taken > self._most:
            raise NotFetched(f"It is larger than {self._most // 1024**2} MB, the most that is taken in.")
        return held

    def _unpacked(self, chunk: bytes) -> bytes:
        if self._packed is None:
            return chunk
        try:
            return self._packed.decompress(chunk, self._most - self._taken + 1)
        except zlib.error as error:
            raise NotFetched("The server sent a damaged gzip archive.") from error
