"""What another process made of the index is taken up by one that runs, whole or not at all."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from bot.compose import open_answerer, open_facts, open_searcher
from bot.question import read_question
from bot.settings import Settings
from bot.types import Answer
from corpus.facts.types import Attribute
from index.types import Embedder
from tests.settings import settings_for

ROOT = Path(__file__).parents[2]
ARTICLES, UPDATES = 12, 3
Look = Callable[[], set[int]]  # the versions that are seen at once


def test_a_running_process_takes_up_what_another_one_updates_and_never_a_part_of_it(
    tmp_path: Path, embedder: Embedder
) -> None:
    assert embedder.dimensions
    settings = settings_for(tmp_path / "data")
    index(tmp_path, 0)
    with ExitStack() as opened:
        looks = [found(settings, opened), stated(settings, opened), answered(settings, opened)]
        assert [look() for look in looks] == [{0}, {0}, {0}]
        with Watching(looks) as seen:
            for version in range(1, UPDATES + 1):
                index(tmp_path, version)
        assert all(len(versions) == 1 for versions in seen.versions)
        assert len(seen.versions) > 10 * UPDATES
        assert seen.errors == []
        assert [look() for look in looks] == [{UPDATES}] * 3


class Watching:
    """Looks again and again in threads, until the end of the block."""

    def __init__(self, looks: list[Look]) -> None:
        self.versions: list[set[int]] = []
        self.errors: list[Exception] = []
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._go_on, args=(look,)) for look in looks for _ in "ab"]

    def __enter__(self) -> "Watching":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(60)

    def _go_on(self, look: Look) -> None:
        while not self._ended.wait(0.02):
            try:
                self.versions.append(look())
            except Exception as error:
                self.errors.append(error)


def found(settings: Settings, opened: ExitStack) -> Look:
    searcher = opened.enter_context(open_searcher(settings, print))
    return lambda: {
        int(hit.passage.text.rstrip(".").rsplit(" ", 1)[1])
        for hit in searcher.use(lambda s: s.search("a bird by the harbour", "en", 2 * ARTICLES))
    }


def stated(settings: Settings, opened: ExitStack) -> Look:
    facts = opened.enter_context(open_facts(settings, print))
    return lambda: {
        int(s.fact.value.number or 0) // 1000 - 1
        for s in facts.use(lambda newest: newest.known.headlines(Attribute.CONTEXT_WINDOW))
    }


def answered(settings: Settings, opened: ExitStack) -> Look:
    answerer = opened.enter_context(open_answerer(settings, print))
    question = read_question("In which version does the bird of the harbour wait?")

    def look() -> set[int]:
        reply = answerer.use(lambda a: a.answer(question, None))
        assert isinstance(reply, Answer), reply.text
        return {int(c.span.quote.rstrip(".").rsplit(" ", 1)[1]) for c in reply.citations}

    return look


def index(folder: Path, version: int) -> None:
    """Another process takes up all articles in a new version."""
    news = folder / "news"
    news.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        window = f"Claude Opus {number + 10}.1 has a context window of {version + 1}000 tokens."
        waits = f"Bird {number} of the harbour waits in version {version}."
        (news / f"{number}.md").write_text(f"{window} {waits}\n", "utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MODELSCAPE_") or k == "MODELSCAPE_CACHE"}
    command = [sys.executable, "-m", "bot", "--data", str(folder / "data"), "index", "--corpus", str(news)]
    subprocess.run(command, cwd=ROOT, env={**kept, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
