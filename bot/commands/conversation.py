"""Questions that a person types, one after the other."""

import sys
from collections.abc import Callable, Iterable, Iterator

from bot.characters import one_line
from bot.following.followed import followed
from bot.following.memory import Memory
from bot.following.types import exchanged
from bot.funnel import KNOWN
from bot.streams import is_terminal, say
from bot.types import Answer, Refusal
from corpus.names import Names

PROMPT = "? "
_HERE = (0, 0)  # the one channel, and the one who types


def converse(questions: Iterable[str], ask: Callable[[str], None]) -> None:
    """Asks each question; one that fails does not end the conversation."""
    for question in questions:
        try:
            ask(question)
        except KNOWN as error:
            say(str(error))


def following(
    ask: Callable[[str], Answer | Refusal], naming: Callable[[], Names], memory: Memory
) -> Callable[[str], None]:
    """Returns what asks a question with the subject that it has from the one before, and says so."""

    def ask_on(raw: str) -> None:
        whole = followed(raw, memory.before(*_HERE), naming())
        if whole != raw:
            say(f"asked as: {one_line(whole)}")
        memory.keep(*_HERE, exchanged(whole, ask(whole)))

    return ask_on


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
