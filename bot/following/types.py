"""The noun of following up: the exchange before."""

from dataclasses import dataclass

from bot.types import Answer, Refusal


@dataclass(frozen=True, slots=True)
class Before:
    """The question before, whole, and the one model that its answer was about, if it was one."""

    question: str
    answered: str | None = None


def exchanged(question: str, reply: Answer | Refusal) -> Before:
    """Returns what a follow-up needs to know of a question and its reply."""
    models = {row.model for row in reply.rows}
    return Before(question, models.pop() if len(models) == 1 else None)
