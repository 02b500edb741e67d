"""The threshold of answering comes from the calibration, and the documentation shows it."""

from bot.answering.gate import read_threshold
from tests.evaluation.curve import THRESHOLDS, Point, Weighed, balanced_error, choose, curve, table, together
from tests.evaluation.stored import DOCUMENT, STORED, as_json, read, with_table

WEIGHED = [
    Weighed(0.95, answerable=True, right=True),
    Weighed(0.75, answerable=True, right=False),
    Weighed(0.55, answerable=True, right=True),
    Weighed(0.65, answerable=False, right=False),
    Weighed(0.0, answerable=False, right=False),
]


def test_the_shipped_threshold_is_what_the_stored_curve_gives() -> None:
    threshold, stored = read(STORED.read_text("utf-8"))
    assert threshold == choose(stored) == read_threshold()
    assert tuple(sorted(stored)) == THRESHOLDS


def test_the_documentation_shows_the_stored_curve() -> None:
    _, stored = read(STORED.read_text("utf-8"))
    document = DOCUMENT.read_text("utf-8")
    assert document == with_table(document, stored)


def test_a_point_counts_what_the_threshold_lets_through() -> None:
    found = curve({"one": WEIGHED})
    assert found[0.6]["one"] == Point(0.6, 0.6667, answerable_refused=0.3333, unanswerable_refused=0.5)
    assert found[0.9]["one"] == Point(0.2, 0.0, answerable_refused=0.6667, unanswerable_refused=1.0)


def test_where_nothing_is_answered_nothing_is_at_risk() -> None:
    assert curve({"one": WEIGHED[3:]})[0.9]["one"] == Point(0.0, 0.0, 0.0, 1.0)


def test_a_score_at_the_threshold_is_answered() -> None:
    assert curve({"one": [Weighed(0.7, True, True)]})[0.7]["one"].answered == 1.0


def test_parts_weigh_the_same_however_large_they_are() -> None:
    small, large = [Weighed(0.9, True, True)], [Weighed(0.1, True, True)] * 99
    row = curve({"small": small, "large": large})[0.5]
    assert together(row) == Point(0.5, 0.0, 0.5, 0.0)
    assert balanced_error(row) == 0.75


def test_the_smallest_of_the_best_thresholds_is_chosen() -> None:
    weighed = [Weighed(0.71, True, True), Weighed(0.55, False, False)]
    assert choose(curve({"one": weighed})) == 0.56


def test_what_is_stored_is_read_again() -> None:
    found = curve({"one": WEIGHED, "two": WEIGHED[:2]})
    assert read(as_json(found)) == (choose(found), found)


def test_the_table_marks_the_choice_and_replaces_the_one_before() -> None:
    found = curve({"one": WEIGHED})
    marked = [line for line in table(found).splitlines() if line.endswith("<- chosen")]
    assert [line[:4] for line in marked] == [f"{choose(found):.2f}"]
    once = with_table("before\n```text\nold\n```\nafter\n", found)
    assert once == f"before\n```text\n{table(found)}\n```\nafter\n" == with_table(once, found)
