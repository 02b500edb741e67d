"""A thousand events of every kind in random order, while calls fail and the connection drops: what is lost, doubled or
left behind? `python -m tests.discord.chaos --data DIR` runs it over an index and prints what it found."""

import asyncio
import json
import random
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.discord.loopback import THERE, UNLIMITED, WITHOUT, Loopback, people, running

EVENTS, DROPS, FAULTY = 1_000, 20, 0.10
SETTLED_AT = 200  # events after which memory is first looked at
_STATUSES = (500, 502, 503, 429)
_QUESTIONS = (
    "which models have 1M context?",
    "What is Kimi K2.5's context window?",
    "哪些模型支持100万token以上的上下文窗口？",
    "and its licence?",
    "what did Hassabis say about the gap?",
    "How tall is Mount Fuji?",
    "GLM-5 什么时候发布？",
    "x" * 1_900,
    "@everyone ](http://x) `",
)
_COMMANDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("ask", {"question": "Which model has the most parameters?"}),
    ("ask", {"question": "what is Agent Swarm", "private": True}),
    ("model", {"name": "Kimi K2.5"}),
    ("model", {"name": "Kimmi"}),
    ("models", {"min_context": "1M"}),
    ("models", {"min_context": "lots"}),
    ("compare", {"first": "GLM-5", "second": "Kimi K2.5"}),
    ("leaderboard", {"benchmark": "SWE-bench Verified"}),
    ("timeline", {"since": "2026-02-01"}),
    ("changes", {"since": "2026-02-01"}),
    ("sources", {}),
    ("about", {}),
)


