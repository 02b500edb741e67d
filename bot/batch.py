"""Reads questions from JSON Lines, one at a time, in bounded memory."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NoReturn, TypeGuard

LINE_BYTES = 1_000_000
Id = str | int | float


@dataclass(frozen=True, slots=True)
class Asked:
    """A line's question as it stands there, and the id that its answer repeats."""

    id: Id
    question: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that can't be read; `number` counts from 1."""

    number: int
    reason: str


def read_batch(file: BinaryIO) -> Iterator[Asked | BadLine]:
    """Yields a file's questions and the lines that hold none; empty lines are passed over."""
    for number, raw in enumerate(_lines(file), 1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if line.strip():
            found = _read(line)
            yield BadLine(number, found) if isinstance(found, str) else found


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yields lines, of which one that is too long keeps only a little more than is allowed."""
    while line := file.readline(LINE_BYTES + 1):
        yield line
        while len(line) > LINE_BYTES and not line.endswith(b"\n"):
            line = file.readline(LINE_BYTES + 1)


def _read(line: bytes) -> Asked | str:
    """Returns the question, or why there is none."""
    if len(line) > LINE_BYTES:
        return "it is longer than 1 MB"
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError:
        return "it is not UTF-8"
    except (ValueError, RecursionError):
        return "it is not JSON"
    if not isinstance(value, dict):
        return "it is not a JSON object"
    asker_id, question = value.get("id"), value.get("question")
    if not _is_id(asker_id):
        return 'it needs an "id" that is a string or a number'
    if not isinstance(question, str):
        return 'it needs a "question" that is a string'
    return Asked(asker_id, question)


def _is_id(value: object) -> TypeGuard[Id]:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    return not isinstance(value, float) or math.isfinite(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
