"""The command line: `python -m bot`, also installed as `modelscape`."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import NoReturn

from bot.commands.parser import parse
from bot.streams import forget, is_terminal, make_streams_safe, quiet_libraries, say

DONE, FAILED, INTERRUPTED = 0, 1, 130


def main(opened: ExitStack, argv: Sequence[str] | None = None) -> int:
    """Runs a command and returns the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted. What it
    opened for reading stays open, and is put into `opened`."""
    make_streams_safe()
    quiet_libraries()
    try:
        arguments = parse(argv, is_terminal(sys.stdin))
        return _run(arguments, opened) if isinstance(arguments, Namespace) else arguments
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        forget(sys.stdout, sys.stderr)
        return DONE


def run_and_leave() -> NoReturn:
    """Runs a command and ends the process at once, closing nothing that was only read: freeing the
    tokenizer's 250,000 pieces one by one, which the system does in an instant, would take 0.2 s."""
    opened = ExitStack()
    status = main(opened)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def _run(arguments: Namespace, opened: ExitStack) -> int:
    # Deferred: it imports numpy, which looks then at what quiet_libraries has set.
    from bot.funnel import Failure, attempt

    status = attempt(lambda: _flushed(arguments, opened))
    if isinstance(status, Failure):
        _discard_unwritten()
        say(status.sentence)
        return FAILED
    return status


def _discard_unwritten() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        forget(sys.stdout)


def _flushed(arguments: Namespace, opened: ExitStack) -> int:
    # Deferred: `--help` and wrong usage must not wait for it.
    from bot.commands.dispatch import run

    status = run(arguments, opened)
    sys.stdout.flush()  # here, so that a full disk is reported
    return status


if __name__ == "__main__":
    run_and_leave()
