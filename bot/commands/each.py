"""Answers the questions of a batch one by one."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bot.batch import Asked, BadLine, read_batch
from bot.streams import say
from bot.types import BatchUnreadable


@contextmanager
def batch_file(path: Path | None) -> Iterator[BinaryIO | None]:
    """Opens a batch, if there is one; "-" is standard input. Raises BatchUnreadable."""
    if path is None:
        yield None
    elif str(path) == "-":
        yield sys.stdin.buffer
    else:
        with _file(path) as file:
            yield file


def for_each(batch: BinaryIO, answer: Callable[[Asked], None]) -> int:
    """Answers each line in its order; returns 1 if any could not be read, else 0."""
    status = 0
    for line in read_batch(batch):
        if isinstance(line, BadLine):
            say(f"line {line.number} can't be read: {line.reason}")
            status = 1
        else:
            answer(line)
    return status


def _file(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise BatchUnreadable(
            f"the batch file {path} can't be read ({error.strerror}): check --batch"
        ) from error
