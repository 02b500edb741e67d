from datetime import date

import pytest

from bot.facts.reply import typed_reply
from bot.types import Question
from bot.understanding.types import Lookup, Wanted
from corpus.facts.types import Attribute, Flag, Status, Value
from corpus.names.types import Benchmark
from tests.bot.facts.library import (
    ALPHA,
    CRATES,
    CRATES_PRO,
    HERON,
    HERON_MINI,
    LYNX,
    NOBODY,
    OTTER,
    answer,
    day,
    library,
    lines,
    refusal,
    stated,
    tokens,
)

WINDOW, PARAMETERS, LICENCE = (
    Wanted(a) for a in (Attribute.CONTEXT_WINDOW, Attribute.PARAMETERS_TOTAL, Attribute.LICENCE)
)
RELEASED, PRICE = Wanted(Attribute.RELEASED), Wanted(Attribute.PRICE_INPUT)


def score(benchmark: Benchmark) -> Wanted:
    return Wanted(Attribute.BENCHMARK, benchmark)


def test_a_value_is_cited_with_what_limits_it() -> None:
    found = answer(Lookup((HERON,), (WINDOW,)))
    assert lines(found) == [
        "Heron 7: context window 1M tokens (Beta) [1]",
        "Understood as: context window of Heron 7",
    ]
    assert found.understood
    row, citation = found.rows[0], found.citations[0]
    assert (row.value, row.unit, row.shown, row.status, row.note) == (
        1_000_000,
        "tokens",
        "1M tokens",
        "preview",
        "Beta",
    )
    assert (row.developer, row.as_of, row.conflict, row.citations) == ("Birdworks", "2031-05-04", False, (1,))
    assert (citation.span.quote, citation.span.start, citation.source) == ("w0010", 10, ALPHA)
    assert [span.quote for span in citation.context] == ["head"]


def test_where_articles_disagree_every_value_is_given_with_source_and_date() -> None:
    found = answer(Lookup((HERON,), (PARAMETERS,)))
    assert lines(found)[0] == (
        "Heron 7: parameters: the articles disagree: 660B [1] (河边的新模型, 2031-06-01); "
        "600B [2] (Harbour News, 2031-05-04)"
    )
    assert [(row.value, row.conflict) for row in found.rows] == [(660e9, True), (600e9, True)]


def test_of_a_plain_benchmark_no_variant_is_meant() -> None:
    found = refusal(Lookup((LYNX,), (score(CRATES),), exact=True))
    assert found.near_miss is not None


def test_k_and_1024_are_one_value_with_both_citations() -> None:
    found = answer(Lookup((OTTER,), (WINDOW,)))
    assert [(row.conflict, row.citations) for row in found.rows] == [(False, (1, 2))]


def test_another_currency_is_another_price_and_no_disagreement() -> None:
    found = answer(Lookup((OTTER,), (PRICE,)))
    assert sorted(row.unit for row in found.rows) == ["CNY", "USD"]
    assert not any(row.conflict for row in found.rows)


def test_a_question_of_which_a_part_is_answered_says_what_is_left_open() -> None:
    found = answer(Lookup((HERON,), (WINDOW, LICENCE)))
    assert lines(found)[1] == ("No article gives Heron 7's licence; nearest: Heron 7: open weights yes [2].")
    assert [row.attribute for row in found.rows] == ["context_window"]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        (Lookup((HERON_MINI,), (WINDOW,)), "Heron 7 Mini: output limit 64K tokens"),
        (Lookup((HERON_MINI,), (PARAMETERS,)), "Heron 7 (another model): parameters 660B"),
        (Lookup((LYNX,), (score(CRATES),)), "Lynx 9: score on Crate-bench Pro 55%"),
        (Lookup((LYNX,), (PRICE,)), "Lynx 9: release date 2031-06 (expected, not released)"),
    ],
)
def test_what_nothing_states_is_refused_with_the_nearest_thing(query: Lookup, near: str | None) -> None:
    found = refusal(query)
    assert found.text.startswith("No article gives ")
    assert (found.near_miss.text if found.near_miss else None) == near
    assert found.rows == ()


