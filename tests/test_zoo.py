"""Is every odd submission graded for what is there, the instructor told, and nobody else touched by it?"""

import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.reading import export
from tests.submissions.zoo import ASSIGNMENT, FULL, ZOO, hand_in_specimen

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
LIMITS = {"timeout": 5, "case_seconds": 1.0, "task_seconds": 3.0, "total_seconds": 120}


@pytest.fixture(scope="module")
def zoo(tmp_path_factory):
    """The whole zoo graded as one class: (scores by name, results by name)."""
    import shutil

    from grader.places import ROOT

    root = tmp_path_factory.mktemp("zoo")
    shutil.copytree(ROOT / "source", root / "source")
    for name in ZOO:
        hand_in_specimen(root, name, name)
    results = {result.student: result for result in grade_class(root, ASSIGNMENT, jobs=2, **LIMITS)}
    scores = export(root, ASSIGNMENT)
    for name in ZOO:
        total = sum(grade["score"] for grade in scores.get(name, {}).values())
        print(f"{name:<42} {total:>5g}  {results[name].status:<7} {'; '.join(results[name].oddities)}")
    return scores, results


@pytest.mark.parametrize("name", ZOO)
def test_it_is_graded_for_what_is_there(zoo, name):
    scores, results = zoo
    assert (results[name].status, results[name].error) == ("graded", "")
    assert sum(grade["score"] for grade in scores[name].values()) == ZOO[name].score, scores[name]
    assert sum(grade["max_score"] for grade in scores[name].values()) == FULL + 2


@pytest.mark.parametrize("name", ZOO)
def test_the_instructor_is_told(zoo, name):
    oddities = "\n".join(zoo[1][name].oddities)
    assert [words for words in ZOO[name].told if words not in oddities] == [], oddities
    if not ZOO[name].told:
        assert oddities == ""


def test_what_is_lost_is_the_task_of_the_accident_and_no_other(zoo):
    lost = {
        name: {task for task, grade in zoo[0][name].items() if grade["score"] == 0} - {"why_no_error"}
        for name in ZOO
        if 0 < ZOO[name].score < FULL
    }
    assert lost == {
        "deleted_cells": {"convolve2d"},
        "dies_in_the_third_task": {"corr2d_fixed"},
        "dies_when_the_third_task_is_called": {"corr2d_fixed"},
        "endless_loop_in_the_second_task": {"corr2d"},
        "uninterruptible_in_the_fourth_task": {"exposing_case"},
        "endless_loop_when_the_fourth_task_is_called": {"exposing_case"},
    }
