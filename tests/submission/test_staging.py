"""Is what was handed in found, read and mended as the zoo says, before anything runs?"""

import pytest

from grader.submission.mending import normalize
from grader.submission.pattern import released
from grader.submission.staging import stage
from grader.tasks import COURSE
from tests.submissions.zoo import ANSWER, ASSIGNMENT, FULL, PIXEL, ZOO, hand_in_specimen

ONLY_A_RUN_SHOWS = ("dies_", "endless_", "uninterruptible_", "module_missing_")
STAGED = [name for name in ZOO if not name.startswith((*ONLY_A_RUN_SHOWS, "fifty_megabytes"))]


@pytest.mark.parametrize("name", STAGED)
def test_it_is_mended_and_said(name, tmp_path):
    hand_in_specimen(tmp_path, name, name)
    staged = stage(tmp_path, COURSE.assignment(ASSIGNMENT), name, tmp_path / "staged")
    oddities = [*staged.oddities, *normalize(staged.notebook, released(ASSIGNMENT), staged.beside)]
    said = "\n".join(oddities)
    assert [words for words in ZOO[name].told if words not in said] == [], said
    assert bool(said) == bool(ZOO[name].told)
    (answer,) = [c for c in staged.notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == ANSWER]
    assert ZOO[name].sees in answer.source
    if "attachment:" in answer.source:
        assert list(answer.get("attachments", {}).values()) == [{"image/png": PIXEL}]
    if ZOO[name].prose is not None:
        assert (answer.source != "YOUR ANSWER HERE") == ZOO[name].prose


def test_a_graded_cell_is_there_once_whatever_was_handed_in(tmp_path):
    pattern = {
        c.metadata.nbgrader.grade_id for c in released(ASSIGNMENT).cells if c.metadata.get("nbgrader", {}).get("grade")
    }
    for name in STAGED:
        hand_in_specimen(tmp_path, name, name)
        staged = stage(tmp_path, COURSE.assignment(ASSIGNMENT), name, tmp_path / "staged" / name)
        normalize(staged.notebook, released(ASSIGNMENT), staged.beside)
        found = [
            c.metadata.nbgrader.grade_id for c in staged.notebook.cells if c.metadata.get("nbgrader", {}).get("grade")
        ]
        assert sorted(found) == sorted(pattern), name


def test_the_zoo_is_honest_about_itself():
    """Each specimen that loses points says so to the instructor."""
    assert [
        name for name in STAGED if ZOO[name].score is not None and ZOO[name].score < FULL and not ZOO[name].told
    ] == []
