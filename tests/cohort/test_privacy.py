"""Does everything that a course keeps stay with the staff, and is nothing left of a student who asks for it?"""

import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from nbgrader.api import MissingEntry
from nbgrader.utils import notebook_hash

from grader.cli import main
from grader.cohort.watching import Settings, watch
from grader.cohort.watching import journal as states
from grader.cohort.watching.journal import Journal
from grader.gradebook.pipelines import open_course, run_step
from grader.places import ROOT, private_folder
from grader.submission.attempts import write_mark
from grader.submission.evidence import evidence_path, traceback_path
from tests.big_class import ASSIGNMENT, make_class
from tests.cohort.an_exchange import NOTEBOOK, fetched, in_hours, make_course, submit
from tests.submissions.build import example, hand_in, released

pytestmark = pytest.mark.slow
CONFIG = """c = get_config()
c.CourseDirectory.course_id = "convolutions"
c.Exchange.root = {exchange!r}
"""


@pytest.fixture
def used_course(tmp_path):
    """A course after some weeks: submissions, grades, evidence, feedback, an exchange; (folder, ids)."""
    root, exchange = tmp_path / "course", tmp_path / "exchange"
    root.mkdir()
    (root / "nbgrader_config.py").write_text(CONFIG.format(exchange=str(exchange)))
    students = [person[0] for person in make_class(root, 6)]
    for name in students:
        for folder in ("autograded", "feedback"):
            place = root / folder / name / ASSIGNMENT
            place.mkdir(parents=True)
            (place / "cross-correlation.html").write_text(name)
            (place / "submission_secret.txt").write_text(f"secret of {name}")
        inbound = exchange / "convolutions" / "inbound" / f"{name}+{ASSIGNMENT}+2026-11-01 10:00:00 UTC+x"
        inbound.mkdir(parents=True)
        (inbound / "cross-correlation.ipynb").write_text(name)
        feedback = exchange / "convolutions" / "feedback"
        feedback.mkdir(exist_ok=True)
        secret = notebook_hash(secret=f"secret of {name}", notebook_id="cross-correlation")
        (feedback / f"{secret}.html").write_text(name)
        Journal(root, ASSIGNMENT, name).write(states.LOOKED, names=[inbound.name])
        if (root / "submitted" / name).is_dir():
            write_mark(root, ASSIGNMENT, name, root / "submitted" / name / ASSIGNMENT, {"late": True, "from": "Canvas"})
    return root, students


def everything(folder):
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*"))}


def mentions(folder, name):
    """Return the files below `folder` that hold a student's id in their path or text, the gradebook's pages too."""
    found = []
    for where, path in everything(folder).items():
        if name in where or (path.is_file() and name.encode() in path.read_bytes()):
            found.append(where)
    return found


def test_nothing_is_left_of_a_student_and_nobody_else_loses_anything(used_course):
    root, students = used_course
    gone, others = students[0], students[1:]
    before = {name: mentions(root.parent, name) for name in others}
    assert len(mentions(root.parent, gone)) >= 8
    listed = CliRunner().invoke(main, ["forget", gone, "--course", str(root)])
    assert listed.exit_code == 0 and "kept" in listed.stdout and "deleted" not in listed.stdout
    assert "in the gradebook: the student and 1 submissions" in listed.stdout
    assert len(mentions(root.parent, gone)) >= 8  # so far it was only listed
    done = CliRunner().invoke(main, ["forget", gone, "--course", str(root), "--yes"])
    assert done.exit_code == 0, done.output
    with open_course(root).gradebook as book:
        with pytest.raises(MissingEntry):
            book.find_student(gone)
        assert {student.id for student in book.students} == set(others)
    assert mentions(root.parent, gone) == []
    for name in others:
        assert mentions(root.parent, name) == before[name]


def a_term(root, students):
    """Let students go through all that leaves something behind, by the product's own commands."""

    def command(*arguments, status=0):
        done = CliRunner().invoke(main, [*arguments, "--course", str(root)])
        assert done.exit_code == status, (arguments, done.output)
        return done.stdout

    settings = Settings(settle=0.0, attempts=9, pause=0 * in_hours(0).resolution)
    for name in ("flipped", "model"):  # the first attempt is answered, and kept when the second comes
        for student in students:
            submit(root, student, example(ASSIGNMENT, name))
        assert watch(root, [], settings, once=True, say=lambda text: None) == len(students)
    assert all(len(fetched(root, student)) == 2 for student in students)
    with zipfile.ZipFile(root / "download.zip", "w") as archive:  # a third, by another way
        for student in students:
            archive.writestr(f"{student}/{NOTEBOOK}", nbformat.writes(example(ASSIGNMENT, "last_row")))
    command("collect", str(root / "download.zip"), "--replace", "--assignment", ASSIGNMENT)
    command("grade", ASSIGNMENT)
    for student in students:
        run_step(open_course(root).generate_feedback, ASSIGNMENT, student)
        traceback_path(root, ASSIGNMENT, student).write_text(f"what a failure of {student} leaves")
        killed = private_folder(root, "staging", "run-of-a-grader-that-was-killed") / student / ASSIGNMENT
        killed.mkdir(parents=True)
        (killed / NOTEBOOK).write_text(student)
    (root / "grades.json").write_text(command("report", ASSIGNMENT, "--json"))
    (root / "exports").mkdir()
    (root / "exports" / "facets.csv").write_text("student,task\n" + "".join(f"{name},corr2d\n" for name in students))
    shutil.rmtree(root / "homes")  # theirs, and on machines of their own