def test_an_expected_day_is_no_answer_to_when_it_was_released() -> None:
    found = refusal(Lookup((LYNX,), (RELEASED,)))
    assert lines(found)[0] == (
        "No article dates a release of Lynx 9; nearest: Lynx 9: release date 2031-06 "
        "(expected, not released) (河边的新模型)."
    )


def test_a_release_keeps_its_day_when_the_model_was_withdrawn() -> None:
    gone = stated(HERON, Attribute.RELEASED, day(2031, 8, 1), 300, status=Status.WITHDRAWN)
    found = answer(Lookup((HERON,), (RELEASED,)), known=library(gone))
    assert found.rows[0].value == "2031-05-01"


def test_a_benchmark_without_its_variant_is_answered_with_those_that_are_reported() -> None:
    found = answer(Lookup((HERON,), (score(Benchmark("Crate-bench")),)))
    assert found.rows[0].benchmark == "Crate-bench Verified"
    assert isinstance(refusal(Lookup((HERON,), (score(CRATES_PRO),))).text, str)


def test_the_card_has_everything_in_the_order_of_attributes() -> None:
    found = answer(Lookup((HERON,), ()))
    assert [row.attribute for row in found.rows] == [
        *("context_window", "parameters_total", "parameters_total", "released", "open_weights", "benchmark")
    ]


def test_a_value_is_shown_as_reported_with_a_word_where_its_article_contradicts_it() -> None:
    odd = stated(LYNX, Attribute.PARAMETERS_TOTAL, tokens(1e9), 300, flags=(Flag.OFF_BY_TEN,))
    found = answer(Lookup((LYNX,), (PARAMETERS,)), known=library(odd))
    assert "off by a factor of ten" in found.text


def test_of_models_that_no_article_knows_the_facts_say_nothing() -> None:
    asked = Question("?", "en")
    assert typed_reply(Lookup((NOBODY,), (WINDOW,)), asked, library(), None) is None
    assert typed_reply(Lookup((LYNX,), (WINDOW,)), asked, library(), date(2031, 5, 5)) is None
    both = answer(Lookup((NOBODY, HERON), (WINDOW,)))
    assert "No article states a fact of Newt 1." in lines(both)


def test_what_was_stated_later_does_not_count() -> None:
    found = typed_reply(Lookup((HERON,), (PARAMETERS,)), Question("?", "en"), library(), date(2031, 5, 5))
    assert found
    assert [row.value for row in found.rows] == [600e9]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "Lynx 9：上下文窗口 2M token（预计，尚未发布） [1]"),
        ("zh-Hant", "Lynx 9：上下文視窗 2M token（預計，尚未發布） [1]"),
        ("ja", "Lynx 9: context window 2M tokens (expected, not released) [1]"),
    ],
)
def test_the_frame_is_in_the_language_of_the_question(language: str, line: str) -> None:
    assert lines(answer(Lookup((LYNX,), (WINDOW,)), language))[0] == line


def test_several_values_are_a_line_each() -> None:
    found = answer(Lookup((HERON,), (WINDOW, PARAMETERS, RELEASED)))
    assert lines(found)[0] == "Heron 7"
    assert all(line.startswith("- ") for line in lines(found)[1:4])


def test_that_something_came_is_no_day_and_is_said_without_one() -> None:
    came = stated(NOBODY, Attribute.RELEASED, Value(), 300)
    found = typed_reply(Lookup((NOBODY,), (RELEASED,)), Question("?", "en"), library(came), None)
    assert found
    assert (
        lines(found)[0]
        == "No article dates a release of Newt 1; nearest: Newt 1: released (The harbour in May)."
    )
