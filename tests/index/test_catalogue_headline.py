from dataclasses import replace

import pytest

from corpus.facts.types import Attribute, Day, Fact, Flag, Status, Unit, Value
from index.catalogue.headline import disagreement, headline
from tests.index.fact_helpers import a_fact, statements, tokens

PRICE, RELEASED = Attribute.PRICE_INPUT, Attribute.RELEASED
OLD, NEW = Day(2026, 1, 5), Day(2026, 2, 5)


def day(*parts: int) -> Value:
    return Value(Unit.DATE, day=Day(*parts) if parts else None)


def dollars(number: float) -> Value:
    return Value(Unit.USD, number)


def fact(article: str, value: Value, status: Status = Status.RELEASED, as_of: Day | None = None) -> Fact:
    attribute = {Unit.DATE: RELEASED, Unit.USD: PRICE, Unit.CNY: PRICE}.get(
        value.unit, Attribute.CONTEXT_WINDOW
    )
    return a_fact(article, attribute=attribute, value=value, status=status, as_of=as_of)


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (fact("a", tokens(1), Status.RELEASED, OLD), [fact("b", tokens(2), Status.PREVIEW, NEW)]),
        (fact("a", tokens(1), Status.EXPECTED, OLD), [fact("b", tokens(2), Status.RUMOURED, NEW)]),
        (fact("b", tokens(1), as_of=NEW), [fact("a", tokens(2), as_of=OLD)]),
        (fact("b", tokens(1), as_of=OLD), [fact("a", tokens(2))]),
        (fact("b", tokens(1), as_of=Day(2026, 2)), [fact("a", tokens(2), as_of=NEW)]),
        (fact("c", tokens(1)), [fact("a", tokens(2)), fact("d", tokens(1))]),
        (fact("d", tokens(131_072)), [fact("a", tokens(900_000)), fact("c", tokens(128_000))]),
        (fact("b", tokens(9000)), [fact("a", tokens(2000))]),
        (fact("a", dollars(9)), [fact("b", dollars(2))]),
        (fact("a", tokens(1), Status.DEPRECATED, NEW), [fact("b", tokens(2), Status.RELEASED, OLD)]),
    ],
    ids=[
        "the more definite status",
        "an expectation before a rumour",
        "the later statement",
        "a known day before an unknown one",
        "a month as its last day",
        "what most articles report",
        "128K and 131,072 are one value",
        "the larger limit",
        "the article's id",
        "a deprecated model's context is no more definite than a released one's",
    ],
)
def test_of_several_statements_leads(first: Fact, others: list[Fact]) -> None:
    for order in ([first, *others], [*others, first]):
        assert headline(statements(*order)).fact == first


def test_a_withdrawal_leads_what_is_said_of_the_release() -> None:
    found = statements(fact("a", day(2026, 2, 5)), fact("b", day(), Status.WITHDRAWN))
    assert headline(found).fact.status is Status.WITHDRAWN


def test_a_day_leads_before_a_status_alone() -> None:
    found = statements(fact("a", day(), as_of=NEW), fact("b", day(2026, 2, 5), as_of=OLD))
    assert headline(found).fact.article == "b"


def test_a_day_leads_before_the_month_that_holds_it_but_not_before_another_month() -> None:
    month = fact("a", day(2026, 2), as_of=NEW)
    within, without = fact("b", day(2026, 2, 5), as_of=OLD), fact("b", day(2026, 1, 5), as_of=OLD)
    expected = fact("b", day(2026, 2, 9), Status.EXPECTED, OLD)
    assert headline(statements(month, within)).fact == within
    assert headline(statements(month, without)).fact == month
    assert headline(statements(month, expected)).fact == month


def test_a_value_that_is_off_by_ten_leads_only_alone() -> None:
    off = replace(fact("a", tokens(7), as_of=NEW), flags=(Flag.OFF_BY_TEN,))
    assert headline(statements(off, fact("b", tokens(70), Status.RUMOURED, OLD))).fact.article == "b"
    assert headline(statements(off)).fact == off


def test_a_base_price_leads_before_a_limited_one() -> None:
    limited = replace(fact("a", dollars(1), as_of=NEW), note="batch")
    assert headline(statements(limited, fact("b", dollars(2), as_of=OLD))).fact.article == "b"


def test_nothing_leads_where_there_is_nothing() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (a mistake of the caller, with no sentence of its own)
        headline([])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (fact("a", tokens(200_000)), fact("b", tokens(1_000_000)), True),
        (fact("a", tokens(200_000), Status.PREVIEW), fact("b", tokens(1_000_000)), True),
        (fact("a", tokens(128_000)), fact("b", tokens(131_072)), False),
        (fact("a", dollars(3)), fact("b", Value(Unit.CNY, 20)), False),
        (fact("a", dollars(3)), replace(fact("b", dollars(6)), note="> 200k prompt tokens"), False),
        (replace(fact("a", dollars(3)), note="Batch"), replace(fact("b", dollars(6)), note="batch"), True),
        (fact("a", day(2026, 2)), fact("b", day(2026, 2, 5)), False),
        (fact("a", day(2026, 3)), fact("b", day(2026, 2, 5)), True),
        (fact("a", day(2026, 3), Status.EXPECTED), fact("b", day(2026, 2, 5)), False),
        (fact("a", day()), fact("b", day(2026, 2, 5)), False),
    ],
    ids=[
        "two values",
        "a preview's and a release's",
        "one value in two guises",
        "two currencies",
        "a tier and the base",
        "one tier",
        "a month and its day",
        "another month",
        "an expectation and what came",
        "a status and a day",
    ],
)
def test_statements_disagree_where_both_can_not_be_right(one: Fact, other: Fact, expected: bool) -> None:
    assert disagreement(statements(one, other)) is expected
    assert disagreement(statements(other, one)) is expected


def test_a_list_that_names_fewer_is_no_disagreement() -> None:
    lists = [
        a_fact(article, attribute=Attribute.MODALITIES, value=Value(text=text))
        for article, text in (("a", "text"), ("b", "text, image"))
    ]
    assert not disagreement(statements(*lists))


def test_ten_thousand_values_of_one_thing_take_no_longer_than_they_must() -> None:
    many = [fact("a", tokens(1000 + n)) for n in range(10_000)]
    assert disagreement(statements(*many))
    assert headline(statements(*many)).fact.value.number == 10_999
