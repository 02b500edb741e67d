"""What the bot sends for a question or a command: the text, embeds and buttons that discord.py puts on the wire."""

import asyncio
import base64
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bot.answering.typed_first import TypedFirst
from bot.discord.buttons import buttons_of
from bot.discord.sending import parcel_of
from bot.question import read_question
from bot.requests.reported import compared
from bot.showing.listings import compared_shown
from bot.showing.pictures import compared_picture
from bot.showing.replies import reply_shown
from bot.showing.types import Shown
from bot.state.types import Exchange

_NOBODY = 1


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot's, and what it answers. `files` are pictures by name, as addresses of data."""

    asked: str
    payload: dict[str, Any]
    files: dict[str, str]


def answered(answerer: TypedFirst, question: str, today: date) -> Sent:
    """Returns what is sent for a question."""
    read = read_question(question)
    return sent(question, reply_shown(answerer.answer(read), today), read.language)


def compared_side_by_side(answerer: TypedFirst, names: list[str], today: date) -> Sent:
    """Returns what is sent for `/compare`."""
    models, listing = compared(answerer.facts, names, "en")
    named = [model.name for model in models]
    shown = compared_shown(listing, named, "en", today, compared_picture(listing, named, "en", print))
    return sent("/compare " + " ".join(named), shown, "en")


def sent(asked: str, shown: Shown, language: str) -> Sent:
    """Returns the message of the first page."""

    async def payload() -> dict[str, Any]:  # discord.py makes buttons only where there is a loop
        parcel = parcel_of(shown.pages[0], shown.pictures)
        return {
            "content": parcel.text,
            "embeds": [embed.to_dict() for embed in parcel.embeds],
            "components": buttons_of(_exchange(asked, shown, language)).to_components(),
        }

    files = {picture.name: _as_address(picture.data) for picture in shown.pictures}
    return Sent(asked, asyncio.run(payload()), files)


def _as_address(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def _exchange(asked: str, shown: Shown, language: str) -> Exchange:
    now = datetime.now(UTC)
    return Exchange(
        "0", None, _NOBODY, _NOBODY, None, asked, language, False, shown.pages, shown.sources, now
    )
