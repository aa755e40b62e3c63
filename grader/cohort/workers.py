"""Run one function on many students' submissions in worker processes, a killed one of which costs one student only.

A worker dies when the machine runs out of memory, or by somebody's hand.  What its neighbours were doing is lost with
it, and done again; blame falls on who was running when a worker died twice, the second time with nobody beside.
"""

import contextlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from grader.sandbox.forkserver import die_with_parent

BLAME = "the process that graded it was killed twice, the second time with nobody beside it"


def in_workers(
    function: Callable[..., Any], arguments: dict[str, tuple], jobs: int, folder: Path
) -> Iterator[tuple[str, Any]]:
    """Yield (student, what `function` returns for the student's arguments) as it is finished, `jobs` at a time.

    For a student on whose submission a worker was killed twice it is `BLAME` instead.  `folder` takes a file for each
    that is running.
    """
    left = list(arguments)
    suspects: list[str] = []
    while left or suspects:
        together = left or suspects[:1]  # suspects last, each alone
        finished = []
        try:
            for student, result in _in_one_pool(function, arguments, together, jobs if left else 1, folder):
                finished.append(student)
                yield student, result
            if not left:
                suspects.pop(0)
        except BrokenProcessPool:
            if not left:
                yield suspects.pop(0), BLAME
                continue
            running = [student for student in left if _mark(folder, student).exists()]
            suspects += [student for student in running if student not in finished]
        left = [student for student in left if student not in finished and student not in suspects]


def _in_one_pool(
    function: Callable[..., Any], arguments: dict[str, tuple], students: Sequence[str], jobs: int, folder: Path
) -> Iterator[tuple[str, Any]]:
    """Yield the results of these students from one pool, with a bounded number of them waiting in it."""
    for student in students:
        _mark(folder, student).unlink(missing_ok=True)
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"), initializer=die_with_parent)
    waiting: dict[Future, str] = {}
    queue = list(students)
    try:
        while queue or waiting:
            while queue and len(waiting) < 2 * jobs:
                student = queue.pop(0)
                waiting[pool.submit(_marked, function, _mark(folder, student), arguments[student])] = student
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()
    finally:
        pool.shutdown(cancel_futures=True)  # nobody waits for what is still to be graded


def _mark(folder: Path, student: str) -> Path:
    return folder / f"{student}.running"


def _marked(function: Callable[..., Any], mark: Path, arguments: tuple) -> Any:
    """Run the function while a file says so; it stays when the process is killed."""
    mark.touch()
    try:
        return function(*arguments)
    finally:
        with contextlib.suppress(OSError):
            mark.unlink()
