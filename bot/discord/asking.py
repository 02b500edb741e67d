"""A question in words, on its way to an answer."""

from collections.abc import Callable
from datetime import date

from bot.discord.replying import Replier
from bot.discord.types import Made, Way
from bot.discord.words import words_for
from bot.facts.facts import Facts
from bot.question import read_question
from bot.serving.desk import Desk
from bot.showing.replies import reply_shown
from bot.showing.types import Page, Shown
from bot.types import Answer, Question, Refusal


class Asking:
    """Asks the desk, and shows its answers."""

    def __init__(self, replier: Replier, desk: Desk, today: Callable[[], date] = date.today) -> None:
        self._replier = replier
        self._desk = desk
        self._today = today

    async def ask(self, way: Way, raw: str) -> None:
        """Answers a question. Never raises, but for being cancelled."""

        def read(_: Facts) -> Question:
            return read_question(raw)

        def show(reply: Answer | Refusal, _: Facts) -> Made:
            question = reply.question
            asked = None if way.shows_question else question.text
            return Made(question.text, question.language, reply_shown(reply, self._today(), asked))

        await self._replier.serve(way, lambda: self._desk.converse(read, show))

    async def help(self, way: Way) -> None:
        """Says how to ask, to who says nothing."""
        words = words_for(way.who.language)

        async def made() -> Made:
            return Made("", words.language, Shown((Page(words.say("help")),)))

        await self._replier.serve(way, made)
