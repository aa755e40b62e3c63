"""Does a gradebook in a real PostgreSQL server hold the same grades?"""

import contextlib
import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.reading import export
from grader.places import ROOT
from tests.jupyterlab import free_port
from tests.submissions.build import example, hand_in

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
ASSIGNMENT = "1-cross-correlation"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PROGRAMS, reason="Debian's package postgresql is not installed")]


@contextlib.contextmanager
def server():
    """Yield the URL of a database in a server of its own on loopback; PostgreSQL refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_postgres = []
    if os.geteuid() == 0:
        as_postgres = ["runuser", "-u", "postgres", "--"]
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    port = free_port()
    data, programs = folder / "data", PROGRAMS[-1]

    def run(program, *arguments):
        command = [*as_postgres, f"{programs}/{program}", *map(str, arguments)]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=120)

    try:
        run("initdb", "-D", data, "-U", "grader", "-A", "trust", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        run("createdb", "-h", "127.0.0.1", "-p", port, "-U", "grader", "convolutions")
        yield f"postgresql+psycopg://grader@127.0.0.1:{port}/convolutions"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_the_gradebook_is_the_same_as_in_sqlite(tmp_path):
    courses = tmp_path / "sqlite", tmp_path / "postgres"
    with server() as url:
        for root in courses:
            root.mkdir()
            (root / "source").symlink_to(ROOT / "source")
            for student, name in (("s001", "model"), ("s002", "flipped"), ("s003", "untouched")):
                hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, name))
        (courses[1] / "nbgrader_config.py").write_text(f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n")
        for root in courses:
            results = grade_class(root, ASSIGNMENT, jobs=2)
            assert [result.status for result in results] == ["graded"] * 3, results
        assert export(courses[1], ASSIGNMENT) == export(courses[0], ASSIGNMENT)
        assert not (courses[1] / "gradebook.db").exists()
