"""Tells Discord of the commands when their definition has changed, and only then."""

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from discord import app_commands

KEY = "commands"  # under which the digest of the definition is kept
Kept = Callable[[str], Awaitable[str | None]]
Keep = Callable[[str, str], Awaitable[None]]
_log = logging.getLogger(__name__)


async def register(tree: app_commands.CommandTree[Any], kept: Kept, keep: Keep) -> bool:
    """Synchronises the commands for all servers at once if they are not those that Discord has; says whether it
    did. Raises discord.py's errors."""
    digest = await definition(tree)
    if await kept(KEY) == digest:
        return False
    found = await tree.sync()
    await keep(KEY, digest)
    _log.info("%d commands were registered", len(found))
    return True


async def definition(tree: app_commands.CommandTree[Any]) -> str:
    """Returns a digest of all commands as Discord would get them, for this application."""
    payload = [await _payload(tree, command) for command in tree.get_commands()]
    whole = {"application": tree.client.application_id, "commands": sorted(payload, key=lambda c: c["name"])}
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


async def _payload(tree: app_commands.CommandTree[Any], command: Any) -> dict[str, Any]:
    translator = tree.translator
    found = (
        command.to_dict(tree)
        if translator is None
        else await command.get_translated_payload(tree, translator)
    )
    return dict(found)
