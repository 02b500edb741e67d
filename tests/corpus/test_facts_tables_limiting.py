"""What limits a price stands above its table, or in a cell of its row."""

import pytest

from corpus.names import Names, read_names
from tests.corpus.facts_tables import facts, quotes

ABOVE = [
    "### Prompts of up to 200K tokens",
    "### Prompts of more than 200K tokens",
    "### Batch processing",
    "**Batch API (50% off)**",
    "## 缓存命中",
    "### 夜间优惠时段",
]
TABLE = "| Model | Input ($ / 1M tokens) | Context |\n|---|---|---|\n| Grok 4 | $2.40 | 256K |\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize("above", ABOVE)
def test_a_condition_above_a_table_limits_its_prices_and_nothing_else(names: Names, above: str) -> None:
    text = f"{above}\n\n{TABLE}"
    price, window = facts(names, text)
    assert (price.note, window.note) == (above.strip("#* "), None)
    assert above in quotes(text, price)


def test_a_sentence_above_a_table_is_no_condition_of_it(names: Names) -> None:
    (price, _) = facts(names, f"The batch API is half the price.\n\n{TABLE}")
    assert price.note is None


def test_tiers_that_differ_in_up_to_and_more_than_are_two_prices(names: Names) -> None:
    text = "| Model | Prompt length | Input ($ / 1M tokens) |\n|---|---|---|\n| Grok 4 | up to 200K | $1 |\n| Grok 4 | more than 200K | $2 |\n"
    assert [(f.value.number, f.note) for f in facts(names, text)] == [
        (1, "up to 200K"),
        (2, "more than 200K"),
    ]


def test_what_all_prices_are_for_may_stand_below_a_heading_farther_up(names: Names) -> None:
    text = "# Prices\n\nAll prices are in US dollars per million tokens.\n\n## Text\n\n| | Grok 4 |\n|---|---|\n| Input | $2.40 |\n"
    (price,) = facts(names, text)
    assert price.value.number == 2.4
    assert "All prices are in US dollars per million tokens." in quotes(text, price)


def test_the_words_in_brackets_that_a_note_or_a_status_is_made_of_belong_to_a_fact(names: Names) -> None:
    text = "| Model | Context window | AIME 2025 |\n|---|---|---|\n| Grok 4 | 1M tokens (Beta) | 90.5% (with tools) |\n"
    window, score = facts(names, text)
    assert (window.status, score.note) == ("preview", "with tools")
    assert "Beta" in quotes(text, window)
    assert "with tools" in quotes(text, score)


def test_a_remark_on_prices_limits_no_context_window(names: Names) -> None:
    text = (
        "| Model | Context window | Input ($ / 1M tokens) | Remarks |\n|---|---|---|---|\n"
        "| Grok 4 | 256K | $1 | cached input at a tenth of the price |\n"
    )
    window, price = facts(names, text)
    assert window.note is None
    assert price.note == "cached input at a tenth of the price"
