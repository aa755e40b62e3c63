"""The zoo: what comes back from a class besides plain notebooks, each made from the model submission.

A specimen writes its files into a folder; with it stands what it must score and what the instructor must be told.
"""

import copy
import io
import json
import tarfile
import zipfile
from dataclasses import dataclass

import nbformat
from nbconvert.exporters import PythonExporter

from tests.submissions.build import ROOT, example, released

ASSIGNMENT = "1-cross-correlation"
NAME = "cross-correlation.ipynb"
FULL = 18.0  # of 20: a person marks the other two
ZOO = {}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@dataclass(frozen=True)
class Specimen:
    """`make(folder, nb)` hands in; `score` is what it gets; `told` are words in the list of what was odd.

    `prose` says whether the written answer waits for a person (None: not asked), `sees` is what that person must read
    in the answer's own cell.
    """

    make: object
    score: float | None  # None: it depends on how much of a failing cell is run
    told: tuple
    prose: bool | None
    sees: str


def specimen(score, *told, prose=None, sees=""):
    """Enter the decorated function in the zoo under its name."""

    def enter(make):
        ZOO[make.__name__] = Specimen(make, score, told, True if sees else prose, sees)
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


# -- written answers that stand elsewhere ----------------------------------------------------------------------------

ANSWER = "answer-why_no_error"
WORDS = "A write into zeros is recorded, as the leaf itself is never written."  # of the student's, nowhere released
WAITING, MARKED_ZERO = True, False  # for a person; or nbgrader gives 0 by itself


def _answer_in_cell(folder, nb, source, place=1, kind=nbformat.v4.new_markdown_cell):
    """Leave the answer's cell as released, and put `source` into a new cell `place` cells further."""
    answer = _cell(nb, ANSWER)
    answer.source = "YOUR ANSWER HERE"
    nb.cells.insert(nb.cells.index(answer) + place, kind(source))
    _write(folder, nb)


def _without_metadata(nb):
    for cell in nb.cells:
        cell.metadata = {}
        cell.id = nbformat.corpus.words.generate_corpus_id()


@specimen(FULL, prose=MARKED_ZERO)
def untouched_answer(folder, nb):
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    _write(folder, nb)


@specimen(FULL, prose=MARKED_ZERO)
def untouched_answer_beside_code_of_the_students(folder, nb):
    nb.cells.insert(3, nbformat.v4.new_code_cell("# a try\nprint(torch.ones(2))"))
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} is blank, but there is text that was not released: a person marks it", sees=WORDS)
def answer_in_a_new_cell_below(folder, nb):
    _answer_in_cell(folder, nb, WORDS)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_a_new_cell_above(folder, nb):
    _answer_in_cell(folder, nb, WORDS, place=0)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_the_last_cell(folder, nb):
    _answer_in_cell(folder, nb, f"## My answers\n\n1. {WORDS}", place=9)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_as_a_comment_in_a_code_cell(folder, nb):
    _answer_in_cell(folder, nb, f"# {WORDS}", kind=nbformat.v4.new_code_cell)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_typed_into_a_code_cell(folder, nb):
    _answer_in_cell(folder, nb, WORDS, kind=nbformat.v4.new_code_cell)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_printed_below(folder, nb):
    _answer_in_cell(folder, nb, f'print("{WORDS}")', kind=nbformat.v4.new_code_cell)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_in_a_raw_cell(folder, nb):
    _answer_in_cell(folder, nb, WORDS, kind=nbformat.v4.new_raw_cell)


@specimen(FULL, "is blank, but there is text that was not released", sees=WORDS)
def answer_written_below_the_task(folder, nb):
    """Into the cell above, which keeps its id; the answer's own cell stays blank."""
    answer = _cell(nb, ANSWER)
    nb.cells[nb.cells.index(answer) - 1].source += f"\n\n**Answer:** {WORDS}"
    answer.source = "YOUR ANSWER HERE"
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} was missing: text in its place is taken for it; a person marks it", sees=WORDS)
def answer_retyped_in_a_cell_without_metadata(folder, nb):
    nb.cells[nb.cells.index(_cell(nb, ANSWER))] = nbformat.v4.new_markdown_cell(WORDS)
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} was missing: put back; a person marks it", sees=WORDS)
def answer_merged_with_the_task(folder, nb):
    answer = _cell(nb, ANSWER)
    nb.cells[nb.cells.index(answer) - 1].source += f"\n\n{WORDS}"
    nb.cells.remove(answer)
    _write(folder, nb)


