"""Answers a question out of the passages: search, weigh, choose, judge, write."""

import time
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.evidence import weigh, weigh_alone
from bot.answering.gate import Verdict, judge
from bot.answering.units import QuestionReader, Unit
from bot.answering.windows import choose, windows
from bot.answering.writer import write_answer, write_empty, write_refusal
from bot.types import Answer, Question, Refusal
from index.search import Searcher
from index.text import Terms
from index.types import Embedder, Hit, Tokens

PASSAGES = 8  # that are weighed sentence by sentence
JUDGED, SHOWN = 4, 3  # windows that are read by themselves, and that are quoted at most
IN_CONTEXT = 0.5  # what a window's score within its passage counts beside what it says by itself
CLOSE = 0.9  # of the best window's score, from which another one is quoted beside it


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an answer came about."""

    hits: tuple[Hit, ...]
    units: tuple[Unit, ...]
    verdicts: tuple[Verdict, ...]
    threshold: float


class Answerer:
    """Answers with quotes, or refuses where the evidence does not reach `threshold`. `workers` read several
    texts at once."""

    def __init__(
        self,
        searcher: Searcher,
        embedder: Embedder,
        terms: Terms,
        reader: QuestionReader,
        shapes: dict[str, str],
        threshold: float,
        workers: Executor,
    ) -> None:
        self._searcher = searcher
        self._embedder = embedder
        self._terms = terms
        self._reader = reader
        self._shapes = shapes
        self._threshold = threshold
        self._workers = workers

    @property
    def generation(self) -> int:
        """The generation of the index that it reads."""
        return self._searcher.generation

    def answer(self, question: Question, as_of: date | None = None) -> Answer | Refusal:
        """Returns an answer or a refusal; articles published after `as_of` are left out."""
        return self.explain(question, as_of)[0]

    def explain(self, question: Question, as_of: date | None = None) -> tuple[Answer | Refusal, Explanation]:
        """Returns the answer or refusal, and how it came about."""
        began = time.perf_counter()
        explanation = self._look(question, as_of)
        supported = [v for v in explanation.verdicts if v.score >= self._threshold]
        if not question.text.strip():
            reply: Answer | Refusal = write_empty(question)
        elif supported:
            shown = [v for v in supported if v.score >= CLOSE * supported[0].score][:SHOWN]
            reply = write_answer(question, shown)
        else:
            reply = write_refusal(question, explanation.verdicts[0] if explanation.verdicts else None)
        spent = round((time.perf_counter() - began) * 1000, 1)
        return replace(reply, timings_ms={"total": spent}), explanation

    def _look(self, question: Question, as_of: date | None) -> Explanation:
        asked = self._embedder.embed_tokens(question.text, query=True)
        units = self._reader.units(question.text, asked)
        if not any(unit.weight for unit in units):
            return Explanation((), tuple(units), (), self._threshold)
        hits = self._searcher.search(question.text, question.language, PASSAGES, as_of)
        verdicts = self._judge(hits, asked, units)
        return Explanation(tuple(hits), tuple(units), tuple(verdicts), self._threshold)

    def _judge(self, hits: list[Hit], asked: Tokens, units: list[Unit]) -> list[Verdict]:
        """Judges the best windows of all hits, best first."""
        read = self._read(hit.passage.embedded for hit in hits)
        evidence = [
            weigh(hit, tokens, asked, units, self._terms, self._shapes)
            for hit, tokens in zip(hits, read, strict=True)
        ]
        chosen = choose((w for e in evidence for w in windows(e, units)), JUDGED)
        verdicts = []
        for window, tokens in zip(chosen, self._read(w.text for w in chosen), strict=True):
            alone = weigh_alone(window.text, tokens, asked, units, self._terms, self._shapes)
            verdicts.append(judge(window, alone, units))
        return sorted(verdicts, key=lambda v: v.score + IN_CONTEXT * v.window.score, reverse=True)

    def _read(self, texts: Iterable[str]) -> Iterable[Tokens]:
        return self._workers.map(self._embedder.embed_tokens, texts)
