"""Keeps the prints of articles by the digest of their files, since taking one means reading the text."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from corpus.intake.duplicates import PERMUTATIONS, Print
from corpus.intake.storing import write_whole

_FORMAT = 2


def read_prints(path: Path) -> dict[str, Print]:
    """Reads what is kept; nothing where it is of another form or damaged: all can be taken again."""
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["format"] != _FORMAT:
            return {}
        return {digest: _print(one) for digest, one in found["prints"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_prints(path: Path, prints: Mapping[str, Print]) -> None:
    """Writes all, whole or not at all."""
    kept = {digest: [one.digest, _packed(one.marks)] for digest, one in prints.items()}
    write_whole(path, json.dumps({"format": _FORMAT, "prints": kept}).encode())


def _print(found: list[str]) -> Print:
    words, marks = found[0], _unpacked(found[1])
    if len(marks) != PERMUTATIONS:
        raise ValueError("marks of another length")
    return Print(words, marks)


def _packed(values: np.ndarray) -> str:
    return base64.b64encode(values.tobytes()).decode()


def _unpacked(text: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), np.uint32)