@specimen(FULL - 1, f"cell {ANSWER} was missing: put back; a person marks it", sees=WORDS)
def answer_merged_into_the_code_above(folder, nb):
    """The last code above the task is not graded; merged further, into the solution, it costs that solution."""
    nb.cells.remove(_cell(nb, ANSWER))
    _cell(nb, "kernel_gradient").source += f"\n\n{WORDS}"
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} is there more than once: a person marks it", sees=WORDS)
def answer_copied_with_the_blank_copy_last(folder, nb):
    answer = _cell(nb, ANSWER)
    blank = copy.deepcopy(answer)
    answer.source, blank.source = WORDS, "YOUR ANSWER HERE"
    nb.cells.insert(nb.cells.index(answer) + 1, blank)
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} is there more than once: a person marks it", sees=WORDS)
def answer_split_in_two(folder, nb):
    answer = _cell(nb, ANSWER)
    rest = copy.deepcopy(answer)
    answer.source, rest.source = WORDS, "And that is all."
    nb.cells.insert(nb.cells.index(answer) + 1, rest)
    _write(folder, nb)


@specimen(FULL, "graded cells are in another order than released", sees="the answer's cell was moved")
def blank_answer_moved_to_the_top(folder, nb):
    answer = _cell(nb, ANSWER)
    nb.cells.remove(answer)
    answer.source = "YOUR ANSWER HERE"
    nb.cells.insert(1, answer)
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} was missing: put back; a person marks it", sees="no other text was found")
def answer_deleted(folder, nb):
    nb.cells.remove(_cell(nb, ANSWER))
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} was missing: text in its place is taken for it; a person marks it", sees=WORDS)
def all_metadata_and_ids_dropped(folder, nb):
    _cell(nb, ANSWER).source = WORDS
    _without_metadata(nb)
    _write(folder, nb)


@specimen(FULL, f"cell {ANSWER} had lost its nbgrader metadata: put right", prose=MARKED_ZERO)
def all_metadata_dropped_and_the_answer_untouched(folder, nb):
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    _without_metadata(nb)
    _write(folder, nb)


@specimen(FULL, "answer.md was handed in beside the notebook", sees=WORDS)
def answer_in_a_file_of_its_own(folder, nb):
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    (folder / "answer.md").write_text(WORDS)
    _write(folder, nb)


@specimen(FULL, "is blank, but there is text that was not released", sees="From the file photo of my answer.jpg.")
def answer_as_a_photo(folder, nb):
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    (folder / "photo of my answer.jpg").write_bytes(b"\xff\xd8\xff")
    _write(folder, nb)


@specimen(FULL, sees="attachment:image.png")
def picture_pasted_into_the_answer(folder, nb):
    answer = _cell(nb, ANSWER)
    answer.source = "My sketch: ![image.png](attachment:image.png)"
    answer["attachments"] = {"image.png": {"image/png": PIXEL}, "x": {"text/html": "<b>"}, "y": 7}
    _write(folder, nb)


@specimen(FULL, "is blank, but there is text that was not released", sees="attachment:image.png")
def picture_pasted_below_the_answer(folder, nb):
    _answer_in_cell(folder, nb, "![image.png](attachment:image.png)")
    raw = json.loads((folder / NAME).read_text())
    below = next(cell for cell in raw["cells"] if "attachment:" in "".join(cell["source"]))
    below["attachments"] = {"image.png": {"image/png": PIXEL}}
    (folder / NAME).write_text(json.dumps(raw))


# -- what learning platforms, browsers and editors hand over ---------------------------------------------------------


def _zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@specimen(FULL, f"hw 1/{ASSIGNMENT}/{NAME} was graded as {NAME}: it lay in a folder")
def folder_in_a_folder(folder, nb):
    (folder / "hw 1" / ASSIGNMENT).mkdir(parents=True)
    _write(folder / "hw 1" / ASSIGNMENT, nb)


