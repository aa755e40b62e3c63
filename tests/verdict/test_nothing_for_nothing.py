"""Does an answer that looks at nothing earn nothing, whatever the form of what it gives?"""

import numpy as np
import pytest
import torch

from grader.authoring.mutants import submit
from grader.packs.reading import load_hidden, load_public
from grader.tasks import COURSE
from grader.verdict.referee import grade_task

CODE = [task for assignment in COURSE.assignments for task in assignment.tasks.values() if task.kind == "code"]
CONSTANTS = {
    "1": lambda: 1,
    "0": lambda: 0,
    "1.0": lambda: 1.0,
    "True": lambda: True,
    "False": lambda: False,
    "None": lambda: None,
    "a text": lambda: "X",
    "an empty list": list,
    "an empty tensor": lambda: torch.zeros(0),
    "an empty image": lambda: torch.zeros(1, 0),
    "one zero": lambda: torch.zeros(1, 1),
    "one one": lambda: torch.ones(1, 1),
    "a kernel of ones": lambda: torch.ones(2, 2),
    "a weight": lambda: torch.ones(1, 1, 1, 2),
    "NaN": lambda: torch.full((2, 2), float("nan")),
    "an array": lambda: np.zeros((2, 2)),
}
SHAPED = {  # of the right shape now and then, and no number of the input in it
    "zeros like the first": lambda first: torch.zeros_like(first) if torch.is_tensor(first) else 0,
    "ones like the first": lambda first: torch.ones_like(first) if torch.is_tensor(first) else 1,
    "empty for the first": lambda first: first[..., :0] if torch.is_tensor(first) else [],
}
REFUSES = {
    "refuses all with a ValueError": ValueError("no"),
    "refuses all with a TypeError": TypeError("no"),
    "is not written": NotImplementedError(),
}


def _grade(task, made):
    assignment = COURSE.assignment_of(task.name).name
    public, hidden = load_public(assignment)["tasks"][task.name], load_hidden(assignment)["tasks"][task.name]
    return grade_task(task.name, submit(task, made, public, hidden), public, hidden)


def _raising(error):
    def made(*args, **kwargs):
        raise error

    return made


@pytest.mark.parametrize("task", CODE, ids=lambda task: task.name)
def test_an_answer_that_looks_at_nothing(task):
    answers = {name: lambda *a, make=make, **k: make() for name, make in CONSTANTS.items()}
    answers |= {name: lambda *a, make=make, **k: make(a[0] if a else None) for name, make in SHAPED.items()}
    answers |= {name: _raising(error) for name, error in REFUSES.items()}
    earned = {name: _grade(task, made) for name, made in answers.items()}
    assert {
        name: [facet.name for facet in grade.facets if facet.passed] for name, grade in earned.items() if grade.score
    } == {}


def test_a_class_whose_layer_looks_at_nothing():
    class Nothing(torch.nn.Module):
        def __init__(self, kernel_size):
            super().__init__()

        def forward(self, X):
            return torch.zeros(1)

    task = COURSE.assignment("1-cross-correlation").tasks["Conv2D"]
    assert _grade(task, Nothing).score == 0
    assert _grade(task, lambda kernel_size: 1).score == 0


def test_a_right_answer_earns_here():
    """The same way of grading gives full marks to the references: else the tables above would hold of anything."""
    assert [task.name for task in CODE if _grade(task, task.reference).score != task.points] == []
