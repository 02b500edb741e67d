"""What is being answered: so that it can be cancelled, and be finished before the process ends."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Underway:
    """The tasks that answer, each under the number of its question."""

    def __init__(self) -> None:
        self._tasks: dict[int, asyncio.Task[object]] = {}
        self.leaving = False

    @contextmanager
    def one(self, question: int) -> Iterator[bool]:
        """Inside, the running task counts as the one that answers this question; yields False where another
        one does already."""
        task = asyncio.current_task()
        if task is None or question in self._tasks:
            yield False
            return
        self._tasks[question] = task
        try:
            yield True
        finally:
            del self._tasks[question]

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
