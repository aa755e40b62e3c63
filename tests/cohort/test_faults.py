"""Is each fault of the machine one clear line, is nothing lost by it, and is the next run right?"""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner

import grader.gradebook.writer
import grader.packs.reading
from grader.cli import main
from grader.cohort.alone import alone
from grader.cohort.grading import grade_class
from grader.cohort.open_files import NEEDED_FILES
from grader.gradebook.reading import export
from grader.places import ROOT, write_atomically
from grader.submission import run as the_way
from grader.submission.evidence import evidence_path, read_evidence, traceback_path
from grader.submission.faults import Failure, known_fault
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"


@pytest.mark.parametrize(
    "case, error, said",
    [
        ("full disk", OSError(errno.ENOSPC, "", "/srv/a"), "the disk is full: make room (/srv/a); nothing that was"),
        ("database on a full disk", RuntimeError("database or disk is full"), "the disk is full: make room; nothing"),
        ("too few files", OSError(errno.EMFILE, ""), "too few files may be open at once: allow more, as by `ulimit -n"),
        ("a lock", sqlite3.OperationalError("database is locked"), "another program has locked the gradebook"),
        ("read-only", RuntimeError("x\n(sqlite3) attempt to write a readonly database\ny"), "can only be read"),
        ("no right", PermissionError(errno.EACCES, "", "/srv/b"), "this account may not read or write it"),
        ("damaged", sqlite3.DatabaseError("file is not a database"), "the gradebook is damaged: bring it back"),
        ("a fault of ours", KeyError("x"), ""),
    ],
)
def test_a_fault_is_named_with_what_to_do(case, error, said):
    assert (said in known_fault(error), bool(known_fault(error))) == (True, bool(said)), case
    wrapped = RuntimeError("nbgrader failed")
    wrapped.__cause__ = error
    assert known_fault(wrapped) == known_fault(error)


def test_a_failure_is_one_line_and_keeps_its_traceback():
    try:
        raise ValueError("first\nTypeError: second\x1b[2J")
    except ValueError as error:
        failure = Failure.of(error)
    assert failure == "TypeError: second?[2J"
    assert "test_faults.py" in failure.traceback


