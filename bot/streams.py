"""Standard input, output and error, made fit for any text."""

import logging
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from bot.characters import one_line, shown
from bot.settings import LogLevel

_ROOMS = ("bot", "index", "corpus")
_ERROR = 200


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
    """Sends logs to standard error: this project's from `level` on, other libraries' only if they are errors, each
    in a line; the trace of what a library met, such as a connection that broke, is for `debug`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Harmless("%(levelname)s %(name)s: %(message)s"))
    if level is not LogLevel.DEBUG:
        handler.addFilter(_in_a_line)
    logging.basicConfig(handlers=[handler], level=logging.ERROR)
    for room in _ROOMS:
        logging.getLogger(room).setLevel(level.upper())


def _in_a_line(record: logging.LogRecord) -> bool:
    """Puts an error that a library logs into the message, in place of its trace."""
    if record.name.split(".")[0] not in _ROOMS and record.exc_info and (error := record.exc_info[1]):
        record.msg = f"{record.getMessage()} ({type(error).__name__}: {one_line(str(error), _ERROR)})"
        record.args, record.exc_info, record.exc_text = None, None, None
    return True


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