@dataclass(slots=True)
class Found:
    """What came of it; memory in MB."""

    seed: int
    events: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    failed_calls: int = 0
    acknowledged: int = 0
    unanswered: int = 0  # messages that the bot may never have seen, since its session was lost
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unhandled: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled or unhandled, and memory did not grow by more than a tenth."""
        return not (self.lost or self.doubled or self.unhandled) and self.grown <= 1.1

    @property
    def grown(self) -> float:
        """Memory at the end to that after the first 200 events."""
        return self.memory[-1] / self.memory[0] if self.memory else 0.0


async def chaos(loopback: Loopback, seed: int, events: int = EVENTS) -> Found:
    """Sends events in random order, drops the connection now and then, and looks at what is left."""
    storm = _Storm(loopback, seed)
    drops = set(storm.random.sample(range(20, events - 20), min(DROPS, events // 10)))
    fault = loopback.discord.faults
    for status in _STATUSES:
        await _broken(fault, storm.random, status)
    for number in range(events):
        if number == SETTLED_AT or number == events // 2:
            await storm.settle()
            storm.found.memory.append(loopback.megabytes())
        if number in drops:
            storm.count("drop")
            await storm.connected()
            await loopback.discord.drop_connection(storm.random.choice((None, 1006, 4000, 4009)))
        await storm.event()
    loopback.discord.clear_faults()
    await storm.settle()
    storm.found.memory.append(loopback.megabytes())
    storm.judge()
    return storm.found


async def _broken(fault: Callable[..., object], chance: random.Random, status: int) -> None:
    """Makes about a fortieth of all calls fail in this way, all over the run."""
    every = round(len(_STATUSES) / FAULTY)
    for start in range(chance.randrange(every), 8_000, every):
        fault(r"(POST|PATCH|PUT|DELETE) ", status, nth=start + 1, times=1, **_after(status))


def _after(status: int) -> dict[str, float]:
    return {"retry_after": 0.3} if status == 429 else {}


class _Storm:
    """Sends events and remembers what may be expected of them."""

    def __init__(self, loopback: Loopback, seed: int) -> None:
        self.loopback = loopback
        self.random = random.Random(seed)
        self.found = Found(seed)
        self._people = people(loopback, 40)
        self._interactions: list[Any] = []
        self._asked: list[Any] = []
        self._deleted: set[str] = set()
        self._kinds: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (30, self._command),
            (25, self._mention),
            (10, self._direct),
            (10, self._complete),
            (12, self._press),
            (5, self._edit),
            (3, self._delete),
            (5, self._chatter),
        ]

    async def event(self) -> None:
        """Sends one event of a random kind, and does not wait for what comes of it."""
        weights, kinds = zip(*self._kinds, strict=True)
        [kind] = self.random.choices(kinds, weights)
        self.count(kind.__name__.strip("_"))
        await kind()
        await asyncio.sleep(self.random.choice((0, 0, 0.05, 0.1, 0.4)))

    def count(self, kind: str) -> None:
        """Counts an event."""
        self.found.events[kind] = self.found.events.get(kind, 0) + 1

    async def connected(self, most: float = 30.0) -> None:
        """Waits until the bot is connected: a connection that is not there can't be dropped."""
        discord = self.loopback.discord
        await discord.wait_until(lambda: any(s.conn for s in discord.sessions.values()), most, "a connection")

    async def settle(self, most: float = 60.0) -> None:
        """Waits until nothing more happens, for a minute at most."""
        quiet, before = 0, -1
        for _ in range(int(most)):
            now = len(self.loopback.discord.requests)
            quiet = quiet + 1 if now == before else 0
            before = now
            if quiet >= 4:
                return
            await asyncio.sleep(1)

    def judge(self) -> None:
        """Looks for what was acknowledged and never answered, answered twice, or not handled."""
        calls = [one for one in self.loopback.discord.requests if one.method != "GET"]
        self.found.calls, self.found.failed_calls = len(calls), sum(one.status >= 400 for one in calls)
        for one in self._interactions:
            self.found.acknowledged += bool(one.acked)
            if one.acked and not one.responded:
                self.found.lost.append(f"{one!r}: {[kind for _, kind, _ in one.timeline]}")
            if len([m for m in one.messages if not m.deleted]) > 1:
                self.found.doubled.append(repr(one))
        replies = Counter(m.reply_to for m in self.loopback.discord.message_by_id.values() if m.from_bot)
        for message in self._asked:
            self.found.unanswered += not replies[message.id]
            if replies[message.id] > 1:
                self.found.doubled.append(f"message {message.content[:60]!r}: {replies[message.id]} answers")
        for line in self.loopback.log.splitlines():
            if line.startswith(("ERROR bot", "CRITICAL", "Traceback")) or "never retrieved" in line:
                self.found.unhandled.append(line[:300])
        self.found.unhandled += [str(error)[:300] for error in self.loopback.discord.internal_errors]

    async def _command(self) -> None:
        name, options = self.random.choice(_COMMANDS)
        await self._invoked(self.loopback.discord.slash, self._someone(), "general", name, options)

    async def _invoked(self, act: Callable[..., Awaitable[Any]], *given: object) -> None:
        try:
            self._interactions.append(await act(*given, wait=None))
        except Exception as error:  # the client itself refuses: a button that is gone
            if type(error).__name__ != "Refused":
                raise

    async def _mention(self) -> None:
        channel = self.random.choice(("general", "random"))
        self._asked.append(
            await self.loopback.discord.send_message(self._someone(), channel, self._question())
        )

    async def _direct(self) -> None:
        self._asked.append(await self.loopback.discord.dm(self._someone(), self._question()))

    async def _complete(self) -> None:
        typed = self.random.choice(("", "kimi", "通义", "zzzz", "opus4"))
        discord = self.loopback.discord
        await discord._command(
            4, self._someone(), "general", "model", {"name": typed}, False, None, 5, "name"
        )

    async def _press(self) -> None:
        answers = [m for m in self.loopback.discord.message_by_id.values() if m.from_bot and not m.deleted]
        shown = [m for m in answers[-40:] if _buttons(m)]
        if shown:
            message = self.random.choice(shown)
            button = self.random.choice(_buttons(message))
            await self._invoked(self.loopback.discord.click, self._someone(), message, button)

    async def _edit(self) -> None:
        if self._asked:
            self.loopback.discord.edit_message(self.random.choice(self._asked[-10:]), self._question())

    async def _delete(self) -> None:
        if self._asked:
            message = self._asked.pop(self.random.randrange(max(0, len(self._asked) - 5), len(self._asked)))
            self.loopback.discord.delete_message(message)

    async def _chatter(self) -> None:
        await self.loopback.discord.send_message(
            self._someone(), "general", "nice weather", mention_bot=False
        )

    def _someone(self) -> Any:
        return self.random.choice(self._people)

    def _question(self) -> str:
        return self.random.choice(_QUESTIONS)


def _buttons(message: Any) -> list[str]:
    return [
        c["custom_id"]
        for row in message.components or []
        for c in row.get("components", ())
        if "custom_id" in c
    ]


async def main(data: Path, seed: int, events: int) -> int:
    """Runs it and prints what was found; 1 where something was."""
    if not THERE:
        print(f"chaos: {WITHOUT}", file=sys.stderr)
        return 2
    async with running(data, {**UNLIMITED, "MODELSCAPE_LOG_LEVEL": "info"}) as loopback:
        found = await chaos(loopback, seed, events)
    print(json.dumps({**asdict(found), "grown": round(found.grown, 3)}, ensure_ascii=False, indent=1))
    return int(not found.sound)


if __name__ == "__main__":
    parser = ArgumentParser("python -m tests.discord.chaos")
    parser.add_argument("--data", type=Path, required=True, help="a data folder with an index")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=EVENTS)
    given = parser.parse_args()
    sys.exit(asyncio.run(main(given.data.absolute(), given.seed, given.events)))
