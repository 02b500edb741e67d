"""Carries out what changes the corpus, beside the answering, and tells what came of it."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.discord.by_long_interaction import ByLongInteraction
from bot.discord.commands.admin.guard import name_of
from bot.discord.commands.types import Interaction
from bot.discord.failing import note, settled
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import Words, language_of, words_for
from bot.facts.facts import Facts
from bot.requests.happenings import told_since
from bot.serving.desk import Desk
from bot.serving.keeper import Keeper
from bot.showing.added import added_shown
from bot.state.state import State
from bot.state.types import Deed
from bot.taking_in.types import Added
from bot.types import Happenings
from bot.updating.results import added_of, without_folders
from bot.updating.runner import Updates
from bot.updating.types import Finished, Job, Kind, Step
from index.types import FingerprintMismatch, NoIndex

NOTHING = Happenings((), ())
NONE_GIVEN: AbstractAsyncContextManager[tuple[str, ...]] = nullcontext(())


@dataclass(slots=True)
class Progress:
    """How far a job has come, as it was last heard."""

    words: Words
    step: Step | None = field(default=None)

    def hear(self, step: Step) -> None:
        """Hears of the next step."""
        self.step = step

    def said(self) -> str:
        """Returns it in words."""
        if self.step is None:
            return self.words.say("updating")
        return self.words.say("updating_step", done=self.step.done, of=self.step.of)


class Changing:
    """What `/admin reindex`, `add` and `remove` have in common."""

    def __init__(
        self,
        replier: Replier,
        desk: Desk,
        keeper: Keeper,
        updates: Updates,
        state: State,
        today: Callable[[], date],
    ) -> None:
        self._replier = replier
        self._desk = desk
        self._keeper = keeper
        self._updates = updates
        self._state = state
        self._today = today

    async def carry_out(
        self,
        interaction: Interaction,
        kind: Kind,
        given: AbstractAsyncContextManager[tuple[str, ...]] = NONE_GIVEN,
    ) -> None:
        """Runs a job with what is `given`, shows its progress, and then what it did and what is known otherwise
        since. Never raises."""
        language = language_of(interaction.locale)
        progress = Progress(words_for(language))

        async def made() -> Made:
            before, rebuild = await self._facts()
            async with given as words:
                await self._log(interaction, kind, " ".join(("begun", *words)))
                job = Job(kind, name_of(interaction.user), words, rebuild and kind is Kind.INDEX)
                added = await self._changed(job, before, progress, language)
            await self._log(interaction, kind, _outcome(added))
            return Made(f"/admin {kind}", language, added_shown(added, language, self._today()))

        await self._replier.serve(ByLongInteraction(interaction, progress.said), made, measured=False)

    async def _changed(self, job: Job, before: Facts | None, progress: Progress, language: str) -> Added:
        finished: Finished = await self._updates.run(job, progress.hear)
        await self._keeper.renew()
        changes = NOTHING
        if before is not None:
            changes = await self._desk.look(lambda now: told_since(before, now, language))
        return added_of(without_folders(finished.report, job.given), changes)

    async def _facts(self) -> tuple[Facts | None, bool]:
        """What is known before, and whether the index has to be made anew, since another version made it."""
        try:
            return await self._desk.look(lambda facts: facts), False
        except NoIndex:
            return None, False
        except FingerprintMismatch:
            return None, True

    async def _log(self, interaction: Interaction, kind: Kind, detail: str) -> None:
        deed = Deed(datetime.now(UTC), interaction.guild_id, interaction.user.id, f"admin {kind}", detail)
        failure = await settled(self._state.log(deed))
        if failure is not None:
            note(failure, "what an admin did could not be noted")


def _outcome(added: Added) -> str:
    report = added.report
    counts = f"{report.added} added, {report.updated} updated, {report.removed} removed"
    return f"{counts}, {len(report.skipped)} skipped; generation {report.generation}"
