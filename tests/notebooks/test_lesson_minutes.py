"""Does every notebook promise the minutes that the written rule gives, and say right what it holds?"""

import re

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import COURSE
from tests.lesson_minutes import MOST, counted, estimate, promise


@pytest.mark.parametrize("assignment", COURSE.names)
def test_what_is_promised_is_what_the_rule_gives(assignment):
    nb = nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
    count = counted(nb)
    assert count["promised"] == promise(estimate(count)) <= MOST
    tasks = COURSE.assignment(assignment).tasks.values()
    said = re.search(r"minutes, (\d+) tasks, (\d+) points", nb.cells[0].source)
    assert (int(said[1]), int(said[2])) == (len(tasks), sum(task.points for task in tasks))
    assert count["tasks"] == len(tasks)


def test_a_promise_that_is_too_short_is_found():
    nb = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# 9\n\n**10 minutes, 1 tasks, 1 points.** " + "word " * 900),
            nbformat.v4.new_markdown_cell("### Task 1\n\n◆◇◇ · 4 min · 1 point"),
            nbformat.v4.new_code_cell('x_guess = ...\nreveal("x", x_guess)'),
            nbformat.v4.new_code_cell("explorers.window_stepper()"),
        ]
    )
    count = counted(nb)
    assert (count["predictions"], count["plays"], count["task minutes"]) == (1, 1, 4)
    assert promise(estimate(count)) == 15 != count["promised"]
