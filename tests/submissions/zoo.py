"""The zoo: what comes back from a class besides plain notebooks, each made from the model submission.

One more is one more function here, and nothing elsewhere: it changes the notebook (`nb`), or writes into the folder
itself (`folder, nb`); its decorator says what that costs and what the instructor must be told.
"""

import copy
import inspect
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import nbformat
from nbconvert.exporters import PythonExporter

from grader.tasks import COURSE
from tests.submissions.build import ROOT, example, released
from tests.submissions.editors import colab, vs_code

ASSIGNMENT = "1-cross-correlation"
NAME = "cross-correlation.ipynb"
POINTS = {task.name: task.points for task in COURSE.assignment(ASSIGNMENT).tasks.values() if task.kind != "text"}
FULL = sum(POINTS.values())  # of 20: a person marks the other two
NOTHING, EVERYTHING = (), tuple(POINTS)
UNSAID = None  # it depends on how much of a failing cell is run
ZOO = {}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@dataclass(frozen=True)
class Specimen:
    """`make` hands in; `costs` are the tasks that get 0, the others get all; `told` is in the list of what was odd.

    `prose` says whether the written answer waits for a person (None: not asked), `sees` is what that person must read
    in the answer's own cell.
    """

    make: Callable
    costs: tuple[str, ...] | None
    told: tuple[str, ...]
    prose: bool | None
    sees: str

    @property
    def score(self) -> float | None:
        """What it gets."""
        return None if self.costs is None else FULL - sum(POINTS[task] for task in self.costs)


def specimen(costs, *told, prose=None, sees=""):
    """Enter the decorated function in the zoo under its name."""

    def enter(make):
        ZOO[make.__name__] = Specimen(make, costs, told, True if sees else prose, sees)
        return make

    return enter


def hand_in_specimen(root, student, name):
    """Write the files of specimen `name` as the submission of `student`."""
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    nb, make = example(ASSIGNMENT, "model"), ZOO[name].make
    if len(inspect.signature(make).parameters) == 1:
        make(nb)
        _write(folder, nb)
    else:
        make(folder, nb)


def _write(folder, nb, name=NAME):
    (folder / name).write_text(json.dumps(nb), encoding="utf-8")


def _cell(nb, grade_id):
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def _solution_replaced(nb, task, source):
    _cell(nb, task).source = source
    _cell(nb, "kernel_gradient").source = "kernel_gradient = [[9, 7], [12, 16]]"  # by hand, not by the own layer


@specimen(NOTHING)
def plain(nb):
    """As it was."""


@specimen(NOTHING, "Homework (final).ipynb was graded as cross-correlation.ipynb: it had been renamed")
def renamed(folder, nb):
    _write(folder, nb, "Homework (final).ipynb")


@specimen(
    NOTHING,
    "cell corr2d is there more than once: the last one counts",
    "cell check-corr2d is there more than once: the last one counts",
)
def duplicated_cells(nb):
    for grade_id in ("corr2d", "check-corr2d"):
        again = copy.deepcopy(_cell(nb, grade_id))
        again.source = "corr2d = None" if grade_id == "corr2d" else again.source
        nb.cells.insert(nb.cells.index(_cell(nb, "corr2d")), again)


@specimen(("convolve2d",), "cell check-corr2d was missing: put back")
def deleted_cells(nb):
    for grade_id in ("check-corr2d", "convolve2d"):
        nb.cells.remove(_cell(nb, grade_id))


@specimen(NOTHING, "graded cells are in another order than released")
def reordered_cells(nb):
    moved = _cell(nb, "check-corr2d")
    nb.cells.remove(moved)
    nb.cells.insert(2, moved)


@specimen(NOTHING)
def split_cell(nb):
    cell = _cell(nb, "Conv2D")
    text = "def initial(size):\n    return nn.Parameter(torch.randn(size))"
    cell.source = cell.source.replace("nn.Parameter(torch.randn(kernel_size))", "initial(kernel_size)")
    nb.cells.insert(nb.cells.index(cell), nbformat.v4.new_code_cell(text))
    nb.cells.insert(nb.cells.index(cell) + 1, nbformat.v4.new_code_cell("Conv2D((1, 2))"))


@specimen(NOTHING, "cell check-corr2d was edited: put right")
def edited_test_cell(nb):
    _cell(nb, "check-corr2d").source = "5  # points"


