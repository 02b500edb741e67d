"""Tables that tell what became of models."""

import pytest

from corpus.facts.types import Day
from corpus.names import Names, read_names
from tests.corpus.facts_tables import told

CASES = [
    (
        "| モデル | 提供開始 | 状況 |\n|---|---|---|\n| Grok 3 | 2026年1月19日 | 提供中 |\n| Grok 1 | 2024年3月5日 | 提供終了 |\n",
        {
            "Grok 3: released = 2026-01-19",
            "Grok 1: released = 2024-03-05",
            "Grok 1: released = None (deprecated)",
        },
    ),
    (
        "| Model | Date | Status |\n|---|---|---|\n| Grok 1 | 2024-03-05 | Retired |\n| Grok 3 | 2025-02-17 | Released |\n",
        {"Grok 1: released = None (deprecated)", "Grok 3: released = None", "Grok 3: released = 2025-02-17"},
    ),
    (
        "| Date | Model | Event |\n|---|---|---|\n| 2025-02-01 | Grok 3 | released |\n| 2025-03-01 | Grok 1 | retired |\n| 2025-03-02 | Grok 2 | price cut |\n",
        {"Grok 3: released = 2025-02-01", "Grok 1: released = 2025-03-01 (deprecated)"},
    ),
    (
        "| Model | Retirement date |\n|---|---|\n| Grok 1 | 2026-10-01 |\n",
        {"Grok 1: released = 2026-10-01 (deprecated)"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_day_of_an_end_is_none_of_a_release(text: str, expected: set[str], names: Names) -> None:
    assert told(names, text, Day(2026, 2, 20)) == expected


def test_the_first_column_of_a_drawn_table_may_have_no_header(names: Names) -> None:
    text = "            Grok 3   Grok 2\nMMLU          68.4     55.0\nAIME 2025     71.2     60.3\n"
    assert "Grok 2: MMLU = 55 points" in told(names, text)


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()
