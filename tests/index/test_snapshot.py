from datetime import date

import numpy as np
import pytest

from index.snapshot import Snapshot, take_snapshot
from index.types import Served
from tests.index.index_helpers import a_shelf
from tests.index.store_helpers import unit_vectors

FIRST = [("old", "en", "tin robot"), ("kept", "en", "tin ship"), ("kept", "zh", "机器人")]
SECOND = [("new", "zh", "机器人"), ("undated", "fr", "robot")]
VECTORS = unit_vectors(5)
SERVED = {
    "kept": Served("s1", date(2026, 2, 1)),
    "new": Served("s2", date(2026, 3, 1)),
    "undated": Served("s2", None),
    "old": Served("s2", None),  # served from another segment now
}


def snapshot(served: dict[str, Served] = SERVED) -> Snapshot:
    shelves = [a_shelf(FIRST, VECTORS[:3]), a_shelf(SECOND, VECTORS[3:])]
    return take_snapshot(7, served, ("s1", "s2"), shelves)


def test_rows_are_numbered_through_and_know_their_segment() -> None:
    found = snapshot()
    assert (found.generation, found.starts, len(found.groups)) == (7, (0, 3), 5)
    assert [found.segment_of(row) for row in range(5)] == [0, 0, 0, 1, 1]


def test_languages_have_one_number_in_all_segments() -> None:
    found = snapshot()
    assert found.languages == ("en", "zh", "fr")
    assert found.groups.tolist() == [-1, 0, 1, 1, 2]


def test_articles_served_from_elsewhere_or_dropped_have_no_rows_here() -> None:
    assert snapshot().rows == 4
    assert snapshot({}).rows == 0
    assert snapshot({"new": SERVED["new"]}).groups.tolist() == [-1, -1, -1, 1, -1]


def test_words_of_rows_that_are_not_served_count_for_nothing() -> None:
    found = snapshot()
    scores = found.words.scores(["robot", "tin"], np.ones(3, bool))
    assert scores[0] == 0
    assert scores[1] > 0


def test_vectors_come_in_the_order_asked_from_all_segments() -> None:
    rows = np.array([4, 0, 3, 2])
    assert snapshot().vectors_of(rows) == pytest.approx(VECTORS[rows], abs=1e-3)
    assert snapshot().vectors_of(np.zeros(0, np.int64)).shape == (0, 16)


def test_published_until_keeps_what_has_no_date() -> None:
    assert snapshot().published_until(date(2026, 2, 14)).tolist()[1:] == [True, True, False, True]
    assert snapshot().published_until(date(2026, 3, 1)).all()


def test_a_generation_of_no_segments_can_be_looked_at() -> None:
    assert take_snapshot(1, {}, (), ()).rows == 0
