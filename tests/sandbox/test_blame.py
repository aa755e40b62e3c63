"""Does what a notebook does to its own process cost no honest task beside it, and is it told in words?"""

import pytest
from nbformat.v4 import new_code_cell

from grader.sandbox.notebook_run import NOT_MEASURED
from grader.submission.grading import grade_notebook
from tests.submissions.build import example

pytestmark = pytest.mark.slow

ASSIGNMENT = "1-cross-correlation"
ENDLESS = "def corr2d(X, K):\n    while True:\n        pass"


def graded(source, before="corr2d_fixed", solution=None, **limits):
    """Return ({task: what it lost}, oddities, notes) with a cell in front of a solution, or one in its place."""
    nb = example(ASSIGNMENT, "model")
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata}
    if solution:
        cells[before].source = solution
    for text in source if isinstance(source, list) else [source]:
        nb.cells.insert(nb.cells.index(cells[before]) + bool(solution), new_code_cell(text))
    limits = {"timeout": 4, "case_seconds": 1.0, "task_seconds": 4.0} | limits
    grades, oddities, _ = grade_notebook(nb, ASSIGNMENT, None, **limits)
    lost = {grade.task: grade.max_score - grade.score for grade in grades if grade.score < grade.max_score}
    return lost, oddities, {grade.task: grade.note for grade in grades}


@pytest.mark.parametrize(
    "case, source",
    [
        ("no stream", "import sys\nsys.stdout = None"),
        ("no streams at all", "import sys\ndel sys.stdout, sys.stderr"),
        ("a closed file", "import sys\nsys.stdout = file = open('log.txt', 'w')\nfile.close()"),
        ("a stream that cannot flush", "import sys\nsys.stdout = sys.stderr = type('Log', (), {'write': len})()"),
        ("a stream that raises", "import sys\nsys.stdout = type('S', (), {'flush': lambda s: 1 / 0, 'write': len})()"),
        ("names that are no text", "globals()[1] = 2\nglobals()[1, 2] = 3"),
        ("things that raise when asked", "class P:\n    def __getattr__(self, name): 1 / 0\nproxy = P()"),
        ("IPython's shell taken back", "type(get_ipython()).clear_instance()"),
        ("a breakpoint", "breakpoint()"),
        ("an extension that is not there", "%load_ext nb_black\nkept = 1"),
        ("a window", "%matplotlib qt5\nkept = 1"),
    ],
)
def test_it_costs_nothing(case, source):
    lost, oddities, _ = graded(source)
    assert (lost, [oddity for oddity in oddities if "left out" in oddity]) == ({}, []), case


@pytest.mark.parametrize("magic", ["%load_ext nb_black", "%watermark -v", "%matplotlib qt5", "%config Nothing.at = 1"])
def test_a_magic_that_sets_up_what_is_not_here_does_not_cost_the_rest_of_its_cell(magic):
    lost, oddities, _ = graded([], solution=f"{magic}\n{SOLUTION}")
    assert lost == {}
    assert ("the module nb_black is not installed here" in "".join(oddities)) == ("nb_black" in magic)


SOLUTION = "import course\n\n\ndef corr2d_fixed(X, K):\n    return corr2d(X, K)"


@pytest.mark.parametrize("line", ["%time missing()", "%run missing.py", "1 / 0", "raise ModuleNotFoundError('x')"])
def test_any_other_error_ends_its_cell_as_in_an_ordinary_kernel(line):
    assert graded([], solution=f"{line}\n{SOLUTION}")[0] == {"corr2d_fixed": 2}


@pytest.mark.parametrize(
    "case, source",
    [
        ("a loop that is stopped", "import asyncio\nasyncio.get_event_loop().stop()"),
        ("an end a little later", "import asyncio, os\nasyncio.get_event_loop().call_soon(os._exit, 0)"),
    ],
)
def test_who_was_blamed_first_is_cleared_when_the_cause_is_found(case, source):
    """The kernel dies after the cell that ends it, in the one of an honest solution."""
    lost, oddities, _ = graded(source)
    assert (lost, len(oddities)) == ({}, 1), oddities
    assert "(`import asyncio" in oddities[0] and "was left out: the kernel died" in oddities[0]


def test_an_endless_function_in_many_cells_leaves_time_for_the_others():
    """Eight cells of 2 s and every call of it would use up 14 s; what does not need it is graded all the same."""
    limits = {"timeout": 2, "total_seconds": 14, "case_seconds": 0.1, "task_seconds": 0.5}
    lost, oddities, _ = graded(["corr2d(1, 2)"] * 8, before="corr2d", solution=ENDLESS, **limits)
    assert set(lost) == {"corr2d", "kernel_gradient"}, oddities
    assert "what was left was not graded" not in "".join(oddities)


TAKEN = "import sys\nfor name in [n for n in sys.modules if n.startswith('numpy')]:\n    del sys.modules[name]"


@pytest.mark.parametrize(
    "case, task, solution, why",
    [
        ("code, looked at before anything was hidden, and after", "corr2d_fixed", "corr2d_fixed = corr2d", "."),
        ("a value", "kernel_gradient", None, " (ImportError)."),
    ],
)
def test_what_could_not_be_measured_is_told_to_both(case, task, solution, why):
    lost, oddities, notes = graded(TAKEN, before=task, solution=solution)
    assert task in lost
    assert notes[task].startswith(NOT_MEASURED) and notes[task].endswith(why), case
    assert any(f"task {task}: it could not be measured" in oddity for oddity in oddities)


SPY = """
import sys

def corr2d(X, K):
    frame = sys._getframe()
    while frame and not isinstance(frame.f_locals.get("request"), dict):
        frame = frame.f_back
    if frame and frame.f_locals["request"].get("do") == "answer":
        raise type("Seen" + str(abs(X.flatten()[0].item())).replace(".", "_"), (KeyboardInterrupt,), {})
    return X
"""


def test_what_could_not_be_measured_on_hidden_inputs_is_told_without_the_students_words():
    """An interrupt leaves the probe, and its name may hold what the code has seen."""
    _, oddities, notes = graded([], before="corr2d", solution=SPY)
    assert notes["corr2d"] == f"{NOT_MEASURED}."
    assert "Seen" not in f"{oddities} {notes}"
