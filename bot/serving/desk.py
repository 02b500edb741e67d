"""The one bridge from the event loop to the threads that answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from bot.facts.facts import Facts
from bot.renewed import Renewed
from bot.serving.lane import Lane
from bot.serving.types import Edition, TooLate
from bot.types import Answer, Question, Refusal
from index.store.manifest import Manifest

T = TypeVar("T")
Reply = Answer | Refusal
_TYPED_THREADS, _ROOM = 2, 100


class Desk:
    """Answers questions and looks facts up in threads: typed answers never wait behind those that read
    passages, and what is there answers while a new generation is taken up.

    Every coroutine raises Busy, TooLate after `seconds`, and NoIndex as long as there is no index. When it is
    cancelled, what has not begun is not begun.
    """

    def __init__(self, edition: Renewed[Edition], seconds: float) -> None:
        self._edition = edition
        self._seconds = seconds
        self.typed = Lane("typed", _TYPED_THREADS, _ROOM)
        self.open = Lane("passages", 1, _ROOM)

    async def answer(self, question: Question, as_of: date | None = None) -> Reply:
        """Returns an answer or a refusal; what was stated or published after `as_of` is left out."""
        return await self.converse(lambda _: question, lambda reply, _: reply, as_of)

    async def converse(
        self, read: Callable[[Facts], Question], show: Callable[[Reply, Facts], T], as_of: date | None = None
    ) -> T:
        """Reads a question, answers it, and returns what `show` makes of the reply; all three in threads."""
        until = time.monotonic() + self._seconds
        begin = partial(_begin, read, show, as_of)
        begun = await self.typed.run(lambda: self._edition.use_held(begin), self._seconds)
        if begun.finish is None:
            return begun.made[0]
        try:
            return await self.open.run(begun.finish, until - time.monotonic())
        except TooLate as error:
            raise TooLate(self._seconds) from error

    async def look(self, act: Callable[[Facts], T]) -> T:
        """Returns what `act` makes of the facts; it runs in a thread of those for typed answers."""
        held = partial(self._edition.use_held, lambda edition: act(edition.answerer.facts))
        return await self.typed.run(held, self._seconds)

    async def manifest(self) -> Manifest:
        """Returns what is in the index that is being answered from."""
        held = partial(self._edition.use_held, lambda edition: edition.manifest)
        return await self.typed.run(held, self._seconds)

    def check(self) -> None:
        """Raises Busy where nothing more can be taken on."""
        self.typed.check(self._seconds)

    def close(self) -> None:
        """Ends the threads; what they are doing is not waited for."""
        self.typed.close()
        self.open.close()


@dataclass(frozen=True, slots=True)
class _Begun(Generic[T]):
    """What was made of a typed answer, or else how to go on."""

    made: tuple[T, ...]
    finish: Callable[[], T] | None = None


def _begin(
    read: Callable[[Facts], Question], show: Callable[[Reply, Facts], T], as_of: date | None, edition: Edition
) -> _Begun[T]:
    answerer = edition.answerer
    question = read(answerer.facts)
    reply, query = answerer.typed(question, as_of)
    if reply is not None:
        return _Begun((show(reply, answerer.facts),))
    return _Begun((), lambda: show(answerer.open(question, as_of, query), answerer.facts))
