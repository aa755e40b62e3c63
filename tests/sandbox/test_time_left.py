"""Does each cell and task get the time that is fair to those after it, and no cell less than it has needed before?"""

import pytest

from grader.sandbox.time_left import TimeLeft


@pytest.mark.parametrize(
    "case, stopped, ended, passed, for_cell, for_task",
    [
        ("nothing was stopped", [], [], 0, 30, 20),
        ("nothing was stopped, and little is left", [], [], 299, 30, 20),
        ("one was stopped, and much is left", [0], [], 30, 30, 20),
        ("half of what is for cells is gone", [0], [], 100, 25, 20),
        ("what is left is for the tasks", [0, 1, 2], [], 190, 5, 110 / 8),
        ("nothing is left", [0, 1, 2], [], 310, 5, 10),
        ("a cell that has run to its end before", [0], [7], 190, 30, 110 / 8),
        ("another cell has", [0], [6], 190, 5, 110 / 8),
    ],
)
def test_a_share_of_what_is_left(case, stopped, ended, passed, for_cell, for_task):
    now = [0.0]
    time = TimeLeft(cell=30, case=5, task=20, total=300, clock=lambda: now[0])
    for cell in stopped:
        time.stopped[cell] = 30
    for cell in ended:
        time.note_ended(cell)
    now[0] = passed
    assert (time.for_cell(7), time.for_task()) == (for_cell, {"seconds": 5, "task_seconds": for_task}), case
    assert time.left() == 300 - passed
