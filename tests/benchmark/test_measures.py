import json
from pathlib import Path

import numpy as np
import pytest

from tests.benchmark.measures import average_precisions, distinct, share_found
from tests.benchmark.row_ask import banned_imports
from tests.benchmark.row_languages import Task, mean_average_precision, own_task, xquad_r_task
from tests.benchmark.row_mixed import shares
from tests.benchmark.texts import Asked, parallel_texts


def test_a_name_counts_where_it_came_first() -> None:
    assert distinct(["b", "a", "b"]) == ["b", "a"]


@pytest.mark.parametrize(
    ("scores", "relevant", "wanted"),
    [
        ([3, 2, 1], [True, True, False], 1.0),
        ([3, 2, 1], [False, True, True], (1 / 2 + 2 / 3) / 2),
        ([1, 2, 3], [True, False, False], 1 / 3),
    ],
)
def test_average_precision_is_the_mean_precision_at_each_relevant_candidate(
    scores: list[float], relevant: list[bool], wanted: float
) -> None:
    assert average_precisions(np.array([scores]), np.array([relevant])) == pytest.approx([wanted])


def test_neighbours_are_found_whatever_their_order() -> None:
    assert share_found([[1, 2], [3, 4]], [[2, 1], [4, 5]]) == 0.75


def test_the_mean_over_questions_is_taken_of_the_dot_products() -> None:
    task = Task("two", ("a", "b"), ("p", "q"), ((0,), (0,)))
    assert mean_average_precision(task, np.array([[1, 0], [0, 1]]), np.eye(2)) == 0.75


def test_every_question_has_a_sentence_in_both_languages() -> None:
    task = own_task()
    assert len(task.questions) > 300
    assert all(len(set(places)) == 2 for places in task.relevant)


def test_there_are_100_parallel_paragraphs_and_200_questions() -> None:
    texts = parallel_texts(None)
    assert len(texts.paragraphs) >= 100
    assert len({q.text for q in texts.questions if q.language == "en"}) >= 200


def test_questions_are_counted_by_whether_they_are_in_their_paragraphs_language() -> None:
    results = [(Asked("p", "en", "?"), "en", ["p"]), (Asked("p", "zh", "？"), "en", ["x", "p"])]
    found = shares(results)
    assert (found["own"], found["own_first"], found["other"], found["other_first"]) == (1, 1, 1, 0)


def test_banned_imports_are_seen_in_a_trace() -> None:
    trace = "import time:  1 |  2 |   torch._C\nimport time:  1 |  2 | numpy\nan article about transformers\n"
    assert banned_imports(trace) == ["torch"]


def test_xquad_is_read_in_both_languages(tmp_path: Path) -> None:
    for name in ("en", "zh"):
        _write_squad(tmp_path / f"xquad.{name}.json", {"context": f"{name} text"})
    texts = parallel_texts(tmp_path)
    assert texts.paragraphs == {"x0000": {"en": "en text", "zh": "zh text"}}
    assert [q.language for q in texts.questions] == ["en", "zh"]


def test_an_answers_sentence_is_found_in_every_language_of_xquad_r(tmp_path: Path) -> None:
    for name in ("de", "en"):
        breaks: dict[str, object] = {"context": "One. Two tin.", "sentence_breaks": [[0, 4], [5, 13]]}
        _write_squad(tmp_path / f"{name}.json", breaks, answer_start=9)
    task = xquad_r_task(tmp_path)
    assert task.candidates == ("One.", "Two tin.", "One.", "Two tin.")
    assert task.relevant == ((1, 3), (1, 3))


def _write_squad(path: Path, paragraph: dict[str, object], answer_start: int = 0) -> None:
    questions = [{"id": "q", "question": "?", "answers": [{"text": "tin", "answer_start": answer_start}]}]
    path.write_text(json.dumps({"data": [{"paragraphs": [{**paragraph, "qas": questions}]}]}), "utf-8")
