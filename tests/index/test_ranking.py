from datetime import date

import numpy as np
import pytest

from index.ranking import best_first, dense_evidence, different_first, query_terms, word_evidence
from index.snapshot import Snapshot, take_snapshot
from index.types import Served
from tests.index.index_helpers import TERMS, a_shelf
from tests.index.store_helpers import unit_vectors

Row = tuple[str, str, str]


def snapshot(
    rows: list[Row], vectors: np.ndarray | None = None, days: dict[str, date] | None = None
) -> Snapshot:
    served = {article: Served("s", (days or {}).get(article)) for article, _, _ in rows}
    made = a_shelf(rows, unit_vectors(len(rows)) if vectors is None else vectors)
    return take_snapshot(1, served, ("s",), (made,))


def evidence(found: Snapshot, query: str, language: str) -> np.ndarray:
    return word_evidence(found, query_terms(TERMS(query)), language)


def test_words_that_frame_a_question_are_no_evidence() -> None:
    assert query_terms(TERMS("what is the robot, the robot")) == ["robot"]


def test_words_count_in_the_askers_language() -> None:
    found = snapshot([("a", "en", "robot ship"), ("b", "en", "harbour"), ("c", "fr", "robot")])
    scores = evidence(found, "robot", "en")
    assert scores[0] > 0 > scores[1]
    assert scores[2] == 0


@pytest.mark.parametrize(
    ("query", "language", "text", "written"),
    [
        ("which score has GPT-4.1", "en", "GPT-4.1 的成绩", "zh"),
        ("英伟达", "zh", "Nvidia fell", "en"),
        ("英偉達", "zh-Hant", "Nvidia fell", "en"),
        ("价格", "zh", "the price rose", "en"),
        ("Whistler 是什么", "zh", "Whistler is a robot", "en"),
    ],
)
def test_names_numbers_and_concepts_count_in_other_languages_too(
    query: str, language: str, text: str, written: str
) -> None:
    found = snapshot([("a", written, text), ("b", written, "其他 other"), ("c", written, "more 更多")])
    scores = evidence(found, query, language)
    assert scores[0] > 0 > scores[1]


def test_the_best_of_each_language_has_the_same_evidence() -> None:
    rows: list[Row] = [("a", "en", "Nvidia"), ("b", "en", "x"), ("c", "zh", "英伟达"), ("d", "zh", "另一篇")]
    scores = evidence(snapshot(rows), "Nvidia", "en")
    assert scores[0] == pytest.approx(scores[2])


def test_dense_evidence_is_counted_within_the_language_of_a_passage() -> None:
    vectors = unit_vectors(200, dimensions=8)
    vectors[100:] = vectors[100:] * 0.2 + np.eye(8, dtype=np.float32)[0]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows: list[Row] = [(f"a{n}", "en" if n < 100 else "zh", "x") for n in range(200)]
    found = snapshot(rows, vectors)
    scores = dense_evidence(found, np.eye(8, dtype=np.float32)[0], np.arange(200))
    assert abs(scores[:100].mean() - scores[100:].mean()) < 1
    raw = vectors[:, 0]
    assert raw[100:].mean() - raw[:100].mean() > 0.8


def test_the_newer_of_two_that_tie_comes_first() -> None:
    rows: list[Row] = [("old", "en", "x"), ("new", "en", "x"), ("undated", "en", "x"), ("best", "en", "x")]
    days = {"old": date(2026, 1, 1), "new": date(2026, 2, 1), "best": date(2025, 1, 1)}
    order = best_first(snapshot(rows, days=days), np.arange(4), np.array([1.0, 1.01, 1.0, 3.0]))
    assert order.tolist() == [3, 1, 0, 2]


def test_a_clear_lead_counts_more_than_the_date() -> None:
    rows: list[Row] = [("old", "en", "x"), ("new", "en", "x")]
    days = {"old": date(2026, 1, 1), "new": date(2026, 2, 1)}
    assert best_first(snapshot(rows, days=days), np.arange(2), np.array([1.5, 1.0])).tolist() == [0, 1]


def test_duplicates_and_translations_give_way_to_other_evidence() -> None:
    one, two = np.eye(16, dtype=np.float32)[:2]
    near = (one * 0.85 + two * np.sqrt(1 - 0.85**2)).astype(np.float32)  # cosine 0.85 to the first
    rows: list[Row] = [
        ("a", "en", "x"),
        ("b", "en", "x"),
        ("c", "zh", "x"),
        ("d", "en", "x"),
        ("e", "en", "y"),
    ]
    found = snapshot(rows, np.stack([one, one, near, near, np.eye(16, dtype=np.float32)[5]]))
    assert different_first(found, np.arange(5)) == [0, 3, 4, 1, 2]


def test_nothing_is_lost_when_all_are_alike() -> None:
    rows: list[Row] = [(f"a{n}", "en", "x") for n in range(4)]
    found = snapshot(rows, np.repeat(unit_vectors(1), 4, axis=0))
    assert different_first(found, np.array([2, 0, 3, 1])) == [0, 1, 2, 3]
    assert different_first(found, np.zeros(0, np.int64)) == []
