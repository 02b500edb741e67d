from dataclasses import replace
from datetime import date

from corpus.facts.types import Attribute, Status, Unit, Value
from corpus.names.types import Benchmark
from index.catalogue.catalogue import make_catalogue
from tests.index.fact_helpers import a_fact, a_model, a_statement, numbers, statements, tokens

WINDOW, SCORE = Attribute.CONTEXT_WINDOW, Attribute.BENCHMARK


def test_statements_are_found_by_model_attribute_benchmark_and_article() -> None:
    plain, verified = Benchmark("Crate-bench"), Benchmark("Crate-bench", None, "Verified")
    facts = [
        a_fact("a", value=tokens(1)),
        a_fact("a", attribute=SCORE, value=Value(Unit.PERCENT, 2), benchmark=plain),
        a_fact("b", attribute=SCORE, value=Value(Unit.PERCENT, 3), benchmark=verified),
        a_fact("b", "Otter 1", value=tokens(4)),
    ]
    catalogue = make_catalogue(7, statements(*facts))
    assert catalogue.generation == 7
    assert numbers(catalogue.all()) == [1, 2, 3, 4]
    assert numbers(catalogue.statements("heron-1")) == [1, 2, 3]
    assert numbers(catalogue.statements("heron-1", SCORE)) == [2, 3]
    assert numbers(catalogue.statements("heron-1", SCORE, verified)) == [3]
    assert numbers(catalogue.of_article("b")) == [3, 4]
    assert catalogue.statements("gull-1") == catalogue.of_article("c") == ()
    assert catalogue.benchmarks() == (plain, verified)


def test_models_come_by_name_with_the_developer_that_is_known_or_stated() -> None:
    stated = a_fact("a", "otter 1", Attribute.DEVELOPER, Value(text="Harbour AI"))
    facts = [
        stated,
        a_fact("a", a_model("Heron 1")),
        a_fact("b", replace(a_model("Heron 1"), developer="Mole")),
    ]
    models = make_catalogue(1, statements(*facts)).models
    assert [(m.name, m.developer) for m in models] == [("Heron 1", "Mole"), ("otter 1", "Harbour AI")]


def test_a_model_has_the_name_that_most_statements_give_it() -> None:
    names = ["HERON 1", "Heron 1", "Heron 1"]
    facts = [a_fact("a", replace(a_model("Heron 1"), name=name)) for name in names]
    model = make_catalogue(1, statements(*facts)).model("heron-1")
    assert model is not None
    assert model.name == "Heron 1"


def test_a_family_named_as_a_whole_is_no_model() -> None:
    family = a_fact("a", replace(a_model("Heron"), versioned=False))
    assert make_catalogue(1, statements(family)).models == ()


def test_headlines_give_each_model_once() -> None:
    facts = [
        a_fact("a", "Otter 1", value=tokens(3)),
        a_fact("a", value=tokens(1), status=Status.RUMOURED),
        a_fact("b", value=tokens(2)),
        a_fact("b", "Crane 1", SCORE, Value(Unit.PERCENT, 4)),
    ]
    assert numbers(make_catalogue(1, statements(*facts)).headlines(WINDOW)) == [2, 3]


def test_disagreements_lead_with_the_headline() -> None:
    facts = [
        a_fact("a", value=tokens(1000), status=Status.RUMOURED),
        a_fact("b", value=tokens(2000)),
        a_fact("a", "Otter 1", value=tokens(128_000)),
        a_fact("b", "Otter 1", value=tokens(131_072)),
    ]
    (found,) = make_catalogue(1, statements(*facts)).disagreements()
    assert (found.model.name, found.attribute, found.benchmark) == ("Heron 1", WINDOW, None)
    assert numbers(found.statements) == [2000, 1000]


def test_two_benchmarks_never_disagree() -> None:
    scores = [
        a_fact("a", attribute=SCORE, value=Value(Unit.PERCENT, year), benchmark=Benchmark("Crate", str(year)))
        for year in (2024, 2025)
    ]
    assert make_catalogue(1, statements(*scores)).disagreements() == ()


def test_what_was_not_known_yet_is_left_out() -> None:
    early = a_statement(a_fact("a", value=tokens(1000)), date(2026, 2, 1))
    late = a_statement(a_fact("b", value=tokens(2000)), date(2026, 2, 9))
    catalogue, day = make_catalogue(1, [early, late]), date(2026, 2, 8)
    assert catalogue.disagreements()
    assert not catalogue.disagreements(day)
    assert catalogue.all(day) == catalogue.headlines(WINDOW, as_of=day) == (early,)
