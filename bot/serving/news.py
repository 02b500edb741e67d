"""Finds out what an update of the index did to watches, beside the answering."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from bot.serving.desk import Desk
from bot.serving.lane import Lane
from bot.showing.types import Shown
from bot.showing.watched import notice_shown
from bot.state.types import KeptWatch
from bot.watching.due import Due, dues, notice_of
from bot.watching.since import known_at
from bot.watching.touching import update_between
from index.catalogue.catalogue import Catalogue

Older = Callable[[int], Catalogue | None]
_MOST = 600.0  # seconds that finding out may take


class News:
    """Remembers what was known when all was told last. `older` loads a generation, None where it is gone."""

    def __init__(self, desk: Desk, older: Older, today: Callable[[], date]) -> None:
        self._desk = desk
        self._older = older
        self._today = today
        self._lane = Lane("news", 1, 10)
        self._told: Catalogue | None = None

    async def newest(self) -> Catalogue | None:
        """Returns what is known, if not all of it was told. Raises NoIndex and what else the desk raises."""
        now = await self._desk.look(lambda facts: facts.known)
        return None if self._told is not None and self._told.generation == now.generation else now

    async def due(self, watches: Sequence[KeptWatch], now: Catalogue) -> list[Due]:
        """Returns what there is to tell these watches of what has become known since they were told last."""
        return await self._lane.run(lambda: self._due(watches, now), _MOST)

    async def shown(self, due: Due) -> tuple[Shown, str]:
        """Returns what is told, and its language."""
        return await self._lane.run(lambda: self._shown(due), _MOST)

    def settle(self, now: Catalogue) -> None:
        """All was told of this."""
        self._told = now

    def close(self) -> None:
        """Ends its thread."""
        self._lane.close()

    def _due(self, watches: Sequence[KeptWatch], now: Catalogue) -> list[Due]:
        found: list[Due] = []
        by_point = sorted(watches, key=_point)
        for told, these in groupby(by_point, lambda watch: watch.told):
            known = known_at(told, now, self._kept(told.generation))
            if known is not None:
                found += dues(sorted(these, key=lambda watch: watch.id), update_between(known, now))
        return found

    def _kept(self, generation: int) -> Catalogue | None:
        if self._told is not None and self._told.generation == generation:
            return self._told
        return self._older(generation)

    def _shown(self, due: Due) -> tuple[Shown, str]:
        told, language = notice_of(due)
        return notice_shown(told, language, self._today()), language


def _point(watch: KeptWatch) -> tuple[int, float]:
    until = watch.told.known_until
    return watch.told.generation, until.timestamp() if until else 0.0
