from dataclasses import replace
from datetime import date

import pytest

from corpus.facts.types import Attribute, Bound, Day, Fact, Status, Unit, Value
from corpus.names.types import Benchmark
from index.catalogue.catalogue import Catalogue, make_catalogue
from index.catalogue.types import Condition, Op
from tests.index.fact_helpers import a_fact, a_model, a_statement, statements, tokens

WINDOW, PRICE, RELEASED = Attribute.CONTEXT_WINDOW, Attribute.PRICE_INPUT, Attribute.RELEASED
DEVELOPER, OPEN, LICENCE = Attribute.DEVELOPER, Attribute.OPEN_WEIGHTS, Attribute.LICENCE
MILLION = Condition(WINDOW, Op.AT_LEAST, 1_000_000, Unit.TOKENS)


def catalogue(*facts: Fact) -> Catalogue:
    return make_catalogue(1, statements(*facts))


def chosen(facts: list[Fact], *conditions: Condition) -> tuple[list[str], list[str]]:
    found = catalogue(*facts).select(conditions)
    return [match.model.name for match in found.matching], [model.name for model in found.unknown]


def of(model: str, attribute: Attribute, value: Value, status: Status = Status.RELEASED) -> Fact:
    return a_fact(model=model, attribute=attribute, value=value, status=status)


def day(*parts: int) -> Value:
    return Value(Unit.DATE, day=Day(*parts) if parts else None)


@pytest.mark.parametrize(
    ("value", "op", "wanted", "expected"),
    [
        (tokens(1_000_000), Op.AT_LEAST, 1_000_000, True),
        (tokens(999_999), Op.AT_LEAST, 1_000_000, False),
        (tokens(1_048_576), Op.AT_LEAST, 1_000_000, True),
        (tokens(1_048_576), Op.AT_MOST, 1_000_000, True),
        (tokens(1_048_576), Op.MORE, 1_000_000, False),
        (tokens(131_072), Op.AT_LEAST, 128_000, True),
        (tokens(131_072), Op.EQUAL, 128_000, True),
        (tokens(128_000), Op.AT_LEAST, 131_072, True),
        (tokens(128_000), Op.AT_MOST, 125_000, False),
        (Value(Unit.TOKENS, 1_000_000, bound=Bound.AT_LEAST), Op.AT_LEAST, 1_000_000, True),
        (Value(Unit.TOKENS, 1_000_000, bound=Bound.AT_MOST), Op.AT_LEAST, 1_000_000, True),
        (Value(Unit.TOKENS, 1_000_000, 200_000, Bound.RANGE), Op.AT_LEAST, 1_000_000, True),
        (Value(Unit.TOKENS, 990_000, bound=Bound.ABOUT), Op.AT_LEAST, 1_000_000, False),
    ],
)
def test_a_number_is_compared_as_people_say_it(value: Value, op: Op, wanted: float, expected: bool) -> None:
    condition = Condition(WINDOW, op, wanted, Unit.TOKENS)
    assert chosen([of("Heron 1", WINDOW, value)], condition) == (["Heron 1"] if expected else [], [])


def test_what_no_article_states_is_unknown_and_not_no() -> None:
    facts = [
        of("Heron 1", WINDOW, tokens(1_000_000)),
        of("Otter 1", WINDOW, tokens(200_000)),
        of("Crane 1", RELEASED, day(2026, 2)),
    ]
    assert chosen(facts, MILLION) == (["Heron 1"], ["Crane 1"])


def test_a_model_that_fails_one_condition_is_out_whatever_else_is_unknown() -> None:
    facts = [of("Heron 1", WINDOW, tokens(200_000)), of("Crane 1", OPEN, Value(truth=True))]
    openly = Condition(OPEN, Op.EQUAL, True)
    assert chosen(facts, MILLION, openly) == ([], ["Crane 1"])
    assert chosen(facts, openly, MILLION) == ([], ["Crane 1"])


def test_each_condition_is_shown_by_a_statement() -> None:
    facts = [of("Heron 1", WINDOW, tokens(1_000_000)), of("Heron 1", OPEN, Value(truth=True))]
    found = catalogue(*facts).select([MILLION, Condition(OPEN, Op.EQUAL, True)])
    assert [s.fact for s in found.matching[0].shown] == facts


def test_without_conditions_every_model_is_shown_by_what_is_known_of_it() -> None:
    facts = [of("Heron 1", WINDOW, tokens(5)), of("Heron 1", RELEASED, day(2026, 2))]
    assert [s.fact for match in catalogue(*facts).select([]).matching for s in match.shown] == facts[1:]


def test_the_leading_value_decides() -> None:
    facts = [
        replace(of("Heron 1", WINDOW, tokens(1_000_000)), as_of=Day(2026, 1, 1)),
        replace(of("Heron 1", WINDOW, tokens(200_000)), as_of=Day(2026, 2, 1)),
    ]
    assert chosen(facts, MILLION) == ([], [])


