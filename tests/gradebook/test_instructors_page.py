"""Does every command of the instructors' page work, in the page's order, in the course folder of one who follows it?

The page is read: a command that is added, changed or moved there has to be in the table below, with the values that an
instructor puts in place of its capitals and with what it must say.
"""

import subprocess
from typing import NamedTuple

import nbformat
import pytest

from deploy.course_folder import install_course
from deploy.demo import as_role
from deploy.settings import Settings
from grader.places import ROOT
from tests.pages import commands, read
from tests.submissions.build import HERE, example, parts

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
PAGE = "instructors.md"
ASSIGNMENT, NOTEBOOK = "1-cross-correlation", "cross-correlation"
FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
ROSTER = "id,first_name,last_name,email,role\ns001,,,,student\ns002,,,,student\nt001,,,,instructor\n"
GIVES_MORE = "python -m grader.gradebook.extension 1-cross-correlation s002 --days 2"
DUE = 'nbgrader db assignment add 1-cross-correlation --duedate="2026-12-04 22:59 UTC"'


class Row(NamedTuple):
    """A command of the page; where values differ, what is typed; a part of what it prints, or a file that it makes."""

    command: str
    says: str
    typed: str = ""


TABLE = [
    Row("make demo", "target"),
    Row("make hub", "target"),
    Row("python -m grader try corr2d FILE", "points", "python -m grader try corr2d corr2d.py"),
    Row("python -m deploy.roster --gradebook", "the gradebook has all 2 students"),
    Row("python -m deploy.roster --check", "2 students:"),
    Row("make export", "target"),
    Row("nbgrader generate_assignment ASSIGNMENT", "Removing existing assignment"),
    Row("make lab", "target"),
    Row("nbgrader release_assignment ASSIGNMENT", "Released as: convolutions 1-cross-correlation"),
    Row("nbgrader release_assignment ASSIGNMENT --force", "Released as: convolutions 1-cross-correlation"),
    Row("python -m tests.lesson_minutes", "6-matrices-and-beyond"),
    Row("nbgrader collect ASSIGNMENT", "Collecting submission: s001"),
    Row(
        "python -m grader collect ARCHIVE_OR_FOLDER",
        "1-cross-correlation: 1 collected",
        "python -m grader collect ../../downloads",
    ),
    Row("python -m grader grade ASSIGNMENT", "s002"),
    Row("nbgrader generate_feedback ASSIGNMENT", f"feedback/s001/{ASSIGNMENT}/{NOTEBOOK}.html"),
    Row(  # without --student nbgrader stops at s002, whose work came by download: the page says so
        "nbgrader release_feedback ASSIGNMENT",
        "Releasing feedback for student 's001'",
        "nbgrader release_feedback ASSIGNMENT --student s001",
    ),
    Row("python -m grader report ASSIGNMENT --html report.html", "file report.html"),
    Row(
        "python -m grader notebook FILE.ipynb --private private --json FILE",
        "file graded.json",
        f"python -m grader notebook submitted/s001/{FILE} --private private --json graded.json",
    ),
    Row("make gradescope ASSIGNMENT=1-cross-correlation", "target"),
    Row("python -m grader watch", "", "python -m grader watch --once"),  # without --once it goes on until it is stopped
    Row("nbgrader collect", "", "nbgrader collect ASSIGNMENT --update"),
    Row("python -m grader watch --log                # what it did, also while it runs; --student ID, --json", ""),
    Row("python -m grader watch --once               # one round, for cron", ""),
    Row(DUE, "duedate"),
    Row(GIVES_MORE, "s002's deadline for 1-cross-correlation: 2026-12-06 22:59 UTC"),
    Row("python -m grader grade ASSIGNMENT", "as they were"),
    Row("nbgrader export", "file grades.csv"),
    Row("nbgrader autograde", "", "nbgrader autograde ASSIGNMENT --student s001"),
    Row(
        "python -m grader grade 1-cross-correlation --student s001 --any-release     # also of `grader notebook`",
        "s001",
    ),
    Row("nbgrader autograde 1-cross-correlation --student s001 --Normalize.any_release=True", ""),
    Row("python -m grader similar ASSIGNMENT --html similar.html", "file similar.html"),
    Row("python -m tests.similarity", "copies", "python -m tests.similarity --help"),
    Row("python -m benchmarks.large_class", "students", "python -m benchmarks.large_class --help"),
    Row("python -m grader grade ASSIGNMENT --student s001 --force", "s001"),
    Row("python -m grader references ASSIGNMENT", f"packs/{ASSIGNMENT}.json"),
    Row("nbgrader export", "file grades.csv"),
    Row(
        "nbgrader export --exporter=grader.cohort.exports.",
        "file facets.csv",
        "nbgrader export --exporter=grader.cohort.exports.TidyExport",
    ),
    Row("python -m grader forget ID", "kept", "python -m grader forget s002"),
]
IN_THE_CHECKOUT = ("make ", "python -m tests.", "python -m benchmarks.")


