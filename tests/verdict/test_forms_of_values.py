"""Does a right value keep its points in whatever form of numbers it is handed in?"""

import numpy as np
import pytest
import torch

from course.checking.measure import describe
from grader.packs.reading import load_hidden, load_public
from grader.tasks import COURSE
from grader.verdict.referee import grade_task


def _each(convert):
    """Return a form that keeps lists and converts each number in them."""

    def form(value):
        return [form(item) for item in value] if isinstance(value, list | tuple) else convert(value)

    return form


def _tuples(value):
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value


FORMS = {  # none of which changes what a value says
    "a float32 tensor": lambda value: torch.tensor(value, dtype=torch.float32),
    "a float64 tensor": lambda value: torch.tensor(value, dtype=torch.float64),
    "a parameter": lambda value: torch.nn.Parameter(torch.tensor(value, dtype=torch.float32)),
    "a tensor of its own type": torch.tensor,
    "a NumPy array": np.asarray,
    "tuples": _tuples,
    "lists": _each(lambda number: number),
    "NumPy's floats": _each(np.float64),
    "NumPy's own numbers": _each(lambda number: np.asarray(number)[()]),
    "tensors without axes": _each(torch.tensor),
    "floats": _each(float),
    "ints where they are whole": _each(lambda number: int(number) if float(number).is_integer() else number),
    "NumPy's integers where they are whole": _each(
        lambda number: np.int64(number) if float(number).is_integer() else number
    ),
}
VALUES = [task for assignment in COURSE.assignments for task in assignment.tasks.values() if task.kind == "value"]
RIGHT = {  # where a judge decides, one right answer of many
    "vertical_edge": [[1, -1]],
    "sobel_x": [[1, 0, -1], [2, 0, -2], [1, 0, -1]],
    "sobel_y": [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
    "antidiagonal_edge": [[0, 1], [-1, 0]],
    "second_derivative": [[1, -2, 1]],
    "laplacian": [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
    "settings_for_shapes": {
        "same size": {"padding": [1, 2], "stride": [1, 1]},
        "half the size": {"padding": [1, 1], "stride": [2, 2]},
        "fewer columns": {"padding": [1, 1], "stride": [1, 5]},
        "larger": {"padding": [1, 3], "stride": [1, 1]},
    },
}


def _formed(value, form):
    if isinstance(value, dict):
        return {key: _formed(item, form) for key, item in value.items()}
    return value if isinstance(value, str) else form(value)


def _grade(task, value):
    assignment = COURSE.assignment_of(task.name).name
    public, hidden = load_public(assignment)["tasks"][task.name], load_hidden(assignment)["tasks"][task.name]
    return grade_task(task.name, {"value": describe(value)}, public, hidden)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("task", VALUES, ids=lambda task: task.name)
def test_no_right_value_loses_by_its_form(task, form):
    right = task.answer or RIGHT[task.name]
    grade = _grade(task, _formed(right.get("", right) if isinstance(right, dict) else right, FORMS[form]))
    assert {facet.name: facet.message for facet in grade.facets if not facet.passed} == {}
    assert grade.score == pytest.approx(task.points)


@pytest.mark.parametrize("form", FORMS)
def test_a_wrong_value_loses_in_every_form(form):
    task = COURSE.assignment("1-cross-correlation").tasks["kernel_gradient"]
    assert _grade(task, FORMS[form]([[9.0, 7.0], [12.0, 17.0]])).score == 0
