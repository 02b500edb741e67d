"""Where errors end in Discord: a sentence for a person, and one trace in the log for what nobody foresaw."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import TypeVar

import aiohttp
import discord

from bot.discord.types import Gone
from bot.discord.words import Words
from bot.funnel import KNOWN
from bot.requests.amounts import BadAmount
from bot.serving.types import Busy, TooLate
from bot.showing.escaping import escaped
from bot.state.types import StateUnreachable
from bot.types import BotError, UnknownName
from bot.updating.types import UpdateRunning
from index.types import FingerprintMismatch, ModelscapeIndexError, NoIndex

T = TypeVar("T")
_EXPECTED = (Gone, discord.HTTPException, aiohttp.ClientError, OSError, *KNOWN)
_log = logging.getLogger(__name__)


async def settled(work: Awaitable[T]) -> T | Exception:
    """Returns what comes of some work, or the error that it ended with; who cancels this cancels the work."""
    [found] = await asyncio.gather(work, return_exceptions=True)
    if isinstance(found, BaseException) and not isinstance(found, Exception):
        raise found
    return found


def sentence_of(error: Exception, words: Words) -> str:
    """Returns what a person is told of an error, and logs what whoever runs the bot has to know."""
    match error:
        case BotError():
            return _foreseen(error, words)
        case NoIndex():
            return words.say("no_index")
        case FingerprintMismatch():
            return words.say("outdated_index")
        case ModelscapeIndexError():
            _log.warning("%s", error)
            return words.say("store")
    note(error, "a question could not be answered")
    return words.say("unexpected")


def _foreseen(error: BotError, words: Words) -> str:
    match error:
        case TooLate():
            return words.say("too_late", seconds=f"{error.seconds:g}")
        case Busy():
            return words.say("busy", seconds=error.seconds)
        case BadAmount():
            return words.say(f"bad_{error.expected.name.lower()}")
        case UnknownName():
            return _unknown(error, words)
        case UpdateRunning():
            return words.say("update_running", who=escaped(error.who))
        case StateUnreachable():
            _log.warning("%s", error)
            return words.say("state")
    return escaped(str(error))


def _unknown(error: UnknownName, words: Words) -> str:
    said = words.say(f"unknown_{error.kind}", given=escaped(error.name))
    meant = words.say("did_you_mean", names=" / ".join(map(escaped, error.near)))
    return f"{said} {meant if error.near else words.say('type_a_part')}"


def note(error: Exception, what: str) -> None:
    """Logs an error that nobody can be told of: in a line where it was to be expected, else with its trace."""
    if isinstance(error, _EXPECTED):
        _log.warning("%s: %s", what, " ".join(str(error).split()))
    else:
        _log.error("%s", what, exc_info=error)
