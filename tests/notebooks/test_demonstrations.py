"""Does a demonstration show something, a picture or a sentence, when functions that the learner wrote earlier raise?"""

import contextlib
import io
import warnings

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import COURSE

RAISE = "raise IndexError('index 9 is out of bounds')"
RAISES = {
    "code": "def {}(*args, **kwargs):\n    " + RAISE,
    "test": "def {}():\n    " + RAISE,
    "module": "class {}(nn.Module):\n    def __init__(self, kernel_size):\n        " + RAISE,
}
USES = {  # demonstrations that call what the learner wrote, by notebook
    "1-cross-correlation": {"run-photo", "careless-example", "compare-convolution", "random-layer"},
    "2-edge-detection": {"running-sum", "draw-blur"},
    "3-kernel-learning": {"compare-learned", "learn-from-line", "right-target"},
    "4-padding-and-stride": {"compare-pad2d"},
    "5-channels": {
        "run-whole",
        "run-three",
        "compare-layer",
        "run-gray",
        "check-right",
        "check-seed",
        "finale-own-layer",
    },
    "6-matrices-and-beyond": {"draw-matrix", "compare-composed", "draw-powers"},
}


def run(assignment, replace):
    """Run the solved notebook with the functions of tasks replaced; return {cell id: what it prints} and what died."""
    nb = nbformat.read(ROOT / "source" / assignment.name / assignment.notebook, as_version=4)
    names, printed, died = {"__name__": "__main__"}, {}, {}
    for cell in (cell for cell in nb.cells if cell.cell_type == "code"):
        nbgrader = cell.metadata.get("nbgrader", {})
        task = assignment.tasks.get(nbgrader.get("grade_id"))
        if nbgrader.get("grade"):
            continue
        source = replace[task.kind].format(task.name) if task and task.kind in replace else cell.source
        with contextlib.redirect_stdout(io.StringIO()) as out, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                exec(compile(source, cell.id, "exec"), names)
            except Exception as error:
                # an answer that a learner reads off an own layer dies with that layer: it is no demonstration
                died |= {} if task else {cell.id: repr(error)}
        printed[cell.id] = out.getvalue()
    return printed, died


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda assignment: assignment.name)
def test_a_demonstration_outlives_what_the_learner_wrote(assignment, monkeypatch):
    monkeypatch.chdir(ROOT / "source" / assignment.name)
    printed, died = run(assignment, RAISES)
    assert died == {}
    says = {cell for cell, text in printed.items() if "there is nothing to show for it here" in text}
    assert says >= USES[assignment.name]
    assert not any("nothing to show" in text for text in run(assignment, {})[0].values())
