"""Listens to the buttons below answers, and to their form."""

from collections.abc import Awaitable, Callable

from discord.ext import commands

from bot.discord.buttons import Act
from bot.discord.by_interaction import Interaction, tell, who_of
from bot.discord.failing import note, sentence_of, settled
from bot.discord.forms import form_sent
from bot.discord.pressed import Pressed
from bot.discord.types import Expired, Gone
from bot.discord.words import Words, words_for
from bot.state.state import State


class Pressing(commands.Cog):
    """Listens to presses. Each is acknowledged before anything is looked up, and every error ends here."""

    def __init__(self, state: State, forget: Callable[[int], None]) -> None:
        """`forget` drops what the process remembers of a person's last questions."""
        self._state = state
        self._forget = forget

    @commands.Cog.listener()
    async def on_press(self, interaction: Interaction, act: str, id: str, page: int) -> None:
        """Does what a button says."""
        words = words_for(who_of(interaction).language)
        pressed = Pressed(interaction, self._state, id, words)
        match act:
            case Act.UP:
                doing = pressed.praise()
            case Act.DOWN:
                doing = pressed.open_form()
            case Act.SOURCES:
                doing = pressed.show_sources()
            case Act.QUOTES:
                doing = pressed.turn_quotes(page)
            case Act.PAGE:
                doing = pressed.turn(page)
            case Act.DELETE:
                doing = pressed.delete()
            case Act.SHOW:
                doing = pressed.show_everyone()
            case Act.FORGET:
                doing = pressed.forget(self._forget)
            case _:
                return
        await _ended(interaction, doing, words)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Takes in a form that was sent, also one that was opened before a restart."""
        sent = form_sent(interaction)
        if sent is not None:
            words = words_for(who_of(interaction).language)
            pressed = Pressed(interaction, self._state, sent.exchange, words)
            await _ended(interaction, pressed.blame(sent.words), words)


async def _ended(interaction: Interaction, doing: Awaitable[None], words: Words) -> None:
    """Tells the person why a press did not work."""
    failure = await settled(doing)
    if failure is None:
        return None
    if isinstance(failure, Gone):
        return note(failure, "nobody to answer")
    sentence = words.say("expired") if isinstance(failure, Expired) else sentence_of(failure, words)
    if untold := await settled(tell(interaction, sentence)):
        note(untold, "a person could not be told")
    return None
