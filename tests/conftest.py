"""Fixtures shared by all tests: one thread for torch, and course folders that are thrown away."""

import os
import shutil
import subprocess
import sys
import sysconfig

import pytest
import torch

from grader.gradebook.pipelines import open_course, run_step
from grader.places import ROOT

torch.set_num_threads(1)


@pytest.fixture(scope="session", autouse=True)
def alembic_asked_once(tmp_path_factory):
    """Keep what `alembic heads` says: nbgrader asks for each new gradebook, two seconds for always the same line.

    This environment's programs are on the PATH of what tests start.
    """
    programs = os.path.dirname(sys.executable)
    real = os.path.join(programs, "alembic")
    folder = tmp_path_factory.mktemp("alembic")
    open_to_all(folder)
    said, script = folder / "heads", folder / "alembic"
    script.write_text(
        f"""#!/bin/sh
[ "$3" = heads ] || exec {real} "$@"
[ -e {said} ] || {{ {real} "$@" > {said}.$$ && mv {said}.$$ {said}; }}
cat {said}
"""
    )
    script.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}:{programs}:{os.environ['PATH']}")
        yield


@pytest.fixture
def course(tmp_path):
    """A course folder with an empty gradebook, as an instructor would start a term."""
    shutil.copytree(ROOT / "source", tmp_path / "source")
    return tmp_path


@pytest.fixture(scope="session")
def graded_class(tmp_path_factory):
    """A course folder in which the demonstration's class has been graded and has feedback: (folder, results)."""
    from grader.cohort.grading import grade_class
    from tests.submissions.build import example, hand_in
    from tests.submissions.demo import ASSIGNMENT, CLASS

    root = tmp_path_factory.mktemp("class")
    shutil.copytree(ROOT / "source", root / "source")
    for student, name in CLASS.items():
        hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, name))
    results = grade_class(root, ASSIGNMENT)
    for student in CLASS:
        run_step(open_course(root).generate_feedback, ASSIGNMENT, student)
    return root, results


@pytest.fixture(scope="session")
def exported(tmp_path_factory):
    """The folder that `make export` makes: what students get, and what their image is built from."""
    from grader.publishing.export import export

    folder = tmp_path_factory.mktemp("export") / "tree"
    export(folder)
    return folder


NOBODY = 65534


@pytest.fixture(scope="session")
def anybodys_python(tmp_path_factory):
    """An environment of the packages of this one whose interpreter any account may run; its path."""
    reachable = subprocess.run(
        ["/usr/bin/env", sys.executable, "-c", ""], user=NOBODY, group=NOBODY, capture_output=True
    )
    if not reachable.returncode:
        return sys.executable
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    if not os.path.exists(system):
        pytest.skip(f"only root can run {sys.executable}, and there is no {system}")
    folder = tmp_path_factory.mktemp("anybodys")
    open_to_all(folder)
    subprocess.run([system, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    site = next((folder / "venv" / "lib").glob("python3*/site-packages"))
    # hard links: a confined kernel reads below its own environment only, wherever a symbolic link may point
    shutil.copytree(sysconfig.get_path("purelib"), site, copy_function=_link, dirs_exist_ok=True)
    return folder / "venv" / "bin" / "python"


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def open_to_all(folder):
    """Let every account pass into a folder of pytest's; one more lies above it where the tests run in parallel."""
    for above in [folder, *folder.parents]:
        if above.name.startswith(("pytest-", "popen-")) or above == folder:
            above.chmod(0o755)


def pytest_collection_modifyitems(items):
    """Put the files with long tests first, so that processes which share the files end together."""
    long = {item.path for item in items for mark in ("slow", "browser", "hub") if item.get_closest_marker(mark)}
    items.sort(key=lambda item: item.path not in long)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """Let reports travel between processes: a hostile file name in a log need not be text."""
    report = yield
    report.sections = [(title, text.encode("utf-8", "replace").decode("utf-8")) for title, text in report.sections]
    return report