@specimen(FULL, f"{NAME}.txt was graded as {NAME}: it had been renamed")
def ending_that_a_browser_added(folder, nb):
    _write(folder, nb, NAME + ".txt")


@specimen(FULL, f"cross-correlation.json was graded as {NAME}: it had been renamed")
def ending_json(folder, nb):
    _write(folder, nb, "cross-correlation.json")


@specimen(FULL, f"CROSS-CORRELATION.IPYNB was graded as {NAME}: it had been renamed")
def ending_in_capitals(folder, nb):
    _write(folder, nb, "CROSS-CORRELATION.IPYNB")


@specimen(FULL, f"download was graded as {NAME}: it had been renamed")
def no_ending(folder, nb):
    _write(folder, nb, "download")


@specimen(FULL, f"work.zip/{ASSIGNMENT}/{NAME} was graded as {NAME}: it was in an archive")
def packed_as_zip(folder, nb):
    clutter = {f"__MACOSX/{ASSIGNMENT}/._{NAME}": b"\0\5\26\7", f"{ASSIGNMENT}/.DS_Store": b""}
    (folder / "work.zip").write_bytes(_zipped({f"{ASSIGNMENT}/{NAME}": json.dumps(nb)} | clutter))


@specimen(FULL, f"work.zip/inner.zip/{NAME} was graded as {NAME}: it was in an archive")
def zip_in_a_zip(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({"inner.zip": _zipped({NAME: json.dumps(nb)})}))


@specimen(FULL, f"work.tar.gz/{NAME} was graded as {NAME}: it was in an archive")
def packed_as_tar(folder, nb):
    with tarfile.open(folder / "work.tar.gz", "w:gz") as archive:
        data = json.dumps(nb).encode()
        entry = tarfile.TarInfo(NAME)
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))


@specimen(0.0, "work.rar is an archive of a kind that is not opened here (rar): left out", "no notebook to grade")
def packed_as_rar(folder, nb):
    (folder / "work.rar").write_bytes(b"Rar!\x1a\x07\x01\0" + bytes(300))


@specimen(
    FULL,
    f"cross-correlation-Copy1.ipynb was graded as {NAME}: it had been renamed",
    f"{NAME} is there too: cross-correlation-Copy1.ipynb was graded; nothing was done in the other one",
)
def the_work_in_a_copy(folder, nb):
    _write(folder, released(ASSIGNMENT))
    _write(folder, nb, "cross-correlation-Copy1.ipynb")


@specimen(FULL, "4 tasks instead of 8 were worked on in the other one")
def half_of_the_work_in_the_original(folder, nb):
    half = released(ASSIGNMENT)
    for grade_id in ("corr2d", "Conv2D", "convolve2d", "exposing_case"):
        _cell(half, grade_id).source = _cell(nb, grade_id).source
    _write(folder, half)
    _write(folder, nb, "cross-correlation (1).ipynb")


@specimen(
    FULL, "cross-correlation (1).ipynb is there too", "is blank, but there is text that was not released", sees=WORDS
)
def the_answer_in_another_copy(folder, nb):
    other = released(ASSIGNMENT)
    _cell(other, ANSWER).source = WORDS
    _cell(nb, ANSWER).source = "YOUR ANSWER HERE"
    _write(folder, other, "cross-correlation (1).ipynb")
    _write(folder, nb)


@specimen(FULL, "it is a copy that Jupyter kept, and there is no other")
def only_the_checkpoint_is_left(folder, nb):
    (folder / ".ipynb_checkpoints").mkdir()
    _write(folder / ".ipynb_checkpoints", nb, "cross-correlation-checkpoint.ipynb")


@specimen(FULL, f"cross-correlation.py was graded as {NAME}: it is a Python file, and there is no notebook", sees=WORDS)
def converted_to_python(folder, nb):
    _cell(nb, ANSWER).source = WORDS
    (folder / "cross-correlation.py").write_text(PythonExporter().from_notebook_node(nb)[0])


@specimen(FULL, "it is a Python file, and there is no notebook", sees=WORDS)
def saved_in_the_percent_format(folder, nb):
    _cell(nb, ANSWER).source = WORDS
    cells = []
    for cell in nb.cells:
        text = cell.source if cell.cell_type == "code" else "\n".join(f"# {line}" for line in cell.source.split("\n"))
        cells.append(f"# %%{'' if cell.cell_type == 'code' else ' [markdown]'}\n{text}\n")
    (folder / "cross-correlation.py").write_text("\n".join(cells))


