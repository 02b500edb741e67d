import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.commands.conversation import converse, following
from bot.following.memory import Memory
from bot.types import Answer, BotError
from corpus.names import read_names
from index.types import StoreUnreachable
from tests.bot.samples import answer

ROOT = Path(__file__).parents[3]


def test_an_error_does_not_end_the_conversation(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def ask(question: str) -> None:
        asked.append(question)
        if question == "b":
            raise StoreUnreachable("No server: start it")

    converse(["a", "b", "c"], ask)
    assert asked == ["a", "b", "c"]
    assert capsys.readouterr().err == "modelscape: No server: start it\n"


def test_a_question_has_its_subject_from_the_one_before(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def ask(question: str) -> Answer:
        asked.append(question)
        return answer()

    typed = ["What is Kimi K2.5's licence?", "and its price?", "what about GLM-5?", "who won the match?"]
    converse(typed, following(ask, read_names, Memory(lambda: 0.0)))
    assert asked == [typed[0], "Kimi K2.5's price?", "GLM-5's price?", typed[3]]
    assert "asked as: Kimi K2.5's price?" in capsys.readouterr().err


def test_a_mistake_of_ours_does_end_it() -> None:
    def ask(question: str) -> None:
        raise KeyError(question)

    with pytest.raises(KeyError):
        converse(["a"], ask)


def test_every_room_s_errors_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    def ask(question: str) -> None:
        raise BotError(question)

    converse(["a\x1b[2J"], ask)
    assert capsys.readouterr().err == "modelscape: a\ufffd[2J\n"


def on_a_terminal(*typed: bytes) -> bytes:
    """Returns what a terminal shows while this is typed, each when there is a prompt, into a conversation
    that echoes. A conversation that goes on at the end is stopped and shows as a failure."""
    main, other = pty.openpty()
    code = (
        "from bot.commands.conversation import *; converse(typed_questions(), lambda q: print([q.strip()]))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    command = ["timeout", "20", sys.executable, "-c", code]
    process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment)
    os.close(other)
    shown, rest = b"", list(typed)
    with suppress(OSError):  # Linux says so when the other end is closed
        while part := os.read(main, 1000):
            shown += part
            if shown.endswith(b"? ") and rest:
                os.write(main, rest.pop(0))
    os.close(main)
    assert process.wait(timeout=30) == 0
    return shown


@pytest.mark.parametrize("end", [b"\n", b"\x04"])
def test_an_empty_line_or_the_end_of_input_ends_it(end: bytes) -> None:
    shown = on_a_terminal("什么。\n".encode(), b"why\n", end)
    assert "['什么。']".encode() in shown
    assert b"['why']" in shown


def test_where_output_is_a_file_the_prompt_is_not_in_it() -> None:
    code = "from bot.commands.conversation import *; converse(typed_questions(), print)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="why\n",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["why"]
    assert done.stderr == "? ? \n"
