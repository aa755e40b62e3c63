"""Does every right implementation get full marks, whatever the seed and however it behaves besides being right?"""

import pytest
from nbformat.v4 import new_code_cell

from grader.submission.grading import grade_notebook
from grader.tasks import COURSE
from tests.fairness import corr2d
from tests.fairness.run import TABLE, run
from tests.submissions.build import example

ASSIGNMENT = "1-cross-correlation"
MODEL = {"corr2d": 5, "corr2d_fixed": 2, "exposing_case": 2, "convolve2d": 2, "Conv2D": 4, "kernel_gradient": 1}


def test_there_are_enough_different_ones():
    assert len(corr2d.RIGHT) >= 20
    assert {name for name, made in TABLE.items() if len(set(made)) < 5} == set()


def test_every_task_that_asks_for_code_is_in_the_table_where_the_course_has_it():
    tasks = [task for one in COURSE.assignments for task in one.tasks.values()]
    assert list(TABLE) == [task.name for task in tasks if task.kind in ("code", "module")]


def _unfair(seeds, tasks=TABLE):
    return [(row.task, row.name, row.unfair[:2]) for row in run(seeds, tasks) if row.unfair]


@pytest.mark.parametrize("task", TABLE)
def test_right_is_right_on_the_public_pack_and_two_hidden_ones(task):
    assert _unfair(2, [task]) == []


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_right_is_right_on_twenty_seeds():
    assert _unfair(20) == []


def test_the_table_would_show_an_unfair_grade(monkeypatch):
    """A wrong implementation in the list of right ones is reported with the facet it loses."""

    def first_column_only(X, K):
        return corr2d.two_loops(X, K)[:, :1]

    monkeypatch.setitem(TABLE, "corr2d_fixed", (first_column_only,))
    row = next(row for row in run(1, ["corr2d_fixed"]) if row.name == "first_column_only")
    assert row.fair == 0
    assert "rectangular" in row.unfair[0][1]