@specimen(FULL - 5, "it is a Python file, and there is no notebook")
def plain_python_with_two_solutions(folder, nb):
    """Nothing of the notebook is left but what was typed; what is not there earns nothing."""
    names = ("setup", "corr2d", "corr2d_fixed", "exposing_case", "convolve2d", "Conv2D")
    by_id = {cell.id: cell.source for cell in nb.cells}
    (folder / "homework.py").write_text("\n\n\n".join(by_id[name] for name in names[:4] + names[5:]))


@specimen(FULL, f"{NAME}/{NAME} was graded as {NAME}: it lay in a folder")
def folder_named_like_the_notebook(folder, nb):
    (folder / NAME).mkdir()
    _write(folder / NAME, nb)


@specimen(FULL, "pixels.csv was handed in beside the notebook")
def data_beside_the_notebook_in_a_zip(folder, nb):
    _cell(nb, "corr2d").source = 'assert open("pixels.csv").read() == "1,2"\n' + _cell(nb, "corr2d").source
    (folder / "work.zip").write_bytes(_zipped({f"hw/{NAME}": json.dumps(nb), "hw/pixels.csv": "1,2"}))


# -- code in the wrong cell ------------------------------------------------------------------------------------------


@specimen(FULL, "cell check-corr2d was edited: put right; what was typed into it runs before it")
def solution_typed_into_the_check_cell(folder, nb):
    check, solution = _cell(nb, "check-corr2d"), _cell(nb, "corr2d")
    check.source = solution.source + "\n\n" + check.source
    solution.source = _cell(released(ASSIGNMENT), "corr2d").source
    _write(folder, nb)


@specimen(FULL, "cell check-corr2d had lost its nbgrader metadata: put right", "runs before it")
def solution_typed_into_a_check_cell_without_metadata(folder, nb):
    check, solution = _cell(nb, "check-corr2d"), _cell(nb, "corr2d")
    check.source = check.source + "\n" + solution.source
    solution.source = _cell(released(ASSIGNMENT), "corr2d").source
    _without_metadata(nb)
    _write(folder, nb)


@specimen(FULL - 5, "cell check-corr2d was edited: put right; what was typed into it runs before it")
def a_score_typed_into_the_check_cell(folder, nb):
    """What runs before the graded cell is the student's; what stands in it is the referee's."""
    _cell(nb, "corr2d").source = "corr2d = None"
    _cell(nb, "kernel_gradient").source = "kernel_gradient = [[9, 7], [12, 16]]"
    _cell(nb, "check-corr2d").source += "\n5.0"
    _write(folder, nb)


# -- encodings and time stamps ---------------------------------------------------------------------------------------


def _in_encoding(folder, nb, encoding):
    _cell(nb, "corr2d").source += "\n# naïve – größer"
    (folder / NAME).write_bytes(json.dumps(nb, ensure_ascii=False).encode(encoding, "replace"))  # cp1252 has no ◆


@specimen(FULL, f"{NAME} is in the encoding UTF-16")
def utf_16(folder, nb):
    _in_encoding(folder, nb, "utf-16")


@specimen(FULL, f"{NAME} is in the encoding UTF-16 without a byte order mark")
def utf_16_without_a_mark(folder, nb):
    _in_encoding(folder, nb, "utf-16-be")


@specimen(FULL, f"{NAME} is in the encoding cp1252")
def cp1252(folder, nb):
    _in_encoding(folder, nb, "cp1252")


@specimen(FULL, f"{NAME} is in the encoding UTF-8 with a byte order mark")
def byte_order_mark(folder, nb):
    _in_encoding(folder, nb, "utf-8-sig")


@specimen(FULL, f"{NAME} has bytes that are no text: they are shown as <0xNN>")
def one_damaged_byte(folder, nb):
    _in_encoding(folder, nb, "utf-8")
    (folder / NAME).write_bytes((folder / NAME).read_bytes().replace("größer".encode(), b"gr\xff\xc3\xb6\xc3\x9fer"))


