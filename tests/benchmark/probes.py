"""What is measured from within a process of its own: `python -m tests.benchmark.probes NAME …`."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.types import Question


def load(folder: str, question: str) -> None:
    """Imports Chroma, loads the model and embeds one question: what any `ask` has to do."""
    # Deferred, here and below: what a probe imports is what it measures.
    import chromadb  # noqa: F401

    from index.embedding.encoder import Encoder

    Encoder(Path(folder), "probe", 1).embed_query(question)


def memory(data: str, count: str) -> None:
    """Answers questions and prints its memory as JSON."""
    from bot.compose import open_answerer
    from bot.question import read_question
    from tests.benchmark.texts import open_questions
    from tests.settings import settings_for

    questions = [read_question(asked.text, None) for asked in open_questions()[: int(count)]]
    began = time.perf_counter()
    with open_answerer(settings_for(Path(data)), _say) as answerer:
        for question in questions:
            answerer.use(partial(_answer, question=question))
        spent = (time.perf_counter() - began) * 1000 / len(questions)
        print(json.dumps({**memory_of_this(), "ms_a_question": spent}))


def memory_of_this() -> dict[str, float]:
    """Returns this process's resident memory in MB: now, at its peak, and the part that is mapped files."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    known = {line.partition(":")[0]: line.partition(":")[2].split() for line in lines}
    names = {"rss_mb": "VmRSS", "peak_mb": "VmHWM", "file_mb": "RssFile"}
    return {name: int(known[field][0]) / 1024 for name, field in names.items()}


def _answer(answerer: "Answerer", question: "Question") -> None:
    answerer.answer(question, None)


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def update(data: str, news: str) -> None:
    """Updates an index and prints its memory, and what it did, as JSON."""
    from bot.compose_update import update_index
    from tests.settings import settings_for

    report = update_index(settings_for(Path(data)), [news], False, lambda *_: None, _say)
    print(json.dumps({**memory_of_this(), "added": report.added, "articles": report.articles}))


_PROBES: dict[str, Callable[..., None]] = {"load": load, "memory": memory, "update": update}


def main(arguments: Sequence[str]) -> None:
    """Runs a probe by its name."""
    _PROBES[arguments[0]](*arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
