from datetime import date

import pytest

from bot.facts.facts import Facts, facts_of
from bot.requests.happenings import changed, events, told_since
from bot.requests.models import models
from bot.requests.reported import card, compared, ranked
from bot.requests.types import ModelsRequest
from bot.types import UnknownName
from corpus.facts.types import Attribute
from index.catalogue.catalogue import make_catalogue
from tests.bot.facts.library import HERON, library, stated, tokens


@pytest.fixture(name="facts")
def _facts() -> Facts:
    return facts_of(library())


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (ModelsRequest(min_context=1e6), ["Heron 7"]),
        (ModelsRequest(open_weights=True), ["Heron 7"]),
        (ModelsRequest(min_context=2e6), []),
        (ModelsRequest(benchmark="Crate-bench Verified", min_score=90), []),
        (ModelsRequest(min_context=1e6, as_of=date(2031, 5, 3)), []),
    ],
)
def test_models_satisfy_every_filter(facts: Facts, wanted: ModelsRequest, named: list[str]) -> None:
    found = models(facts, wanted, "en")
    assert sorted({row.model for row in found.rows}) == named
    assert bool(found.citations) == bool(named)


def test_models_are_sorted_by_name_where_that_is_wanted(facts: Facts) -> None:
    found = models(facts, ModelsRequest(released_since=date(2031, 1, 1), sort="name"), "en")
    names = [row.model for row in found.rows]
    assert len(names) > 1
    assert names == sorted(names, key=str.casefold)


def test_what_is_said_beside_the_rows_is_in_the_language_asked_for(facts: Facts) -> None:
    wanted = ModelsRequest(min_context=5e9)
    said = {language: models(facts, wanted, language).word for language in ("en", "zh", "zh-Hant")}
    assert said["en"].startswith("No model")
    assert said["zh"].startswith("没有")
    assert said["zh-Hant"].startswith("沒有")


def test_a_card_holds_both_values_where_articles_disagree(facts: Facts) -> None:
    found = card(facts, "heron 7", None, "en")
    assert found.model == "Heron 7"
    assert {row.value for row in found.rows if row.attribute == "parameters_total"} == {600e9, 660e9}
    assert all(row.conflict for row in found.rows if row.attribute == "parameters_total")


def test_models_are_compared_once_each(facts: Facts) -> None:
    named, listing = compared(facts, ["Heron 7", "heron-7", "Otter 2"], "en")
    assert [model.name for model in named] == ["Heron 7", "Otter 2"]
    assert listing.citations


def test_a_leaderboard_ranks_what_can_be_compared(facts: Facts) -> None:
    benchmark, listing = ranked(facts, "crate-bench verified", "en")
    assert benchmark.full_name == "Crate-bench Verified"
    assert [row.rank for row in listing.rows][:1] == [1]


def test_events_and_changes_are_cited(facts: Facts) -> None:
    happened = events(facts, date(2031, 1, 1), None, None, "en")
    assert happened.events[0].model == "Heron 7"
    assert all(event.citations for event in happened.events)
    assert {event.model for event in events(facts, None, None, "Birdworks", "en").events} == {"Heron 7"}
    assert changed(facts, date(2031, 6, 1), "en").events


def test_what_is_told_of_an_update_is_cited_by_what_is_still_stated() -> None:
    before = facts_of(make_catalogue(1, [stated(HERON, Attribute.CONTEXT_WINDOW, tokens(128_000), 10)]))
    after = facts_of(make_catalogue(2, [stated(HERON, Attribute.CONTEXT_WINDOW, tokens(256_000), 10)]))
    told = told_since(before, after, "en")
    assert [(e.model, e.before, e.after, e.citations) for e in told.events] == [
        ("Heron 7", "128K tokens", "256K tokens", (1,))
    ]
    assert len(told.citations) == 1


def test_a_name_that_nothing_knows_is_told_with_what_is_spelled_alike(facts: Facts) -> None:
    with pytest.raises(UnknownName, match="Heron 7"):
        card(facts, "Hereon 7", None, "en")
    with pytest.raises(UnknownName):
        ranked(facts, "no such bench", "en")