def _stamped(folder, nb, stamp):
    _write(folder, nb)
    (folder / "timestamp.txt").write_bytes(stamp)


@specimen(FULL)
def stamp_of_nbgrader(folder, nb):
    _stamped(folder, nb, b"2026-11-27 10:00:00.000000 UTC")


@specimen(FULL, "the time stamp 'yesterday' cannot be read: when this was handed in is not known")
def stamp_in_words(folder, nb):
    _stamped(folder, nb, b"yesterday")


@specimen(FULL, "the time stamp '1795773600' is not in nbgrader's form: read as 2026-11-27 10:00:00 UTC")
def stamp_in_seconds(folder, nb):
    _stamped(folder, nb, b"1795773600\n")


@specimen(FULL, "read as 2026-11-27 09:00:00 UTC")
def stamp_in_german(folder, nb):
    _stamped(folder, nb, "Fr 27. Nov 10:00:00 CET 2026\n".encode("utf-16"))


@specimen(FULL, "the time stamp is empty: when this was handed in is not known")
def stamp_empty(folder, nb):
    _stamped(folder, nb, b"")


@specimen(FULL, "the time stamp '03/04/2026 10:00' cannot be read")
def stamp_of_which_nobody_knows_the_day(folder, nb):
    _stamped(folder, nb, b"03/04/2026 10:00")


# -- what the code needed and did not find ---------------------------------------------------------------------------


@specimen(None, "the module d2l is not installed here: cell 2 (`from d2l import torch as d2l`) needs it")
def module_missing_in_the_setup_cell(folder, nb):
    setup = next(cell for cell in nb.cells if cell.cell_type == "code")
    setup.source = "from d2l import torch as d2l\n" + setup.source
    _write(folder, nb)


@specimen(FULL - 5, "the module d2l is not installed here: cell ", "(`import d2l`) needs it")
def module_missing_in_one_task(folder, nb):
    _solution_replaced(folder, nb, "corr2d", "import d2l\n\n\ndef corr2d(X, K):\n    return d2l.corr2d(X, K)")


@specimen(FULL - 5, "the module d2l is not installed here: cell ")
def module_missing_when_called(folder, nb):
    _solution_replaced(folder, nb, "corr2d", "def corr2d(X, K):\n    import d2l\n    return d2l.corr2d(X, K)")


# -- and what else comes ---------------------------------------------------------------------------------------------


@specimen(0.0, f"what was handed in is the notebook of 5-channels, not of {ASSIGNMENT}")
def the_notebook_of_another_assignment(folder, nb):
    _write(folder, example("5-channels", "model"), "channels.ipynb")


@specimen(
    FULL, f"work.zip/hw/{NAME} was graded as {NAME}", "hw/link is a link: left out", "../evil.py has a name that leads"
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


@specimen(0.0, "was read in part only: it holds more than may be taken out of an archive", "no notebook to grade")
def zip_of_zeros(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({f"{n}.bin": bytes(60_000_000) for n in range(5)}))


@specimen(FULL, f"work/hw/{NAME} was graded as {NAME}: it was in an archive")
def windows_zip_unpacked_on_another_system(folder, nb):
    (folder / "work.zip").write_bytes(_zipped({f"hw\\{NAME}": json.dumps(nb)}))
    (folder / "work.zip").rename(folder / "work")


@specimen(FULL)
def crlf_line_ends(folder, nb):
    raw = json.loads(json.dumps(nb))
    for cell in raw["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n") if cell["cell_type"] == "code" else cell["source"]
    (folder / NAME).write_text(json.dumps(raw, indent=1).replace("\n", "\r\n"), newline="")


@specimen(FULL, "a cell holds half a character: shown as \\uNNNN")
def half_a_character(folder, nb):
    nb.cells.insert(3, nbformat.v4.new_code_cell("smile = 'x'"))
    (folder / NAME).write_text(json.dumps(nb).replace("smile = 'x'", "smile = '\\ud83d'"))


@specimen(FULL, "folders lie more than 20 deep in one another: the rest was left out")
def folders_in_folders_in_folders(folder, nb):
    (folder / "/".join("d" * 30)).mkdir(parents=True)
    _write(folder, nb)
