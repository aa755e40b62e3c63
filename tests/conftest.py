"""Fixtures shared by all tests: one thread for torch, and course folders that are thrown away."""

import shutil

import pytest
import torch

from grader.gradebook.pipelines import open_course, run_step
from grader.places import ROOT

torch.set_num_threads(1)


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """Let reports travel between processes: a hostile file name in a log need not be text."""
    report = yield
    report.sections = [(title, text.encode("utf-8", "replace").decode("utf-8")) for title, text in report.sections]
    return report
