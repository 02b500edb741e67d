import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.updating.runner import Updates
from bot.updating.types import Finished, Job, Kind, Step, UpdateFailed, UpdateRunning

JOB = Job(Kind.INDEX, "Ada")


def updates(tmp_path: Path, script: str, longest: float = 60) -> Updates:
    """What runs a program of ours in the place of the bot's."""
    path = tmp_path / "program.py"
    path.write_text(f"import json, os, sys, time\n{script}", "utf-8")
    return Updates(tmp_path, (sys.executable, str(path)), longest)


async def run(under: Updates, job: Job = JOB) -> tuple[Finished, list[Step]]:
    steps: list[Step] = []
    return await under.run(job, steps.append), steps


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_job_is_the_command_and_its_progress_is_heard(tmp_path: Path) -> None:
    script = """
print("modelscape: 3 of 9 passages", "WARNING a library", sep="\\n", file=sys.stderr, flush=True)
print(json.dumps({"argv": sys.argv[1:]}))
"""
    job = Job(Kind.ADD, "Ada", ("--odd name", "https://example.org/a"))
    finished, steps = asyncio.run(run(updates(tmp_path, script), job))
    assert finished.report["argv"] == ["--data", str(tmp_path), "add", "--json", "--", *job.given]
    assert steps == [Step(3, 9, "passages")]
    assert finished.failures == ()


def test_an_index_can_be_made_anew(tmp_path: Path) -> None:
    job = Job(Kind.INDEX, "Ada", rebuild=True)
    finished, _ = asyncio.run(run(updates(tmp_path, "print(json.dumps({'argv': sys.argv[3:]}))"), job))
    assert finished.report["argv"] == ["index", "--json", "--rebuild"]


def test_what_could_be_done_is_told_beside_what_could_not(tmp_path: Path) -> None:
    script = """
print("modelscape: b.md was not taken in: it is empty", file=sys.stderr)
print('{"added": 1}')
sys.exit(1)
"""
    finished, _ = asyncio.run(run(updates(tmp_path, script)))
    assert finished == Finished({"added": 1}, ("b.md was not taken in: it is empty",))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("print('modelscape: the disk is full', file=sys.stderr)\nsys.exit(1)", "the disk is full"),
        ("os.kill(os.getpid(), 9)", "ended by SIGKILL; the index stays as it was"),
        ("sys.exit(3)", "status 3; the index stays as it was"),
        ("time.sleep(60)", r"took more than 0\.5 s"),
    ],
)
def test_a_job_that_fails_says_why(tmp_path: Path, script: str, said: str) -> None:
    with pytest.raises(UpdateFailed, match=said):
        asyncio.run(run(updates(tmp_path, script, longest=0.5 if "sleep" in script else 60)))


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UpdateFailed, match="could not be started"):
        asyncio.run(run(Updates(tmp_path, (str(tmp_path / "nothing"),))))


WAITING = "open('pid', 'w').write(str(os.getpid()))\nos.rename('pid', 'started')\ntime.sleep(60)"


def with_one_under_way(under: Updates, act: Callable[[asyncio.Task[object]], Awaitable[None]]) -> None:
    async def both() -> None:
        first: asyncio.Task[object] = asyncio.create_task(under.run(JOB, lambda _: None))
        while not Path("started").exists():
            assert not first.done(), first.exception()
            await asyncio.sleep(0.02)
        await act(first)

    asyncio.run(both())


def test_a_second_job_is_told_who_started_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    under = updates(tmp_path, WAITING)

    async def act(first: asyncio.Task[object]) -> None:
        with pytest.raises(UpdateRunning, match="Ada started it"):
            await under.run(Job(Kind.REMOVE, "Bob"), lambda _: None)
        assert under.job == JOB
        first.cancel()

    with_one_under_way(under, act)
    assert under.job is None


def test_a_job_that_is_cancelled_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def act(first: asyncio.Task[object]) -> None:
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first

    with_one_under_way(updates(tmp_path, WAITING), act)
    assert gone(int(Path("started").read_text()))


def test_the_token_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a secret")
    monkeypatch.setenv("MODELSCAPE_TIMEOUT", "7")
    script = "print(json.dumps({n: os.environ.get(n) for n in ('DISCORD_TOKEN', 'MODELSCAPE_TIMEOUT')}))"
    finished, _ = asyncio.run(run(updates(tmp_path, script)))
    assert finished.report == {"DISCORD_TOKEN": None, "MODELSCAPE_TIMEOUT": "7"}
