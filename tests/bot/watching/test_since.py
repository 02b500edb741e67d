from bot.state.types import Point
from bot.watching.since import known_at, point_of
from index.catalogue.catalogue import make_catalogue
from tests.bot.watching.samples import LATER, MADE, known, price


def test_a_point_is_a_generation_and_the_newest_that_was_taken_in_by_then() -> None:
    assert point_of(known(1)) == Point(1, MADE)
    assert point_of(known(2, price())) == Point(2, LATER)
    assert point_of(make_catalogue(3, ())) == Point(3, None)


def test_the_generation_that_was_told_last_is_what_was_known_where_it_is_kept() -> None:
    before = known(1)
    assert known_at(Point(1, MADE), known(2, price()), before) is before
    assert known_at(Point(1, None), known(2, price()), before) is before, "a watch of an older version"


def test_where_it_is_gone_what_was_taken_in_until_then_was_known() -> None:
    found = known_at(Point(1, MADE), known(9, price()), None)
    assert found is not None
    assert set(found.all()) == set(known(1).all())


def test_a_generation_of_the_same_number_of_an_index_that_was_thrown_away_is_another_one() -> None:
    of_another_index = known(1, price())
    found = known_at(Point(1, MADE), known(2, price()), of_another_index)
    assert found is not None
    assert set(found.all()) == set(known(1).all())


def test_an_index_that_was_made_anew_has_no_news() -> None:
    anew = make_catalogue(1, (price(),))
    assert known_at(Point(57, MADE), anew, None) is None
    assert known_at(Point(57, None), anew, None) is None
