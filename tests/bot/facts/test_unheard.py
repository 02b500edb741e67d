from bot.facts.unheard import only_if_named
from bot.types import Answer, Citation, Question, Refusal, Span
from bot.understanding.types import Filter, Lookup, Wanted
from corpus.facts.types import Attribute
from corpus.names import read_names
from tests.bot.facts.library import ALPHA, HERON, NOBODY

NAMES = read_names().with_models([HERON])
ASKED = Lookup((NOBODY,), (Wanted(Attribute.CONTEXT_WINDOW),))


def quoting(quote: str) -> Answer:
    citation = Citation(2, ALPHA, Span(quote, 0, len(quote)))
    return Answer(Question("?", "en"), f"“{quote}” [2]", (citation,))


def test_a_quote_about_another_model_does_not_answer() -> None:
    found = only_if_named(quoting("Heron 7 reads a million tokens."), ASKED, NAMES)
    assert isinstance(found, Refusal)
    assert found.text == "No article states a fact of Newt 1; nearest: “Heron 7 reads a million tokens.”."
    assert found.near_miss
    assert found.near_miss.citation.n == 1


def test_a_quote_that_names_the_model_does() -> None:
    for quote in ("Newt 1 reads a lot.", "the newt-1 is out", "NEWT1"):
        reply = quoting(quote)
        assert only_if_named(reply, ASKED, NAMES) is reply


def test_questions_that_name_no_model_are_left_alone() -> None:
    reply = quoting("Heron 7 reads a million tokens.")
    assert only_if_named(reply, None, NAMES) is reply
    assert only_if_named(reply, Filter(()), NAMES) is reply
    refused = Refusal(Question("?", "en"), "No.")
    assert only_if_named(refused, ASKED, NAMES) is refused
