"""Where every error ends: a sentence for a person, and the trace for whoever asks for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.types import BotError
from corpus.types import CorpusError
from index.types import ModelscapeIndexError

T = TypeVar("T")
KNOWN = (CorpusError, ModelscapeIndexError, BotError)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What was tried did not work; `sentence` says why and what to do."""

    sentence: str


def attempt(action: Callable[[], T]) -> T | Failure:
    """Returns what the action returns, or why it failed. A reader that stopped reading is not a failure."""
    try:
        return action()
    except KNOWN as error:
        return Failure(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        _log.debug("the system refused", exc_info=error)
        return Failure(_system(error))
    except Exception as error:
        _log.debug("a mistake in modelscape", exc_info=error)
        return Failure(_unexpected(error))


def _system(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason


def _unexpected(error: Exception) -> str:
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"unexpected {reason[:300]} (set MODELSCAPE_LOG_LEVEL=debug to see where)"
