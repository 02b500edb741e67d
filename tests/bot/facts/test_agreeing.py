from bot.facts.reply import typed_reply
from bot.types import Question
from bot.understanding.types import Agreement, Wanted
from corpus.facts.types import Attribute
from index.catalogue.catalogue import make_catalogue
from tests.bot.facts.library import HERON, LIBRARY, NOBODY, OTTER, answer, library, lines, refusal, reply

WINDOW, PARAMETERS = Wanted(Attribute.CONTEXT_WINDOW), Wanted(Attribute.PARAMETERS_TOTAL)


def test_a_disagreement_is_shown_with_every_source() -> None:
    found = answer(Agreement((HERON,), (PARAMETERS,)))
    assert lines(found)[:2] == [
        "No: the articles disagree.",
        "- Heron 7, parameters: 660B [1] (河边的新模型, 2031-06-01); 600B [2] (Harbour News, 2031-05-04)",
    ]


def test_agreement_counts_the_articles() -> None:
    found = answer(Agreement((OTTER,), (WINDOW,)))
    assert lines(found)[:2] == [
        "Yes: the articles that state it agree.",
        "Otter 2, context window: 2 articles agree on 128K tokens [1][2]",
    ]


def test_one_article_alone_has_nothing_to_agree_with() -> None:
    found = answer(Agreement((HERON,), (WINDOW,)))
    assert lines(found)[0] == "Only one article states it, so there is nothing to agree on."


def test_of_all_models_the_disagreements_are_listed() -> None:
    assert [row.model for row in answer(Agreement()).rows] == ["Heron 7", "Heron 7"]


def test_where_nothing_is_disputed_it_says_what_is_agreed_or_that_nothing_is() -> None:
    agreed = [s for s in LIBRARY if s.fact.model is OTTER]
    assert "2 articles agree on 128K tokens" in reply(Agreement(), known=make_catalogue(1, agreed)).text
    single = make_catalogue(1, [s for s in LIBRARY if s.fact.model is HERON][:2])
    found = reply(Agreement(), known=single)
    assert lines(found)[0] == "The articles disagree on nothing that was read of any model."


def test_what_is_not_stated_is_refused_and_who_is_not_known_left_to_the_passages() -> None:
    assert (
        "No article gives Heron 7's licence"
        in refusal(Agreement((HERON,), (Wanted(Attribute.LICENCE),))).text
    )
    asked = Agreement((NOBODY,), (WINDOW,))
    assert typed_reply(asked, Question("?", "en"), library(), None) is None
