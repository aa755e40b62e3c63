"""Is every known misconception killed and named, and no right answer with it?"""

import pytest

from grader.authoring.build import build_task
from grader.authoring.mutants import run_mutants, submit
from grader.tasks import COURSE
from grader.verdict.referee import grade_task

TASKS = [task for assignment in COURSE.assignments for task in assignment.tasks.values()]
CODE = [task for task in TASKS if task.kind in ("code", "module")]


def test_all_are_killed_95_percent_named_none_confused():
    mutants = list(run_mutants())
    assert [m for m in mutants if not m.killed] == []
    assert [(m.task, m.misconception, m.named) for m in mutants if m.named not in (None, m.misconception)] == []
    named = sum(m.named == m.misconception for m in mutants)
    assert named >= 0.95 * len(mutants)


@pytest.mark.parametrize("task", CODE, ids=lambda task: task.name)
def test_the_reference_gets_full_marks_and_a_stub_none(task):
    public, hidden = build_task(task, "public", True), build_task(task, "0a", False)
    right = grade_task(task.name, submit(task, task.reference, public, hidden), public, hidden)
    assert (right.score, right.misconception) == (task.points, None), right.facets

    def empty(*args, **kwargs):
        """As released: nothing but a docstring."""

    stub = grade_task(task.name, submit(task, empty, public, hidden), public, hidden)
    assert stub.score == 0
    assert stub.misconception is None


@pytest.mark.parametrize("task", [task for task in TASKS if task.kind == "value" and task.answer], ids=lambda t: t.name)
def test_the_right_value_gets_full_marks_and_no_value_none(task):
    public, hidden = build_task(task, "public", True), build_task(task, "0a", False)
    right = grade_task(task.name, submit(task, dict(task.answer), public, hidden), public, hidden)
    assert right.score == task.points, right.facets
    assert grade_task(task.name, {"value": None}, public, hidden).score == 0
