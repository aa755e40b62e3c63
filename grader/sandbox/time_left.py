"""How long the next cell or task of a notebook may run, by what is left of all its time."""

from collections.abc import Callable
from time import monotonic

SHARE_OF_CELLS = 1 / 4  # of what is left, for one cell after the first that had to be stopped
SHARE_OF_TASKS = 1 / 8
FOR_TASKS = 1 / 3  # of all time stays for measuring what the cells have defined


class TimeLeft:
    """The clock of one notebook, replays included.

    One endless function may be called in many cells.  So after the first cell that had to be stopped, each gets a share
    of what is left; but one that has run to its end before gets as long again in a replay: there is less left by then,
    and what it defines must not be missing where it is measured.
    """

    def __init__(self, cell: float, case: float, task: float, total: float, clock: Callable[[], float] = monotonic):
        """Begin; the longest times for one cell, one call, one task and all together are in seconds."""
        self._cell, self._case, self._task, self._total, self._clock = cell, case, task, total, clock
        self._deadline = clock() + total
        self._ended: set[int] = set()
        self.stopped: dict[int, float] = {}  # cell -> after how many seconds

    def left(self) -> float:
        """Return how many seconds are left; below zero there is no time for anything."""
        return self._deadline - self._clock()

    def note_ended(self, cell: int) -> None:
        """Note that a cell has run to its end."""
        self._ended.add(cell)

    def for_cell(self, cell: int) -> float:
        """Return how many seconds a cell may run.

        >>> time = TimeLeft(cell=30, case=5, task=20, total=300, clock=lambda: 0.0)
        >>> time.stopped[0] = 30
        >>> time.for_cell(1)
        30
        """
        if not self.stopped or cell in self._ended:
            return self._cell
        return min(self._cell, max(self._case, SHARE_OF_CELLS * (self.left() - FOR_TASKS * self._total)))

    def for_task(self) -> dict[str, float]:
        """Return how many seconds one call and all calls of the next task may take, as the probe is told."""
        task = min(self._task, max(2 * self._case, SHARE_OF_TASKS * self.left())) if self.stopped else self._task
        return {"seconds": self._case, "task_seconds": task}
