"""Is every odd submission graded for what is there, the instructor told, and nobody else touched by it?"""

import nbformat
import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.reading import export
from grader.submission.evidence import read_evidence
from tests.submissions.zoo import ANSWER, ASSIGNMENT, FULL, PIXEL, ZOO, hand_in_specimen

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
LIMITS = {"timeout": 5, "case_seconds": 1.0, "task_seconds": 3.0, "total_seconds": 120}


@pytest.fixture(scope="module")
def zoo(tmp_path_factory):
    """The whole zoo graded as one class: (scores by name, results by name, folder)."""
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
    return scores, results, root


@pytest.mark.parametrize("name", ZOO)
def test_it_is_graded_for_what_is_there(zoo, name):
    scores, results, _ = zoo
    assert (results[name].status, results[name].error) == ("graded", "")
    if ZOO[name].costs is not None:
        assert sum(grade["score"] for grade in scores[name].values()) == ZOO[name].score, scores[name]
    assert sum(grade["max_score"] for grade in scores[name].values()) == FULL + 2


@pytest.mark.parametrize("name", ZOO)
def test_the_instructor_is_told(zoo, name):
    oddities = "\n".join(zoo[1][name].oddities)
    assert [words for words in ZOO[name].told if words not in oddities] == [], oddities
    if not ZOO[name].told:
        assert oddities == ""


@pytest.mark.parametrize("name", [name for name in ZOO if ZOO[name].prose is not None])
def test_a_person_marks_prose_and_sees_it(zoo, name):
    """Where there is any doubt; and where there is none nobody has to look at an untouched answer."""
    scores, _, root = zoo
    assert scores[name]["why_no_error"]["needs_manual_grade"] == ZOO[name].prose
    graded = nbformat.read(root / "autograded" / name / ASSIGNMENT / "cross-correlation.ipynb", 4)
    (answer,) = [cell for cell in graded.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == ANSWER]
    assert ZOO[name].sees in answer.source
    if "attachment:" in answer.source:
        assert list(answer.attachments.values()) == [{"image/png": PIXEL}]


@pytest.mark.parametrize("name", [name for name in ZOO if 0 < (ZOO[name].score or 0) < FULL])
def test_what_is_lost_is_the_task_of_the_accident_and_no_other(zoo, name):
    lost = {task for task, grade in zoo[0][name].items() if grade["score"] == 0} - {"why_no_error"}
    assert lost == set(ZOO[name].costs)


@pytest.mark.parametrize(
    "name, task, note",
    [
        ("module_missing_in_the_setup_cell", "predicted_outputs", ""),
        ("module_missing_in_one_task", "corr2d", "The module `d2l` is not installed where notebooks are graded"),
        ("module_missing_when_called", "corr2d", "`corr2d` imports the module `d2l`, which is not installed"),
    ],
)
def test_a_module_that_is_missing_is_named_to_the_student(zoo, name, task, note):
    record = read_evidence(zoo[2], ASSIGNMENT, name)["tasks"][task]
    assert record["note"].startswith(note) and bool(record["note"]) == bool(note), record["note"]
