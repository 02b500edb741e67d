"""The one way from a question or a command to what is sent: limits, acknowledgement, answer, buttons."""

import math
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.discord.by_interaction import ByInteraction, Interaction
from bot.discord.failing import note, sentence_of, settled
from bot.discord.types import Gone, Made, Way
from bot.discord.underway import Underway
from bot.discord.words import Words, words_for
from bot.facts.facts import Facts
from bot.serving.desk import Desk
from bot.serving.latency import Latency
from bot.serving.limits import Limits
from bot.serving.types import Busy
from bot.showing.types import Shown
from bot.state.state import State
from bot.state.types import Exchange, StateUnreachable

_RESTART = 60  # seconds that a restart may take


class Replier:
    """Every question and every command that shows something goes through here, and every error ends here."""

    def __init__(
        self, desk: Desk, state: State, limits: Limits, underway: Underway, latency: Latency
    ) -> None:
        self._desk = desk
        self._state = state
        self._limits = limits
        self._underway = underway
        self._latency = latency

    async def reply(
        self, interaction: Interaction, make: Callable[[Facts], Shown], *, said: str, private: bool = False
    ) -> None:
        """Answers a command with what `make` makes of the facts, in a thread. `said` is the command in words, as
        it is kept; `private` shows the answer to the person alone. Never raises."""
        way = ByInteraction(interaction, private)

        async def made() -> Made:
            return Made(said, way.who.language, await self._desk.look(make))

        await self.serve(way, made)

    async def serve(self, way: Way, make: Callable[[], Awaitable[Made]], measured: bool = True) -> None:
        """Acknowledges, makes and sends, or says why not; `measured`: how long that takes counts. Never raises,
        but for being cancelled."""
        words = words_for(way.who.language)
        with self._underway.one(way.question) as mine:
            if not mine:
                return
            failure = await settled(self._served(way, make, words, measured))
            if isinstance(failure, Gone):
                note(failure, "nobody to answer")
            elif isinstance(failure, Busy):
                await _told(way.decline(sentence_of(failure, words), failure.seconds))
            elif isinstance(failure, Exception):
                await _told(way.fail(sentence_of(failure, words)))

    async def _served(
        self, way: Way, make: Callable[[], Awaitable[Made]], words: Words, measured: bool
    ) -> None:
        began = time.monotonic()
        if self._underway.leaving:
            return await way.decline(words.say("leaving"), _RESTART)
        self._desk.check()
        wait = math.ceil(self._limits.ask(way.who.user, way.who.server, began))
        if wait:
            again = not self._limits.first(way.who.user, began, wait)
            return await way.decline(words.say("ask_slower", seconds=wait), wait, again)
        async with way.acknowledged():
            made = await make()
            exchange = await self._kept(way, made) if made.kept else None
            message = await way.send(made.shown.pages[0], made.shown.pictures, exchange)
        if measured:
            self._latency.add(time.monotonic() - began)
        if exchange and message:
            await _told(self._state.sent(exchange.id, message))
        return None

    async def _kept(self, way: Way, made: Made) -> Exchange | None:
        """Keeps what is about to be shown, so that its buttons work; without a database there are none."""
        exchange = Exchange(
            id=secrets.token_hex(8),
            server=way.who.server,
            channel=await way.channel(),
            asker=way.who.user,
            message=None,
            said=made.said,
            language=made.language,
            private=way.private,
            pages=made.shown.pages,
            sources=made.shown.sources,
            at=datetime.now(UTC),
        )
        try:
            await self._state.keep_exchange(exchange)
        except StateUnreachable as error:
            note(error, "an answer is sent without buttons")
            return None
        return exchange


async def _told(last: Awaitable[None]) -> None:
    """Does what comes last; where it fails there is nobody else to tell."""
    failure = await settled(last)
    if failure is not None:
        note(failure, "an answer's end")
