"""Runs the commands that change the corpus in a process of their own, so that answering goes on beside them: one at
a time, and the index stays as it was if that process fails."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.settings import TOKEN
from bot.updating.lines import sentence_in, step_in
from bot.updating.types import Finished, Job, Step, UpdateFailed, UpdateRunning

LONGEST = 3 * 3600.0  # seconds that an update may take
_LINE = 2**22  # bytes of a line on standard error
_GRACE = 5.0  # seconds between asking a process to end and ending it
_NICE = 10  # answering comes first
_STAYS = "the index stays as it was"
COMMAND = (sys.executable, "-m", "bot")


class Updates:
    """Runs one job at a time, on the index in the folder `data`. `command` is how this program is started."""

    def __init__(self, data: Path, command: Sequence[str] = COMMAND, longest: float = LONGEST) -> None:
        self._start = (*command, "--data", str(data))
        self._longest = longest
        self._job: Job | None = None

    @property
    def job(self) -> Job | None:
        """The job that is under way."""
        return self._job

    async def run(self, job: Job, tell: Callable[[Step], None]) -> Finished:
        """Runs a job; `tell` hears how far it has come. Raises UpdateRunning where another one is under way, and
        UpdateFailed. If this is cancelled, the job is ended."""
        if self._job is not None:
            raise UpdateRunning(self._job.who)
        self._job = job
        try:
            async with _started((*self._start, *_words(job))) as process:
                return await self._followed(process, tell)
        finally:
            self._job = None

    async def _followed(self, process: Process, tell: Callable[[Step], None]) -> Finished:
        assert process.stdout
        try:
            async with asyncio.timeout(self._longest):
                printed, sentences = await asyncio.gather(process.stdout.read(), _heard(process, tell))
                status = await process.wait()
        except TimeoutError:
            raise UpdateFailed(
                f"the update took more than {self._longest:g} s and was ended; {_STAYS}"
            ) from None
        return _finished(printed, sentences, status)


def _words(job: Job) -> tuple[str, ...]:
    """The command; a name that begins with a hyphen is no option."""
    options = ("--json", *(["--rebuild"] if job.rebuild else []))
    return (job.kind, *options, *(("--", *job.given) if job.given else ()))


@asynccontextmanager
async def _started(argv: Sequence[str]) -> AsyncIterator[Process]:
    """Starts a process and sees to it that it has ended."""
    try:
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
            limit=_LINE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise UpdateFailed(f"the update could not be started: {error.strerror or error}; {_STAYS}") from error
    with suppress(OSError):  # of a system without priorities, or a process that has ended
        os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
    try:
        yield process
    finally:
        await _ended(process)


def _environment() -> Mapping[str, str]:
    """This process's, without what a process that reads strangers' articles has no use for."""
    return {name: value for name, value in os.environ.items() if name != TOKEN}


async def _ended(process: Process) -> None:
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_GRACE):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _heard(process: Process, tell: Callable[[Step], None]) -> tuple[str, ...]:
    """Passes on the progress, and returns what else was said to a person."""
    assert process.stderr
    sentences = []
    async for raw in process.stderr:
        line = raw.decode("utf-8", "replace")
        if step := step_in(line):
            tell(step)
        elif sentence := sentence_in(line):
            sentences.append(sentence)
    return tuple(sentences)


def _finished(printed: bytes, sentences: tuple[str, ...], status: int) -> Finished:
    """What a command printed; it may have done a part only, and then says so and exits with 1."""
    if status >= 0 and printed.strip():
        return Finished(json.loads(printed), sentences if status else ())
    if status < 0:
        raise UpdateFailed(f"the update's process was ended by {_name(-status)}; {_STAYS}")
    raise UpdateFailed(sentences[-1] if sentences else f"the update ended with status {status}; {_STAYS}")


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
