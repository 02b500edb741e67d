"""Sentences of all languages are the candidates; those that hold the answer, in any language, are relevant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.structure import sentences
from index.embedding.layout import PASSAGE, QUERY
from tests.benchmark.measures import average_precisions
from tests.benchmark.plain import plain_model
from tests.benchmark.product import embedder, model_folder
from tests.benchmark.texts import LANGUAGES, parallel_lines, squad_paragraphs
from tests.benchmark.types import Options, Row

WANTED = 0.50
CHUNK = 200  # questions that are ranked at once
MOST_PLAIN = 4_000  # sentences that torch embeds for the comparison


@dataclass(frozen=True, slots=True)
class Task:
    """`relevant` holds for each question the places of its answers among the candidates."""

    name: str
    candidates: tuple[str, ...]
    questions: tuple[str, ...]
    relevant: tuple[tuple[int, ...], ...]


def measure(options: Options) -> list[Row]:
    """Measures mAP with the projection, and without it where there are not too many sentences."""
    task = own_task() if options.xquad_r is None else xquad_r_task(options.xquad_r)
    options.say(f"{task.name}: {len(task.questions)} questions, {len(task.candidates)} sentences …")
    model = embedder(options, threads=2)
    reached = mean_average_precision(
        task,
        np.stack([model.embed_query(q) for q in task.questions]),
        model.embed_passages(task.candidates),
    )
    figures, beside = {"map": reached}, ""
    if len(task.candidates) <= MOST_PLAIN:
        embed = plain_model(model_folder())
        plain = mean_average_precision(
            task, embed([QUERY + q for q in task.questions]), embed([PASSAGE + c for c in task.candidates])
        )
        figures["map_without_projection"], beside = plain, f"without the projection: {plain:.3f}"
    ok = reached >= WANTED if options.xquad_r else None
    note = "" if options.xquad_r else " (two languages: --xquad-r DIR for the real one)"
    return [Row(f"mAP, {task.name}{note}", f"{WANTED:.2f}", f"{reached:.3f}", ok, beside, figures)]


def mean_average_precision(task: Task, questions: np.ndarray, candidates: np.ndarray) -> float:
    """Ranks all candidates by the dot product with each question."""
    found = []
    for start in range(0, len(questions), CHUNK):
        part = task.relevant[start : start + CHUNK]
        relevant = np.zeros((len(part), len(candidates)), bool)
        for row, places in enumerate(part):
            relevant[row, list(places)] = True
        found.append(average_precisions(questions[start : start + CHUNK] @ candidates.T, relevant))
    return float(np.concatenate(found).mean())


def own_task() -> Task:
    """The parallel paragraphs' sentences; questions whose answer stands in one sentence of each language."""
    candidates: list[str] = []
    questions, relevant = [], []
    for line in parallel_lines():
        spans = {name: _added(candidates, line[name]) for name in LANGUAGES}
        for question in line["questions"]:
            places = [
                [n for n in spans[name] if question[f"answer_{name}"] in candidates[n]] for name in LANGUAGES
            ]
            if all(len(p) == 1 for p in places):
                questions += [question[name] for name in LANGUAGES]
                relevant += [tuple(p[0] for p in places)] * 2
    return Task("own sentences in en and zh", tuple(candidates), tuple(questions), tuple(relevant))


def xquad_r_task(folder: Path) -> Task:
    """LAReQA's files: SQuAD's form, with the span of each sentence under `sentence_breaks`."""
    candidates: list[str] = []
    asked: list[tuple[str, str]] = []
    answers: dict[str, list[int]] = {}
    files = sorted(folder.glob("*.json"))
    for path in files:
        for paragraph in squad_paragraphs(path):
            breaks = paragraph["sentence_breaks"]
            first = len(candidates)
            candidates += [paragraph["context"][start:end] for start, end in breaks]
            for question in paragraph["qas"]:
                place = first + _sentence_of(breaks, question["answers"][0]["answer_start"])
                answers.setdefault(question["id"], []).append(place)
                asked.append((question["id"], question["question"]))
    relevant = tuple(tuple(answers[key]) for key, _ in asked)
    name = f"XQuAD-R in {len(files)} languages"
    return Task(name, tuple(candidates), tuple(text for _, text in asked), relevant)


def _added(candidates: list[str], text: str) -> range:
    first = len(candidates)
    candidates += [text[start:end] for start, end in sentences(text)]
    return range(first, len(candidates))


def _sentence_of(breaks: Sequence[Iterable[int]], offset: int) -> int:
    starts = [start for start, _ in breaks]
    return max(int(np.searchsorted(starts, offset, side="right")) - 1, 0)
