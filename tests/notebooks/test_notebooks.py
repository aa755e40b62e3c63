"""Do the notebooks run, solved and as released, and is what is committed what students get?"""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import course
from course.check import COLUMNS
from grader.places import ROOT
from grader.publishing.release import generate_releases
from grader.tasks import COURSE
from tests.seed_coverage import coverage

OFFLINE = """import socket
def _refuse(*_, **__):
    raise OSError("this course works offline")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = _refuse
"""


def read(kind, assignment):
    return nbformat.read(ROOT / kind / assignment / COURSE.assignment(assignment).notebook, as_version=4)


def run(nb, tmp_path):
    """Run every cell in one clean kernel without network; return {grade_id or cell id: error output}."""
    nb.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE))
    NotebookClient(nb, timeout=120, allow_errors=True, resources={"metadata": {"path": str(tmp_path)}}).execute()
    errors = {}
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                errors[cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)] = output
    return errors


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.names)
def test_source_runs_top_to_bottom_with_its_solutions(assignment, tmp_path):
    nb = read("source", assignment)
    assert {name: error.evalue for name, error in run(nb, tmp_path).items()} == {}
    _every_picture_has_a_text(nb)


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.names)
def test_release_fails_politely_in_graded_cells_only(assignment, tmp_path):
    nb = read("release", assignment)
    errors = run(nb, tmp_path)
    assert "Ellipsis" not in str([cell.get("outputs") for cell in nb.cells]), "a place to fill in shows nothing"
    graded = {task.cell for task in COURSE.assignment(assignment).tasks.values() if task.kind != "text"}
    assert set(errors) == graded
    for name, error in errors.items():
        assert error.ename == "CheckFailed", name
        (seen,) = error.traceback
        # where a block above has said it all, one line is left
        told = " ".join(seen.split())
        assert f"CheckFailed: {error.evalue}".startswith(told), "a student sees our message, not our stack"
        assert max(map(len, seen.splitlines())) <= COLUMNS, "Validate's dialog would cut it off"


def _every_picture_has_a_text(nb):
    pictures = 0
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            assert "image/png" not in data, f"{cell.id}: a picture without a text alternative"
            for tag in re.findall(r"<img[^>]*>", data.get("text/html", "")):
                assert re.search(r'alt="[^"]{20,}"', tag), f"{cell.id}: {tag[:80]}"
                pictures += 1
    assert pictures


@pytest.mark.slow
def test_release_is_reproducible_and_the_committed_one(tmp_path):
    for name in ("one", "two"):
        generate_releases(tmp_path / name)
    one, two, committed = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two", ROOT / "release")
    )
    assert committed.pop(Path("README.md"))
    assert len(one) == len(COURSE.names)
    assert [str(path) for path in one.keys() | two.keys() if one.get(path) != two.get(path)] == []
    assert [str(path) for path in one.keys() | committed.keys() if one.get(path) != committed.get(path)] == []


@pytest.mark.parametrize("assignment", COURSE.names)
@pytest.mark.parametrize("kind", ["source", "release"])
def test_notebooks_are_stripped_and_have_stable_ids(kind, assignment):
    nb = read(kind, assignment)
    nbformat.validate(nb)
    ids = [cell.id for cell in nb.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{2,63}", cell_id) for cell_id in ids), "ids say what a cell is"
    for cell in nb.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None), cell.id
    assert "widgets" not in nb.metadata


@pytest.mark.parametrize("assignment", COURSE.names)
def test_notebook_and_wheel_say_the_same_version(assignment):
    """The wheel's is `course.__version__`, from which pyproject.toml takes it."""
    nb = read("release", assignment)
    assert nb.metadata.course.version == course.__version__
    (setup,) = [cell.source for cell in nb.cells if cell.id == "setup"]
    assert setup.endswith(f'release("{course.__version__}")')


@pytest.mark.parametrize(
    "notebook, said", [(course.__version__, ""), ("0.9.0", "belongs to release 0.9.0"), (None, "None")]
)
def test_a_notebook_of_another_release_is_told_so(notebook, said):
    found = course.release(notebook)
    assert (found.fits, said in found.message) == (not said, True)
    assert ("text/html" in found._repr_mimebundle_()) is bool(said)


def test_check_repeats_that_the_notebook_belongs_to_another_release(capsys):
    course.release("0.9.0")
    try:
        course.check("two_stripes", [[1] * 8] * 8)
    finally:
        course.release(course.__version__)
    assert "belongs to release 0.9.0" in capsys.readouterr().out
    course.check("two_stripes", [[1] * 8] * 8)
    assert "release" not in capsys.readouterr().out


@pytest.mark.parametrize("first", ["square", "In [33]"])
def test_check_takes_the_names_of_an_earlier_release_too(first, capsys):
    others = {"tall": (8, 8), "In [35]": (4, 4), "tall, stride 2": (4, 4), "In [37]": (2, 2), "even kernel": (9, 7)}
    course.check("predicted_shapes", {first: (8, 8), **others})
    assert "has the right form" in capsys.readouterr().out
    with pytest.raises(course.CheckFailed, match="'square' is not filled in"):
        course.check("predicted_shapes", others)


@pytest.mark.parametrize("assignment", COURSE.names)
def test_every_task_has_its_cells_and_its_points(assignment):
    cells = {c.metadata.nbgrader.grade_id: c for c in read("source", assignment).cells if "nbgrader" in c.metadata}
    for task in COURSE.assignment(assignment).tasks.values():
        assert cells[task.cell].metadata.nbgrader.points == task.points, task.name
        if task.kind != "text":
            assert cells[task.cell].source == f'check("{task.name}", {task.name})'
            assert cells[task.name].metadata.nbgrader.solution
    assert sum(c.metadata.nbgrader.get("points", 0) for c in cells.values() if c.metadata.nbgrader.grade) == sum(
        task.points for task in COURSE.assignment(assignment).tasks.values()
    )


@pytest.mark.parametrize("assignment", COURSE.names)
def test_headings_are_in_order(assignment):
    """One title, and no level left out on the way down."""
    levels = []
    for cell in read("source", assignment).cells:
        if cell.cell_type == "markdown":
            levels += [len(m) for m in re.findall(r"^(#+) ", cell.source, flags=re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("assignment", COURSE.names)
def test_sections_that_feedback_names_are_there(assignment):
    text = "\n".join(cell.source for cell in read("release", assignment).cells)
    for task in COURSE.assignment(assignment).tasks.values():
        assert re.search(rf"^## {re.escape(task.read)} ", text, flags=re.MULTILINE), task.name


def test_every_seed_cell_has_its_place():
    """Nothing of the notebook that the course grows out of is left out."""
    assert [seed for seed, places in coverage().items() if not places] == []


def test_the_lesson_on_rounding_rounds():
    """Do the two orders of adding in notebook 5 differ on every draw, and only by rounding?"""
    cells = {cell.id: cell.source for cell in read("source", "5-channels").cells}
    names = {}
    exec(cells["setup"], names)
    exec(cells["both-ways"], names)
    gaps = []
    for seed in range(40):
        exec(cells["random-layer"].replace("manual_seed(1)", f"manual_seed({seed})"), names)
        one, other = names["both_ways"](course.corr2d)
        gaps.append(float((one - other).abs().sum()))
    assert min(gaps) > 0 and max(gaps) < 1e-5
