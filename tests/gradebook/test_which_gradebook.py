"""Does every command open the gradebook that the course uses, and none an empty one in its place?"""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.setup import _database, closed_folder
from grader.errors import UserError
from grader.gradebook.pipelines import ensure_assignment, load_config, open_course
from grader.gradebook.which import address, refuse_a_stranger, shown
from grader.places import ROOT
from grader.submission.evidence import write_evidence
from tests.big_class import ASSIGNMENT, make_class

EVIDENCE = {"assignment": ASSIGNMENT, "student": "s001", "oddities": [], "tasks": {}}


@pytest.fixture
def copied_course(tmp_path):
    """A course folder with its own `nbgrader_config.py`, as a grader has it."""
    shutil.copyfile(ROOT / "nbgrader_config.py", tmp_path / "nbgrader_config.py")
    (tmp_path / "private").mkdir(mode=0o700)
    return tmp_path


def test_one_line_names_the_gradebook_for_every_command(copied_course):
    assert address(copied_course, load_config(copied_course)) == f"sqlite:///{copied_course}/gradebook.db"
    other = f"sqlite:///{copied_course}/elsewhere.db"
    (copied_course / "private" / "database").write_text(other + "\n")
    assert address(copied_course, load_config(copied_course)) == other
    assert open_course(copied_course).coursedir.db_url == other
    command = [sys.executable, "-m", "nbgrader", "db", "student", "list"]  # nbgrader alone, in the folder
    beside = os.environ | {"PYTHONPATH": str(ROOT)}  # a course folder has `grader` in it
    done = subprocess.run(command, cwd=copied_course, env=beside, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and (copied_course / "elsewhere.db").exists(), done.stderr
    assert not (copied_course / "gradebook.db").exists()


def test_an_empty_gradebook_beside_evidence_is_refused_and_not_made(copied_course):
    """As after a restore in which the gradebook was forgotten, or with a terminal that lacks the hub's settings."""
    write_evidence(copied_course, EVIDENCE)
    with pytest.raises(UserError) as error:
        ensure_assignment(copied_course, ASSIGNMENT)
    said = str(error.value)
    assert f"sqlite:///{copied_course}/gradebook.db is empty" in said and "was not restored" in said
    assert str(copied_course / "private" / "database") in said
    assert not (copied_course / "gradebook.db").exists()
    command = [sys.executable, "-m", "grader", "report", ASSIGNMENT, "--course", copied_course]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "is empty" in done.stderr and len(done.stderr.strip().splitlines()) == 1


def test_a_gradebook_that_does_not_answer_is_one_sentence_without_its_password(copied_course):
    write_evidence(copied_course, EVIDENCE)
    url = "postgresql+psycopg://grader:secret@127.0.0.1:1/convolutions"
    pytest.importorskip("psycopg")
    (copied_course / "private" / "database").write_text(url)
    with pytest.raises(UserError) as error:
        open_course(copied_course)
    said = str(error.value)
    assert said.startswith("the gradebook postgresql+psycopg://grader:***@127.0.0.1:1/convolutions cannot be opened")
    assert "secret" not in said and "\n" not in said


@pytest.mark.slow
def test_the_right_one_is_opened(tmp_path):
    make_class(tmp_path, 2)
    url = address(tmp_path, load_config(tmp_path))
    refuse_a_stranger(tmp_path, url)
    (tmp_path / "gradebook.db").rename(tmp_path / "moved.db")
    refuse_a_stranger(tmp_path, f"sqlite:///{tmp_path}/moved.db")


@pytest.mark.parametrize("url", ["sqlite:////srv/g.db", "postgresql+psycopg://grader@db/x"])
def test_a_url_without_a_password_is_shown_as_it_is(url):
    assert shown(url) == url


def test_set_up_writes_the_address_where_every_command_reads_it(tmp_path):
    if os.geteuid():
        pytest.skip("changing owners needs root")
    grader = pwd.getpwuid(0).pw_name
    url = "postgresql+psycopg://grader@db/convolutions"
    step = _database(tmp_path, grader, url)
    assert step.wrong() == "it does not name the gradebook"
    step.mend()
    path = tmp_path / "private" / "database"
    assert step.wrong() == "" and path.read_text() == url + "\n" and path.stat().st_mode & 0o777 == 0o600
    assert "another gradebook" in _database(tmp_path, grader, url + "2").wrong()
    # set-up from a terminal in which nobody set the address takes no gradebook away
    assert _database(tmp_path, grader, "").wrong() == "" and path.exists()


def test_the_folder_that_is_closed_is_named(tmp_path):
    (tmp_path / "home" / "env" / "bin").mkdir(parents=True)
    tmp_path.parent.chmod(0o755)
    tmp_path.chmod(0o755)
    (tmp_path / "home" / "env").chmod(0o750)
    closed = closed_folder(Path("/usr/bin"), tmp_path / "home" / "env" / "bin")
    # pytest's own folders above may be closed too: then that one is named, which is right as well
    assert closed == tmp_path / "home" / "env" or closed in tmp_path.parents
