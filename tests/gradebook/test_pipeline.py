"""Does a class go through nbgrader's own pipelines and come out with the grades it deserves?"""

import subprocess
import sys

import nbformat
import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.pipelines import open_course, run_step
from grader.gradebook.reading import export, table
from grader.places import ROOT
from grader.publishing.secrets import find_secrets
from grader.submission.evidence import read_evidence
from tests.submissions.build import example, hand_in
from tests.submissions.demo import ASSIGNMENT, CLASS

pytestmark = pytest.mark.slow

SCORES = {
    "s001": {"predicted_outputs": 2, "corr2d": 5, "corr2d_fixed": 2, "exposing_case": 2, "convolve2d": 2, "Conv2D": 4},
    "s002": {
        "predicted_outputs": 1,
        "corr2d": 4.5,
        "corr2d_fixed": 0,
        "exposing_case": 2,
        "convolve2d": 0,
        "Conv2D": 0,
    },
    "s003": {"predicted_outputs": 0, "corr2d": 2, "convolve2d": 2, "Conv2D": 3, "kernel_gradient": 0},
    "s004": {"corr2d": 4.5, "exposing_case": 1, "convolve2d": 0, "Conv2D": 4, "kernel_gradient": 0},
    "s005": {
        "corr2d": 4.5,
        "corr2d_fixed": 1.8,
        "exposing_case": 2,
        "convolve2d": 2,
        "Conv2D": 4,
        "kernel_gradient": 1,
    },
    "s006": {"predicted_outputs": 2, "corr2d": 5, "corr2d_fixed": 2, "exposing_case": 2, "convolve2d": 2, "Conv2D": 4},
    "s009": {"predicted_outputs": 0, "corr2d": 0, "corr2d_fixed": 0, "exposing_case": 0, "convolve2d": 0, "Conv2D": 0},
}
MISTAKES = {
    ("s002", "corr2d_fixed"): "reads_output",
    ("s003", "corr2d"): "flipped_kernel",
    ("s003", "Conv2D"): "bias_never_added",
    ("s003", "kernel_gradient"): "twice",
    ("s004", "corr2d"): "no_size_check",
    ("s004", "convolve2d"): "flipped_rows_only",
    ("s005", "corr2d"): "without_gradient",
    ("s008", "corr2d"): "last_row_missing",
    ("s008", "corr2d_fixed"): "loops_over_kernel_size",
    ("s008", "Conv2D"): "not_registered",
}


def test_everybody_is_graded(graded_class):
    _, results = graded_class
    assert {result.student: result.status for result in results} == dict.fromkeys(CLASS, "graded")


@pytest.mark.parametrize("student", SCORES)
def test_scores(graded_class, student):
    grades = export(graded_class[0], ASSIGNMENT)[student]
    assert {name: grades[name]["score"] for name in SCORES[student]} == SCORES[student]
    waiting = {name for name, grade in grades.items() if grade["needs_manual_grade"]}
    assert waiting == (set() if student == "s009" else {"why_no_error"})


@pytest.mark.parametrize("student, task", MISTAKES)
def test_the_mistake_is_named(graded_class, student, task):
    evidence = read_evidence(graded_class[0], ASSIGNMENT, student)
    assert evidence["tasks"][task]["misconception"] == MISTAKES[student, task]


def test_a_name_that_is_nearly_right_is_pointed_out(graded_class):
    note = read_evidence(graded_class[0], ASSIGNMENT, "s002")["tasks"]["Conv2D"]["note"]
    assert note == "There is no `Conv2D`, but there is a `Conv2d`: names are fixed, capital letters included."


def test_a_cell_that_does_not_compile_is_said_so(graded_class):
    assert "SyntaxError" in read_evidence(graded_class[0], ASSIGNMENT, "s007")["tasks"]["corr2d_fixed"]["note"]


def test_every_graded_cell_holds_one_score_and_one_block(graded_class):
    wanted = {f"check-{name}" for name in SCORES["s001"]}
    for student in CLASS:
        seen = set()
        nb = nbformat.read(graded_class[0] / "autograded" / student / ASSIGNMENT / "cross-correlation.ipynb", 4)
        for cell in nb.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id", "").startswith("check-"):
                (output,) = cell.outputs
                seen.add(cell.metadata.nbgrader.grade_id)
                assert output.output_type == "execute_result"
                assert 0 <= float(output.data["text/plain"]) <= cell.metadata.nbgrader.points
                assert "points</b>" in output.data["text/html"]
        assert seen >= wanted, student


def test_evidence_says_what_a_grade_rests_on(graded_class):
    evidence = read_evidence(graded_class[0], ASSIGNMENT, "s001")
    for key in ("grader", "pack", "seed_fingerprint", "environment", "isolation", "submission", "graded_at"):
        assert evidence[key], key


def test_graded_notebooks_and_feedback_tell_nothing_hidden(graded_class):
    for folder in ("autograded", "feedback"):
        assert list((graded_class[0] / folder).rglob("cross-correlation.*"))
        assert find_secrets(graded_class[0] / folder, before_submission=False) == []


def test_feedback_page_shows_the_mistake_and_the_pictures(graded_class):
    (page,) = (graded_class[0] / "feedback" / "s003").rglob("*.html")
    text = page.read_text(encoding="utf-8")
    for seen in ("This is the true convolution", "corr2d: 2 of 5 points", "Read again:", "<td style=", "section 1.2"):
        assert seen in text, seen


def test_the_table_gives_every_lost_point_its_reason(graded_class):
    text = table(graded_class[0], ASSIGNMENT)
    assert "s003  corr2d  -3  [flipped_kernel] This is the true convolution" in text
    assert "s002  corr2d_fixed  -2  [reads_output]" in text


def test_a_second_run_grades_nobody_again(graded_class):
    root, _ = graded_class
    assert {result.status for result in grade_class(root, ASSIGNMENT)} == {"unchanged"}


def test_stock_nbgrader_goes_through_the_referee_by_configuration_alone(course):
    """`nbgrader autograde` on the command line, with nothing but this repository's nbgrader_config.py."""
    hand_in(course, ASSIGNMENT, "s001", example(ASSIGNMENT, "flipped"))
    (course / "nbgrader_config.py").write_text(
        f"c = get_config()\nload_subconfig({str(ROOT / 'nbgrader_config.py')!r})\n"
        f"c.CourseDirectory.root = {str(course)!r}\n"
    )
    run_step(open_course(course).generate_assignment, ASSIGNMENT)
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    assert export(course, ASSIGNMENT)["s001"]["corr2d"]["score"] == 2