NOISE = {  # what a right notebook may do besides: put in front of, around or behind its own right cells
    "warnings and standard error": (
        "corr2d",
        "import warnings, sys\nwarnings.warn('old')\nprint(1, file=sys.stderr)\n",
    ),
    "another default dtype": ("corr2d", "torch.set_default_dtype(torch.float64)\n"),
    "reseeding": ("Conv2D", "import random\ntorch.manual_seed(0)\nrandom.seed(0)\n"),
    "shadowed names": ("corr2d", "check = 1\nlist = 3\nstr = int = dict = len = None\nexplorers = reveal = None\n"),
    "a progress bar": ("corr2d", "from tqdm import tqdm\nfor _ in tqdm([1, 2]): pass\n"),
    "a plot": ("corr2d", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n"),
    "warnings are errors": ("corr2d", "import warnings\nwarnings.simplefilter('error')\n"),
}
SHOUTING = """
import sys, warnings
from tqdm import tqdm

def _window(X, i, j, h, w):
    return X[i : i + h, j : j + w]

def corr2d(X, K, verbose=True, *, unused=None):
    print("corr2d", X.shape, file=sys.stderr)
    warnings.warn("slow")
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in tqdm(range(Y.shape[0])):
        for j in range(Y.shape[1]):
            Y[i, j] = (_window(X, i, j, h, w) * K).sum()
    return Y
"""
EXTRA_ARGUMENTS = """
def corr2d(X, K, mode):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    h, w = K.shape
    return sum(X[a : a + X.shape[0] - h + 1, b : b + X.shape[1] - w + 1] * K[a, b] for a in range(h) for b in range(w))
"""


def _scores(nb, assignment=ASSIGNMENT):
    grades, oddities, _ = grade_notebook(nb, assignment, None, timeout=60)
    return {grade.task: grade.score for grade in grades}, [g for g in grades if g.score < g.max_score], oddities


def _model(assignment=ASSIGNMENT, **replaced):
    nb = example(assignment, "model")
    for cell in nb.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in replaced:
            cell.source = replaced[grade_id](cell.source)
    return nb


HABITS = """
import functools, random, sys, warnings
import matplotlib.pyplot as plt
import numpy as np
from tqdm import tqdm

check = 1
explorers = reveal = max_pool = None
X, K, Y = 0, "kernel", None
if "corr2d" in globals():
    cross_correlate, corr2d = corr2d, 1
torch.manual_seed(0)
np.random.seed(0)
warnings.warn("old")
print("noise", file=sys.stderr)
plt.plot([1, 2])
plt.show()


def with_habits(function):
    @functools.wraps(function)
    def noisy(*args, verbose=True, log=None, **kwargs):
        # two arguments more, and a parameter comes back where there is no graph to keep
        if verbose:
            print(function.__name__, args)
            print("working", file=sys.stderr)
            warnings.warn("deprecated")
            for _ in tqdm(range(2)):
                torch.manual_seed(random.randrange(9))
        result = function(*args, **kwargs)
        if torch.is_tensor(result) and result.is_floating_point() and not result.requires_grad:
            return nn.Parameter(result)
        return result
    return noisy
"""
CALLS = {  # between functions: the same calls, with an argument that only the own function takes, or by another name
    "4-padding-and-stride": {"corr2d_strided": ("pad2d(X, padding)", "pad2d(X, padding, verbose=False)")},
    "5-channels": {
        "corr2d_multi_in": ("corr2d(x, k)", "cross_correlate(x, k)"),
        "corr2d_multi_in_out": ("corr2d_multi_in(X, k)", "corr2d_multi_in(X, k, verbose=False)"),
        "conv_layer": ("corr2d_multi_in_out(X, K)", "corr2d_multi_in_out(X, K, log=[])"),
    },
    "6-matrices-and-beyond": {
        "corr2d_matmul": ("correlation_matrix(K, X.shape)", "correlation_matrix(K, X.shape, verbose=False)"),
        "corr2d_dilated": ("corr2d_matmul(X, spread)", "corr2d_matmul(X, spread, verbose=False)"),
        "corr2d_transposed": ("correlation_matrix(K, shape)", "correlation_matrix(K, shape, log=print)"),
    },
}


def _with_habits(assignment):
    """Return the model submission with `HABITS` in a cell in front, and every function wrapped in a cell behind it."""
    nb = _model(assignment)
    functions = {task.name for task in COURSE.assignment(assignment).tasks.values() if task.kind in ("code", "test")}
    cells = []
    for cell in nb.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in CALLS.get(assignment, {}):
            old, new = CALLS[assignment][grade_id]
            assert old in cell.source
            cell.source = cell.source.replace(old, new)
        cells.append(cell)
        if grade_id in functions:
            cells.append(new_code_cell(f"{grade_id} = with_habits({grade_id})"))
    cells.insert(_setup(nb) + 1, new_code_cell(HABITS))
    nb.cells = cells
    return nb


def _setup(nb):
    """Return the place of the cell that imports torch: nothing graded comes before it."""
    return next(i for i, cell in enumerate(nb.cells) if cell.cell_type == "code" and "import torch" in cell.source)


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.names)
def test_all_habits_at_once_cost_nothing(assignment):
    nb = _with_habits(assignment)
    scores, lost, oddities = _scores(nb, assignment)
    errors = [o for cell in nb.cells if "with_habits" in cell.source for o in cell.outputs if o.output_type == "error"]
    assert errors == []  # else the habits were never there
    assert [(grade.task, [f for f in grade.facets if not f.passed]) for grade in lost] == []
    assert oddities == []
    assert set(scores) == {task.name for task in COURSE.assignment(assignment).tasks.values() if task.kind != "text"}


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.names)
def test_another_default_dtype_costs_nothing_in_any_assignment(assignment):
    nb = _model(assignment)
    nb.cells[_setup(nb)].source += "\ntorch.set_default_dtype(torch.float64)"
    _, lost, oddities = _scores(nb, assignment)
    assert [(grade.task, [f for f in grade.facets if not f.passed]) for grade in lost] == []
    assert oddities == []


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.names)
def test_another_default_device_costs_no_function(assignment):
    """As whoever has a GPU at home writes; "meta" is a device that every machine has, and that holds no numbers."""
    nb = _model(assignment)
    nb.cells[_setup(nb)].source += "\ntorch.set_default_device('meta')"
    _, lost, oddities = _scores(nb, assignment)
    tasks = COURSE.assignment(assignment).tasks
    assert [grade.task for grade in lost if tasks[grade.task].kind == "code"] == []
    assert all("could not be measured" in said for said in oddities)  # a value that was computed there, which is told


@pytest.mark.slow
@pytest.mark.parametrize("case", NOISE)
def test_noise_costs_nothing_in_a_real_kernel(case):
    cell, text = NOISE[case]
    scores, lost, oddities = _scores(_model(**{cell: lambda source: text + source}))
    assert (lost, oddities) == ([], [])
    assert scores.items() >= MODEL.items()


@pytest.mark.slow
def test_prints_warnings_helpers_and_more_defaults_inside_the_function_cost_nothing():
    scores, lost, _ = _scores(_model(corr2d=lambda _: SHOUTING))
    assert lost == []
    assert scores.items() >= MODEL.items()


@pytest.mark.slow
def test_parameters_in_place_of_tensors_cost_nothing():
    pair = "nn.Parameter(torch.arange(20.0).reshape(4, 5)), nn.Parameter(torch.randn(2, 3))"
    text = f"def exposing_case():\n    return {pair}"
    scores, lost, _ = _scores(_model(exposing_case=lambda _: text))
    assert (scores["exposing_case"], lost) == (2, [])


@pytest.mark.slow
def test_an_own_function_with_a_required_argument_costs_its_own_task_only():
    """`Conv2D` calls the student's own `corr2d(X, K, mode)` as the student means it, and gets full marks for itself."""
    nb = _model(
        corr2d=lambda _: EXTRA_ARGUMENTS,
        Conv2D=lambda source: source.replace("corr2d(X, self.weight)", "corr2d(X, self.weight, 'valid')"),
        convolve2d=lambda source: source.replace("K.flip(0, 1))", "K.flip(0, 1), 'valid')"),
    )
    scores, _, _ = _scores(nb)
    assert scores == {**scores, **MODEL, "corr2d": 0}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["unfold_and_fft"])
def test_another_algorithm_in_a_real_kernel(name):
    assert _scores(example(ASSIGNMENT, name))[1] == []