@pytest.mark.timeout(600)
def test_after_a_term_no_file_holds_the_id_of_a_student_who_was_deleted(tmp_path):
    """By the product's own commands, so that what a new one leaves somewhere is seen here."""
    root, students = make_course(tmp_path / "course", in_hours(5)), ["jane.doe@uni.edu", "jane.doe", "s001"]
    with open_course(root).gradebook as book:
        for student in students:
            book.update_or_create_student(student, lms_user_id=None)
    a_term(root, students)
    gone, others = students[1], [students[0], students[2]]  # one id begins as another does
    there = {name: mentions(tmp_path, name) for name in others}
    feedback = len(list((root / "exchange").glob("*/feedback/*.html")))
    collected = root / "private" / "collected" / ASSIGNMENT
    assert {path.stem for path in collected.iterdir()} == set(students) and feedback == 2 * len(students)
    listed = CliRunner().invoke(main, ["forget", gone, "--course", str(root)])
    done = CliRunner().invoke(main, ["forget", gone, "--course", str(root), "--yes"])
    assert (listed.exit_code, done.exit_code) == (0, 0), (listed.output, done.output)
    for what in ("collected", "evidence", "watching", "staging", "kept", "traceback"):
        assert what in listed.stdout, what
    for path in ("grades.json", "exports/facets.csv", "download.zip"):
        named = f"    {os.path.join(root, path)}\n" in done.stdout
        assert named, path  # they are of many people: a person makes them again
        (root / path).unlink()
    left = [path for path in mentions(tmp_path, gone) if "jane.doe@uni.edu" not in path]
    assert [path for path in left if b"jane.doe" in held_but_for((tmp_path / path), b"jane.doe@uni.edu")] == []
    assert len(list((root / "exchange").glob("*/feedback/*.html"))) == feedback - 2
    for name in others:
        assert set(mentions(tmp_path, name)) == {path for path in there[name] if (tmp_path / path).exists()}
        assert evidence_path(root, ASSIGNMENT, name).exists() and (root / "submitted" / name / ASSIGNMENT).is_dir()


def held_but_for(path, other):
    """Return a file's bytes, or nothing of a folder, without every occurrence of another id."""
    return path.read_bytes().replace(other, b"") if path.is_file() else b""


@pytest.mark.parametrize(
    "name, says",
    [
        ("..", "'..' cannot be a student's id"),
        ("*", "'*' cannot be a student's id"),
        ("a/b", "'a/b' cannot be a student's id"),
        ("", "'' cannot be a student's id"),
        ("nobody", "keeps nothing of nobody"),
        ("private", "keeps nothing of private"),
        ("1-cross-correlation", "keeps nothing of 1-cross-correlation"),
        ("packs", "keeps nothing of packs"),
    ],
)
def test_what_is_no_student_deletes_nothing(used_course, name, says):
    root, _ = used_course
    (root / "private" / "packs").mkdir(exist_ok=True)
    before = everything(root.parent)
    done = CliRunner().invoke(main, ["forget", "--course", str(root), "--yes", "--", name])
    assert done.exit_code == 2 and says in done.stderr
    assert everything(root.parent).keys() == before.keys()


def test_what_lies_elsewhere_is_named(used_course):
    root, students = used_course
    (root / "roster.csv").write_text(f"id,first_name,last_name,email,role\n{students[1]},,,,student\n")
    said = CliRunner().invoke(main, ["forget", students[1], "--course", str(root)]).stdout
    assert f"the line in {root / 'roster.csv'}" in said and "back-ups of the gradebook" in said


def test_a_link_is_deleted_and_not_followed(used_course, tmp_path):
    root, students = used_course
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keep.txt").write_text("kept")
    shutil.rmtree(root / "submitted" / students[2])
    (root / "submitted" / students[2]).symlink_to(elsewhere)
    assert CliRunner().invoke(main, ["forget", students[2], "--course", str(root), "--yes"]).exit_code == 0
    assert (elsewhere / "keep.txt").exists() and not (root / "submitted" / students[2]).is_symlink()


def test_what_is_written_of_students_is_the_owners_alone(used_course):
    """Evidence, exports and pages of similar answers are made readable by nobody else, whatever the umask."""
    root, _ = used_course
    page = root / "similar.html"
    hand_in(root, ASSIGNMENT, "s0001", released(ASSIGNMENT))
    assert CliRunner().invoke(main, ["similar", ASSIGNMENT, "--course", str(root), "--html", str(page)]).exit_code == 0
    for path in [page, root / "private", *(root / "private" / "evidence").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_page_for_instructors_says_what_is_kept_where():
    text = (ROOT / "docs" / "instructors.md").read_text()
    section = text.partition("## What is kept of a student")[2].partition("\n## ")[0]
    for place in ("submitted/", "autograded/", "feedback/", "private/evidence/", "gradebook.db", "exchange", "forget"):
        assert place in section, place
    assert json.dumps(str(Path("private")))[1:-1] in section
