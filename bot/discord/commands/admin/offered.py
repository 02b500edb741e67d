"""What may be added: an address of a page, or a file that came with the command."""

import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import discord

from bot.types import BotError

LARGEST = 10_000_000  # bytes of a file
_SAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME, _LONGEST_ADDRESS = 80, 2_000


class NotOffered(BotError):
    """Nothing that can be added was given; `name` is that of the words that say so."""

    def __init__(self, name: str) -> None:
        super().__init__(name.replace("_", " "))
        self.name = name


def offered(url: str | None, file: discord.Attachment | None) -> AbstractAsyncContextManager[tuple[str, ...]]:
    """Returns what the command `add` is given; a file is there inside. Raises NotOffered."""
    if url and not file:
        return nullcontext((address(url),))
    if url or not file:
        raise NotOffered("one_of_both")
    if file.size > LARGEST:
        raise NotOffered("too_large")
    return _saved(file)


@asynccontextmanager
async def _saved(file: discord.Attachment) -> AsyncIterator[tuple[str, ...]]:
    with tempfile.TemporaryDirectory(prefix="modelscape-") as folder:
        path = Path(folder) / file_name(file.filename)
        await file.save(path)
        yield (str(path),)


def address(given: str) -> str:
    """Returns the address of a page. Raises NotOffered for anything else: a path would be read from the machine
    that the bot runs on."""
    text = given.strip()
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole or len(text) > _LONGEST_ADDRESS or any(character.isspace() for character in text):
        raise NotOffered("not_an_address")
    return text


def file_name(given: str) -> str:
    """Returns a name under which a file can be kept for a moment; its ending says what it is."""
    path = Path(given.replace("\\", "/")).name
    stem, ending = _SAFE.sub("-", Path(path).stem), _SAFE.sub("", Path(path).suffix)
    return f"{stem.strip('.-')[:_LONGEST_NAME] or 'article'}{ending[:10]}"
