"""Is a submission graded by the tasks that it answers, whatever release it is of, and never silently by others?"""

import copy
import json
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from course import __version__
from deploy.course_folder import install_course
from grader.packs import kept as keeping
from grader.packs import load_hidden, load_public, reading
from grader.places import ROOT
from grader.submission.notebook_file import notebook_from
from grader.submission.releases import OtherRelease, basis, count_as_current, said_release
from grader.tasks import COURSE
from tests.submissions.build import example, fill, hand_in, released

ASSIGNMENT = "1-cross-correlation"
# this release asks for the flipped kernel; the earlier one of these tests asked for a cross-correlation there
ANSWER = """# %% convolve2d
def convolve2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
"""


def earlier(**changes):
    """Return what might be kept of an earlier release, in which `convolve2d` was another task."""
    found = {
        "notebook": copy.deepcopy(released(ASSIGNMENT)),
        "public": copy.deepcopy(load_public(ASSIGNMENT)),
        "hidden": copy.deepcopy(load_hidden(ASSIGNMENT)),
    }
    for kind in ("public", "hidden"):
        tasks = found[kind]["tasks"]
        own = {key: tasks["convolve2d"][key] for key in ("cell", "points", "read")}
        tasks["convolve2d"] = tasks["corr2d_fixed"] | own | {"made_from": "0" * 16, "needs": []}
    for change in changes.values():
        change(found)
    return found


def other_points(found):
    cell = next(c for c in found["notebook"].cells if c.metadata.get("nbgrader", {}).get("grade_id") == "check-corr2d")
    cell.metadata.nbgrader.points = 7


def other_form(found):
    found["hidden"]["format"] = 1


def other_judge(found):
    found["hidden"]["tasks"]["exposing_case"]["made_from"] = "0" * 16


KEPT = {
    "0.9.0": {},
    "0.8.0": {"change": other_points},
    "0.7.0": {"change": other_form},
    "0.6.0": {"change": other_judge},
}


def of_release(version, text=ANSWER):
    """Return the model submission with this answer to `convolve2d`, of a release; None takes away all that says one."""
    nb = fill(example(ASSIGNMENT, "model"), text)
    nb.metadata["course"] = {"version": version}
    if version is None:
        del nb.metadata["course"]
        for cell in nb.cells:
            cell.source = cell.source.replace(f'release("{__version__}")', "")
    return nb


@pytest.fixture(scope="module")
def all_earlier():
    return {version: earlier(**how) for version, how in KEPT.items()}


@pytest.fixture
def kept_here(monkeypatch, all_earlier):
    monkeypatch.setitem(reading.borrowed, ASSIGNMENT, load_hidden(ASSIGNMENT) | {"earlier": all_earlier})


GRADED = [
    ("this release", __version__, __version__, ""),
    ("this release in other words", f"v{__version__}", __version__, ""),
    ("none", None, __version__, ""),
    ("an empty one", " ", __version__, ""),
    ("no version", "the newest", __version__, "'the newest', which is none"),
    ("a path", "../../private", __version__, "which is none"),
    ("terminal sequences", "\x1b[2J", __version__, "'?[2J', which is none"),
    ("not a text", ["1.0.0"], __version__, ""),
    ("an earlier one that is kept", "0.9.0", "0.9.0", "release 0.9.0 of the course, not"),
    ("the same in other words", " v0.9.0 ", "0.9.0", "release 0.9.0 of the course, not"),
]


@pytest.mark.parametrize("name, version, graded_as, said", GRADED)
def test_a_release_is_graded_by_its_own_tasks(kept_here, name, version, graded_as, said):
    found = basis(of_release(version), COURSE.assignment(ASSIGNMENT))
    assert found.version == graded_as, name
    assert (said in found.said[0]) if said else found.said == [], name
    own = found.hidden["tasks"]["convolve2d"]["made_from"] == "0" * 16
    assert own == (graded_as == "0.9.0"), name
    assert found.hidden["tasks"]["corr2d"] == load_hidden(ASSIGNMENT)["tasks"]["corr2d"], "what is the same stays"


