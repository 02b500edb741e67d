"""Answers from the typed facts where a question is a typed query, and from the passages where it is not."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.facts.facts import Facts
from bot.facts.reply import typed_reply
from bot.facts.unheard import only_if_named
from bot.renewed import Renewed
from bot.types import Answer, Question, Refusal
from bot.understanding.types import Query
from bot.understanding.understand import understand
from corpus.names import Names

if TYPE_CHECKING:  # at run time this would import what a typed answer must not wait for
    from bot.answering.answerer import Explanation


class Passages(Protocol):
    """Answers out of the passages, and can say how."""

    def answer(self, question: Question, as_of: date | None) -> Answer | Refusal:
        """Returns an answer or a refusal; articles published after `as_of` are left out."""

    def explain(self, question: Question, as_of: date | None) -> tuple[Answer | Refusal, "Explanation"]:
        """Returns the same, and how it came about."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a reply came about: what was understood, and what the passages were asked, if they were."""

    query: Query | None
    passages: "Explanation | None"


class TypedFirst:
    """Understands first; the passages are opened when something is asked that the facts do not answer."""

    def __init__(self, facts: Facts, passages: Renewed[Passages], today: Callable[[], date]) -> None:
        self.facts = facts
        self._today = today
        self._passages = passages

    @property
    def naming(self) -> Names:
        """What models and benchmarks are called."""
        return self.facts.naming

    def answer(self, question: Question, as_of: date | None = None) -> Answer | Refusal:
        """Returns an answer or a refusal; what was stated or published after `as_of` is left out."""
        reply, query = self.typed(question, as_of)
        return reply or self.open(question, as_of, query)

    def explain(self, question: Question, as_of: date | None = None) -> tuple[Answer | Refusal, Account]:
        """Returns the same, and how it came about."""
        reply, query = self.typed(question, as_of)
        if reply:
            return reply, Account(query, None)
        reply, explanation = self._passages.use_held(lambda p: p.explain(question, as_of))
        return only_if_named(reply, query, self.facts.naming), Account(query, explanation)

    def typed(self, question: Question, as_of: date | None) -> tuple[Answer | Refusal | None, Query | None]:
        """Returns what the facts alone say, None where they do not answer it, and what was understood."""
        began = time.perf_counter()
        query = understand(question, self.facts.naming, self._today())
        reply = typed_reply(query, question, self.facts.known, as_of) if query else None
        if reply is None:
            return None, query
        return replace(reply, timings_ms={"total": round((time.perf_counter() - began) * 1000, 1)}), query

    def open(self, question: Question, as_of: date | None, query: Query | None) -> Answer | Refusal:
        """Returns what the passages say of a question that the facts do not answer; `query` is what was
        understood of it."""
        found = self._passages.use_held(lambda p: p.answer(question, as_of))
        return only_if_named(found, query, self.facts.naming)
