from bot.facts.reply import typed_reply
from bot.types import Question
from bot.understanding.types import Compare, Wanted
from corpus.facts.types import Attribute, Unit, Value
from corpus.names.types import Benchmark
from tests.bot.facts.library import (
    CRATES,
    HERON,
    HERON_MINI,
    LYNX,
    NOBODY,
    OTTER,
    answer,
    library,
    lines,
    refusal,
    stated,
)

WINDOW = Wanted(Attribute.CONTEXT_WINDOW)


def test_what_is_stated_of_both_stands_side_by_side() -> None:
    found = answer(Compare((HERON, OTTER)))
    assert lines(found)[:3] == [
        "- context window: Heron 7 1M tokens (Beta) [1]; Otter 2 128K tokens [2][3]",
        "- release date: Heron 7 2031-05-01 [4]; Otter 2 2031 [5]",
        "- score on Crate-bench Verified: Heron 7 80.9% [6]; Otter 2 76.8% [7]",
    ]
    assert not any(row.attribute == "price_input" for row in found.rows)


def test_scores_of_different_variants_are_not_put_side_by_side() -> None:
    found = answer(Compare((HERON, LYNX)))
    assert (
        "- Crate-bench: not comparable, as version or variant differ: "
        "Heron 7 score on Crate-bench Verified 80.9% [5]; Lynx 9 score on Crate-bench Pro 55% [6]"
    ) in lines(found)
    assert not any(row.attribute == "benchmark" for row in found.rows)


def test_what_was_asked_for_is_shown_where_one_model_lacks_it() -> None:
    found = answer(Compare((HERON, HERON_MINI), (WINDOW,)))
    assert lines(found)[0] == "- context window: Heron 7 1M tokens (Beta) [1]; Heron 7 Mini not stated"
    assert found.unknown == ("Heron 7 Mini",)


def test_a_score_that_only_one_has_is_shown_where_it_was_asked_for() -> None:
    asked = Wanted(Attribute.BENCHMARK, CRATES)
    found = answer(Compare((HERON, HERON_MINI), (asked,)))
    assert [row.model for row in found.rows] == ["Heron 7"]


def test_a_benchmark_named_without_its_variant_is_compared_where_the_variants_agree() -> None:
    asked = Wanted(Attribute.BENCHMARK, Benchmark("Crate-bench"))
    found = answer(Compare((HERON, OTTER), (asked,)))
    assert [(row.model, row.benchmark) for row in found.rows] == [
        ("Heron 7", "Crate-bench Verified"),
        ("Otter 2", "Crate-bench Verified"),
    ]


def test_prices_stand_side_by_side_in_a_currency_that_all_have() -> None:
    yuan, dollars = Value(Unit.CNY, 72.0), Value(Unit.USD, 10.0)
    known = library(
        stated(HERON_MINI, Attribute.PRICE_OUTPUT, yuan, 300),
        stated(OTTER, Attribute.PRICE_OUTPUT, dollars, 310),
        stated(OTTER, Attribute.PRICE_OUTPUT, Value(Unit.CNY, 80.0), 320),
    )
    asked = Compare((HERON_MINI, OTTER), (Wanted(Attribute.PRICE_OUTPUT),))
    assert [row.unit for row in answer(asked, known=known).rows][:2] == ["CNY", "CNY"]


def test_where_nothing_is_stated_of_two_of_them_it_is_refused() -> None:
    assert lines(refusal(Compare((HERON_MINI, OTTER))))[0] == (
        "No article states the same of at least two of these: Heron 7 Mini, Otter 2."
    )
    assert lines(refusal(Compare((HERON, OTTER), (Wanted(Attribute.EXPERTS),))))[0] == (
        "No article gives the experts of any of these: Heron 7, Otter 2."
    )


def test_of_models_that_no_article_knows_the_facts_say_nothing() -> None:
    assert typed_reply(Compare((NOBODY,)), Question("?", "en"), library(), None) is None
