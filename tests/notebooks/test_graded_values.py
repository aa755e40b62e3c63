"""Does a student, all other tasks solved, read a graded answer: in an output, a picture, a read-out, a docstring?"""

import copy
import importlib
import inspect
import pkgutil
import re

import nbformat
import pytest

import course
from course import explorers
from grader.places import ROOT
from grader.tasks import COURSE
from tests.lesson_outputs import as_text, holds, numbers, outputs

GIVEN = {
    "vertical_edge",  # [[1, -1]] is the lesson's own example; the task asks which edges it is for
    "settings_for_shapes",  # many settings are right
}
LATER = {("MatrixView", "predicted_outputs counting")}  # of notebook 6, when notebook 1 has long been handed in
COMMON = 20  # whole numbers up to here stand everywhere


def cells_of(kind, assignment):
    return nbformat.read(ROOT / kind / assignment / COURSE.assignment(assignment).notebook, as_version=4).cells


def value_tasks(assignment):
    return [
        task for task in COURSE.assignment(assignment).tasks.values() if task.kind == "value" and task.name not in GIVEN
    ]


def all_but(assignment, name):
    """Return the cells of the instructor's notebook, with only the cell of task `name` as it is released."""
    empty = {cell.id: cell for cell in cells_of("release", assignment)}
    return [
        copy.deepcopy(empty[cell.id]) if cell.metadata.get("nbgrader", {}).get("grade_id") == name else cell
        for cell in cells_of("source", assignment)
    ]


def graded(task, solved):
    """Return {entry: value} of a task's right answer; `solved` are the names of the solved notebook."""
    if task.answer:
        return task.answer
    value = solved[task.name]
    return value if isinstance(value, dict) else {"": value}


