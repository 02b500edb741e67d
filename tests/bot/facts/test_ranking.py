from bot.understanding.types import Ranking, Wanted
from corpus.facts.types import Attribute, Unit, Value
from corpus.names.types import Benchmark, Model
from index.catalogue.types import Condition, Op
from tests.bot.facts.library import ALPHA, CRATES, answer, library, lines, percent, refusal, stated, tokens

WINDOW = Wanted(Attribute.CONTEXT_WINDOW)
SCORE = Wanted(Attribute.BENCHMARK, Benchmark("Crate-bench"))
EEL = Model("eel-1", "Eel 1", "Eel", None)


def test_the_first_is_named_and_what_is_only_expected_is_not_ranked() -> None:
    found = answer(Ranking(WINDOW, descending=True))
    assert lines(found)[:2] == [
        "Highest context window: Heron 7 1M tokens (Beta) [1]",
        "Not compared with these, as they are only expected or rumoured: Lynx 9 2M tokens (expected, not released) [2]",
    ]
    assert [(row.model, row.rank) for row in found.rows] == [("Heron 7", 1)]


def test_what_ties_shares_a_rank_and_the_next_value_has_the_next() -> None:
    tie = stated(EEL, Attribute.CONTEXT_WINDOW, tokens(1_000_000), 300)
    first = answer(Ranking(WINDOW, descending=True), known=library(tie))
    assert [row.model for row in first.rows] == ["Eel 1", "Heron 7"]
    second = answer(Ranking(WINDOW, descending=True, position=2), known=library(tie))
    assert lines(second)[0].startswith("Number 2 by context window, highest first: Otter 2 ")


def test_there_may_be_too_few_to_have_such_a_place() -> None:
    found = refusal(Ranking(WINDOW, descending=True, position=9))
    assert lines(found)[0].startswith("Only 2 models can be ranked by context window; nearest: Otter 2")


def test_scores_of_another_variant_stand_apart_with_the_reason() -> None:
    found = answer(Ranking(SCORE, descending=True, position=None))
    assert lines(found)[:4] == [
        "By score on Crate-bench Verified, highest first:",
        "1. Heron 7 80.9% [1]",
        "2. Otter 2 76.8% [2]",
        "Not compared with these, as it is another version or variant (Crate-bench Pro): Lynx 9 55% [3]",
    ]
    assert [(row.model, row.rank) for row in found.rows] == [("Heron 7", 1), ("Otter 2", 2), ("Lynx 9", None)]
    assert found.unknown == ("Heron 7 Mini",)


def test_the_benchmark_as_it_is_asked_for_comes_first_however_few_its_scores_are() -> None:
    plain = stated(EEL, Attribute.BENCHMARK, percent(12), 300, benchmark=Benchmark("Crate-bench"))
    found = answer(Ranking(SCORE, descending=True, position=None), known=library(plain))
    assert found.rows[0].model == "Eel 1"


def test_a_score_without_a_percent_sign_is_compared_with_those_that_have_it() -> None:
    bare = stated(EEL, Attribute.BENCHMARK, Value(number=79.0), 300, benchmark=CRATES)
    known = library(bare)
    found = answer(Ranking(Wanted(Attribute.BENCHMARK, CRATES), True, None), known=known)
    assert [row.model for row in found.rows] == ["Heron 7", "Eel 1", "Otter 2"]


def test_the_lowest_price_in_a_currency_is_led_by_that_currency() -> None:
    yuan = Condition(Attribute.PRICE_INPUT, Op.AT_LEAST, 0.0, Unit.CNY)
    found = answer(Ranking(Wanted(Attribute.PRICE_INPUT), descending=False, conditions=(yuan,)))
    assert [(row.value, row.unit) for row in found.rows] == [(4, "CNY")]
    assert lines(found)[0].startswith("Lowest input price: Otter 2 ¥4")


def test_the_latest_is_by_the_day_that_is_known() -> None:
    found = answer(Ranking(Wanted(Attribute.RELEASED), descending=True))
    assert lines(found)[0].startswith("Latest release date: ")


def test_what_no_article_gives_of_any_model_is_refused() -> None:
    found = refusal(Ranking(Wanted(Attribute.EXPERTS), descending=True))
    assert lines(found)[0] == "No article gives any model's experts."
    assert len(found.unknown) == 4


def test_a_unit_that_an_article_leaves_out_is_that_of_the_attribute() -> None:
    bare = stated(EEL, Attribute.CONTEXT_WINDOW, Value(number=2e6), 300, ALPHA)
    found = answer(Ranking(WINDOW, descending=True), known=library(bare))
    assert (found.rows[0].model, found.rows[0].unit, found.rows[0].shown) == ("Eel 1", "tokens", "2M tokens")
