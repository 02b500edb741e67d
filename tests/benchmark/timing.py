"""Takes times: warm, in turns, so that a busy moment of the machine hits all that are compared."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

T = TypeVar("T")
ROOT = Path(__file__).parents[2]


def in_turns(
    timed: Mapping[str, Callable[[T], object]], items: Sequence[T], warm: int = 3
) -> dict[str, np.ndarray]:
    """Returns milliseconds [items] by name. Who comes first changes from item to item."""
    for item in items[:warm]:
        for act in timed.values():
            act(item)
    spent: dict[str, list[float]] = {name: [] for name in timed}
    names = list(timed)
    for number, item in enumerate(items):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            spent[name].append(milliseconds(timed[name], item))
    return {name: np.array(values) for name, values in spent.items()}


def milliseconds(act: Callable[[T], object], item: T) -> float:
    """Returns how long a call takes."""
    began = time.perf_counter()
    act(item)
    return (time.perf_counter() - began) * 1000


@dataclass(frozen=True, slots=True)
class Spent:
    """Medians over fresh processes, in seconds. On a busy machine `processor` is the steadier one."""

    wall: float
    processor: float


def processes_in_turns(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Spent]:
    """Returns what fresh Python processes take, by name; one round more warms up."""
    used: dict[str, list[float]] = {name: [] for name in commands}
    runners = {name: _runner(command, used[name]) for name, command in commands.items()}
    wall = in_turns(runners, range(rounds), warm=1)
    return {
        name: Spent(float(np.median(wall[name])) / 1000, float(np.median(used[name][1:])))
        for name in commands
    }


def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs Python at the root of the repository. Raises CalledProcessError."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )


def _runner(command: Sequence[str], used: list[float]) -> Callable[[int], object]:
    def runner(_: int) -> None:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    return runner
