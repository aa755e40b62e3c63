"""Does an account without any privilege grade, confined, with the same scores?

Where the tests run as such an account every other test shows it; here root gives its privileges up.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig

import pytest

from grader.gradebook.pipelines import ensure_assignment
from grader.places import ROOT
from grader.sandbox.confine import ISOLATION
from tests.submissions.build import example, hand_in
from tests.submissions.demo import ASSIGNMENT

NOBODY = 65534
PACKAGES = sysconfig.get_path("purelib")
STAYS = shutil.ignore_patterns(".git", ".venv*", "build", "tests", "docs", "__pycache__")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="the tests run as an ordinary account already"),
]


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


@pytest.fixture
def python(tmp_path):
    """An environment of the packages of this one whose interpreter any account may run."""
    reachable = subprocess.run(
        ["/usr/bin/env", sys.executable, "-c", ""], user=NOBODY, group=NOBODY, capture_output=True
    )
    if not reachable.returncode:
        return sys.executable
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    if not os.path.exists(system):
        pytest.skip(f"only root can run {sys.executable}, and there is no {system}")
    subprocess.run([system, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    site = next((tmp_path / "venv" / "lib").glob("python3*/site-packages"))
    # hard links: a confined kernel reads below its own environment only, wherever a symbolic link may point
    shutil.copytree(PACKAGES, site, copy_function=_link, dirs_exist_ok=True)
    return tmp_path / "venv" / "bin" / "python"


def test_grading_needs_no_privilege(tmp_path, python):
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT, checkout, ignore=STAYS)
    for student, name in (("s001", "model"), ("s002", "flipped")):
        hand_in(checkout, ASSIGNMENT, student, example(ASSIGNMENT, name))
    ensure_assignment(checkout, ASSIGNMENT)  # a new gradebook runs alembic, which is this environment's
    for folder in [tmp_path, *tmp_path.parents]:  # one more of them where the tests run in parallel
        if folder.name.startswith("pytest-") or folder.name.startswith("popen-") or folder == tmp_path:
            folder.chmod(0o755)
    subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", checkout], check=True)

    command = [python, "-m", "grader", "grade", ASSIGNMENT, "--jobs", "2", "--json"]
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
