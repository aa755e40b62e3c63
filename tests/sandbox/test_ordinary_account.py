"""Does an account without any privilege grade, confined, with the same scores?

Where the tests run as such an account every other test shows it; here root gives its privileges up.
"""

import json
import os
import shutil
import subprocess

import pytest

from grader.gradebook.pipelines import ensure_assignment
from grader.places import ROOT
from grader.sandbox.confine import ISOLATION
from tests.conftest import open_to_all
from tests.submissions.build import example, hand_in
from tests.submissions.demo import ASSIGNMENT

NOBODY = 65534
STAYS = shutil.ignore_patterns(".git", ".venv*", "build", "tests", "docs", "__pycache__")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="the tests run as an ordinary account already"),
]


def test_grading_needs_no_privilege(tmp_path, anybodys_python):
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT, checkout, ignore=STAYS)
    for student, name in (("s001", "model"), ("s002", "flipped")):
        hand_in(checkout, ASSIGNMENT, student, example(ASSIGNMENT, name))
    ensure_assignment(checkout, ASSIGNMENT)  # a new gradebook runs alembic, which is this environment's
    open_to_all(tmp_path)
    subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", checkout], check=True)

    command = [anybodys_python, "-m", "grader", "grade", ASSIGNMENT, "--jobs", "2", "--json"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(checkout), "LANG": "C.UTF-8"}
    run = subprocess.run(
        command,
        cwd=checkout,
        env=environment,
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stderr + run.stdout[:4000]
    graded = json.loads(run.stdout)
    assert [result["status"] for result in graded["results"]] == ["graded", "graded"]
    assert (checkout / "gradebook.db").stat().st_uid == NOBODY
    evidence = json.loads((checkout / "private" / "evidence" / ASSIGNMENT / "s001.json").read_text())
    assert evidence["isolation"] == ISOLATION