class Term:
    """A course folder, an exchange and two students, all under this account; `type` is what an instructor does."""

    def __init__(self, folder):
        self.folder, self.settings = (
            folder,
            Settings(
                roster=str(folder / "grader" / "convolutions" / "roster.csv"),
                roles=str(ROOT / "deploy" / "roles"),
                exchange=str(folder / "exchange"),
                homes=str(folder),
                grader="grader",
                accounts="shared",
            ),
        )
        self.root = folder / "grader" / "convolutions"
        install_course(self.root, ROOT / "private")
        (self.root / "roster.csv").write_text(ROSTER)
        (self.root / "corr2d.py").write_text(solution("corr2d"))
        (folder / "exchange").mkdir(mode=0o1777)
        (folder / "exchange").chmod(0o1777)

    def type(self, line, who="grader", cwd=None):
        """Run a command line as the grader, or as a student, and return what it said; it may not fail."""
        environment = as_role(self.settings, "one_class", who, "grader" if who == "grader" else "student")
        done = subprocess.run(
            ["bash", "-ec", line],
            cwd=cwd or self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\nended with {done.returncode}:\n{done.stdout[-3000:]}"
        return done.stdout

    def hand_in(self, name, solved):
        """A student fetches what was released, and hands a solution in."""
        home = self.folder / name
        home.mkdir()
        self.type(f"nbgrader fetch_assignment {ASSIGNMENT}", name, home)
        nbformat.write(example(ASSIGNMENT, solved), home / FILE)
        self.type(f"nbgrader submit {ASSIGNMENT}", name, home)

    def download(self, name, solved):
        """What a learning platform's download of one student looks like, unpacked."""
        place = self.folder / "downloads" / name / FILE
        place.parent.mkdir(parents=True)
        nbformat.write(example(ASSIGNMENT, solved), place)


def solution(name):
    """The code of the model solution's cell for a task."""
    text = (HERE / ASSIGNMENT / "model.py").read_text(encoding="utf-8")
    return "import torch\n" + next(source for _, cell, source in parts(text) if cell == name)


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """The course before its first week, with a release that came with the checkout."""
    return Term(tmp_path_factory.mktemp("term"))


def test_the_table_is_the_page():
    assert [row.command for row in TABLE] == [step.text for step in commands(read(PAGE))]


@pytest.mark.hub
def test_every_command_in_the_pages_order(term):
    for number, row in enumerate(TABLE):
        if row.command == "nbgrader collect ASSIGNMENT":  # what the students do meanwhile
            term.hand_in("s001", "model")
            term.download("s002", "flipped")
        does(term, row, f"{number}: {row.command}")


def does(term, row, where):
    """Do what a row says, and see what it must say or make."""
    line = (row.typed or row.command).replace("ASSIGNMENT", ASSIGNMENT)
    if row.says == "target":  # started by tests of their own: tests/hub/test_demo.py, tests/publishing
        assert "No rule to make target" not in term.type(line.replace("make", "make --dry-run"), cwd=ROOT), where
        return
    kind, _, name = row.says.partition(" ")
    if kind == "file":
        (term.root / name).unlink(missing_ok=True)
    said = term.type(line, cwd=ROOT if line.startswith(IN_THE_CHECKOUT) else None)
    if kind == "file":
        assert (term.root / name).stat().st_size > 100, where
    else:
        assert row.says in said, f"{where}\n{said[-3000:]}"


def test_a_wrong_command_is_found(term):
    with pytest.raises(AssertionError, match="No command given"):
        does(term, Row("nbgrader relaese_assignment ASSIGNMENT", "Released"), "planted")
    with pytest.raises(AssertionError, match="planted"):
        does(term, Row("nbgrader db assignment list", "no such word"), "planted")
    with pytest.raises(AssertionError, match="No rule to make target"):
        does(term, Row("make hub-ready", "target"), "planted")


def test_generating_again_in_a_terminal_replaces_what_was_there(term):
    """Stock nbgrader keeps an older release, says so among its warnings, and ends with 0."""
    old = term.root / "release" / FILE
    old.parent.mkdir(parents=True, exist_ok=True)
    old.write_text("an old release")
    term.type(f"nbgrader generate_assignment {ASSIGNMENT}")
    made, wanted = (nbformat.read(path, as_version=4) for path in (old, ROOT / "release" / FILE))
    assert [cell.source for cell in made.cells] == [cell.source for cell in wanted.cells]


def test_a_release_that_is_out_is_not_replaced_without_force(term):
    term.type(f"nbgrader generate_assignment {ASSIGNMENT}")
    term.type(f"nbgrader release_assignment {ASSIGNMENT} --force")
    with pytest.raises(AssertionError, match="add --force to overwrite"):
        term.type(f"nbgrader release_assignment {ASSIGNMENT}")
