"""/about: what the bot is, what it answers from, and what it keeps."""

from typing import Any

from discord import app_commands

from bot.discord.by_interaction import ByInteraction, Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.versions import versions
from bot.discord.words import Words, words_for
from bot.serving.desk import Desk
from bot.showing.types import Field, Page, Panel, Shown
from index.store.manifest import Manifest
from index.types import NoIndex


def about_command(replier: Replier, desk: Desk, homepage: str | None) -> app_commands.Command[Any, ..., None]:
    """Returns the command. `homepage` is an address with more about the bot."""

    @app_commands.command(name="about", description="What this bot is, what it answers from, what it keeps")
    async def about(interaction: Interaction) -> None:
        way = ByInteraction(interaction)
        words = words_for(way.who.language)

        async def made() -> Made:
            try:
                manifest = await desk.manifest()
            except NoIndex:
                manifest = None
            return Made("/about", words.language, about_shown(words, manifest, homepage))

        await replier.serve(way, made)

    return about


def about_shown(words: Words, manifest: Manifest | None, homepage: str | None) -> Shown:
    """Returns what `/about` shows; `manifest` is None where there is no index."""
    fields = (
        Field(words.say("about_sources"), _sources(words, manifest)),
        Field(words.say("about_privacy"), words.say("about_privacy_text")),
        Field(words.say("about_versions"), versions()),
        *([Field(words.say("about_more"), homepage)] if homepage else []),
    )
    return Shown((Page("", (Panel("modelscape", words.say("about_text"), fields),)),))


def _sources(words: Words, manifest: Manifest | None) -> str:
    if manifest is None:
        return words.say("no_index")
    days = [entry.source.published for entry in manifest.entries if entry.source.published]
    newest = words.say("about_newest", day=max(days).isoformat()) if days else ""
    return words.say(
        "about_articles", articles=len(manifest.entries), newest=newest, generation=manifest.generation
    )
