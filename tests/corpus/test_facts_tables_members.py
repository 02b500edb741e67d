"""Tables that name a family in one place and its members in another."""

import pytest

from corpus.names import Names, read_names
from tests.corpus.facts_tables import facts, quotes, told

SIZES = {"Qwen9 4B: context_window = 32000 tokens", "Qwen9 40B: context_window = 256000 tokens"}
TABLES = [
    "| Item | Qwen9 | |\n|---|---|---|\n| | 4B | 40B |\n| Context length | 32K | 256K |\n| Licence | | |\n",
    "## Qwen9\n\n| | 4B | 40B |\n|---|---|---|\n| Context length | 32K | 256K |\n",
    "## Qwen9\n\n| Version | Context length |\n|---|---|\n| 4B | 32K |\n| 40B | 256K |\n",
    "<table><tr><th rowspan=2>Item</th><th colspan=2>Qwen9</th></tr><tr><th>4B</th><th>40B</th></tr>"
    "<tr><th>Context</th><td>32K</td><td>256K</td></tr></table>",
]


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize("text", TABLES)
def test_sizes_below_a_family_are_models_of_their_own(names: Names, text: str) -> None:
    assert {line.replace("Qwen9-", "Qwen9 ") for line in told(names, text)} == SIZES
    assert all("Qwen9" in quotes(text, fact) for fact in facts(names, text))


def test_a_name_over_several_columns_without_members_states_nothing(names: Names) -> None:
    assert told(names, "| Item | Qwen9 | |\n|---|---|---|\n| Context length | 32K | 256K |\n") == set()


def test_what_is_no_size_or_tier_is_no_member(names: Names) -> None:
    text = "## Qwen9\n\n| | Asia | Europe |\n|---|---|---|\n| Context length | 32K | 256K |\n"
    assert told(names, text) == set()


def test_a_table_of_the_members_of_its_headings_family_tells_what_they_have_in_common(names: Names) -> None:
    text = "## Claude 4.5\n\n| Item | Value |\n|---|---|\n| Latest version | Claude Sonnet 4.5 / Opus 4.5 |\n| Context window | 200K |\n| Parameters | 70B |\n"
    assert told(names, text) == {
        "Claude Sonnet 4.5: context_window = 200000 tokens",
        "Claude Opus 4.5: context_window = 200000 tokens",
    }
