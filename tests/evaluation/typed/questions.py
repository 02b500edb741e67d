"""Typed questions with their expectations, as JSON Lines; and where the project keeps its own."""

import json
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from tests.evaluation.questions import FOLDER, BadQuestions
from tests.evaluation.typed.types import Expected, TypedQuestion, WantedRow

TYPED_QUESTIONS = FOLDER / "typed_questions.jsonl"  # over the shipped digests, or their source texts
SHAPES = FOLDER / "shapes"
SHAPES_QUESTIONS = FOLDER / "typed_shapes.jsonl"
_KEYS = {"id", "question", "language", "kind", "expect", "as_of"}
_OUTCOMES = {"answered": True, "refused": False}


def read_typed(path: Path) -> list[TypedQuestion]:
    """Reads a file of typed questions, one JSON object a line. Raises BadQuestions."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestions(f"{path} can't be read: {error}") from error
    asked = [_read(f"{path}, line {n}", line) for n, line in enumerate(lines, 1) if line.strip()]
    if not asked:
        raise BadQuestions(f"{path} holds no question")
    twice = [key for key, count in Counter(one.id for one in asked).items() if count > 1]
    if twice:
        raise BadQuestions(f"{path} has the id {twice[0]!r} twice")
    return asked


def _read(where: str, line: str) -> TypedQuestion:
    try:
        return _question(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadQuestions(f"{where}: not a typed question ({error!r})") from error


def _question(value: dict[str, Any]) -> TypedQuestion:
    _check_keys(value, _KEYS)
    return TypedQuestion(
        id=str(value["id"]),
        question=str(value["question"]),
        language=str(value["language"]),
        kind=str(value["kind"]),
        expected=_expected(value["expect"]),
        as_of=date.fromisoformat(value["as_of"]) if "as_of" in value else None,
    )


def _expected(value: dict[str, Any]) -> Expected:
    given = dict(value)
    answered = _OUTCOMES[given.pop("outcome", "answered")]
    _check_keys(given, {field.name for field in fields(Expected)} - {"answered"})
    rows = tuple(WantedRow(**row) for row in given.pop("rows", []))
    text = tuple(tuple(group) for group in given.pop("text", []))
    rest: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in given.items()}
    return Expected(answered=answered, rows=rows, text=text, **rest)


def _check_keys(value: dict[str, Any], known: set[str]) -> None:
    if unknown := value.keys() - known:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r}")
