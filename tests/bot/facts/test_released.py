import pytest

from bot.facts.reply import typed_reply
from bot.types import Question
from bot.understanding.types import StatusOf
from corpus.facts.types import Attribute, Status
from corpus.names.types import Model
from tests.bot.facts.library import BETA, HERON, HERON_MINI, LYNX, answer, day, library, lines, stated, tokens

EEL = Model("eel-1", "Eel 1", "Eel", None)


def test_a_release_is_a_yes_with_its_day() -> None:
    assert lines(answer(StatusOf((HERON,))))[0] == "Yes: Heron 7 has been released (2031-05-01) [1]."


def test_an_expectation_is_a_no_that_is_cited() -> None:
    found = answer(StatusOf((LYNX,)))
    assert lines(found)[0] == ("No: no article reports a release of Lynx 9; release expected (2031-06) [1].")
    assert found.rows[0].status == "expected"


@pytest.mark.parametrize(
    ("status", "start"),
    [
        (Status.PREVIEW, "As a preview: Eel 1 is available (2031-07-01), not as a full release [1]."),
        (Status.WITHDRAWN, "Eel 1 was released, and is now withdrawn (2031-07-01) [1]."),
        (Status.RUMOURED, "No: no article reports a release of Eel 1; rumoured (2031-07-01) [1]."),
        (Status.ANNOUNCED, "No: no article reports a release of Eel 1; announced (2031-07-01) [1]."),
    ],
)
def test_every_status_has_its_sentence(status: Status, start: str) -> None:
    known = library(stated(EEL, Attribute.RELEASED, day(2031, 7, 1), 300, status=status))
    assert lines(answer(StatusOf((EEL,)), known=known))[0] == start


def test_of_a_model_that_is_only_rumoured_whatever_is_rumoured_tells_it() -> None:
    known = library(stated(EEL, Attribute.CONTEXT_WINDOW, tokens(5_000_000), 300, status=Status.RUMOURED))
    (line,) = lines(answer(StatusOf((EEL,)), known=known))[:1]
    assert line == "No: no article reports a release of Eel 1; rumoured [1]."


def test_another_day_that_articles_give_is_told() -> None:
    known = library(stated(HERON, Attribute.RELEASED, day(2031, 5, 2), 300, BETA))
    assert lines(answer(StatusOf((HERON,)), known=known))[1].startswith(
        "Articles also say: released (2031-05-0"
    )


def test_where_no_article_speaks_of_a_release_the_passages_may() -> None:
    assert typed_reply(StatusOf((HERON_MINI,)), Question("?", "en"), library(), None) is None
    both = answer(StatusOf((HERON, HERON_MINI)))
    assert "No article says whether Heron 7 Mini has been released." in lines(both)


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "是：Heron 7 已发布（2031-05-01）[1]。"), ("zh-Hant", "是：Heron 7 已發布（2031-05-01）[1]。")],
)
def test_the_answer_is_in_the_language_of_the_question(language: str, line: str) -> None:
    assert lines(answer(StatusOf((HERON,)), language))[0] == line
