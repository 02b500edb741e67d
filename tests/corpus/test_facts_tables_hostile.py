import time

import pytest

from corpus.facts.tables import table_facts
from corpus.names import Names, read_names
from tests.corpus.facts_tables import article, line, told

_SECONDS = 20.0  # far above what it takes: a hang, not a slow machine, is to fail
_HEAD = "| Model | Context |\n|---|---|\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_HEAD + "| GPT-5 | " + "128 " * 10_000 + "|\n", id="a cell with 10,000 numbers"),
        pytest.param(_HEAD + "| GPT-5 | 400K |\n" * 100_000, id="100,000 rows"),
        pytest.param("| a " * 20_000 + "|\n" + "|-" * 20_000 + "|\n", id="20,000 columns"),
        pytest.param("|" * 1_000_000, id="only pipes"),
        pytest.param(_HEAD + "| " + "~~" * 100_000 + " | 1K |", id="strikes without end"),
        pytest.param(_HEAD + "| " + "[" * 100_000 + " | 1K |", id="brackets without end"),
        pytest.param(_HEAD + "| GPT-5 | " + "(" * 100_000 + " |", id="remarks without end"),
        pytest.param("<table><tr><td>" * 20_000, id="tables in tables, none closed"),
        pytest.param("<table>" + "<tr><td rowspan=9999 colspan=9999>x" * 5_000 + "</table>", id="cells over everything"),
        pytest.param("<table>" + "<s>" * 50_000 + "</table>", id="unclosed strikes"),
        pytest.param("ModelContext Window\nGPT-5" + "1" * 100_000 + "\n", id="a row of digits"),
        pytest.param("ModelContext WindowMax output\nGPT-5" + "128K" * 50 + "\n", id="a row of windows"),
        pytest.param("Model" + "Context Window" * 20_000, id="a header without end"),
        pytest.param("ModelInput ($/1M tokens)Output ($/1M tokens)\n" + "GPT-5" + "0.1" * 100 + "\n", id="a row of prices"),
        pytest.param("Model`" + "x`" * 100_000, id="ticks without end"),
        pytest.param("GPT-5\n400K\n" * 30_000, id="a cell a line, 60,000 lines"),
        pytest.param("模型" * 200_000, id="one word over and over"),
    ],
)  # fmt: skip
def test_hostile_tables_end_in_time(names: Names, text: str) -> None:
    start = time.process_time()
    table_facts(article(text), names, None)
    assert time.process_time() - start < _SECONDS


def test_a_line_of_five_megabytes_ends_in_time(names: Names) -> None:
    text = _HEAD + "| GPT-5 | 400K |\n| x | " + "128K GPT-5 | " * 400_000 + "|\n"
    start = time.process_time()
    found, _, _ = table_facts(article(text), names, None)
    assert [line(fact) for fact in found] == ["GPT-5: context_window = 400000 tokens"]
    assert time.process_time() - start < _SECONDS


@pytest.mark.parametrize(
    "text",
    ["", "|", "||\n||", "|---|", "| Model |\n|---|\n", "<table></table>", "<table><tr></tr></table>", "<table", _HEAD, _HEAD + "|\n|\n"],
)  # fmt: skip
def test_empty_and_broken_tables_state_nothing(names: Names, text: str) -> None:
    assert table_facts(article(text), names, None) == ([], [], [])


def test_marks_of_direction_and_full_width_digits_do_no_harm(names: Names) -> None:
    text = "| Model | Context |\n|---|---|\n| \u200fGPT-5\u200e | \u202b４００Ｋ\u202c |\n"
    assert told(names, text) == {"GPT-5: context_window = 400000 tokens"}


def test_every_span_lies_in_the_text(names: Names) -> None:
    text = _HEAD + "| **GPT-5** <br> GPT-5 mini | <b>4</b>00&nbsp;K |\n| [Grok 4](x) (beta) | `256K` |\n"
    found, spans, _ = table_facts(article(text), names.for_article(text), None)
    assert found
    for start, end in [*spans, *(span for fact in found for span in (fact.span, *fact.context))]:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
