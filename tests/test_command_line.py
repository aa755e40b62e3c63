"""Does the command line say what is wrong, in one line, with the right exit status?"""

import json
import subprocess
import sys

import pytest

from grader.places import ROOT
from tests.submissions.build import example, hand_in

LOOP = """
import torch

def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
"""


def grader(*arguments):
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)


@pytest.mark.parametrize(
    "command", ["references", "tasks", "try", "mutants", "grade", "report", "similar", "forget", "notebook"]
)
def test_every_command_has_help(command):
    done = grader(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: python -m grader {command}")


def test_tasks_as_json():
    tasks = json.loads(grader("tasks", "--json").stdout)
    corr2d = next(task for task in tasks if task["name"] == "corr2d")
    assert (corr2d["assignment"], corr2d["kind"], corr2d["points"]) == ("1-cross-correlation", "code", 5)


@pytest.mark.parametrize(
    "name, content, arguments, message",
    [
        ("no such file", None, ["corr2d"], "there is no such file"),
        ("no such task", LOOP, ["corr3d"], "there is no task 'corr3d'; the tasks are predicted_outputs, corr2d"),
        ("an empty file", " \n", ["corr2d"], "the file is empty"),
        ("a written answer", LOOP, ["why_no_error"], "a person marks it"),
    ],
)
def test_nothing_to_grade_is_one_line_and_exit_2(tmp_path, name, content, arguments, message):
    file = tmp_path / "answer.py"
    if content is not None:
        file.write_text(content)
    done = grader("try", *arguments, file)
    assert (done.returncode, done.stdout) == (2, ""), name
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_notebook_that_is_not_json_is_nothing_to_grade(tmp_path):
    (tmp_path / "a.ipynb").write_text("{not json")
    done = grader("try", "corr2d", tmp_path / "a.ipynb")
    assert done.returncode == 2
    assert "a.ipynb is not JSON" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "name, content, score, misconception",
    [
        ("the loop", LOOP, 5, None),
        ("flipped", LOOP.replace("* K)", "* K.flip(0, 1))"), 2, "flipped_kernel"),
        ("the seed's In [19]", LOOP.replace("(X[i :", "(Y[i :"), 0, "reads_output"),
        ("a syntax error", LOOP.replace("return Y", "return Y)"), 0, None),
        (
            "unfold",
            LOOP.split("    h, w")[0] + "    return torch.einsum('ijab,ab->ij', X.unfold(0, K.shape[0], 1)"
            ".unfold(1, K.shape[1], 1).to(torch.result_type(X, K)), K.to(torch.result_type(X, K)))",
            5,
            None,
        ),
        (
            "FFT",
            LOOP.split("    h, w")[0] + "    n = X.shape\n    F = torch.fft\n"
            "    Y = F.irfft2(F.rfft2(X.double(), s=n) * F.rfft2(K.double(), s=n).conj(), s=n)\n"
            "    return Y[: n[0] - K.shape[0] + 1, : n[1] - K.shape[1] + 1]",
            5,
            None,
        ),
    ],
)
def test_try(tmp_path, name, content, score, misconception):
    (tmp_path / "answer.py").write_text(content)
    done = grader("try", "corr2d", tmp_path / "answer.py", "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert set(result) == {
        *("task", "file", "score", "max_score", "facets", "misconception", "hints", "note", "isolation")
    }
    assert (result["score"], result["max_score"], result["misconception"]) == (score, 5, misconception), name
    assert all(set(facet) == {"name", "passed", "message"} for facet in result["facets"])


def test_grade_without_submissions_says_where_it_looked(tmp_path):
    done = grader("grade", "1-cross-correlation", "--course", tmp_path)
    assert done.returncode == 2
    assert "submitted: no submission for 1-cross-correlation" in done.stderr


def test_grade_of_an_unknown_assignment_lists_those_there_are(tmp_path):
    done = grader("grade", "7-attention", "--course", tmp_path)
    assert done.returncode == 2
    assert "there is no assignment '7-attention'; there are 1-cross-correlation" in done.stderr


@pytest.mark.slow
def test_bad_submissions_are_listed_and_cost_nobody_else_a_grade(course):
    """Not JSON, empty, no notebook, a renamed one, a cell that does not compile: and one honest student among them."""
    assignment = "1-cross-correlation"
    hand_in(course, assignment, "s001", example(assignment, "model"))
    for student, text in (("s002", "{not json"), ("s003", "")):
        hand_in(course, assignment, student, example(assignment, "model"))
        (course / "submitted" / student / assignment / "cross-correlation.ipynb").write_text(text)
    (course / "submitted" / "s004" / assignment).mkdir(parents=True)
    folder = hand_in(course, assignment, "s005", example(assignment, "model"))
    (folder / "cross-correlation.ipynb").rename(folder / "Homework (1).ipynb")
    done = grader("grade", assignment, "--course", course, "--json")
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    totals = {s: sum(g["score"] for g in grades.values()) for s, grades in printed["gradebook"].items()}
    assert totals == {"s001": 18, "s002": 0, "s003": 0, "s004": 0, "s005": 18}
    odd = {result["student"]: " ".join(result["oddities"]) for result in printed["results"]}
    for student, seen in (("s002", "not JSON"), ("s003", "empty"), ("s004", "no notebook"), ("s005", "renamed")):
        assert seen in odd[student]
    assert odd["s001"] == ""
