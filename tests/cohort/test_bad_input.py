"""Of a course folder that is not as it should be, does each command say in one line what is missing and show the rest?

A row is a folder and what each command says of it: status and a part of its words.  Whatever it is, there is no
traceback, and a command that ends with 2 says one line.
"""

import shutil
import sqlite3
import warnings

import nbformat
import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook

from grader.cli import main
from grader.cohort.exports import GradesExport, TidyExport
from grader.errors import UserError
from grader.gradebook.pipelines import open_course
from tests.big_class import ASSIGNMENT, make_class
from tests.cohort.test_exports import exported
from tests.submissions.build import example, hand_in

pytestmark = pytest.mark.slow
ROSTER = "id,first_name,last_name,email,role\nteacher,,,,instructor\n"


# -- the folders


def absent(root, made):
    """There is none."""


def a_file(root, made):
    """A file has its name."""
    root.write_text("not a folder")


def empty(root, made):
    """Nothing is in it."""
    root.mkdir()


def without_source(root, made):
    """Work was handed in, and there is no `source/`."""
    root.mkdir()
    for student in ("s001", "s002"):
        hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, "model"))


def without_grades(root, made):
    """A gradebook in which nobody and nothing is."""
    (root / "submitted").mkdir(parents=True)
    with open_course(root).gradebook:
        pass


def half_graded(root, made):
    """Some were graded; of one the evidence is gone; of another only the folder is there."""
    shutil.copytree(made, root)
    sorted((root / "private" / "evidence" / ASSIGNMENT).glob("*.json"))[0].unlink()
    hand_in(root, ASSIGNMENT, "s099", example(ASSIGNMENT, "model"))


def roster_without_them(root, made):
    """The roster names others than the gradebook has."""
    shutil.copytree(made, root)
    (root / "roster.csv").write_text(f"{ROSTER}new1,,,,student\nnew2,,,,student\n")


def damaged_roster(root, made):
    """The roster has other columns."""
    shutil.copytree(made, root)
    (root / "roster.csv").write_text("name;number\nx;1\n")


def other_tasks(root, made):
    """A task of the gradebook is called otherwise than any of this course."""
    shutil.copytree(made, root)
    with open_course(root).gradebook as gradebook:
        gradebook.find_assignment(ASSIGNMENT).notebooks[0].grade_cells[0].name = "check-of_last_year"
        gradebook.db.commit()


def plain_nbgrader(root, made):
    """Another course, graded by nbgrader alone: an assignment that this course does not have, and no evidence."""
    root.mkdir()
    with Gradebook(f"sqlite:///{root}/gradebook.db", "other") as gradebook:
        gradebook.add_assignment("ps1")
        gradebook.add_notebook("problem", "ps1")
        gradebook.add_grade_cell("check", "problem", "ps1", max_score=2, cell_type="code")
        gradebook.add_student("s001")
        gradebook.add_submission("ps1", "s001")
    (root / "submitted" / "s001" / "ps1").mkdir(parents=True)


def damaged_gradebook(root, made):
    """The gradebook is no database."""
    shutil.copytree(made, root)
    (root / "gradebook.db").write_text("no database")


def another_database(root, made):
    """A database of something else has its name, and there is evidence of grades."""
    shutil.copytree(made, root)
    (root / "gradebook.db").unlink()
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("create table x(y)")


