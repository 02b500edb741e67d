import logging

import pytest

from bot.funnel import Failure, attempt
from bot.types import BotError
from corpus.types import UnreadableArticle
from index.types import NoIndex


def failing(error: BaseException) -> object:
    def act() -> None:
        raise error

    return attempt(act)


def test_what_works_is_returned() -> None:
    assert attempt(lambda: 5) == 5


@pytest.mark.parametrize("kind", [UnreadableArticle, NoIndex, BotError])
def test_errors_of_every_room_give_their_sentence(kind: type[Exception]) -> None:
    assert failing(kind("do this")) == Failure("do this")


def test_the_system_s_refusals_name_the_file() -> None:
    assert failing(OSError(28, "No space left on device", "/x/y")) == Failure("/x/y: No space left on device")
    assert failing(OSError(28, "No space left on device")) == Failure("No space left on device")


def test_the_unexpected_says_how_to_see_more_and_its_trace_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG, "bot"):
        found = failing(KeyError("oops"))
    assert found == Failure("unexpected KeyError: 'oops' (set MODELSCAPE_LOG_LEVEL=debug to see where)")
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("kind", [BrokenPipeError, KeyboardInterrupt])
def test_a_reader_or_person_who_has_enough_is_not_a_failure(kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        failing(kind())
