"""Posts a page to a channel or a person, once, however often it has to be tried."""

from secrets import token_hex
from typing import Any

import discord

from bot.discord.buttons import buttons_of
from bot.discord.persisting import persist
from bot.discord.sending import parcel_of
from bot.discord.types import Gone
from bot.showing.types import Page, Picture
from bot.state.types import Exchange

_INVALID, _GONE = 50035, (10003, 10008)  # an unknown channel or message


async def post(
    where: discord.abc.Messageable,
    page: Page,
    pictures: tuple[Picture, ...] = (),
    exchange: Exchange | None = None,
    embeds: bool = True,
    answers: discord.Message | None = None,
) -> int:
    """Returns the number of the message. Raises Gone where the channel, or the message that it answers, was
    deleted; Forbidden."""
    some: dict[str, Any] = {"nonce": token_hex(8)}  # by which Discord knows the same message again
    if exchange:
        some["view"] = buttons_of(exchange)
    if answers:
        some["reference"] = answers.to_reference()

    async def posted() -> int:
        parcel = parcel_of(page, pictures, embeds)
        sent = await where.send(parcel.text or None, embeds=parcel.embeds, files=parcel.files, **some)
        return sent.id

    try:
        return await persist(posted)
    except discord.HTTPException as error:
        if error.code in _GONE or (error.code == _INVALID and "message_reference" in str(error)):
            raise Gone("what was asked, or the channel, was deleted") from error
        raise
