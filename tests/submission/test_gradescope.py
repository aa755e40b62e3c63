"""Has `results.json` the form that Gradescope documents, and does it tell nobody too early what is right?"""

import json

import pytest

from grader.submission.gradescope import failed, results
from grader.submission.one_file import GradedFile
from grader.verdict.grade import FacetResult, TaskGrade

# "Autograder Specifications", section "Output format": {key: type} of the whole and of one test
WHOLE = {
    "score": float, "execution_time": float, "output": str, "output_format": str, "test_output_format": str,
    "test_name_format": str, "visibility": str, "stdout_visibility": str, "extra_data": dict, "tests": list,
    "leaderboard": list,
}  # fmt: skip
TEST = {
    "score": float, "max_score": float, "status": str, "name": str, "name_format": str, "number": str, "output": str,
    "output_format": str, "tags": list, "visibility": str, "extra_data": dict,
}  # fmt: skip
VISIBILITY = {"hidden", "after_due_date", "after_published", "visible"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}


def facet(name, passed, message=""):
    return FacetResult(name, f"what {name} is about", 0.5, passed, message)


def graded(*grades, oddities=(), kinds=None, to_mark=None):
    kinds = kinds or {grade.task: "code" for grade in grades}
    how = "not confined: seccomp + rlimits (the kernel has no Landlock)"
    return GradedFile("1-cross-correlation", [*grades], [*oddities], how, "the course's", "abc", kinds, to_mark or {})


HALF = TaskGrade(
    "corr2d", 2.5, 5, "1.2", [facet("square", True), facet("views", False, "2 of 5 cases are wrong")], hints=["A hint."]
)
FULL = TaskGrade("predicted", 2.0, 2, "1.1", [facet("counting", True)])
KINDS = {"predicted": "value", "corr2d": "code", "why": "text"}
FLOATS = [TaskGrade(f"t{n}", 0.1, 1, "1", [facet("a", False)]) for n in range(3)]


def assert_documented(value, keys):
    for key, content in value.items():
        assert isinstance(content, (int, float) if keys[key] is float else keys[key]), key
    assert value.get("visibility", "visible") in VISIBILITY and value["output_format"] in FORMATS


@pytest.mark.parametrize(
    "case, told",
    [
        ("half", results(graded(HALF))),
        ("all kinds", results(graded(FULL, HALF, kinds=KINDS, to_mark={"why": 2}))),
        ("no task", results(graded())),
        ("not graded", failed("why")),
    ],
)
def test_the_form_is_the_documented_one(case, told):
    told = json.loads(json.dumps(told))
    assert_documented(told, WHOLE)
    for test in told["tests"]:
        assert_documented(test, TEST)
    assert told["stdout_visibility"] == "hidden", case


def test_one_test_for_each_task_says_what_grade_would_say():
    (test,) = results(graded(HALF))["tests"]
    assert test == {
        "name": "corr2d",
        "score": 2.5,
        "max_score": 5,
        "status": "failed",
        "output": "passed   what square is about\nnot yet  what views is about (2 of 5 cases are wrong)\n"
        "A hint.\nRead again: section 1.2",
        "output_format": "text",
        "visibility": "visible",
    }


def test_a_written_answer_is_in_no_sum():
    told = results(graded(HALF, kinds={"corr2d": "code", "why": "text"}, to_mark={"why": 2}))
    written = told["tests"][1]
    assert told["score"] == 2.5 and not {"score", "max_score", "status"} & set(written)
    assert written["output"] == "A person marks this answer: 2 points, which are not in the score above."
    assert written["visibility"] == "visible"


def test_nothing_that_is_shown_at_once_says_whether_a_prediction_is_right():
    """Nor does the sum, which Gradescope hides while a test is hidden."""
    told = results(
        graded(FULL, HALF, kinds={"predicted": "value", "corr2d": "code"}, oddities=["the file had been renamed"])
    )
    shown = {test["name"]: test["visibility"] for test in told["tests"]}
    assert shown == {"predicted": "after_due_date", "corr2d": "visible"}
    assert told["output"] == (
        "the file had been renamed\n"
        "What is shown after the due date is graded already: predictions, values and test inputs."
    )


def test_sums_of_tenths_have_no_tail():
    assert results(graded(*FLOATS))["score"] == 0.3


def test_every_grade_says_how_it_was_held_and_on_what():
    extra = results(graded(HALF))["extra_data"]
    assert extra["isolation"].startswith("not confined: seccomp") and extra["pack"] == "abc"
    assert extra["tasks"][0]["facets"][1]["message"] == "2 of 5 cases are wrong"


def test_what_could_not_be_graded_has_no_score():
    told = failed("the pack is damaged")
    assert "score" not in told and told["tests"] == []
    assert (
        told["output"].endswith("tell your instructor:\nthe pack is damaged") and "no fault of yours" in told["output"]
    )
