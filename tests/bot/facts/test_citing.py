from dataclasses import replace

from bot.facts.citing import Citing, citation_of
from tests.bot.facts.library import BETA, LIBRARY, again


def test_a_span_of_an_article_has_one_number_however_often_it_is_cited() -> None:
    citing = Citing()
    one, other = LIBRARY[0], again(LIBRARY[0], 700)
    assert [citing.number(s) for s in (one, other, one)] == [1, 2, 1]
    elsewhere = replace(one, fact=replace(one.fact, article="beta"), source=BETA)
    assert citing.number(elsewhere) == 3
    assert [c.n for c in citing.citations()] == [1, 2, 3]


def test_a_citation_has_the_context_of_all_that_is_read_from_its_span_in_order() -> None:
    citing = Citing()
    one = LIBRARY[0]
    header = replace(one, fact=replace(one.fact, context=((500, 504),)), context_quotes=("unit",))
    citing.number(header)
    citing.number(one)
    (found,) = citing.citations()
    assert [(s.start, s.quote) for s in found.context] == [(0, "head"), (500, "unit")]


def test_a_context_that_is_the_span_itself_is_not_repeated() -> None:
    one = LIBRARY[0]
    same = replace(one, fact=replace(one.fact, context=(one.fact.span,)), context_quotes=(one.quote,))
    assert citation_of(same).context == ()
