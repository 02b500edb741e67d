from dataclasses import replace

from bot.rendering.facts_text import (
    card_text,
    compared_text,
    happenings_text,
    models_text,
    ranked_text,
    value_said,
)
from bot.types import Card, EventRow, Happenings, Listing, Row
from tests.bot.samples import citation

HERON = Row(
    "Heron 7",
    "Birdworks",
    "context_window",
    1_000_000,
    "tokens",
    "1M tokens",
    "preview",
    "2031-05-04",
    False,
    (1,),
    note="Beta",
)
OTTER = Row(
    "水獭二号", None, "context_window", 128_000, "tokens", "128K tokens", "released", "2031-05", False, (1,)
)
PRICE = Row(
    "Heron 7", "Birdworks", "price_input", 2.5, "USD", "$2.5 / 1M tokens", "released", None, False, (1,)
)
CITED = (citation(),)


def listing(*rows: Row, word: str = "") -> Listing:
    return Listing(rows, (), CITED if rows else (), word)


def test_models_have_a_line_each_and_a_column_for_each_attribute() -> None:
    lines = models_text(
        listing(HERON, PRICE, OTTER, word="For one more model no article states it."), None
    ).splitlines()
    assert lines[0].split("  ")[0] == "Model"
    assert lines[2].startswith("Heron 7   Birdworks  1M tokens (Beta; preview) [1]  $2.5 / 1M tokens [1]")
    assert lines[3].startswith("水獭二号             128K tokens [1]")
    assert lines[5] == "For one more model no article states it."
    assert lines[7] == "Sources:"
    assert lines[9] == "    [1] “Windows” … “Quartz 7 reads 9M tokens”"


def test_where_there_is_none_the_word_stands_alone() -> None:
    assert models_text(listing(word="No model is reported."), 80) == "No model is reported."


def test_compared_models_are_columns() -> None:
    lines = compared_text(listing(HERON, OTTER), ["Heron 7", "水獭二号"], None).splitlines()
    assert lines[2].startswith("Context window  1M tokens (Beta; preview) [1]  128K tokens [1]")


def test_what_is_ranked_has_its_rank_and_the_rest_none() -> None:
    score = replace(
        HERON,
        attribute="benchmark",
        benchmark="Crate-bench",
        shown="80%",
        status="released",
        note=None,
        rank=1,
    )
    apart = replace(score, model="Lynx 9", benchmark="Crate-bench Pro", rank=None)
    lines = ranked_text(listing(score, apart), None).splitlines()
    assert lines[2].startswith("1     Heron 7")
    assert lines[3].startswith("-     Lynx 9")


def test_a_card_shows_disagreements_below_each_other() -> None:
    one = replace(OTTER, model="Heron 7", conflict=True)
    other = replace(one, shown="64K tokens", as_of="2031-04")
    lines = card_text(Card("Heron 7", "Birdworks", (one, other), CITED), None).splitlines()
    assert lines[0] == "Heron 7 (Birdworks)"
    assert lines[4].startswith("Context window  128K tokens [1]")
    assert lines[5].startswith("… but also      64K tokens [1]")


def test_a_model_without_facts_is_a_plain_word() -> None:
    assert card_text(Card("Newt 1", None, (), ()), 80) == "No article states anything of Newt 1."


def test_names_that_are_spelled_alike_are_offered_for_a_model_without_facts() -> None:
    shown = card_text(Card("Newt 1", None, (), (), ("Newt 2", "Newt 3")), 80)
    assert shown == "No article states anything of Newt 1. Did you mean Newt 2 or Newt 3?"


def test_events_have_a_line_each_with_values_only_where_one_changed() -> None:
    event = EventRow("2031-05-01", "Heron 7", "released", None, None, (1,))
    assert happenings_text(Happenings((event,), CITED), None).splitlines()[0].split() == [
        "Date",
        "Model",
        "What",
        "Sources",
    ]
    changed = replace(event, what="context window changed", before="128K", after="1M")
    assert "128K" in happenings_text(Happenings((changed,), CITED), None)
    assert happenings_text(Happenings((), ()), None) == "No article tells of anything in that time."


def test_a_status_that_is_all_there_is_stands_once() -> None:
    expected = replace(OTTER, shown="expected, not released", status="expected")
    assert value_said(expected) == "expected, not released [1]"
