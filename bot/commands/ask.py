"""`ask`: an answer with citations, to one question, to each of a batch, or in a conversation."""

import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.batch import Asked, Id
from bot.commands.conversation import converse, following, typed_questions
from bot.commands.each import batch_file, for_each
from bot.commands.printing import heading, show_json, show_text
from bot.compose import open_answerer
from bot.following.memory import Memory
from bot.question import read_question
from bot.rendering.as_json import Json, json_line, reply_json
from bot.rendering.explanation import account_json
from bot.rendering.terminal import reply_text
from bot.renewed import Renewed
from bot.settings import Settings
from bot.streams import say
from bot.types import Answer, Question, Refusal
from bot.understanding.understand import understand
from corpus.names import Names, read_names

if TYPE_CHECKING:  # at run time this would import the store, which `--help` must not wait for
    from bot.answering.typed_first import Account


class Answers(Protocol):
    """Answers questions, and can say how."""

    @property
    def naming(self) -> Names:
        """What models and benchmarks are called."""

    def answer(self, question: Question, as_of: date | None) -> Answer | Refusal:
        """Returns an answer or a refusal; articles published after `as_of` are left out."""

    def explain(self, question: Question, as_of: date | None) -> tuple[Answer | Refusal, "Account"]:
        """Returns the same, and how it came about."""


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Answers; a refusal is an answer too."""
    batch = opened.enter_context(batch_file(arguments.batch))
    answerer = opened.enter_context(open_answerer(settings, say, _needs_passages(arguments.words)))
    asking = Asking(answerer, arguments.as_of, arguments.explain, arguments.json)
    if batch:
        return for_each(batch, asking.ask_line)
    if arguments.words:
        asking.ask(" ".join(arguments.words))
    else:
        converse(typed_questions(), following(asking.ask, asking.naming, Memory(time.monotonic)))
    return 0


def _needs_passages(words: Sequence[str]) -> bool:
    """Whether a question, the only one, can't be read as a typed query; names that only the index knows may
    still make it one. Of several questions nobody knows."""
    if not words:
        return False
    return understand(read_question(" ".join(words)), read_names(), date.today()) is None


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked, and how replies are wanted."""

    answerer: Renewed[Answers]
    as_of: date | None
    explain: bool
    json: bool

    def ask(self, raw: str, asker_id: Id | None = None) -> Answer | Refusal:
        """Prints the reply to one question, and returns it."""
        question = read_question(raw, None if asker_id is None else str(asker_id))
        reply, explained = self._reply(question)
        if self.json:
            show_json(reply_json(reply, asker_id, explained))
            return reply
        show_text(reply_text(reply), heading(asker_id))
        if explained is not None:
            print(json_line(explained), file=sys.stderr, flush=True)
        return reply

    def naming(self) -> Names:
        """Returns what models and benchmarks are called at the moment."""
        return self.answerer.use(lambda a: a.naming)

    def ask_line(self, asked: Asked) -> None:
        """Prints the reply to a line of a batch."""
        self.ask(asked.question, asked.id)

    def _reply(self, question: Question) -> tuple[Answer | Refusal, Json | None]:
        if not self.explain:
            return self.answerer.use(lambda a: a.answer(question, self.as_of)), None
        reply, account = self.answerer.use(lambda a: a.explain(question, self.as_of))
        return reply, account_json(account)
