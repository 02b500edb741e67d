"""Questions that a person types, one after the other."""

import sys
from collections.abc import Callable, Iterable, Iterator

from bot.funnel import KNOWN
from bot.streams import is_terminal, say

PROMPT = "? "


def converse(questions: Iterable[str], ask: Callable[[str], None]) -> None:
    """Asks each question; one that fails does not end the conversation."""
    for question in questions:
        try:
            ask(question)
        except KNOWN as error:
            say(str(error))


def typed_questions() -> Iterator[str]:
    """Yields what is typed on the terminal until an empty line or its end."""
    read = _with_editing() if is_terminal(sys.stdout) else _plainly
    while True:
        try:
            line = read()
        except EOFError:
            print(file=sys.stderr)
            return
        if not line.strip():
            return
        yield line


def _with_editing() -> Callable[[], str]:
    # Deferred: only a conversation needs it, and some platforms have none.
    try:
        import readline  # noqa: F401
    except ImportError:
        return _plainly
    return lambda: input(PROMPT)


def _plainly() -> str:
    """Reads a line with the prompt on standard error, which leaves standard output to the answers."""
    print(PROMPT, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line