def test_half_a_file_is_never_left(tmp_path, monkeypatch):
    write_atomically(tmp_path / "a", "old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError):
        write_atomically(tmp_path / "a", "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "old")]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"tasks": 1, "oddities": []}', "\0\0"])
def test_evidence_that_is_not_whole_is_none(tmp_path, text):
    evidence_path(tmp_path, ASSIGNMENT, "s001").write_text(text)
    assert read_evidence(tmp_path, ASSIGNMENT, "s001") is None


def test_a_pack_that_was_cut_short_is_one_line(tmp_path, monkeypatch):
    (tmp_path / "private" / "packs").mkdir(parents=True)
    (tmp_path / "private" / "packs" / f"{ASSIGNMENT}.json").write_text('{"tasks": {"corr2d"')
    with pytest.raises(grader.packs.reading.PackError, match="is damaged; run: python -m grader references 1-"):
        grader.packs.reading.load_hidden(ASSIGNMENT, root=tmp_path)


def test_a_second_grader_waits_and_says_so(tmp_path, capsys):
    order = []

    def second():
        with alone(tmp_path):
            order.append("second")

    with alone(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.3)
        order.append("first")
    waiting.join(timeout=10)
    assert order == ["first", "second"]
    assert capsys.readouterr().err.count(f"another grader (process {os.getpid()}) is at work in") == 1


def test_too_few_open_files_are_said_before_anything_is_touched(tmp_path):
    code = f"ulimit -n {NEEDED_FILES - 1}; exec {sys.executable} -m grader grade {ASSIGNMENT} --course {tmp_path}"
    done = subprocess.run(["bash", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: this process may have {NEEDED_FILES - 1} files open at once")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_of_another_encoding_is_no_traceback(encoding):
    command = [sys.executable, "-m", "grader", "tasks"]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


# -- a small class ---------------------------------------------------------------------------------------------------

STRANGE = ("[ghost]", "a*b", "s?1", "two words", "größer", "+x+")  # ids


@pytest.fixture(scope="module")
def small_class(tmp_path_factory):
    """A class with strange ids, graded: (folder, results by student)."""
    root = tmp_path_factory.mktemp("class")
    shutil.copytree(ROOT / "source", root / "source")
    for student in ("s001", *STRANGE):
        hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, "model"))
    return root, {result.student: result for result in grade_class(root, ASSIGNMENT, jobs=2)}


@pytest.fixture
def graded(small_class, tmp_path):
    """A copy of that class, for one test to do harm to."""
    return shutil.copytree(small_class[0], tmp_path / "class", symlinks=True)


def _grade(root, *options):
    done = CliRunner().invoke(main, ["grade", ASSIGNMENT, "--course", str(root), "--jobs", "1", *options])
    return done.exit_code, done.output


@pytest.mark.slow
@pytest.mark.parametrize("student", STRANGE)
def test_an_id_is_a_name_and_not_a_pattern(small_class, student):
    root, results = small_class
    assert (results[student].status, results[student].error) == ("graded", "")
    assert sum(grade["score"] for grade in export(root, ASSIGNMENT)[student].values()) == 18


@pytest.mark.slow
def test_damaged_evidence_is_graded_anew_and_said(graded):
    before = export(graded, ASSIGNMENT)
    evidence_path(graded, ASSIGNMENT, "s001").write_text("")
    status, printed = _grade(graded)
    assert status == 0
    assert "s001  the evidence of an earlier grade could not be read: graded as if for the first time" in printed
    assert export(graded, ASSIGNMENT) == before
    assert read_evidence(graded, ASSIGNMENT, "s001")["tasks"]


@pytest.mark.slow
def test_a_locked_gradebook_is_one_line_and_the_next_run_is_right(graded):
    before = export(graded, ASSIGNMENT)
    other = sqlite3.connect(graded / "gradebook.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    status, printed = _grade(graded)
    other.close()
    assert status == 2
    assert [line for line in printed.splitlines() if "error:" in line][0].startswith(
        "error: another program has locked"
    )
    assert "Traceback" not in printed
    assert _grade(graded)[0] == 0
    assert export(graded, ASSIGNMENT) == before


@pytest.mark.slow
def test_a_full_disk_while_writing_loses_nothing(graded, monkeypatch):
    before = export(graded, ASSIGNMENT)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(grader.gradebook.writer, "run_step", full)
        status, printed = _grade(graded, "--force", "--student", "s001")
    assert status == 2 and "the disk is full: make room; nothing that was graded is lost" in printed
    assert export(graded, ASSIGNMENT) == before
    assert _grade(graded)[0] == 0
    assert export(graded, ASSIGNMENT) == before


@pytest.mark.slow
def test_the_traceback_of_a_failure_lies_with_the_evidence_until_it_is_graded(graded, monkeypatch):
    def wrong(*_):
        raise RecursionError("maximum recursion depth exceeded")

    with monkeypatch.context() as patch:
        patch.setattr(the_way, "stage", wrong)
        status, printed = _grade(graded, "--force", "--student", "s001")
    kept = traceback_path(graded, ASSIGNMENT, "s001")
    assert status == 2
    assert f"RecursionError: maximum recursion depth exceeded (traceback: {kept.relative_to(graded)})" in printed
    assert "in wrong" in kept.read_text()
    assert _grade(graded, "--force", "--student", "s001")[0] == 0
    assert not kept.exists()


@pytest.mark.slow
def test_two_graders_at_once_make_one_gradebook(graded):
    before = export(graded, ASSIGNMENT)
    shutil.rmtree(graded / "private" / "evidence")
    command = [sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--course", str(graded), "--jobs", "1", "--json"]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in "ab"
    ]
    printed = [process.communicate(timeout=280) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("another grader" in errors for _, errors in printed) == 1
    statuses = [{result["status"] for result in json.loads(out)["results"]} for out, _ in printed]
    assert sorted(map(sorted, statuses)) == [["graded"], ["unchanged"]]
    assert export(graded, ASSIGNMENT) == before


@pytest.mark.slow
def test_a_clock_that_jumps_changes_nothing(graded, monkeypatch):
    before = export(graded, ASSIGNMENT)
    real, jumps = time.time, iter([-4e6, 3600.0, 0.0, 4e6, -10.0] * 10_000)
    monkeypatch.setattr(time, "time", lambda: real() + next(jumps))
    assert _grade(graded, "--force", "--student", "s001")[0] == 0
    monkeypatch.undo()
    assert export(graded, ASSIGNMENT) == before


@pytest.mark.slow
def test_an_account_without_a_passwd_entry_and_a_home_grades(graded):
    code = (
        "import os, pwd, runpy, sys\n"
        "def missing(uid): raise KeyError(uid)\n"
        "pwd.getpwuid = missing\n"
        "for name in ('HOME', 'USER', 'LOGNAME'): os.environ.pop(name, None)\n"
        "sys.argv[0] = 'grader'\n"
        "runpy.run_module('grader', run_name='__main__', alter_sys=True)\n"
    )
    command = [sys.executable, "-c", code, "grade", ASSIGNMENT, "--course", str(graded), "--force", "--student", "s001"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
