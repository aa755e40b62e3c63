"""The zoo: what comes back from a class besides plain notebooks, each made from the model submission.

A specimen writes its files into a folder; with it stands what it must score and what the instructor must be told.
"""

import copy
import json
from dataclasses import dataclass

import nbformat

from tests.submissions.build import ROOT, example

ASSIGNMENT = "1-cross-correlation"
NAME = "cross-correlation.ipynb"
FULL = 18.0  # of 20: a person marks the other two
ZOO = {}


@dataclass(frozen=True)
class Specimen:
    """`make(folder, nb)` hands in; `score` is what it gets; `told` are words in the list of what was odd."""

    make: object
    score: float
    told: tuple


def specimen(score, *told):
    """Enter the decorated function in the zoo under its name."""

    def enter(make):
        ZOO[make.__name__] = Specimen(make, score, told)
        return make

    return enter


def hand_in_specimen(root, student, name):
    """Write the files of specimen `name` as the submission of `student`."""
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    ZOO[name].make(folder, example(ASSIGNMENT, "model"))


def _write(folder, nb, name=NAME):
    (folder / name).write_text(json.dumps(nb), encoding="utf-8")


def _cell(nb, grade_id):
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def _solution_replaced(folder, nb, task, source):
    _cell(nb, task).source = source
    _cell(nb, "kernel_gradient").source = "kernel_gradient = [[9, 7], [12, 16]]"  # by hand, not by the own layer
    _write(folder, nb)


@specimen(FULL)
def plain(folder, nb):
    _write(folder, nb)


@specimen(FULL, "Homework (final).ipynb was graded as cross-correlation.ipynb: it had been renamed")
def renamed(folder, nb):
    _write(folder, nb, "Homework (final).ipynb")


@specimen(
    FULL,
    "cell corr2d is there more than once: the last one counts",
    "cell check-corr2d is there more than once: the last one counts",
)
def duplicated_cells(folder, nb):
    for grade_id in ("corr2d", "check-corr2d"):
        again = copy.deepcopy(_cell(nb, grade_id))
        again.source = "corr2d = None" if grade_id == "corr2d" else again.source
        nb.cells.insert(nb.cells.index(_cell(nb, "corr2d")), again)
    _write(folder, nb)


@specimen(FULL - 2, "cell check-corr2d was missing: put back")
def deleted_cells(folder, nb):
    for grade_id in ("check-corr2d", "convolve2d"):
        nb.cells.remove(_cell(nb, grade_id))
    _write(folder, nb)


@specimen(FULL, "graded cells are in another order than released")
def reordered_cells(folder, nb):
    moved = _cell(nb, "check-corr2d")
    nb.cells.remove(moved)
    nb.cells.insert(2, moved)
    _write(folder, nb)


@specimen(FULL)
def split_cell(folder, nb):
    cell = _cell(nb, "Conv2D")
    text = "def initial(size):\n    return nn.Parameter(torch.randn(size))"
    cell.source = cell.source.replace("nn.Parameter(torch.randn(kernel_size))", "initial(kernel_size)")
    nb.cells.insert(nb.cells.index(cell), nbformat.v4.new_code_cell(text))
    nb.cells.insert(nb.cells.index(cell) + 1, nbformat.v4.new_code_cell("Conv2D((1, 2))"))
    _write(folder, nb)


@specimen(FULL, "cell check-corr2d was edited: put right")
def edited_test_cell(folder, nb):
    _cell(nb, "check-corr2d").source = "5  # points"
    _write(folder, nb)


@specimen(FULL, "cell check-corr2d had the id 'check-corr2e': put right")
def changed_grade_id(folder, nb):
    _cell(nb, "check-corr2d").metadata.nbgrader.grade_id = "check-corr2e"
    _write(folder, nb)


@specimen(FULL, "numpy.py was handed in beside the notebook", "torch.py was handed in beside the notebook")
def files_that_shadow_modules(folder, nb):
    for name in ("numpy.py", "torch.py"):
        (folder / name).write_text("raise SystemExit('mine')\n")
    _write(folder, nb)


