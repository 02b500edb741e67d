"""The texts that are measured on: the project's own, or XQuAD where a folder with it is given."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EVALUATION = Path(__file__).parents[1] / "evaluation"
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in one language; `paragraph` is the id of the one that answers it."""

    paragraph: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Parallel:
    """Paragraphs by id and language, and the questions about them."""

    name: str
    paragraphs: dict[str, dict[str, str]]
    questions: tuple[Asked, ...]

    def first(self, count: int) -> "Parallel":
        """The same with the first paragraphs alone."""
        kept = dict(list(self.paragraphs.items())[:count])
        return Parallel(self.name, kept, tuple(q for q in self.questions if q.paragraph in kept))


def parallel_texts(xquad: Path | None) -> Parallel:
    """Returns XQuAD's paragraphs in English and Chinese, or the project's own."""
    return _own() if xquad is None else _xquad(xquad)


def open_questions() -> list[Asked]:
    """Returns the questions of the evaluation set, in their languages."""
    return [Asked("", q["language"], q["question"]) for q in read_lines(EVALUATION / "open_questions.jsonl")]


def parallel_lines() -> list[dict[str, Any]]:
    """Returns the project's own parallel paragraphs as they are written down."""
    return [line for part in "ab" for line in read_lines(EVALUATION / f"parallel_{part}.jsonl")]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Reads JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def squad_paragraphs(path: Path) -> Iterable[dict[str, Any]]:
    """Yields the paragraphs of a file in SQuAD's form."""
    for article in json.loads(path.read_text("utf-8"))["data"]:
        yield from article["paragraphs"]


def _own() -> Parallel:
    lines = parallel_lines()
    paragraphs = {line["id"]: {name: line[name] for name in LANGUAGES} for line in lines}
    questions = [
        Asked(line["id"], name, q[name]) for line in lines for q in line["questions"] for name in LANGUAGES
    ]
    return Parallel("own paragraphs", paragraphs, tuple(questions))


def _xquad(folder: Path) -> Parallel:
    paragraphs: dict[str, dict[str, str]] = {}
    questions = []
    for name in LANGUAGES:
        for number, paragraph in enumerate(squad_paragraphs(folder / f"xquad.{name}.json")):
            key = f"x{number:04d}"
            paragraphs.setdefault(key, {})[name] = paragraph["context"]
            questions += [Asked(key, name, q["question"]) for q in paragraph["qas"]]
    return Parallel("XQuAD", paragraphs, tuple(questions))