def flat(value):
    """Return the numbers of a graded value; of rows that are all alike, those of one."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, dict):
        return [number for part in value.values() for number in flat(part)]
    if isinstance(value, (list, tuple)):
        alike = len(value) > 1 and isinstance(value[0], list) and all(row == value[0] for row in value)
        return [number for part in (value[:1] if alike else value) for number in flat(part)]
    return [float(value)] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


def tells(text, entry, value):
    """Does a text tell a graded entry?

    Four numbers and more, or one that is rare, tell it wherever they stand; fewer and common ones where the entry is
    named beside them; rows of nothing but -1, 0 and 1 where a whole picture or tensor consists of them.
    """
    wanted = flat(value)
    if not wanted:
        return False
    if len(wanted) >= 4 and set(wanted) <= {-1, 0, 1}:
        return is_all_of_it(text, value)
    if len(wanted) >= 4 and len(set(wanted)) > 1:
        return holds(text, wanted)
    if any(number != int(number) or abs(number) > COMMON for number in wanted):
        return holds(text, wanted)
    return bool(entry) and any(entry in line and holds(line.split(entry, 1)[1], wanted) for line in text.splitlines())


def is_all_of_it(text, value):
    """Is there a picture or a tensor of just these rows?

    >>> is_all_of_it("row 0 is 1, −1; row 1 is 0, 1.", [[1, -1], [0, 1]]), is_all_of_it("[1, -1, 0]", [[1, -1]])
    (True, False)
    """
    rows = [[f"{number:g}" for number in row] for row in (value.tolist() if hasattr(value, "tolist") else value)]
    plain = re.sub(r"\s+|tensor\(", "", re.sub(r"(?<=\d)\.0*(?=[\s,\]])", "", text.replace("−", "-")))
    spoken = ";".join(f"row{place}is{','.join(row)}" for place, row in enumerate(rows))
    alike = f"everyrowis{','.join(rows[0])}" if all(row == rows[0] for row in rows) else spoken
    return f"[[{'],['.join(map(','.join, rows))}]]" in plain or any(f"{words}." in plain for words in (spoken, alike))


def told(texts, entries):
    """Return [(where, entry)] of what a lesson tells; `texts` is [(where, text)]."""
    return [(where, entry) for where, text in texts for entry, value in entries.items() if tells(text, entry, value)]


def read_by_a_student(cells, assignment):
    """Return [(cell id, text)]: what the release says in each cell, and what running `cells` shows."""
    released = {cell.id: cell.source for cell in cells_of("release", assignment)}
    shown = zip(cells, outputs(cells), strict=True)
    return [(cell.id, f"{released.get(cell.id, cell.source)}\n{output}") for cell, output in shown]


def names_of(cells):
    names = {}
    outputs(cells, names)
    return names


@pytest.mark.parametrize(
    "assignment, name", [(assignment, task.name) for assignment in COURSE.names for task in value_tasks(assignment)]
)
def test_no_lesson_tells_a_graded_answer(assignment, name):
    task = COURSE.assignment(assignment).tasks[name]
    entries = graded(task, names_of(cells_of("source", assignment)))
    assert told(read_by_a_student(all_but(assignment, name), assignment), entries) == []


@pytest.mark.parametrize("assignment", COURSE.names)
def test_no_docstring_and_no_explorer_tells_one(assignment):
    solved = names_of(cells_of("source", assignment))
    entries = {}
    for task in value_tasks(assignment):
        values = graded(task, solved)
        entries |= {f"{task.name} {entry}": value for entry, value in values.items() if rare(value)}
    assert [found for found in told([*docstrings(), *stills()], entries) if found not in LATER] == []


def rare(value):
    """Is it more than an everyday number?"""
    wanted = flat(value)
    many = len(wanted) >= 4 and not set(wanted) <= {-2, -1, 0, 1, 2}
    return many or any(n != int(n) or abs(n) > 1000 for n in wanted)


def docstrings():
    """Return [(name, docstring)] of everything public in the wheel."""
    found = []
    for module in pkgutil.walk_packages(course.__path__, "course."):
        loaded = importlib.import_module(module.name)
        found.append((module.name, loaded.__doc__ or ""))
        for name, thing in vars(loaded).items():
            if getattr(thing, "__module__", None) == module.name and (
                inspect.isfunction(thing) or inspect.isclass(thing)
            ):
                found.append((f"{module.name}.{name}", inspect.getdoc(thing) or ""))
    return found


def stills():
    """Return [(name, what it shows)] of every explorer as it opens."""
    made = [getattr(explorers, name) for name in explorers.__all__]
    return [(kind.__name__, as_text(kind())) for kind in made if inspect.isclass(kind)]


@pytest.mark.parametrize(
    "planted, kind",
    [
        ("print([[19, 25], [37, 43]])", "code"),
        ("torch.tensor([[18.0, 26.0], [26.0, 34.0]])", "code"),
        ("nn.functional.conv2d(torch.arange(9.0).reshape(1, 1, 3, 3), K_small[None, None])", "code"),
        ("figures.response([[19, 25], [37, 43]], 'the answer')", "code"),
        ("explorers.window_stepper([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])", "code"),
        ("def f():\n    '''Such as\n\n    tensor([[19., 25.],\n            [37., 43.]])\n    '''", "code"),
        ("It printed 18, 26, 26, 34.", "markdown"),
        ("| 19 | 25 | 37 | 43 |", "markdown"),
    ],
)
def test_a_planted_answer_is_found(planted, kind):
    assignment, name = "1-cross-correlation", "predicted_outputs"
    cells = all_but(assignment, name)
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    place = next(n for n, cell in enumerate(cells) if cell.id == "check-corr2d")
    cells.insert(place, make(planted, id="planted"))
    found = told(read_by_a_student(cells, assignment), COURSE.assignment(assignment).tasks[name].answer)
    assert [where for where, _ in found] == ["planted"]


@pytest.mark.parametrize(
    "text, entry, value, told",
    [
        ("the limit 0.0333", "without_bias", 1 / 30, True),
        ("limit: 0.033333335", "without_bias", 1 / 30, True),
        ("the rate 0.03", "without_bias", 1 / 30, False),
        ("lands at 3000 Hz", "lands_at", 3000, True),
        ("lands at 3,000 Hz", "lands_at", 3000, True),
        ("K on A: row 0 is 0, 1, 0", "K on A", 1, True),
        ("K on B: row 0 is 0, 0, 0", "K on A", 1, False),
        ("every row is 1, 1, 0, 1, 0, 0, 1, 1.", "", [[1, 1, 0, 1, 0, 0, 1, 1]] * 8, True),
        ("1 of 4 numbers", "smallest", 3, False),
    ],
)
def test_what_counts_as_told(text, entry, value, told):
    assert tells(text, entry, value) is told


def test_numbers_are_read_from_what_an_explorer_computes():
    assert {72.0, 120.0} <= set(numbers(as_text(explorers.channel_mixer())))
