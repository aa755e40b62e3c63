"""Does `check` leave a right function alone when the mistake is in an earlier one that it builds on?"""

import contextlib
import importlib
import io
import itertools
import warnings

import pytest

from grader.tasks import COURSE
from tests.submissions.build import example

check = importlib.import_module("course.check")
PAIRS = [
    (assignment.name, needed, later.name)
    for assignment in COURSE.assignments
    for later in assignment.tasks.values()
    for needed in later.needs
    if later.reference
]


def _names(assignment: str) -> dict:
    """Return what the model submission's solution cells define, without running its demonstrations."""
    names: dict = {"__name__": "__main__"}
    exec("import torch\nfrom torch import nn\nfrom course import corr2d", names)
    for cell in example(assignment, "model").cells:
        solves = cell.metadata.get("nbgrader", {}).get("grade_id") in COURSE.assignment(assignment).task_names
        if solves and cell.cell_type == "code":
            exec(cell.source, names)
    return names


def _told(monkeypatch, name: str, made: object) -> str:
    """Return the text that `check` shows of an object, and what it raises."""
    shown = []
    monkeypatch.setattr(check, "_display", lambda html, text: shown.append(text))
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            check.check(name, made)
        except check.CheckFailed as error:
            shown.append(str(error))
    return shown[-1]


@pytest.mark.parametrize(("assignment", "needed", "later"), PAIRS)
def test_a_right_function_on_a_wrong_one(monkeypatch, assignment, needed, later):
    """For every known mistake of the earlier one: it passes, or the earlier one is named, and nothing else."""
    names = _names(assignment)
    wrong_ones = COURSE.assignment_of(needed).task(needed).misconceptions
    untrue = {}
    for wrong in wrong_ones:
        names[needed] = _as_own(wrong.made, names)
        told = _told(monkeypatch, later, names[later])
        if not ("passed" in told or f"your `{needed}`" in told or f"`{needed}`, which this builds on" in told):
            untrue[wrong.name] = told
    assert untrue == {}


def _as_own(made, names):
    """Return a function of the notebook that does what a wrong version does."""
    names["_made"] = made
    exec("def _own(made):\n    return lambda *args, **kwargs: made(*args, **kwargs)", names)
    return names["_own"](made)


def test_every_task_that_builds_on_another_is_here():
    assert {later for _, _, later in PAIRS} >= {"convolve2d", "Conv2D", "corr2d_strided", "conv_layer", "corr2d_matmul"}
    assert len(list(itertools.chain(PAIRS))) >= 12


@pytest.mark.parametrize("code", ["return helper(X, K)", "return [helper(X, k) for k in K]"])
def test_a_mistake_behind_a_helper_is_found(monkeypatch, code):
    """A right `convolve2d` that calls `corr2d` by way of a helper is right, too."""
    names = _names("1-cross-correlation")
    exec("def helper(X, K):\n    return corr2d(X, K.flip(0, 1))", names)
    exec(f"def convolve2d(X, K):\n    {code}", names)
    exec("def corr2d(X, K):\n    return X", names)
    told = _told(monkeypatch, "convolve2d", names["convolve2d"])
    assert ("The mistake is in your `corr2d`" in told) == (code == "return helper(X, K)")