@pytest.mark.parametrize(
    "name, version, why",
    [
        ("newer than the grader", "99.0", "answers release 99.0 of the course, and this grader is of"),
        ("a number without end", "9" * 5000, "bring the grader up to date"),
        ("not kept", "0.1.0", "nothing is kept of that release here"),
        ("other points", "0.8.0", "its graded cells and points are not those of the gradebook"),
        ("packs of an older form", "0.7.0", "its cases are written in an older form"),
        ("another judge", "0.6.0", "what judges exposing_case has changed"),
    ],
)
def test_what_cannot_be_graded_by_its_own_tasks_is_refused_in_words(kept_here, name, version, why):
    nb = of_release(version)
    with pytest.raises(OtherRelease, match=why) as refused:
        basis(nb, COURSE.assignment(ASSIGNMENT))
    assert "--any-release" in str(refused.value), name
    count_as_current(nb)
    assert basis(nb, COURSE.assignment(ASSIGNMENT)).version == __version__, "the way out that the sentence names"


@pytest.mark.parametrize(
    "name, metadata, cells, said",
    [
        ("metadata", {"course": {"version": "1.0.0"}}, [], "1.0.0"),
        ("the first cell", {}, ["import torch\nrelease('1.0.0')"], "1.0.0"),
        ("metadata before the cell, which is a student's", {"course": {"version": "1.0.0"}}, ["release('2')"], "1.0.0"),
        ("no dict", {"course": "1.0.0"}, [], ""),
        ("a number", {"course": {"version": 1}}, ["release(1)"], ""),
        ("a cell that does not parse", {}, ["release('1.0.0'"], ""),
        ("a call without arguments", {}, ["release()"], ""),
        ("another's method", {}, ["git.release('1.0.0')"], ""),
        ("far below", {}, [""] * 30 + ["release('1.0.0')"], ""),
    ],
)
def test_where_a_notebook_says_its_release(name, metadata, cells, said):
    nb = new_notebook(metadata=metadata, cells=[new_code_cell(source) for source in cells])
    assert said_release(nb) == said, name
    read = notebook_from(nbformat.writes(nb).encode(), "n.ipynb", [])
    assert said_release(read) == said, f"{name}, read from a file"


def test_what_lies_in_a_course_folder_is_kept_where_it_belongs_together(tmp_path):
    for name in ("course/packs", "release", "private/packs"):
        (tmp_path / name).mkdir(parents=True)
    for path in (*ROOT.glob("course/packs/*.json"), *ROOT.glob("release/*/*.ipynb"), *ROOT.glob("private/packs/*")):
        (tmp_path / path.relative_to(ROOT)).parent.mkdir(exist_ok=True)
        (tmp_path / path.relative_to(ROOT)).write_bytes(path.read_bytes())
    hidden = tmp_path / "private/packs/2-edge-detection.json"
    hidden.write_text(hidden.read_text().replace('"made_from": "', '"made_from": "0', 1))
    (tmp_path / "private/packs/3-kernel-learning.json").write_text("{")
    (tmp_path / "release/5-channels/channels.ipynb").unlink()
    assert keeping.keep(tmp_path) == [ASSIGNMENT, "4-padding-and-stride", "6-matrices-and-beyond"]
    found = keeping.kept(ASSIGNMENT, __version__, tmp_path)
    assert found["hidden"]["tasks"] == load_hidden(ASSIGNMENT)["tasks"]
    path = tmp_path / "private" / "earlier" / __version__ / f"{ASSIGNMENT}.json"
    assert path.stat().st_mode & 0o077 == 0 and path.parent.stat().st_mode & 0o077 == 0
    path.write_text(path.read_text()[:1000])
    assert keeping.kept(ASSIGNMENT, __version__, tmp_path) is None, "half a file"
    assert keeping.kept(ASSIGNMENT, "0.1", tmp_path) is None


# -- the same through every command that grades ------------------------------------------------------------------------