@specimen(FULL, "cross-correlation.ipynb has the notebook format 3: converted")
def notebook_format_3(folder, nb):
    cells = []
    for cell in nb.cells:
        old = {"cell_type": cell.cell_type, "metadata": cell.metadata}
        code = {"input": cell.source.splitlines(keepends=True), "language": "python", "outputs": [], "collapsed": False}
        cells.append(old | (code if cell.cell_type == "code" else {"source": cell.source}))
    sheets = [{"cells": cells, "metadata": {}}]
    _write(folder, {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": sheets})


@specimen(FULL, "cross-correlation.ipynb has the older notebook format 4.2: converted")
def notebook_format_4_2(folder, nb):
    nb.nbformat_minor = 2
    for cell in nb.cells:
        del cell["id"]
    _write(folder, nb)


@specimen(0.0, "cross-correlation.ipynb is not JSON")
def not_json(folder, nb):
    (folder / NAME).write_text(json.dumps(nb)[:-100])


@specimen(0.0, "cross-correlation.ipynb is empty")
def empty_file(folder, nb):
    (folder / NAME).touch()


@specimen(0.0, "no notebook to grade: cross-correlation.ipynb counts as empty")
def no_notebook(folder, nb):
    (folder / "notes.txt").write_text("sorry")


@specimen(FULL)
def fifty_megabytes_of_output(folder, nb):
    text = "all work, and no play\n".ljust(25, ".") * 2_000_000
    _cell(nb, "corr2d").outputs = [nbformat.v4.new_output("stream", text=text)]
    _write(folder, nb)


@specimen(FULL - 2, "was left out: the kernel died")
def dies_in_the_third_task(folder, nb):
    _solution_replaced(folder, nb, "corr2d_fixed", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


@specimen(FULL - 2, "task corr2d_fixed: the kernel died; this costs its own task only")
def dies_when_the_third_task_is_called(folder, nb):
    _solution_replaced(folder, nb, "corr2d_fixed", "import os\n\ndef corr2d_fixed(X, K):\n    os._exit(0)")


@specimen(FULL - 5, "was interrupted")
def endless_loop_in_the_second_task(folder, nb):
    _solution_replaced(folder, nb, "corr2d", "while True:\n    pass")


@specimen(FULL - 2, "could not be interrupted")
def uninterruptible_in_the_fourth_task(folder, nb):
    text = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"
    _solution_replaced(folder, nb, "exposing_case", text)


@specimen(FULL - 2, "task exposing_case: 1 of its calls ran longer than")
def endless_loop_when_the_fourth_task_is_called(folder, nb):
    text = (
        "def exposing_case():\n    while True:\n        try:\n            while True:\n                pass\n"
        "        except Exception:\n            pass"
    )
    _solution_replaced(folder, nb, "exposing_case", text)


@specimen(FULL, "cell corr2d was a markdown cell: put right", "cell check-corr2d was a markdown cell: put right")
def cells_turned_into_markdown(folder, nb):
    for grade_id in ("corr2d", "check-corr2d"):
        cell = _cell(nb, grade_id)
        index = nb.cells.index(cell)
        nb.cells[index] = nbformat.v4.new_markdown_cell(cell.source, metadata=cell.metadata, id=cell.id)
    _write(folder, nb)


@specimen(FULL, "cell check-corr2d: its nbgrader metadata was changed: put right")
def a_thousand_points(folder, nb):
    _cell(nb, "check-corr2d").metadata.nbgrader.points = 1000
    _write(folder, nb)


@specimen(FULL)
def metadata_schema_1(folder, nb):
    for cell in nb.cells:
        found = cell.metadata.get("nbgrader")
        if found:
            found.schema_version = 1
            for key in ("cell_type", "task"):
                found.pop(key, None)
    _write(folder, nb)


@specimen(FULL, "draft.ipynb is there too: cross-correlation.ipynb was graded")
def two_notebooks(folder, nb):
    draft = copy.deepcopy(nb)
    draft.cells = draft.cells[:5]
    _write(folder, draft, "draft.ipynb")
    _write(folder, nb)


@specimen(0.0, "cell check-corr2d was missing: put back")
def no_cells(folder, nb):
    nb.cells = []
    _write(folder, nb)


@specimen(FULL, "a damaged cell was left out")
def damaged_cells(folder, nb):
    raw = json.loads(json.dumps(nb))
    raw["cells"][0:0] = [7, {"cell_type": "code", "source": {"a": 1}}, None]
    raw["metadata"] = "none"
    raw["cells"].append({"cell_type": "code", "source": ["1 + ", "1"], "outputs": "?", "metadata": []})
    (folder / NAME).write_text(json.dumps(raw))


@specimen(FULL)
def every_cell_with_one_id(folder, nb):
    raw = json.loads(json.dumps(nb))
    for cell in raw["cells"]:
        cell["id"] = "same"
    (folder / NAME).write_text(json.dumps(raw))


@specimen(FULL, "seed is a link: left out", "course is a link: left out")
def links_to_the_instructors_files(folder, nb):
    (folder / "seed").symlink_to(ROOT / "private" / "seed")
    (folder / "course").symlink_to(ROOT)
    _write(folder, nb)
