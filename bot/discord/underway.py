"""What is being answered: so that it can be cancelled, and be finished before the process ends."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

_REMEMBERED = 1_000  # questions that were answered last


class Underway:
    """The tasks that answer, each under the number of its question."""

    def __init__(self) -> None:
        self._tasks: dict[int, asyncio.Task[object]] = {}
        self._done: deque[int] = deque(maxlen=_REMEMBERED)
        self.leaving = False

    @contextmanager
    def one(self, question: int) -> Iterator[bool]:
        """Inside, the running task is the one that answers this question; yields False where another one is, or
        was. May be entered again inside."""
        task = asyncio.current_task()
        known = self._tasks.get(question)
        if known is not None or question in self._done or task is None:
            yield known is not None and known is task
            return
        self._tasks[question] = task
        try:
            yield True
        finally:
            del self._tasks[question]
            self._done.append(question)

    def cancel(self, question: int) -> None:
        """Cancels what answers this question, if anything does."""
        task = self._tasks.get(question)
        if task is not None:
            task.cancel()

    async def finish(self, seconds: float) -> int:
        """Takes on nothing new, waits for what there is, and returns how much of it is left undone."""
        self.leaving = True
        tasks = set(self._tasks.values())
        if not tasks:
            return 0
        _, left = await asyncio.wait(tasks, timeout=seconds)
        return len(left)

    def __len__(self) -> int:
        """How many questions are being answered."""
        return len(self._tasks)
