"""Stand-ins that keep what they were asked."""

from dataclasses import dataclass, field
from datetime import date

from bot.answering.answerer import Explanation
from bot.answering.typed_first import Account
from bot.answering.units import Unit
from bot.types import Answer, Question, Refusal
from corpus.names import Names, read_names
from index.types import Hit
from tests.bot.samples import answer, hit

UNIT = Unit("quartz", (1,), 0.75, name=True, known=None, concept=None)


@dataclass
class FakeAnswerer:
    """Raises or returns what is queued, then answers everything alike."""

    queue: list[Answer | Refusal | Exception] = field(default_factory=list)
    history: list[tuple[Question, date | None]] = field(default_factory=list)
    naming: Names = field(default_factory=read_names)

    def answer(self, question: Question, as_of: date | None) -> Answer | Refusal:
        self.history.append((question, as_of))
        reply = self.queue.pop(0) if self.queue else answer(question=question)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def explain(self, question: Question, as_of: date | None) -> tuple[Answer | Refusal, Account]:
        return self.answer(question, as_of), Account(None, Explanation((hit(),), (UNIT,), (), 0.5))


@dataclass
class FakeSearcher:
    """Finds one hit for everything."""

    history: list[tuple[str, str, int, date | None]] = field(default_factory=list)

    def search(self, query: str, language: str, limit: int, as_of: date | None = None) -> list[Hit]:
        self.history.append((query, language, limit, as_of))
        return [hit()] if query else []


@dataclass
class FakePassages:
    """Answers everything alike out of the passages, and says how."""

    history: list[Question] = field(default_factory=list)

    def answer(self, question: Question, as_of: date | None) -> Answer | Refusal:  # noqa: ARG002
        self.history.append(question)
        return answer(question=question)

    def explain(self, question: Question, as_of: date | None) -> tuple[Answer | Refusal, Explanation]:
        return self.answer(question, as_of), Explanation((hit(),), (UNIT,), (), 0.5)
