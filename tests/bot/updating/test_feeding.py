import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.updating.feeding import AGAIN, LOOK, Feeding
from bot.updating.runner import Updates
from bot.updating.types import Job, Kind

START = datetime(2031, 5, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Time:
    """A clock that sleeping moves; it ends the test after some steps."""

    def __init__(self, steps: int) -> None:
        self.now = START
        self.slept: list[float] = []
        self._steps = steps

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)
        if len(self.slept) == self._steps:
            raise asyncio.CancelledError


def hourly(tried: datetime | None, now: datetime) -> datetime:
    return tried + HOUR if tried else now


def go_on(
    tmp_path: Path,
    steps: int,
    due: Callable[[datetime | None, datetime], datetime | None] = hourly,
    script: str = "print('{}')",
    busy: bool = False,
) -> tuple[Time, list[str], list[int]]:
    """Polls with a program of ours; returns the time, the commands that were run, and how often it was renewed."""
    program = tmp_path / "program.py"
    log = tmp_path / "log"
    log.touch()
    program.write_text(
        f"import sys\nopen({str(log)!r}, 'a').write(' '.join(sys.argv[3:]) + '\\n')\n{script}", "utf-8"
    )
    time, renewed = Time(steps), []
    updates = Updates(tmp_path, (sys.executable, str(program)))

    async def renew() -> None:
        renewed.append(1)

    async def run() -> None:
        other = asyncio.create_task(updates.run(Job(Kind.INDEX, "Ada"), lambda _: None)) if busy else None
        await asyncio.sleep(0)
        feeding = Feeding(due, updates, renew, lambda: time.now, time.sleep)
        try:
            await feeding.go_on()
        except asyncio.CancelledError:
            if other:
                other.cancel()

    asyncio.run(run())
    return time, log.read_text("utf-8").splitlines(), renewed


def test_feeds_are_polled_when_it_is_time_and_the_index_is_taken_up(tmp_path: Path) -> None:
    steps = 2 + int(3600 / LOOK)
    time, commands, renewed = go_on(tmp_path, steps)
    assert commands == ["feeds --json"] * 2
    assert len(renewed) == 2
    assert time.now - START == HOUR


def test_without_an_enabled_feed_nothing_is_run_but_the_list_is_looked_at_again(tmp_path: Path) -> None:
    time, commands, _ = go_on(tmp_path, 3, lambda tried, now: None)  # noqa: ARG005
    assert commands == []
    assert time.slept == [LOOK] * 3


def test_a_poll_that_fails_is_tried_again_when_it_is_due(tmp_path: Path) -> None:
    _, commands, renewed = go_on(tmp_path, 14, script="sys.exit(1)")
    assert len(commands) == 2
    assert renewed == []


def test_another_update_is_waited_for(tmp_path: Path) -> None:
    time, _, renewed = go_on(tmp_path, 2, script="import time\ntime.sleep(30)", busy=True)
    assert time.slept == [AGAIN, AGAIN]
    assert renewed == []
