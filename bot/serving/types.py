"""The nouns of serving many at once, and what can go wrong in it."""

from dataclasses import dataclass

from bot.answering.typed_first import TypedFirst
from bot.types import BotError
from index.store.manifest import Manifest


class Busy(BotError):
    """Too much is waiting already; `seconds` is how long to wait before asking again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too much is waiting to be answered: ask again in {seconds} s")
        self.seconds = seconds


class TooLate(BotError):
    """The answer took longer than it may; `seconds` is how long that is."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the answer took longer than {seconds:g} s: ask again, or something narrower")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Edition:
    """One generation of the index, as it is answered from."""

    manifest: Manifest
    answerer: TypedFirst
