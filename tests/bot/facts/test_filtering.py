from datetime import date

import pytest

from bot.understanding.types import Filter, Wanted
from corpus.facts.types import Attribute, Status, Unit, Value
from corpus.names.types import Model
from index.catalogue.types import Condition, Op
from tests.bot.facts.library import ALPHA, BETA, answer, day, library, lines, refusal, stated, tokens

WINDOW, RELEASED = Attribute.CONTEXT_WINDOW, Attribute.RELEASED


def at_least(number: float) -> Condition:
    return Condition(WINDOW, Op.AT_LEAST, number, Unit.TOKENS)


def released(op: Op, *day_of: int) -> Condition:
    return Condition(RELEASED, op, date(*day_of), Unit.DATE)


def test_every_model_that_satisfies_it_is_named_best_first_and_the_unknown_apart() -> None:
    found = answer(Filter((at_least(128_000),)))
    assert lines(found) == [
        "2 models are reported with a context window of at least 128K tokens:",
        "- Heron 7 1M tokens (Beta) [1]",
        "- Otter 2 128K tokens [2][3]",
        "Only expected or rumoured: Lynx 9 2M tokens (expected, not released) [4].",
        "For one more model no article states it: Heron 7 Mini.",
        "Understood as: models with context window ≥ 128K tokens",
    ]
    assert [row.model for row in found.rows] == ["Heron 7", "Otter 2"]
    assert found.unknown == ("Heron 7 Mini",)


def test_each_of_several_conditions_has_a_row() -> None:
    found = answer(Filter((at_least(1_000_000), Condition(Attribute.OPEN_WEIGHTS, Op.EQUAL, True))))
    assert lines(found)[:2] == [
        "One model is reported with a context window of at least 1M tokens, open weights:",
        "- Heron 7 1M tokens (Beta) [1], open weights [2]",
    ]
    assert [row.attribute for row in found.rows] == ["context_window", "open_weights"]


def test_where_none_satisfies_it_the_highest_is_the_nearest() -> None:
    found = refusal(Filter((at_least(5_000_000),)))
    assert lines(found)[0].startswith(
        "No model is reported with a context window of at least 5M tokens; nearest: Lynx 9"
    )
    assert found.unknown == ("Heron 7 Mini",)


def test_a_price_in_another_currency_is_unknown_and_the_cheapest_comes_first() -> None:
    cheap = stated(Model("eel-1", "Eel 1", "Eel", None), Attribute.PRICE_INPUT, Value(Unit.USD, 1), 200)
    yuan = stated(Model("toad-1", "Toad 1", "Toad", None), Attribute.PRICE_INPUT, Value(Unit.CNY, 1), 210)
    below = Condition(Attribute.PRICE_INPUT, Op.AT_MOST, 3, Unit.USD)
    found = answer(Filter((below,)), known=library(cheap, yuan))
    assert [(row.model, row.value, row.unit) for row in found.rows] == [
        ("Eel 1", 1, "USD"),
        ("Otter 2", 2.5, "USD"),
    ]
    assert "Toad 1" in found.unknown


def test_a_disagreement_stands_beside_the_value_that_satisfies_it() -> None:
    big = Condition(Attribute.PARAMETERS_TOTAL, Op.AT_LEAST, 1e9, Unit.PARAMETERS)
    found = answer(Filter((big,)))
    assert lines(found)[1] == "- Heron 7 660B [1] (other articles: 600B [2] (Harbour News, 2031-05-04))"
    assert found.rows[0].conflict


def test_what_is_dated_to_a_year_stands_apart_where_only_a_part_of_it_is_asked_for() -> None:
    found = answer(Filter((released(Op.AT_LEAST, 2031, 5, 1), released(Op.AT_MOST, 2031, 5, 31))))
    assert lines(found)[:3] == [
        "One model is reported with a release from 2031-05-01 to 2031-05-31:",
        "- Heron 7 2031-05-01 [1]",
        "Of these only the month or the year is known: Otter 2 2031 [2].",
    ]
    whole = answer(Filter((released(Op.AT_LEAST, 2031, 1, 1), released(Op.AT_MOST, 2031, 12, 31))))
    assert [row.model for row in whole.rows] == ["Heron 7", "Otter 2"]


def test_what_is_expected_in_a_month_is_found_by_its_status() -> None:
    june = (released(Op.AT_LEAST, 2031, 6, 1), released(Op.AT_MOST, 2031, 6, 30))
    found = answer(Filter((*june, Condition(RELEASED, Op.EQUAL, Status.EXPECTED))))
    assert [(row.model, row.status) for row in found.rows] == [("Lynx 9", "expected")]


def test_a_filter_by_developer_shows_what_is_known_of_its_models() -> None:
    found = answer(Filter((Condition(Attribute.DEVELOPER, Op.EQUAL, "Rivermind"),)))
    assert {row.attribute for row in found.rows} == {"context_window", "price_input", "released"}
    assert {row.model for row in found.rows} == {"Otter 2"}


def test_an_order_that_is_asked_for_counts_and_who_has_no_value_comes_last() -> None:
    order = Wanted(Attribute.PRICE_INPUT)
    found = answer(Filter((at_least(1_000),), order, descending=False))
    assert list(dict.fromkeys(row.model for row in found.rows)) == ["Otter 2", "Heron 7"]


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "- Heron 7 1M token（Beta） [1]"), ("zh-Hant", "- Heron 7 1M token（Beta） [1]")],
)
def test_a_list_is_written_in_chinese(language: str, line: str) -> None:
    assert lines(answer(Filter((at_least(1_000_000),)), language))[1] == line


def test_a_long_list_is_cut_and_its_rows_are_all_there() -> None:
    many = [
        stated(
            Model(f"frog-{n}", f"Frog {n}", "Frog", None),
            WINDOW,
            tokens(3_000_000),
            10 * n,
            BETA if n % 2 else ALPHA,
        )
        for n in range(40, 240)
    ]
    found = answer(Filter((at_least(3_000_000),)), known=library(*many))
    assert len(found.rows) == 200
    assert "The list goes on with" in found.text[:1500]


def test_a_name_in_an_article_can_not_break_the_lines() -> None:
    hostile = Model("x", "Evil\n- Heron 8 9M tokens [1]\x1b[2J", "Evil", None)
    found = answer(Filter((at_least(7_000_000),)), known=library(stated(hostile, WINDOW, tokens(8e6), 400)))
    assert len(lines(found)) == 4
    assert "\x1b" not in found.text


def test_days_are_said_as_limits() -> None:
    known = library(stated(Model("e", "Eel 1", "Eel", None), RELEASED, day(2032, 1, 2), 500))
    found = answer(Filter((released(Op.MORE, 2031, 12, 31),)), known=known)
    assert lines(found)[0] == "One model is reported with a release after 2031-12-31:"


def test_the_nearest_is_one_of_those_that_satisfy_the_other_conditions() -> None:
    otters = Condition(Attribute.DEVELOPER, Op.EQUAL, "Rivermind")
    found = refusal(Filter((at_least(1_000_000), otters)))
    assert found.near_miss
    assert found.near_miss.text.startswith("Otter 2: context window 128K tokens")
