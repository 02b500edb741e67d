"""What discord.py logs of a network that comes and goes, in a line each instead of a trace."""

import logging

import aiohttp
import discord

_NETWORK = (OSError, TimeoutError, aiohttp.ClientError, discord.DiscordException)
_LOGGERS = ("discord.client", "discord.gateway", "discord.shard")


class _WithoutTrace(logging.Filter):
    """Says in the message itself which error of the network there was."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, _NETWORK):
            said = " ".join(str(error).split()) or type(error).__name__
            record.msg, record.args, record.exc_info = f"{record.getMessage()} ({said})", (), None
        return True


def shorten_logs() -> None:
    """Leaves the traces out from now on."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_WithoutTrace())