def test_another_currency_is_unknown_and_the_asked_one_is_taken_where_both_are_stated() -> None:
    facts = [
        of("Heron 1", PRICE, Value(Unit.CNY, 2)),
        of("Otter 1", PRICE, Value(Unit.CNY, 2)),
        of("Otter 1", PRICE, Value(Unit.USD, 3)),
    ]
    assert chosen(facts, Condition(PRICE, Op.AT_MOST, 5, Unit.USD)) == (["Otter 1"], ["Heron 1"])


@pytest.mark.parametrize(
    ("value", "status", "expected"),
    [
        (day(2026, 2, 20), Status.RELEASED, "in"),
        (day(2026, 2, 20), Status.PREVIEW, "in"),
        (day(2026, 2), Status.RELEASED, "in"),
        (day(2026, 1), Status.RELEASED, "out"),
        (day(2026, 2, 20), Status.EXPECTED, "out"),
        (day(), Status.RELEASED, "unknown"),
        (day(2026, 2, 20), Status.WITHDRAWN, "unknown"),  # that is the day on which it went
    ],
)
def test_released_since_is_about_what_came_out(value: Value, status: Status, expected: str) -> None:
    condition = Condition(RELEASED, Op.AT_LEAST, date(2026, 2, 15))
    matching, unknown = chosen([of("Heron 1", RELEASED, value, status)], condition)
    assert (bool(matching), bool(unknown)) == (expected == "in", expected == "unknown")


def test_a_status_is_that_of_the_release() -> None:
    facts = [
        of("Heron 1", RELEASED, day(2026, 2), Status.EXPECTED),
        of("Otter 1", RELEASED, day(), Status.RELEASED),
        of("Otter 1", RELEASED, day(2026, 1), Status.EXPECTED),
        of("Crane 1", WINDOW, tokens(1)),
    ]
    assert chosen(facts, Condition(RELEASED, Op.EQUAL, Status.EXPECTED)) == (["Heron 1"], ["Crane 1"])
    assert chosen(facts, Condition(RELEASED, Op.AT_LEAST, Status.PREVIEW)) == (["Otter 1"], ["Crane 1"])


def test_a_developer_is_the_one_that_is_known_of_the_family_or_stated() -> None:
    heron = replace(a_fact(), model=a_model("Heron 1", "Harbour AI"))
    stated = of("Otter 1", DEVELOPER, Value(text="HARBOUR ai"))
    facts = [heron, stated, of("Crane 1", WINDOW, tokens(1)), replace(heron, model=a_model("Gull 1", "Mole"))]
    found = catalogue(*facts).select([Condition(DEVELOPER, Op.EQUAL, "harbour-ai")])
    assert [(m.model.name, [s.fact for s in m.shown]) for m in found.matching] == [
        ("Heron 1", [heron]),
        ("Otter 1", [stated]),
    ]
    assert [model.name for model in found.unknown] == ["Crane 1"]


@pytest.mark.parametrize(
    ("attribute", "stated", "wanted", "expected"),
    [
        (LICENCE, "Apache 2.0", "apache-2.0", True),
        (LICENCE, "Apache License, Version 2.0", "Apache 2.0", True),
        (LICENCE, "MIT 许可证", "mit", True),
        (LICENCE, "Modified MIT", "MIT", False),
        (Attribute.MODALITIES, "text, image and video", "Image", True),
        (Attribute.MODALITIES, "text、图像", "图像", True),
        (Attribute.MODALITIES, "text", "image", False),
    ],
)
def test_a_text_is_compared_without_what_may_differ_in_writing_it(
    attribute: Attribute, stated: str, wanted: str, expected: bool
) -> None:
    matching, unknown = chosen(
        [of("Heron 1", attribute, Value(text=stated))], Condition(attribute, Op.EQUAL, wanted)
    )
    assert (bool(matching), unknown) == (expected, [])


def test_a_score_counts_for_its_own_benchmark_alone() -> None:
    plain, verified = Benchmark("Crate-bench"), Benchmark("Crate-bench", None, "Verified")
    score = replace(of("Heron 1", Attribute.BENCHMARK, Value(Unit.PERCENT, 80.9)), benchmark=verified)
    for benchmark, expected in ((verified, (["Heron 1"], [])), (plain, ([], ["Heron 1"]))):
        condition = Condition(Attribute.BENCHMARK, Op.AT_LEAST, 80, benchmark=benchmark)
        assert chosen([score], condition) == expected


def test_what_was_not_known_yet_is_left_out() -> None:
    late = a_statement(a_fact("b", "Otter 1"), date(2026, 2, 20))
    early = a_statement(a_fact("a"), date(2026, 2, 10))
    other = a_statement(a_fact("b", "Heron 1", value=tokens(5)), date(2026, 2, 20))
    found = make_catalogue(1, [early, late, other]).select([MILLION], date(2026, 2, 15))
    assert [m.model.name for m in found.matching] == ["Heron 1"]
    assert found.unknown == ()