STUDENTS = {"s001": "0.9.0", "s002": __version__, "s003": "0.1.0", "s004": "99.0", "s005": "0.8.0", "s006": "?!"}
POINTS = {"s001": 2.0, "s002": 0.0, "s006": 0.0}  # for `convolve2d`; the others wait, ungraded


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return a course folder with its own grader, two earlier releases in its private folder, and six submissions."""
    root = tmp_path_factory.mktemp("course")
    install_course(root, ROOT / "private")
    for version in ("0.9.0", "0.8.0"):
        folder = root / "private" / "earlier" / version
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.json").write_text(json.dumps(earlier(**KEPT[version])))
    for student, version in STUDENTS.items():
        hand_in(root, ASSIGNMENT, student, of_release(version))
    made = command(root, "nbgrader", "generate_assignment", ASSIGNMENT, "--force")
    assert made.returncode == 0, made.stderr
    return root


def command(root, *words):
    return subprocess.run(words, cwd=root, capture_output=True, text=True, timeout=280, check=False)


def points(root):
    """Return {student: points for `convolve2d`} of everybody whom the gradebook says to be graded."""
    code = (
        "import json; from grader.gradebook.pipelines import open_course; api = open_course('.')\n"
        f"done = api.get_autograded_students('{ASSIGNMENT}')\n"
        "with api.gradebook as book:\n"
        f"    cells = [(s, book.find_submission_notebook('cross-correlation', '{ASSIGNMENT}', s)) for s in done]\n"
        "    print(json.dumps({s: g.auto_score for s, n in cells for g in n.grades if g.name == 'check-convolve2d'}))"
    )
    done = command(root, sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_by_grade(installed):
    done = command(installed, sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--verbose")
    assert done.returncode == 1, done.stderr
    assert points(installed) == POINTS
    for said in (
        "s003  could not be graded:\nit answers release 0.1.0 of the course, and nothing is kept",
        "s004  could not be graded:\nit answers release 99.0 of the course, and this grader is of",
        "s005  could not be graded:\nit answers release 0.8.0 of the course, and its graded cells",
    ):
        assert said in done.stderr
    assert "Traceback" not in done.stderr and "OtherRelease" not in done.stderr
    assert "s001  it answers release 0.9.0 of the course" in done.stdout
    assert "by that release's own tasks (convolve2d changed since)" in done.stdout
    evidence = json.loads((installed / "private" / "evidence" / ASSIGNMENT / "s001.json").read_text())
    assert evidence["release"] == "0.9.0"
    again = command(
        installed, sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--student", "s003", "--any-release"
    )
    assert again.returncode == 0, again.stderr
    assert points(installed) == POINTS | {"s003": 0.0}


@pytest.mark.slow
def test_by_nbgraders_own_autograde(installed):
    done = command(installed, "nbgrader", "autograde", ASSIGNMENT, "--force")
    assert done.returncode != 0, "three of them are not graded"
    assert points(installed) == POINTS
    assert "nothing is kept of that release here" in done.stderr and "this grader is of" in done.stderr
    given = ("nbgrader", "autograde", ASSIGNMENT, "--student", "s004", "--Normalize.any_release=True")
    assert command(installed, *given).returncode == 0
    assert points(installed) == POINTS | {"s004": 0.0}


@pytest.mark.slow
@pytest.mark.parametrize("student, passes, said", [("s001", True, "0.9.0"), ("s005", False, "graded cells and points")])
def test_by_formgraders_button(installed, student, passes, said):
    """The button calls this method, and shows its log where it fails."""
    code = (
        "import json; from grader.gradebook.pipelines import open_course\n"
        f"print(json.dumps(open_course('.').autograde('{ASSIGNMENT}', '{student}')))"
    )
    done = command(installed, sys.executable, "-c", code)
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["success"], said in (told["log"] or "")) == (passes, passes or True), told
    assert points(installed).get(student) == POINTS.get(student)


@pytest.mark.slow
@pytest.mark.parametrize(
    "student, options, status, said",
    [
        ("s001", (), 0, "convolve2d               2 of 2"),
        ("s002", (), 0, "convolve2d               0 of 2"),
        ("s003", (), 2, "nothing is kept of that release here"),
        ("s003", ("--any-release",), 0, "convolve2d               0 of 2"),
    ],
)
def test_alone(installed, student, options, status, said):
    file = installed / "submitted" / student / ASSIGNMENT / "cross-correlation.ipynb"
    done = command(ROOT, sys.executable, "-m", "grader", "notebook", file, "--private", installed / "private", *options)
    assert (done.returncode, said in done.stdout + done.stderr) == (status, True), done.stdout + done.stderr
