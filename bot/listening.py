"""Decides whether a message is for the bot, and what is asked in it."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.state.types import Mode

_END = re.compile(r"[?？][\s)）”\"'」』*_~|!！]*$")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as far as the decision goes. `text` is its content; `spoken_to` says that it mentions the bot, or
    answers one of its messages, `names` are the mentions to take out of the text."""

    text: str
    by_person: bool
    direct: bool
    spoken_to: bool
    in_thread: bool
    in_own_thread: bool
    mode: Mode
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked; empty where the bot is spoken to without a word. `thread` says to answer in a new thread."""

    text: str
    thread: bool = False


def decide(heard: Heard) -> Ask | None:
    """Returns what to answer, None where the message is not for the bot."""
    if not heard.by_person:
        return None
    text = without(heard.text, heard.names)
    threads = heard.mode in (Mode.THREADS, Mode.QUESTIONS_IN_THREADS)
    thread = threads and not heard.in_thread and not heard.direct
    if heard.direct or heard.spoken_to:
        return Ask(text, thread)
    everywhere = heard.mode in (Mode.QUESTIONS, Mode.QUESTIONS_IN_THREADS)
    if (everywhere or heard.in_own_thread) and is_question(text):
        return Ask(text, thread)
    return None


def is_question(text: str) -> bool:
    """Says whether a message is a question: it ends as one, or begins as one."""
    text = text.strip()
    if not text:
        return False
    return bool(_END.search(text)) or bool(_beginnings().match(text)) or text.endswith(("吗", "呢", "嗎"))


def without(text: str, names: tuple[str, ...]) -> str:
    """Returns the text without the mentions."""
    for name in names:
        text = text.replace(name, " ")
    return " ".join(text.split())


@cache
def _beginnings() -> re.Pattern[str]:
    lines = (files("bot") / "beginnings.txt").read_text("utf-8").splitlines()
    words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    other = "|".join(re.escape(word) for word in words if not word.isascii())
    return re.compile(rf"(?:(?:{latin})\b|(?:{other}))", re.IGNORECASE)
