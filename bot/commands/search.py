"""`search`: the passages, best first."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.batch import Asked, Id
from bot.commands.each import batch_file, for_each
from bot.commands.printing import heading, show_json, show_text
from bot.compose import open_searcher
from bot.question import read_question
from bot.rendering.as_json import hits_json
from bot.rendering.terminal import hits_text
from bot.renewed import Renewed
from bot.settings import Settings
from bot.streams import say
from index.types import Hit


class Searches(Protocol):
    """Finds passages."""

    def search(self, query: str, language: str, limit: int, as_of: date | None = None) -> Sequence[Hit]:
        """Returns at most `limit` hits, best first."""


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Searches for one query, or for each of a batch."""
    batch = opened.enter_context(batch_file(arguments.batch))
    searcher = opened.enter_context(open_searcher(settings, say))
    searching = Searching(searcher, arguments.limit, arguments.json)
    if batch:
        return for_each(batch, searching.search_line)
    searching.search(" ".join(arguments.words))
    return 0


@dataclass(frozen=True, slots=True)
class Searching:
    """What is searched, and how hits are wanted."""

    searcher: Renewed[Searches]
    limit: int
    json: bool

    def search(self, raw: str, asker_id: Id | None = None) -> None:
        """Prints what is found for one query."""
        query = read_question(raw)
        hits = self.searcher.use(lambda s: s.search(query.text, query.language, self.limit))
        if self.json:
            show_json(hits_json(query.text, hits, asker_id))
        else:
            show_text(hits_text(hits), heading(asker_id))

    def search_line(self, asked: Asked) -> None:
        """Prints what is found for a line of a batch."""
        self.search(asked.question, asked.id)
