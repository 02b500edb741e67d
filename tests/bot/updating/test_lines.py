import pytest

from bot.updating.lines import sentence_in, step_in
from bot.updating.types import Step


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("modelscape: 12 of 345 passages\n", Step(12, 345, "passages")),
        ("12 of 345 passages", Step(12, 345, "passages")),
        ("modelscape: 12 of the 345 passages", None),
        ("modelscape: there is no index yet", None),
        (f"modelscape: {'9' * 40} of 3 passages", None),
        ("", None),
    ],
)
def test_progress_is_told_from_sentences(line: str, step: Step | None) -> None:
    assert step_in(line) == step


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("modelscape: a.md was not taken in: it is empty\n", "a.md was not taken in: it is empty"),
        ("modelscape: 12 of 345 passages\n", None),
        ("WARNING index.store: slow\n", None),
        ("Traceback (most recent call last):", None),
    ],
)
def test_only_what_is_meant_for_a_person_is_a_sentence(line: str, sentence: str | None) -> None:
    assert sentence_in(line) == sentence
