"""The Discord bot as it runs, against a Discord on the loopback interface: how soon it acknowledges, answers and
completes, how punctual its loop is, and what a storm of events leaves behind."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmark.product import take_in
from tests.benchmark.types import Options, Row
from tests.discord.chaos import EVENTS, Found, chaos
from tests.discord.loopback import THERE, UNLIMITED, WITHOUT, Loopback, people, running

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
FASTEST = {"rate_limits": {}, "global_limit": 0}  # of the server: the bot's own speed is measured
_TYPED = "Which models have a context window of at least 1M tokens?"
_MIXED = (_TYPED, "what is Agent Swarm", "GLM-5 的参数量是多少？", "what did Hassabis say about the gap?")
_LATE = re.compile(r"p99\.9 ([\d.]+) ms late, at most ([\d.]+) ms")


def measure(options: Options) -> list[Row]:
    """Measures beside a bare call to the loopback server; without that server there is no figure."""
    if not THERE:
        return [Row("the Discord bot", "", WITHOUT, None)]
    data = options.work / "discord" / "data"
    take_in(options, data, ARTICLES)
    return asyncio.run(_speed(options, data)) + asyncio.run(_storm(options, data))


async def _speed(options: Options, data: Path) -> list[Row]:
    async with running(data, UNLIMITED, **FASTEST) as loopback:
        members = people(loopback, 100)
        await _at_once(loopback, members[:4], _MIXED)  # what the first questions have to open
        call = await _bare_call(loopback)
        acks20, _ = await _at_once(loopback, members[:20], _MIXED)
        acks100, _ = await _at_once(loopback, members, _MIXED)
        rounds = 3 if options.quick else 10
        typed = [ms for _ in range(rounds) for ms in (await _at_once(loopback, members[:10], (_TYPED,)))[1]]
        completions = await _completing_during_reindex(loopback, members)
        late = await _lateness(loopback)
    beside = f"a bare call to the server {call:.1f} ms"
    return [
        _row("acknowledgement p95, 20 questions at once", 300, _p95(acks20), beside),
        _row("the last acknowledgement of 100 at once", 3_000, max(acks100), beside),
        _row("typed answers complete p95, 10 at once", 500, _p95(typed), beside),
        _row("autocomplete p95 during a re-index", 100, _p95(completions), beside),
        _row("event loop late p99.9, a re-index among it", 100, late[0], f"at most {late[1]:g} ms"),
    ]


async def _at_once(
    loopback: Loopback, members: Sequence[Any], questions: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Asks at once, one question a person; returns the milliseconds to each acknowledgement and each answer."""

    async def ask(place: int, member: Any) -> Any:
        question = {"question": questions[place % len(questions)]}
        return await loopback.discord.slash(member, "general", "ask", question, timeout=60)

    asked = await asyncio.gather(*(ask(place, member) for place, member in enumerate(members)))
    return [one.ack_ms for one in asked], [one.timeline[-1][0] for one in asked]


async def _completing_during_reindex(loopback: Loopback, members: Sequence[Any]) -> list[float]:
    """Completes names for as long as an index is made anew beside it."""
    discord, times = loopback.discord, []
    update = await discord.slash("admin", "general", "admin reindex", wait="ack")
    for number in range(200):
        typed = ("kimi", "通义", "opus4", "gpt", "")[number % 5]
        found = await discord.autocomplete(members[number % 100], "general", "model", "name", typed)
        times.append(found.interaction.ack_ms)
        await asyncio.sleep(0.03)
        if number > 50 and not update.original.loading and "…" not in update.text.splitlines()[0]:
            break
    return times


async def _lateness(loopback: Loopback) -> tuple[float, float]:
    """Milliseconds that the bot's loop was late, as it measures them itself."""
    status = await loopback.discord.slash("admin", "general", "admin status")
    found = _LATE.search(status.text)
    if found is None:
        raise AssertionError(f"no lateness in: {status.text}")
    return float(found[1]), float(found[2])


async def _bare_call(loopback: Loopback) -> float:
    """The median of milliseconds that the server needs for a call that asks nothing of it."""
    import aiohttp  # of the server's, and of discord.py's

    async with aiohttp.ClientSession() as session:
        return await _median_ms(lambda: _got(session, f"{loopback.discord.url}/api/v10/gateway"))


async def _got(session: Any, url: str) -> None:
    async with session.get(url) as answer:
        await answer.read()


async def _median_ms(act: Callable[[], Awaitable[None]]) -> float:
    times = []
    for _ in range(50):
        began = time.perf_counter()
        await act()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


async def _storm(options: Options, data: Path) -> list[Row]:
    events = EVENTS // 5 + 100 if options.quick else EVENTS
    async with running(data, UNLIMITED) as loopback:
        found = await chaos(loopback, 7, events)
    return [_left_behind(found, events)]


def _left_behind(found: Found, events: int) -> Row:
    counts = {"lost": len(found.lost), "doubled": len(found.doubled), "unhandled": len(found.unhandled)}
    return Row(
        f"{events:,} events, a tenth of the calls failing, 20 dropped connections",
        "none lost, doubled, unhandled; memory at most 1.1 times that after 200",
        ", ".join(f"{count} {name}" for name, count in counts.items()) + f"; memory {found.grown:.2f} times",
        found.sound,
        f"{found.acknowledged} acknowledged, {found.failed_calls} of {found.calls} calls failed, "
        f"memory {', '.join(f'{mb:.0f}' for mb in found.memory)} MB",
        {**counts, "grown": found.grown},
    )


def _row(what: str, wanted: float, found: float, beside: str) -> Row:
    return Row(what, f"under {wanted:g} ms", f"{found:.0f} ms", found < wanted, beside, {"ms": found})


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]
