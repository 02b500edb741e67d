"""Makes articles and questions out of the parallel paragraphs: half of the paragraphs are written to a
folder, in English and Chinese in turns; the questions on the other half have no answer there: pure but for
the writing."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluation.questions import FOLDER, Asked

FILES = (FOLDER / "parallel_a.jsonl", FOLDER / "parallel_b.jsonl")
_LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text in two languages, and questions whose answers are words of it."""

    id: str
    texts: dict[str, str]
    questions: tuple[dict[str, str], ...]


def read_paragraphs() -> list[Paragraph]:
    """Reads both files."""
    lines = [line for file in FILES for line in file.read_text("utf-8").splitlines()]
    return [_paragraph(json.loads(line)) for line in lines]


def _paragraph(value: dict[str, Any]) -> Paragraph:
    texts = {language: str(value[language]) for language in _LANGUAGES}
    return Paragraph(str(value["id"]), texts, tuple(value["questions"]))


def write_half(paragraphs: list[Paragraph], folder: Path) -> None:
    """Writes every second paragraph, from the first on, as an article without any metadata."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, paragraph in enumerate(paragraphs[::2]):
        text = paragraph.texts[_LANGUAGES[number % 2]]
        (folder / _name(paragraph)).write_text(text + "\n", "utf-8")


def questions_on(paragraphs: list[Paragraph]) -> list[Asked]:
    """Every question on every paragraph, once; a paragraph's questions are in English and Chinese in turns."""
    return [
        _question(paragraph, place, number)
        for place, paragraph in enumerate(paragraphs)
        for number in range(len(paragraph.questions))
    ]


def _question(paragraph: Paragraph, place: int, number: int) -> Asked:
    written = _LANGUAGES[place // 2 % 2]
    language = _LANGUAGES[(place // 2 + number) % 2]
    there = place % 2 == 0
    question = paragraph.questions[number]
    return Asked(
        id=f"{paragraph.id}-{number}",
        question=question[language],
        language=language,
        answerable=there,
        answers=((question[f"answer_{written}"],),) if there else (),
        articles=(_name(paragraph),) if there else (),
        cross=language != written,
        kind="parallel",
    )


def _name(paragraph: Paragraph) -> str:
    return f"{paragraph.id}.txt"
