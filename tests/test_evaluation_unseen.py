"""How questions on articles are answered that were written, with their questions, before anything was tuned to
them: in four sets, over each of which it is asked by itself."""

from datetime import date

import pytest

from tests.evaluation.questions import FOLDER, read_questions
from tests.evaluation.scoring import figures
from tests.evaluation.trial import Trial, trial_over
from tests.evaluation.typed.figures import typed_figures
from tests.evaluation.typed.library import read_library
from tests.evaluation.typed.questions import read_typed

TODAY = date(2026, 7, 1)
UNSEEN = FOLDER / "shapes_2"
# The levels to keep, by set: of typed questions, and of open ones where there are any. When they were first read,
# 45, 55, 40 and 20 % of the typed questions were answered right; one expectation of set 1 was mistaken (50 %).
LEVELS = {"1": (0.85, 0.60), "2": (0.80, 0.80), "3": (0.60, 0.80), "4": (0.65, None)}
ANSWERABLE_REFUSED = 0.16
UNANSWERABLE_REFUSED = 0.66
OPEN_UNANSWERABLE_REFUSED = 0.5


@pytest.mark.parametrize(("name", "levels"), LEVELS.items())
def test_questions_are_answered_out_of_news_in_four_languages(
    name: str, levels: tuple[float, float | None]
) -> None:
    with trial_over(UNSEEN / name) as trial:
        _check_typed(trial, name, levels[0])
        if levels[1] is not None:
            found = figures(trial.ask(read_questions(UNSEEN / f"open_{name}.jsonl")))
            assert found.right >= levels[1], found
            assert found.unanswerable_refused >= OPEN_UNANSWERABLE_REFUSED, found


def _check_typed(trial: Trial, name: str, level: float) -> None:
    questions = read_typed(UNSEEN / f"typed_{name}.jsonl")
    judged = trial.ask_typed(questions, read_library(UNSEEN / name, TODAY))
    found = typed_figures(judged)
    wrong = [(one.asked.id, one.asked.question, one.faults) for one in judged if not one.right]
    assert found.right >= level, (found, wrong)
    assert found.answerable_refused <= ANSWERABLE_REFUSED, (found, wrong)
    assert found.unanswerable_refused >= UNANSWERABLE_REFUSED, (found, wrong)