NO_FOLDER = (2, "there is no such folder; --course names the course folder")
NO_NAMES = (2, "nobody is known here; bring students into the gradebook, or name a roster with --roster FILE.csv")
NOTHING_OF = (2, "keeps nothing of s001")
NOT_MATCHED = (1, "nobody in the roster has this name or id")
DAMAGED = (2, "gradebook.db cannot be opened: file is not a database")
IS_EMPTY = (2, "gradebook.db is empty, but")
# grade is asked only where nothing can be graded: what it grades, tests of its own show
TABLE = {
    absent: {name: NO_FOLDER for name in ("grade", "report", "similar", "collect", "forget")},
    a_file: {
        name: (2, "is not a folder; --course names the course folder")
        for name in ("grade", "report", "similar", "collect", "forget")
    },
    empty: {
        "grade": (2, "no submission for 1-cross-correlation"),
        "report": (0, "there is no gradebook yet"),
        "similar": (2, "it takes two to be alike"),
        "collect": NO_NAMES,
        "forget": NOTHING_OF,
        "export": (2, "there is no student to export"),
    },
    without_source: {
        "grade": (2, f"source/{ASSIGNMENT}: there is no notebook, so a gradebook cannot be made"),
        "report": (0, "Handed in and not graded yet: 2 (s001, s002)"),
        "similar": (0, "2 students"),
        "collect": NO_NAMES,
        "forget": (0, "submitted/s001"),
        "export": (2, "there is no student to export"),
    },
    without_grades: {
        "grade": (2, "no submission for 1-cross-correlation"),
        "report": (0, "nothing has been graded"),
        "similar": (2, "it takes two to be alike"),
        "collect": NO_NAMES,
        "forget": NOTHING_OF,
        "export": (2, "there is no student to export"),
    },
    half_graded: {
        "report": (0, "Handed in and not graded yet: 1 (s099)"),
        "similar": (0, "No two answers are alike"),
        "collect": (1, "NOT COLLECTED"),
        "forget": NOTHING_OF,
        "export": (0, ""),
    },
    roster_without_them: {
        "report": (0, "new1"),
        "similar": (0, "No two answers are alike"),
        "collect": NOT_MATCHED,
        "forget": NOTHING_OF,
        "export": (2, "there is no student to export"),
    },
    damaged_roster: {
        "report": (0, "the roster is not used"),
        "similar": (2, "roster.csv"),  # who has withdrawn must not be shown
        "collect": (2, "roster.csv"),
        "forget": NOTHING_OF,
        "export": (2, "roster.csv"),
    },
    other_tasks: {
        "report": (0, "graded by another version of the course: check-of_last_year"),
        "similar": (0, "No two answers are alike"),
        "collect": NOT_MATCHED,
        "forget": NOTHING_OF,
        "export": (0, ""),
    },
    plain_nbgrader: {
        "grade": (2, "no submission for 1-cross-correlation"),
        "report": (0, "nothing has been graded"),
        "similar": (2, "it takes two to be alike"),
        "collect": (0, "1 collected"),
        "forget": (0, "the student and 1 submissions"),
        "export": (2, f"has no assignment {ASSIGNMENT}: it has ps1"),
    },
    damaged_gradebook: {
        "grade": DAMAGED,
        "report": DAMAGED,
        "similar": (0, "No two answers are alike"),
        "collect": DAMAGED,
        "forget": DAMAGED,
        "export": DAMAGED,
    },
    another_database: {
        "grade": IS_EMPTY,
        "report": IS_EMPTY,
        "similar": (0, "No two answers are alike"),
        "collect": IS_EMPTY,
        "forget": IS_EMPTY,
        "export": IS_EMPTY,
    },
}
ROWS = [(make, command) for make, said in TABLE.items() for command in said]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of twelve that was graded, with what a gradebook, evidence and submissions hold of it."""
    root = tmp_path_factory.mktemp("made")
    make_class(root, 12)
    return root


@pytest.fixture(scope="module")
def download(tmp_path_factory):
    """A platform's download with one submission, of s001."""
    folder = tmp_path_factory.mktemp("download")
    (folder / "s001" / ASSIGNMENT).mkdir(parents=True)
    nbformat.write(example(ASSIGNMENT, "model"), folder / "s001" / ASSIGNMENT / "cross-correlation.ipynb")
    return folder


@pytest.mark.parametrize("make, command", ROWS, ids=[f"{make.__name__}-{command}" for make, command in ROWS])
def test_what_is_missing_is_said_and_the_rest_is_shown(tmp_path, made, download, make, command):
    root = tmp_path / "course"
    make(root, made)
    status, says = TABLE[make][command]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ended, said = exports(root, tmp_path) if command == "export" else types(command, root, download)
    assert (ended, says in said) == (status, True), said
    assert "Traceback" not in said
    if status == 2:
        errors = [line for line in said.splitlines() if line.startswith("error: ")]
        assert len(errors) == 1 and said.rstrip().endswith(errors[0]), said


def types(command, root, download):
    """Run a command of ours; return its status and what it said."""
    what = {"collect": str(download), "forget": "s001"}.get(command, ASSIGNMENT)
    done = CliRunner().invoke(main, [command, what, "--course", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def exports(root, tmp_path):
    """Write nbgrader's grades and the tidy table; a refusal is one line of nbgrader's."""
    said = ""
    for kind in (GradesExport, TidyExport):
        try:
            said += exported(kind, root, tmp_path, assignment=[ASSIGNMENT])[1]
        except SystemExit as error:  # as nbgrader's command ends
            return 2, str(error)
        except UserError as error:  # as a command of ours says it; nbgrader's shows a traceback above it
            return 2, f"error: {error}"
    return 0, said
