import pytest

from corpus.facts.tables.months import months
from corpus.facts.types import Attribute, Day
from corpus.names import Names, read_names
from tests.corpus.facts_tables import facts, quotes


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预计3月发布的模型", ["2026-03"]),
        ("预计1月发布的模型", []),
        ("Expected in February", ["2026-02"]),
        ("Expected in March or in May", ["2026-03", "2026-05"]),
        ("3월 출시 예정", ["2026-03"]),
        ("预计2026年3月发布", []),
        ("预计3月5日发布", []),
        ("expected in March 2027", []),
        ("it may come", []),
    ],
)
def test_a_month_without_a_year_is_the_next_one(text: str, expected: list[str]) -> None:
    assert [str(day) for day, _ in months(text, 0, len(text), Day(2026, 2, 11))] == expected
    assert months(text, 0, len(text), Day(2026)) == months(text, 0, len(text), None) == []


def test_a_month_just_past_is_not_taken_for_the_next_year_s() -> None:
    assert months("due in January", 0, 14, Day(2026, 2, 11)) == []
    assert months("due in January", 0, 14, Day(2026, 11, 3)) == [(Day(2027, 1), (7, 14))]


def test_a_table_of_what_is_to_come_in_a_month_says_when(names: Names) -> None:
    text = "## 预计3月登场的新模型\n\n| 模型 | 开发方 |\n|---|---|\n| GLM-6 | 智谱AI |\n"
    (due,) = [f for f in facts(names, text, Day(2026, 2, 11)) if f.attribute is Attribute.RELEASED]
    assert (due.value.day, due.status.value) == (Day(2026, 3), "expected")
    assert quotes(text, due) == ("3月", "GLM-6", "## 预计3月登场的新模型")