@specimen(NOTHING, "cell check-corr2d had the id 'check-corr2e': put right")
def changed_grade_id(nb):
    _cell(nb, "check-corr2d").metadata.nbgrader.grade_id = "check-corr2e"


@specimen(NOTHING, "numpy.py was handed in beside the notebook", "torch.py was handed in beside the notebook")
def files_that_shadow_modules(folder, nb):
    for name in ("numpy.py", "torch.py"):
        (folder / name).write_text("raise SystemExit('mine')\n")
    _write(folder, nb)


@specimen(NOTHING, "cross-correlation.ipynb has the notebook format 3: converted")
def notebook_format_3(folder, nb):
    cells = []
    for cell in nb.cells:
        old = {"cell_type": cell.cell_type, "metadata": cell.metadata}
        code = {"input": cell.source.splitlines(keepends=True), "language": "python", "outputs": [], "collapsed": False}
        cells.append(old | (code if cell.cell_type == "code" else {"source": cell.source}))
    sheets = [{"cells": cells, "metadata": {}}]
    _write(folder, {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": sheets})


@specimen(NOTHING, "cross-correlation.ipynb has the older notebook format 4.2: converted")
def notebook_format_4_2(nb):
    nb.nbformat_minor = 2
    for cell in nb.cells:
        del cell["id"]


@specimen(NOTHING, "cross-correlation.ipynb is not JSON", "cells of it could be read, the rest is lost")
def not_json(folder, nb):
    (folder / NAME).write_text(json.dumps(nb)[:-100])


@specimen(
    ("exposing_case", "convolve2d", "Conv2D", "kernel_gradient"),
    "cross-correlation.ipynb is not JSON",
    "the rest is lost",
)
def a_download_that_broke_off(folder, nb):
    text = json.dumps(nb)
    (folder / NAME).write_text(text[: text.index("def exposing_case")])


@specimen(EVERYTHING, "cross-correlation.ipynb is not JSON", "nothing in it could be graded")
def not_json_at_all(folder, nb):
    (folder / NAME).write_text("<html>You are not logged in</html>")


@specimen(NOTHING, "cross-correlation.ipynb is not JSON (marks of a merge): read all the same")
def an_unfinished_merge(folder, nb):
    mine = json.dumps(nb, indent=1)
    line = next(line for line in mine.split("\n") if "execution_count" in line)
    both = f"<<<<<<< HEAD\n{line}\n=======\n{line.replace('null', '7')}\n>>>>>>> second-try"
    (folder / NAME).write_text(mine.replace(line, both, 1))


@specimen(NOTHING, "utils.py/notes.txt was handed in beside the notebook")
def a_folder_named_like_a_module(folder, nb):
    (folder / "utils.py").mkdir()
    (folder / "utils.py" / "notes.txt").write_text("x")
    _write(folder, nb)


@specimen(NOTHING, "the module nb_black is not installed here")
def module_missing_for_a_magic_in_the_setup_cell(nb):
    setup = next(cell for cell in nb.cells if cell.cell_type == "code")
    setup.source = "%load_ext nb_black\n%matplotlib qt5\n%watermark\n" + setup.source


@specimen(EVERYTHING, "cross-correlation.ipynb is empty")
def empty_file(folder, nb):
    (folder / NAME).touch()


@specimen(EVERYTHING, "no notebook to grade: cross-correlation.ipynb counts as empty")
def no_notebook(folder, nb):
    (folder / "notes.txt").write_text("sorry")


@specimen(NOTHING)
def fifty_megabytes_of_output(nb):
    text = "all work, and no play\n".ljust(25, ".") * 2_000_000
    _cell(nb, "corr2d").outputs = [nbformat.v4.new_output("stream", text=text)]


@specimen(("corr2d_fixed",), "was left out: the kernel died")
def dies_in_the_third_task(nb):
    _solution_replaced(nb, "corr2d_fixed", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


@specimen(("corr2d_fixed",), "task corr2d_fixed: the kernel died; this costs its own task only")
def dies_when_the_third_task_is_called(nb):
    _solution_replaced(nb, "corr2d_fixed", "import os\n\ndef corr2d_fixed(X, K):\n    os._exit(0)")


@specimen(("corr2d",), "was interrupted")
def endless_loop_in_the_second_task(nb):
    _solution_replaced(nb, "corr2d", "while True:\n    pass")


@specimen(("exposing_case",), "could not be interrupted")
def uninterruptible_in_the_fourth_task(nb):
    text = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"
    _solution_replaced(nb, "exposing_case", text)


@specimen(("exposing_case",), "task exposing_case: 1 of its calls ran longer than")
def endless_loop_when_the_fourth_task_is_called(nb):
    text = (
        "def exposing_case():\n    while True:\n        try:\n            while True:\n                pass\n"
        "        except Exception:\n            pass"
    )
    _solution_replaced(nb, "exposing_case", text)


@specimen(NOTHING, "cell corr2d was a markdown cell: put right", "cell check-corr2d was a markdown cell: put right")
def cells_turned_into_markdown(nb):
    for grade_id in ("corr2d", "check-corr2d"):
        cell = _cell(nb, grade_id)
        index = nb.cells.index(cell)
        nb.cells[index] = nbformat.v4.new_markdown_cell(cell.source, metadata=cell.metadata, id=cell.id)


@specimen(NOTHING, "cell check-corr2d: its nbgrader metadata was changed: put right")
def a_thousand_points(nb):
    _cell(nb, "check-corr2d").metadata.nbgrader.points = 1000


@specimen(NOTHING)
def metadata_schema_1(nb):
    for cell in nb.cells:
        found = cell.metadata.get("nbgrader")
        if found:
            found.schema_version = 1
            for key in ("cell_type", "task"):
                found.pop(key, None)


@specimen(NOTHING, "draft.ipynb is there too: cross-correlation.ipynb was graded")
def two_notebooks(folder, nb):
    draft = copy.deepcopy(nb)
    draft.cells = draft.cells[:5]
    _write(folder, draft, "draft.ipynb")
    _write(folder, nb)


@specimen(EVERYTHING, "cell check-corr2d was missing: put back")
def no_cells(nb):
    nb.cells = []


@specimen(NOTHING, "a damaged cell was left out")
def damaged_cells(folder, nb):
    raw = json.loads(json.dumps(nb))
    raw["cells"][0:0] = [7, {"cell_type": "code", "source": {"a": 1}}, None]
    raw["metadata"] = "none"
    raw["cells"].append({"cell_type": "code", "source": ["1 + ", "1"], "outputs": "?", "metadata": []})
    (folder / NAME).write_text(json.dumps(raw))


@specimen(NOTHING)
def every_cell_with_one_id(folder, nb):
    raw = json.loads(json.dumps(nb))
    for cell in raw["cells"]:
        cell["id"] = "same"
    (folder / NAME).write_text(json.dumps(raw))


@specimen(NOTHING, "seed is a link: left out", "course is a link: left out")
def links_to_the_instructors_files(folder, nb):
    (folder / "seed").symlink_to(ROOT / "private" / "seed")
    (folder / "course").symlink_to(ROOT)
    _write(folder, nb)


# -- written answers that stand elsewhere ----------------------------------------------------------------------------

ANSWER = "answer-why_no_error"
WORDS = "A write into zeros is recorded, as the leaf itself is never written."  # of the student's, nowhere released
WAITING, MARKED_ZERO = True, False  # for a person; or nbgrader gives 0 by itself


def _blank(nb):
    """Leave the answer's cell as released."""
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"


def _answer_in_cell(nb, source, place=1, kind=nbformat.v4.new_markdown_cell):
    """Leave the answer's cell as released, and put `source` into a new cell `place` cells further."""
    answer = _cell(nb, ANSWER)
    answer.source = "YOUR ANSWER HERE"
    nb.cells.insert(nb.cells.index(answer) + place, kind(source))


def _without_metadata(nb):
    for cell in nb.cells:
        cell.metadata = {}
        cell.id = nbformat.corpus.words.generate_corpus_id()


@specimen(NOTHING, prose=MARKED_ZERO)
def untouched_answer(nb):
    _blank(nb)


@specimen(NOTHING, prose=MARKED_ZERO)
def untouched_answer_beside_code_of_the_students(nb):
    nb.cells.insert(3, nbformat.v4.new_code_cell("# a try\nprint(torch.ones(2))"))
    _blank(nb)


@specimen(NOTHING, f"cell {ANSWER} is blank, but there is text that was not released: a person marks it", sees=WORDS)
def answer_in_a_new_cell_below(nb):
    _answer_in_cell(nb, WORDS)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_a_new_cell_above(nb):
    _answer_in_cell(nb, WORDS, place=0)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_the_last_cell(nb):
    _answer_in_cell(nb, f"## My answers\n\n1. {WORDS}", place=9)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_as_a_comment_in_a_code_cell(nb):
    _answer_in_cell(nb, f"# {WORDS}", kind=nbformat.v4.new_code_cell)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_typed_into_a_code_cell(nb):
    _answer_in_cell(nb, WORDS, kind=nbformat.v4.new_code_cell)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_printed_below(nb):
    _answer_in_cell(nb, f'print("{WORDS}")', kind=nbformat.v4.new_code_cell)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_a_raw_cell(nb):
    _answer_in_cell(nb, WORDS, kind=nbformat.v4.new_raw_cell)


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def answer_written_below_the_task(nb):
    """Into the cell above, which keeps its id; the answer's own cell stays blank."""
    answer = _cell(nb, ANSWER)
    nb.cells[nb.cells.index(answer) - 1].source += f"\n\n**Answer:** {WORDS}"
    answer.source = "YOUR ANSWER HERE"


@specimen(NOTHING, f"cell {ANSWER} was missing: text in its place is taken for it; a person marks it", sees=WORDS)
def answer_retyped_in_a_cell_without_metadata(nb):
    nb.cells[nb.cells.index(_cell(nb, ANSWER))] = nbformat.v4.new_markdown_cell(WORDS)


@specimen(NOTHING, f"cell {ANSWER} was missing: put back; a person marks it", sees=WORDS)
def answer_merged_with_the_task(nb):
    answer = _cell(nb, ANSWER)
    nb.cells[nb.cells.index(answer) - 1].source += f"\n\n{WORDS}"
    nb.cells.remove(answer)


@specimen(("kernel_gradient",), f"cell {ANSWER} was missing: put back; a person marks it", sees=WORDS)
def answer_merged_into_the_code_above(nb):
    """The last code above the task is not graded; merged further, into the solution, it costs that solution."""
    nb.cells.remove(_cell(nb, ANSWER))
    _cell(nb, "kernel_gradient").source += f"\n\n{WORDS}"


@specimen(NOTHING, f"cell {ANSWER} is there more than once: a person marks it", sees=WORDS)
def answer_copied_with_the_blank_copy_last(nb):
    answer = _cell(nb, ANSWER)
    blank = copy.deepcopy(answer)
    answer.source, blank.source = WORDS, "YOUR ANSWER HERE"
    nb.cells.insert(nb.cells.index(answer) + 1, blank)


@specimen(NOTHING, f"cell {ANSWER} is there more than once: a person marks it", sees=WORDS)
def answer_split_in_two(nb):
    answer = _cell(nb, ANSWER)
    rest = copy.deepcopy(answer)
    answer.source, rest.source = WORDS, "And that is all."
    nb.cells.insert(nb.cells.index(answer) + 1, rest)


@specimen(NOTHING, "graded cells are in another order than released", sees="the answer's cell was moved")
def blank_answer_moved_to_the_top(nb):
    answer = _cell(nb, ANSWER)
    nb.cells.remove(answer)
    answer.source = "YOUR ANSWER HERE"
    nb.cells.insert(1, answer)


@specimen(NOTHING, f"cell {ANSWER} was missing: put back; a person marks it", sees="no other text was found")
def answer_deleted(nb):
    nb.cells.remove(_cell(nb, ANSWER))


@specimen(NOTHING, f"cell {ANSWER} was missing: text in its place is taken for it; a person marks it", sees=WORDS)
def all_metadata_and_ids_dropped(nb):
    _cell(nb, ANSWER).source = WORDS
    _without_metadata(nb)


@specimen(NOTHING, f"cell {ANSWER} had lost its nbgrader metadata: put right", prose=MARKED_ZERO)
def all_metadata_dropped_and_the_answer_untouched(nb):
    _blank(nb)
    _without_metadata(nb)


@specimen(NOTHING, "answer.md was handed in beside the notebook", sees=WORDS)
def answer_in_a_file_of_its_own(folder, nb):
    _blank(nb)
    (folder / "answer.md").write_text(WORDS)
    _write(folder, nb)


@specimen(NOTHING, "is blank, but there is text that was not released", sees="From the file photo of my answer.jpg.")
def answer_as_a_photo(folder, nb):
    _blank(nb)
    (folder / "photo of my answer.jpg").write_bytes(b"\xff\xd8\xff")
    _write(folder, nb)


@specimen(NOTHING, sees="attachment:image.png")
def picture_pasted_into_the_answer(nb):
    answer = _cell(nb, ANSWER)
    answer.source = "My sketch: ![image.png](attachment:image.png)"
    answer["attachments"] = {"image.png": {"image/png": PIXEL}, "x": {"text/html": "<b>"}, "y": 7}


@specimen(NOTHING, "is blank, but there is text that was not released", sees="attachment:image.png")
def picture_pasted_below_the_answer(nb):
    _answer_in_cell(nb, "![image.png](attachment:image.png)")
    below = next(cell for cell in nb.cells if "attachment:" in cell.source)
    below["attachments"] = {"image.png": {"image/png": PIXEL}}


# -- what learning platforms, browsers and editors hand over ---------------------------------------------------------


def _zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@specimen(NOTHING, f"hw 1/{ASSIGNMENT}/{NAME} was graded as {NAME}: it lay in a folder")
def folder_in_a_folder(folder, nb):
    (folder / "hw 1" / ASSIGNMENT).mkdir(parents=True)
    _write(folder / "hw 1" / ASSIGNMENT, nb)


@specimen(NOTHING, f"{NAME}.txt was graded as {NAME}: it had been renamed")
def ending_that_a_browser_added(folder, nb):
    _write(folder, nb, NAME + ".txt")


@specimen(NOTHING, f"cross-correlation.json was graded as {NAME}: it had been renamed")
def ending_json(folder, nb):
    _write(folder, nb, "cross-correlation.json")


@specimen(NOTHING, f"CROSS-CORRELATION.IPYNB was graded as {NAME}: it had been renamed")
def ending_in_capitals(folder, nb):
    _write(folder, nb, "CROSS-CORRELATION.IPYNB")


@specimen(NOTHING, f"download was graded as {NAME}: it had been renamed")
def no_ending(folder, nb):
    _write(folder, nb, "download")


@specimen(NOTHING, f"work.zip/{ASSIGNMENT}/{NAME} was graded as {NAME}: it was in an archive")
def packed_as_zip(folder, nb):
    clutter = {f"__MACOSX/{ASSIGNMENT}/._{NAME}": b"\0\5\26\7", f"{ASSIGNMENT}/.DS_Store": b""}
    (folder / "work.zip").write_bytes(_zipped({f"{ASSIGNMENT}/{NAME}": json.dumps(nb)} | clutter))


@specimen(NOTHING, f"work.zip/inner.zip/{NAME} was graded as {NAME}: it was in an archive")
def zip_in_a_zip(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({"inner.zip": _zipped({NAME: json.dumps(nb)})}))


@specimen(NOTHING, f"work.tar.gz/{NAME} was graded as {NAME}: it was in an archive")
def packed_as_tar(folder, nb):
    with tarfile.open(folder / "work.tar.gz", "w:gz") as archive:
        data = json.dumps(nb).encode()
        entry = tarfile.TarInfo(NAME)
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))


@specimen(
    EVERYTHING, "work.rar is an archive of a kind that is not opened here (rar): left out", "no notebook to grade"
)
def packed_as_rar(folder, nb):
    (folder / "work.rar").write_bytes(b"Rar!\x1a\x07\x01\0" + bytes(300))


@specimen(
    NOTHING,
    f"cross-correlation-Copy1.ipynb was graded as {NAME}: it had been renamed",
    f"{NAME} is there too: cross-correlation-Copy1.ipynb was graded; nothing was done in the other one",
)
def the_work_in_a_copy(folder, nb):
    _write(folder, released(ASSIGNMENT))
    _write(folder, nb, "cross-correlation-Copy1.ipynb")


@specimen(NOTHING, "4 tasks instead of 8 were worked on in the other one")
def half_of_the_work_in_the_original(folder, nb):
    half = released(ASSIGNMENT)
    for grade_id in ("corr2d", "Conv2D", "convolve2d", "exposing_case"):
        _cell(half, grade_id).source = _cell(nb, grade_id).source
    _write(folder, half)
    _write(folder, nb, "cross-correlation (1).ipynb")


@specimen(
    NOTHING, "cross-correlation (1).ipynb is there too", "is blank, but there is text that was not released", sees=WORDS
)
def the_answer_in_another_copy(folder, nb):
    other = released(ASSIGNMENT)
    _cell(other, ANSWER).source = WORDS
    _blank(nb)
    _write(folder, other, "cross-correlation (1).ipynb")
    _write(folder, nb)


@specimen(NOTHING, "it is a copy that Jupyter kept, and there is no other")
def only_the_checkpoint_is_left(folder, nb):
    (folder / ".ipynb_checkpoints").mkdir()
    _write(folder / ".ipynb_checkpoints", nb, "cross-correlation-checkpoint.ipynb")


@specimen(NOTHING, "the other one cannot be read", f"copy.ipynb was graded as {NAME}: it had been renamed")
def a_damaged_notebook_beside_a_readable_copy(folder, nb):
    (folder / NAME).write_text(json.dumps(nb)[:-100])
    _write(folder, nb, "copy.ipynb")


@specimen(("convolve2d",), "cross-correlation-checkpoint.ipynb is there too")
def a_checkpoint_in_which_more_was_done(folder, nb):
    """What was handed in counts, not what Jupyter kept of another moment."""
    (folder / ".ipynb_checkpoints").mkdir()
    _write(folder / ".ipynb_checkpoints", nb, "cross-correlation-checkpoint.ipynb")
    _cell(nb, "convolve2d").source = _cell(released(ASSIGNMENT), "convolve2d").source
    _write(folder, nb)


@specimen(NOTHING, f"work.py was graded as {NAME}: it is a Python file, and there is no notebook", sees=WORDS)
def a_python_file_beside_a_checkpoint(folder, nb):
    (folder / ".ipynb_checkpoints").mkdir()
    _write(folder / ".ipynb_checkpoints", released(ASSIGNMENT), "cross-correlation-checkpoint.ipynb")
    _cell(nb, ANSWER).source = WORDS
    (folder / "work.py").write_text(PythonExporter().from_notebook_node(nb)[0])


@specimen(NOTHING, f"work.py was graded as {NAME}", "the other one cannot be read", sees=WORDS)
def a_python_file_beside_a_damaged_notebook(folder, nb):
    (folder / NAME).write_text("{not json")
    _cell(nb, ANSWER).source = WORDS
    (folder / "work.py").write_text(PythonExporter().from_notebook_node(nb)[0])


@specimen(
    NOTHING, f"cross-correlation.py was graded as {NAME}: it is a Python file, and there is no notebook", sees=WORDS
)
def converted_to_python(folder, nb):
    _cell(nb, ANSWER).source = WORDS
    (folder / "cross-correlation.py").write_text(PythonExporter().from_notebook_node(nb)[0])


@specimen(NOTHING, "it is a Python file, and there is no notebook", sees=WORDS)
def saved_in_the_percent_format(folder, nb):
    _cell(nb, ANSWER).source = WORDS
    cells = []
    for cell in nb.cells:
        text = cell.source if cell.cell_type == "code" else "\n".join(f"# {line}" for line in cell.source.split("\n"))
        cells.append(f"# %%{'' if cell.cell_type == 'code' else ' [markdown]'}\n{text}\n")
    (folder / "cross-correlation.py").write_text("\n".join(cells))


@specimen(
    (
        "predicted_outputs",
        "convolve2d",
        "kernel_gradient",
    ),
    "it is a Python file, and there is no notebook",
)
def plain_python_with_two_solutions(folder, nb):
    """Nothing of the notebook is left but what was typed; what is not there earns nothing."""
    names = ("setup", "corr2d", "corr2d_fixed", "exposing_case", "convolve2d", "Conv2D")
    by_id = {cell.id: cell.source for cell in nb.cells}
    (folder / "homework.py").write_text("\n\n\n".join(by_id[name] for name in names[:4] + names[5:]))


@specimen(NOTHING, f"{NAME}/{NAME} was graded as {NAME}: it lay in a folder")
def folder_named_like_the_notebook(folder, nb):
    (folder / NAME).mkdir()
    _write(folder / NAME, nb)


@specimen(NOTHING, "pixels.csv was handed in beside the notebook")
def data_beside_the_notebook_in_a_zip(folder, nb):
    _cell(nb, "corr2d").source = 'assert open("pixels.csv").read() == "1,2"\n' + _cell(nb, "corr2d").source
    (folder / "work.zip").write_bytes(_zipped({f"hw/{NAME}": json.dumps(nb), "hw/pixels.csv": "1,2"}))


# -- what other editors save; both were simulated -------------------------------------------------------------------


@specimen(NOTHING, prose=WAITING)
def saved_by_vs_code(folder, nb):
    _write(folder, vs_code(nb))


@specimen(NOTHING, f"{NAME} has the older notebook format 4.0: converted", prose=WAITING)
def saved_by_colab(folder, nb):
    """With the cell in front that installed the wheel there."""
    _write(folder, colab(nb))


@specimen(NOTHING, "is blank, but there is text that was not released", sees=WORDS)
def saved_by_colab_with_the_answer_in_a_text_cell_below(folder, nb):
    _answer_in_cell(nb, WORDS)
    _write(folder, colab(nb))


@specimen((), f"cross-correlation (1).ipynb was graded as {NAME}: it had been renamed", prose=MARKED_ZERO)
def downloaded_twice_from_colab_without_an_answer(folder, nb):
    _blank(nb)
    _write(folder, colab(nb), "cross-correlation (1).ipynb")


@specimen(("corr2d",), "cell check-corr2d was edited: put right", prose=WAITING)
def a_locked_cell_changed_in_vs_code(folder, nb):
    """Its locks hold nothing there: the check is switched off, and the solution is wrong."""
    _cell(nb, "check-corr2d").source = "# " + _cell(nb, "check-corr2d").source
    _solution_replaced(nb, "corr2d", "def corr2d(X, K):\n    return None")
    _write(folder, vs_code(nb))


# -- code in the wrong cell ------------------------------------------------------------------------------------------


@specimen(NOTHING, "cell check-corr2d was edited: put right; what was typed into it runs before it")
def solution_typed_into_the_check_cell(nb):
    check, solution = _cell(nb, "check-corr2d"), _cell(nb, "corr2d")
    check.source = solution.source + "\n\n" + check.source
    solution.source = _cell(released(ASSIGNMENT), "corr2d").source


@specimen(NOTHING, "cell check-corr2d had lost its nbgrader metadata: put right", "runs before it")
def solution_typed_into_a_check_cell_without_metadata(nb):
    check, solution = _cell(nb, "check-corr2d"), _cell(nb, "corr2d")
    check.source = check.source + "\n" + solution.source
    solution.source = _cell(released(ASSIGNMENT), "corr2d").source
    _without_metadata(nb)


@specimen(("corr2d",), "cell check-corr2d was edited: put right; what was typed into it runs before it")
def a_score_typed_into_the_check_cell(nb):
    """What runs before the graded cell is the student's; what stands in it is the referee's."""
    _cell(nb, "corr2d").source = "corr2d = None"
    _cell(nb, "kernel_gradient").source = "kernel_gradient = [[9, 7], [12, 16]]"
    _cell(nb, "check-corr2d").source += "\n5.0"


# -- encodings and time stamps ---------------------------------------------------------------------------------------


def _in_encoding(folder, nb, encoding):
    _cell(nb, "corr2d").source += "\n# naïve – größer"
    (folder / NAME).write_bytes(json.dumps(nb, ensure_ascii=False).encode(encoding, "replace"))  # cp1252 has no ◆


@specimen(NOTHING, f"{NAME} is in the encoding UTF-16")
def utf_16(folder, nb):
    _in_encoding(folder, nb, "utf-16")


@specimen(NOTHING, f"{NAME} is in the encoding UTF-16 without a byte order mark")
def utf_16_without_a_mark(folder, nb):
    _in_encoding(folder, nb, "utf-16-be")


@specimen(NOTHING, f"{NAME} is in the encoding cp1252")
def cp1252(folder, nb):
    _in_encoding(folder, nb, "cp1252")


@specimen(NOTHING, f"{NAME} is in the encoding UTF-8 with a byte order mark")
def byte_order_mark(folder, nb):
    _in_encoding(folder, nb, "utf-8-sig")


@specimen(NOTHING, f"{NAME} has bytes that are no text: they are shown as <0xNN>")
def one_damaged_byte(folder, nb):
    _in_encoding(folder, nb, "utf-8")
    (folder / NAME).write_bytes((folder / NAME).read_bytes().replace("größer".encode(), b"gr\xff\xc3\xb6\xc3\x9fer"))


def _stamped(folder, nb, stamp):
    _write(folder, nb)
    (folder / "timestamp.txt").write_bytes(stamp)


@specimen(NOTHING)
def stamp_of_nbgrader(folder, nb):
    _stamped(folder, nb, b"2026-11-27 10:00:00.000000 UTC")


@specimen(NOTHING, "the time stamp 'yesterday' cannot be read: when this was handed in is not known")
def stamp_in_words(folder, nb):
    _stamped(folder, nb, b"yesterday")


@specimen(NOTHING, "the time stamp '1795773600' is not in nbgrader's form: read as 2026-11-27 10:00:00 UTC")
def stamp_in_seconds(folder, nb):
    _stamped(folder, nb, b"1795773600\n")


@specimen(NOTHING, "read as 2026-11-27 09:00:00 UTC")
def stamp_in_german(folder, nb):
    _stamped(folder, nb, "Fr 27. Nov 10:00:00 CET 2026\n".encode("utf-16"))


@specimen(NOTHING, "the time stamp is empty: when this was handed in is not known")
def stamp_empty(folder, nb):
    _stamped(folder, nb, b"")


@specimen(NOTHING, "the time stamp '03/04/2026 10:00' cannot be read")
def stamp_of_which_nobody_knows_the_day(folder, nb):
    _stamped(folder, nb, b"03/04/2026 10:00")


# -- what the code needed and did not find ---------------------------------------------------------------------------


@specimen(UNSAID, "the module d2l is not installed here: cell 2 (`from d2l import torch as d2l`) needs it")
def module_missing_in_the_setup_cell(nb):
    setup = next(cell for cell in nb.cells if cell.cell_type == "code")
    setup.source = "from d2l import torch as d2l\n" + setup.source


@specimen(("corr2d",), "the module d2l is not installed here: cell ", "(`import d2l`) needs it")
def module_missing_in_one_task(nb):
    _solution_replaced(nb, "corr2d", "import d2l\n\n\ndef corr2d(X, K):\n    return d2l.corr2d(X, K)")


@specimen(("corr2d",), "the module d2l is not installed here: ")
def module_missing_when_called(nb):
    _solution_replaced(nb, "corr2d", "def corr2d(X, K):\n    import d2l\n    return d2l.corr2d(X, K)")


# -- and what else comes ---------------------------------------------------------------------------------------------


@specimen(EVERYTHING, f"what was handed in is the notebook of 5-channels, not of {ASSIGNMENT}")
def the_notebook_of_another_assignment(folder, nb):
    _write(folder, example("5-channels", "model"), "channels.ipynb")


@specimen(
    NOTHING,
    f"work.zip/hw/{NAME} was graded as {NAME}",
    "hw/link is a link: left out",
    "../evil.py has a name that leads",
)
def zip_with_a_link_and_a_name_that_climbs(folder, nb):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(f"hw/{NAME}", json.dumps(nb))
        archive.writestr("../evil.py", "raise SystemExit")
        link = zipfile.ZipInfo("hw/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (folder / "work.zip").write_bytes(data.getvalue())


@specimen(
    EVERYTHING, "was read in part only: it holds more than may be taken out of an archive", "no notebook to grade"
)
def zip_of_zeros(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({f"{n}.bin": bytes(60_000_000) for n in range(5)}))


@specimen(NOTHING, f"work/hw/{NAME} was graded as {NAME}: it was in an archive")
def windows_zip_unpacked_on_another_system(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({f"hw\\{NAME}": json.dumps(nb)}))
    (folder / "work.zip").rename(folder / "work")


@specimen(NOTHING)
def crlf_line_ends(folder, nb):
    raw = json.loads(json.dumps(nb))
    for cell in raw["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n") if cell["cell_type"] == "code" else cell["source"]
    (folder / NAME).write_text(json.dumps(raw, indent=1).replace("\n", "\r\n"), newline="")


@specimen(NOTHING, "a cell holds half a character: shown as \\uNNNN")
def half_a_character(folder, nb):
    nb.cells.insert(3, nbformat.v4.new_code_cell("smile = 'x'"))
    (folder / NAME).write_text(json.dumps(nb).replace("smile = 'x'", "smile = '\\ud83d'"))


@specimen(NOTHING, "folders lie more than 20 deep in one another: the rest was left out")
def folders_in_folders_in_folders(folder, nb):
    (folder / "/".join("d" * 30)).mkdir(parents=True)
    _write(folder, nb)
