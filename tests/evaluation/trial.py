"""Indexes a folder into a data folder of its own, and asks, all with the real parts."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.answering.answerer import CLOSE, SHOWN
from bot.answering.gate import Verdict
from bot.answering.typed_first import TypedFirst
from bot.answering.writer import write_answer
from bot.compose import open_answerer
from bot.compose_update import update_index
from bot.progress import progress
from bot.question import read_question
from bot.rendering.as_json import reply_json
from bot.renewed import Renewed
from bot.streams import say
from bot.types import Answer, Question
from tests.evaluation.curve import Weighed
from tests.evaluation.questions import Asked
from tests.evaluation.scoring import FIRST, Replied, holds
from tests.evaluation.typed.judging import judge
from tests.evaluation.typed.library import Library
from tests.evaluation.typed.types import Judged, TypedQuestion
from tests.settings import settings_for

Q = TypeVar("Q")


@dataclass(frozen=True, slots=True)
class Trial:
    """An answerer that can be asked many questions; `told` counts those that are done."""

    answerer: Renewed[TypedFirst]
    told: Callable[[int, int], None]

    def ask(self, questions: Sequence[Asked]) -> list[Replied]:
        """Asks every question, one after the other."""
        return [self._reply(asked) for asked in self._counted(questions)]

    def weigh(self, questions: Sequence[Asked]) -> list[Weighed]:
        """Weighs the best evidence for every question that the passages are asked, whatever the threshold."""
        weighed = (self._weigh(asked) for asked in self._counted(questions))
        return [one for one in weighed if one is not None]

    def ask_typed(self, questions: Sequence[TypedQuestion], library: Library) -> list[Judged]:
        """Asks every typed question, and judges the reply as scripts get it."""
        return [self._judged(asked, library) for asked in self._counted(questions)]

    def _counted(self, questions: Sequence[Q]) -> Iterator[Q]:
        for done, asked in enumerate(questions):
            self.told(done, len(questions))
            yield asked
        self.told(len(questions), len(questions))

    def _reply(self, asked: Asked) -> Replied:
        question = read_question(asked.question, asked.id)
        began = time.perf_counter()
        reply = self.answerer.use(lambda answerer: answerer.answer(question))
        seconds = time.perf_counter() - began
        cited = [c.source.path for c in reply.citations] if isinstance(reply, Answer) else []
        return Replied(asked, reply.text, tuple(cited), seconds)

    def _judged(self, asked: TypedQuestion, library: Library) -> Judged:
        question = read_question(asked.question, asked.id)
        began = time.perf_counter()
        reply = self.answerer.use(lambda answerer: answerer.answer(question, asked.as_of))
        seconds = time.perf_counter() - began
        return judge(asked, dict(reply_json(reply, asked.id)), library, seconds)

    def _weigh(self, asked: Asked) -> Weighed | None:
        question = read_question(asked.question, asked.id)
        _, account = self.answerer.use(lambda answerer: answerer.explain(question))
        if account.passages is None:
            return None
        verdicts = account.passages.verdicts
        if not verdicts:
            return Weighed(0.0, asked.answerable, False)
        text = _answer_of(question, verdicts)
        return Weighed(verdicts[0].score, asked.answerable, holds(text[:FIRST], asked.answers))


def _answer_of(question: Question, verdicts: Sequence[Verdict]) -> str:
    """The text that an answerer without a threshold would write. One with a threshold may quote fewer windows
    beside the best one, never others."""
    close = [v for v in verdicts if v.score >= CLOSE * verdicts[0].score]
    return write_answer(question, close[:SHOWN]).text


@contextmanager
def trial_of(data: Path) -> Iterator[Trial]:
    """Opens a data folder that holds an index."""
    with open_answerer(settings_for(data), say) as answerer, progress("questions") as told:
        yield Trial(answerer, told)


@contextmanager
def trial_over(corpus: Path) -> Iterator[Trial]:
    """Indexes a folder of articles, and opens the index. It is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="modelscape-trial-") as folder:
        data = Path(folder) / "data"
        with progress("passages") as told:
            report = update_index(settings_for(data), [str(corpus)], False, told, say)
        for skipped in report.skipped:
            say(f"left out {skipped.path}: {skipped.reason}")
        with trial_of(data) as trial:
            yield trial
