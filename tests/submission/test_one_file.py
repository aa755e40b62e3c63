"""Is a notebook graded without a course folder as `grade` would grade it, on the course's cases or on fresh ones?"""

import json
import subprocess
import sys

import nbformat
import pytest

from grader.places import ROOT
from tests.submissions.build import example
from tests.submissions.editors import without_metadata_and_ids

ASSIGNMENT = "1-cross-correlation"


def notebook(*arguments):
    command = [sys.executable, "-m", "grader", "notebook", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)


def written(folder, name="flipped", file="my homework.ipynb"):
    nbformat.write(example(ASSIGNMENT, name), folder / file)
    return folder / file


@pytest.mark.slow
def test_it_is_graded_as_in_a_class_on_the_courses_cases(graded_class, tmp_path):
    """`s003` of the demonstration's class handed in the flipped kernel: the same scores and sentences, file by file."""
    root, _ = graded_class
    evidence = json.loads((root / "private" / "evidence" / ASSIGNMENT / "s003.json").read_text())
    target = tmp_path / "out.json"
    done = notebook(written(tmp_path), "--private", ROOT / "private", "--json", target)
    assert done.returncode == 0, done.stderr
    told = json.loads(target.read_text())
    assert {task["task"]: task["score"] for task in told["tasks"]} == {
        name: task["score"] for name, task in evidence["tasks"].items()
    }
    assert {t["task"]: t["misconception"] for t in told["tasks"]}["corr2d"] == "flipped_kernel"
    assert (told["assignment"], told["to_mark_by_hand"], told["cases"]) == (
        ASSIGNMENT,
        ["why_no_error"],
        "the course's",
    )
    assert "renamed" in " ".join(told["oddities"]) or "was graded as" in " ".join(told["oddities"])
    assert "This is the true convolution" in done.stdout and f"{told['score']:g} of" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my homework.ipynb", "out.json"]


@pytest.mark.slow
def test_without_the_courses_folder_the_cases_are_fresh_and_it_says_so(tmp_path):
    """Nothing but texts is left of it: the assignment is known by the lines that check."""
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(without_metadata_and_ids(example(ASSIGNMENT, "model"))))
    done = notebook(path, "--json", tmp_path / "out.json")
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "out.json").read_text())
    assert told["score"] == told["max_score"] == 18
    assert "fresh ones, drawn for this run" in done.stdout and told["cases"].startswith("The cases are fresh")


@pytest.mark.parametrize(
    "case, text, arguments, says",
    [
        ("no such file", None, [], "there is no such file"),
        ("not JSON", "{not json", [], "no notebook that can be read"),
        ("another course's", json.dumps(nbformat.v4.new_notebook()), [], "none of its cells is a graded one of"),
        ("no packs", "model", ["--private", "/no/such"], "/no/such/packs/1-cross-correlation.json: No such file"),
    ],
)
def test_nothing_to_grade_is_one_line_and_exit_2(tmp_path, case, text, arguments, says):
    path = tmp_path / "n.ipynb"
    if text == "model":
        nbformat.write(example(ASSIGNMENT, "model"), path)
    elif text is not None:
        path.write_text(text)
    done = notebook(path, *arguments)
    assert (done.returncode, done.stdout) == (2, ""), case
    assert says in done.stderr and len(done.stderr.strip().splitlines()) == 1, done.stderr
