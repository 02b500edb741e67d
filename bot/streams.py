"""Standard input, output and error, made fit for any text."""

import logging
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from bot.characters import one_line, shown
from bot.settings import LogLevel


def make_streams_safe() -> None:
    """Makes all three UTF-8, whatever the locale; what can't be encoded or decoded is replaced. One that is
    closed leads nowhere, else the next file that is opened would take its place."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def say(message: str) -> None:
    """Tells a person something, on standard error."""
    print(f"modelscape: {one_line(message)}", file=sys.stderr, flush=True)


def is_terminal(stream: TextIO) -> bool:
    """Says whether a person sits at the other end."""
    return not stream.closed and stream.isatty()


def forget(*streams: TextIO) -> None:
    """Sends what is still to be written there nowhere: its reader is gone, or its disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if isinstance(stream, TextIOWrapper) and not stream.closed:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def set_up_logging(level: LogLevel) -> None:
    """Sends logs to standard error: this project's from `level` on, other libraries' only if they are errors."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Harmless("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.ERROR)
    for room in ("bot", "index", "corpus"):
        logging.getLogger(room).setLevel(level.upper())


class _Harmless(logging.Formatter):
    """What is logged may be taken from an article."""

    def format(self, record: logging.LogRecord) -> str:
        return shown(super().format(record))


def quiet_libraries() -> None:
    """Turns off the progress bars of libraries where nobody sees them, what ONNX Runtime (1.32) reports to
    its maker, and numpy's further threads, which cost a question 0.3 s of the processor as they wait beside
    the model's; they look when they are imported."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if not is_terminal(sys.stderr):
        os.environ.setdefault("TQDM_DISABLE", "1")
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
