"""Completes what is typed into an option, out of memory."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import app_commands

from bot.completing.entries import Choosable, choosable
from bot.completing.matching import complete
from bot.completing.types import Entry
from bot.funnel import KNOWN
from bot.serving.desk import Desk

EVERY = 5.0  # seconds between looking whether there is a newer generation
_AT_FIRST = 1.5  # seconds that the very first choices are waited for; Discord waits for three
Choices = list[app_commands.Choice[str]]
_log = logging.getLogger(__name__)


class Choosing:
    """Offers models, benchmarks, developers and articles by name. What is offered is made in a thread when
    there is a new generation; meanwhile the old names are offered, and at first none."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._clock = clock
        self._of: tuple[int, Choosable] = (-1, Choosable((), (), ()))
        self._looked = -EVERY
        self._looking: asyncio.Task[None] | None = None

    async def models(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Completes a model's name."""
        return await self._complete(lambda known: known.models, typed)

    async def benchmarks(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Completes a benchmark's name."""
        return await self._complete(lambda known: known.benchmarks, typed)

    async def developers(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Completes a developer's name."""
        return await self._complete(lambda known: known.developers, typed)

    async def articles(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Completes an article by its title, address or path."""
        return await self._complete(lambda known: known.articles, typed)

    async def renew(self) -> None:
        """Makes what is offered if there is a new generation, or none was made. Never raises."""
        try:
            manifest = await self._desk.manifest()
            if manifest.generation != self._of[0]:
                made = await self._desk.look(lambda facts: choosable(facts, manifest.entries))
                self._of = manifest.generation, made
        except KNOWN as error:
            _log.info("names can't be completed yet: %s", error)

    async def _complete(self, kind: Callable[[Choosable], Sequence[Entry]], typed: str) -> Choices:
        looking = self._look()
        if looking and self._of[0] < 0:
            await asyncio.wait({looking}, timeout=_AT_FIRST)
        found = complete(kind(self._of[1]), typed)
        return [app_commands.Choice(name=choice.shown, value=choice.value) for choice in found]

    def _look(self) -> asyncio.Task[None] | None:
        """Looks for a newer generation, now and then; returns what looks."""
        now = self._clock()
        if now - self._looked >= EVERY and (self._looking is None or self._looking.done()):
            self._looked = now
            self._looking = asyncio.create_task(self.renew())
        return self._looking
