"""A question in words, on its way to an answer."""

from bot.discord.replying import Replier
from bot.discord.types import Made, Way
from bot.facts.facts import Facts
from bot.question import read_question
from bot.serving.desk import Desk
from bot.showing.types import Page, Shown
from bot.types import Answer, Question, Refusal


class Asking:
    """Asks the desk."""

    def __init__(self, replier: Replier, desk: Desk) -> None:
        self._replier = replier
        self._desk = desk

    async def ask(self, way: Way, raw: str) -> None:
        """Answers a question. Never raises, but for being cancelled."""

        def read(_: Facts) -> Question:
            return read_question(raw)

        def show(reply: Answer | Refusal, _: Facts) -> Made:
            return Made(reply.question.text, reply.question.language, Shown((Page(reply.text[:1900]),)))

        await self._replier.serve(way, lambda: self._desk.converse(read, show))
