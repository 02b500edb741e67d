"""A question in words, on its way to an answer."""

from collections.abc import Callable
from datetime import date

from bot.discord.replying import Replier
from bot.discord.types import Made, Way
from bot.discord.words import words_for
from bot.facts.facts import Facts
from bot.following.followed import followed
from bot.following.memory import Memory
from bot.following.types import Before, exchanged
from bot.question import read_question
from bot.serving.desk import Desk
from bot.showing.replies import reply_shown
from bot.showing.types import Page, Shown
from bot.state.types import Exchange
from bot.types import Answer, Question, Refusal


class Asking:
    """Asks the desk, and shows its answers. A question may follow up on the one that it replies to, or else on the
    one that the same person asked before in the same channel."""

    def __init__(
        self, replier: Replier, desk: Desk, memory: Memory, today: Callable[[], date] = date.today
    ) -> None:
        self._replier = replier
        self._desk = desk
        self._memory = memory
        self._today = today

    async def ask(self, way: Way, raw: str, replied_to: Exchange | None = None) -> None:
        """Answers a question. Never raises, but for being cancelled."""
        before = self._before(way, replied_to)

        def read(facts: Facts) -> Question:
            return read_question(followed(read_question(raw).text, before, facts.naming))

        def show(reply: Answer | Refusal, _: Facts) -> tuple[Made, Before]:
            question = reply.question
            seen = way.shows_question and question.text == read_question(raw).text
            shown = reply_shown(reply, self._today(), None if seen else question.text)
            return Made(question.text, question.language, shown), exchanged(question.text, reply)

        async def made() -> Made:
            answer, kept = await self._desk.converse(read, show)
            for channel in dict.fromkeys((way.asked_in, await way.channel())):
                self._memory.keep(_place(way, channel), way.who.user, kept)
            return answer

        await self._replier.serve(way, made)

    async def help(self, way: Way) -> None:
        """Says how to ask, to who says nothing."""
        words = words_for(way.who.language)

        async def made() -> Made:
            return Made("", words.language, Shown((Page(words.say("help")),)))

        await self._replier.serve(way, made)

    def _before(self, way: Way, replied_to: Exchange | None) -> Before | None:
        known = self._memory.before(_place(way, way.asked_in), way.who.user)
        if replied_to is None or (known and known.question == replied_to.said):
            return known
        return Before(replied_to.said)


def _place(way: Way, channel: int) -> int:
    """Where a conversation is: what was asked privately is followed up privately alone."""
    return -channel if way.private else channel
