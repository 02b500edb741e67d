"""Shows how the bot is doing."""

from collections.abc import Callable, Iterable

from bot.discord.by_interaction import ByInteraction
from bot.discord.client import Beat
from bot.discord.commands.types import Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.versions import versions
from bot.discord.words import Words, language_of, words_for
from bot.memory import resident_megabytes
from bot.serving.desk import Desk
from bot.serving.latency import Latency
from bot.serving.pulse import Pulse
from bot.showing.escaping import escaped
from bot.showing.types import Field, Page, Panel, Shown
from bot.state.state import State
from bot.state.types import Deed
from bot.updating.runner import Updates
from index.store.manifest import Manifest
from index.types import NoIndex

DEEDS, _DETAIL, _WHO = 10, 80, 40


class Status:
    """`beat_of` tells how the shard is that serves a server."""

    def __init__(
        self,
        replier: Replier,
        desk: Desk,
        latency: Latency,
        pulse: Pulse,
        updates: Updates,
        state: State,
        beat_of: Callable[[int | None], Beat],
    ) -> None:
        self._replier = replier
        self._desk = desk
        self._latency = latency
        self._pulse = pulse
        self._updates = updates
        self._state = state
        self._beat_of = beat_of

    async def show(self, interaction: Interaction) -> None:
        """Shows it to the admin alone. Never raises."""
        words = words_for(language_of(interaction.locale))

        async def made() -> Made:
            fields = [
                *_index(await self._manifest(), words),
                *self._work(words),
                *self._process(self._beat_of(interaction.guild_id), words),
                _deeds(await self._state.deeds(DEEDS), words),
            ]
            panel = Panel(words.say("status"), fields=tuple(fields))
            return Made("/admin status", words.language, Shown((Page("", (panel,)),)), kept=False)

        await self._replier.serve(ByInteraction(interaction, private=True), made, measured=False)

    async def _manifest(self) -> Manifest | None:
        try:
            return await self._desk.manifest()
        except NoIndex:
            return None

    def _work(self, words: Words) -> Iterable[Field]:
        waiting = words.say("status_waiting", typed=self._desk.typed.waiting, open=self._desk.open.waiting)
        yield _field(words, "queue", waiting)
        took = self._latency.percentiles()
        if took:
            said = words.say("status_took", p50=f"{took.p50:g}", p95=f"{took.p95:g}", count=took.answers)
            yield _field(words, "latency", said)
        if late := self._pulse.lateness():
            said = words.say("status_late", p999=f"{late.p999:g}", most=f"{late.most:g}")
            yield _field(words, "loop", said)
        if job := self._updates.job:
            yield _field(words, "update", escaped(f"{job.kind}, {job.who}", _DETAIL))

    def _process(self, beat: Beat, words: Words) -> Iterable[Field]:
        yield _field(words, "memory", f"{resident_megabytes():.0f} MB")
        yield _field(words, "versions", versions())
        took = f", {beat.milliseconds:.0f} ms" if beat.milliseconds is not None else ""
        yield _field(words, "shard", f"{beat.shard} / {beat.shards}{took}")


def _index(manifest: Manifest | None, words: Words) -> Iterable[Field]:
    if manifest is None:
        yield _field(words, "generation", words.say("no_index"))
        return
    entries = manifest.entries
    yield _field(words, "generation", str(manifest.generation))
    passages, facts = sum(entry.passages for entry in entries), sum(entry.facts for entry in entries)
    counted = words.say("status_counts", articles=len(entries), passages=passages, facts=facts)
    yield _field(words, "articles", counted)


def _deeds(deeds: Iterable[Deed], words: Words) -> Field:
    lines = [
        f"<t:{int(deed.at.timestamp())}:R> {f'<@{deed.who}>' if deed.who else '–'} "
        f"{escaped(deed.what, _WHO)}: {escaped(deed.detail, _DETAIL)}"
        for deed in deeds
    ]
    kept: list[str] = []
    for line in lines:
        if sum(map(len, kept)) + len(kept) + len(line) > 1_000:
            break
        kept.append(line)
    return Field(words.say("status_deeds"), "\n".join(kept) or "–")


def _field(words: Words, name: str, value: str) -> Field:
    return Field(words.say(f"status_{name}"), value, inline=True)
