"""What is shown, in discord.py's terms."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.showing.plainly import plain_text
from bot.showing.types import Page, Panel, Picture


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one message holds. `text` is never empty where there is no embed and no file."""

    text: str
    embeds: list[discord.Embed]
    files: list[discord.File]


def parcel_of(
    page: Page, pictures: Iterable[Picture] = (), embeds: bool = True, there: Iterable[str] = ()
) -> Parcel:
    """Returns a page as it may be sent: as plain text alone where embeds are not allowed. `there` names the
    pictures that the message has already; an embed shows none that is not sent or there."""
    files = [discord.File(io.BytesIO(p.data), p.name, description=p.description) for p in pictures]
    if not embeds:
        return Parcel(plain_text(page), [], files)
    names = {*there, *(file.filename for file in files)}
    return Parcel(page.text, [_embed(panel, names) for panel in page.panels], files)


def _embed(panel: Panel, attached: set[str]) -> discord.Embed:
    embed = discord.Embed(title=panel.title or None, description=panel.description or None)
    for field in panel.fields:
        embed.add_field(name=field.name, value=field.value, inline=field.inline)
    if panel.footer:
        embed.set_footer(text=panel.footer)
    if panel.picture in attached:
        embed.set_image(url=f"attachment://{panel.picture}")
    return embed
