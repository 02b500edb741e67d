"""Questions with known answers, as JSON Lines; and where the project keeps its own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.places import SHIPPED as DIGESTS

FOLDER = Path(__file__).parent
OPEN_QUESTIONS = FOLDER / "open_questions.jsonl"
CALIBRATION = FOLDER / "calibration"
CALIBRATION_QUESTIONS = CALIBRATION / "questions.jsonl"
SEEDS = FOLDER.parents[2] / "shared" / "seeds"  # the source texts, which are not shipped
__all__ = ["CALIBRATION", "CALIBRATION_QUESTIONS", "DIGESTS", "OPEN_QUESTIONS", "SEEDS"]


class BadQuestions(Exception):
    """A file of questions can't be read; the message is a sentence that says what to mend."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is known of its answer.

    `answers` are groups of alternatives: an answer holds one of each group. `articles` are those that
    support it, by the ids of articles.json or by file name. `cross` says that they are in another language.
    """

    id: str
    question: str
    language: str
    answerable: bool
    answers: tuple[tuple[str, ...], ...]
    articles: tuple[str, ...]
    cross: bool
    kind: str


def read_questions(path: Path) -> list[Asked]:
    """Reads a file of questions, one JSON object a line. Raises BadQuestions."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestions(f"{path} can't be read: {error}") from error
    asked = [_read(f"{path}, line {n}", line) for n, line in enumerate(lines, 1) if line.strip()]
    if not asked:
        raise BadQuestions(f"{path} holds no question")
    return asked


def _read(where: str, line: str) -> Asked:
    try:
        value = json.loads(line)
        return _asked(value)
    except (ValueError, KeyError, TypeError) as error:
        raise BadQuestions(f"{where}: not a question with its answers ({error!r})") from error


def _asked(value: dict[str, Any]) -> Asked:
    return Asked(
        id=str(value["id"]),
        question=str(value["question"]),
        language=str(value.get("language", "")),
        answerable=bool(value["answerable"]),
        answers=tuple(tuple(map(str, group)) for group in value["answers"]),
        articles=tuple(map(str, value["articles"])),
        cross=bool(value.get("cross")),
        kind=str(value.get("kind", "")),
    )
