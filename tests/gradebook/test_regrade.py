"""Does a change of cases or facets reach the grades, with who and why, and leave alone what people gave by hand?"""

import shutil

import pytest
from click.testing import CliRunner
from nbgrader.api import MissingEntry

from grader.authoring.build import build_pack, dump
from grader.cli import main
from grader.gradebook.entering import open_gradebook
from grader.gradebook.pipelines import open_course
from grader.gradebook.reading import export
from grader.packs.reading import borrowed, fingerprint
from grader.places import ROOT
from grader.tasks import COURSE
from tests.submissions.build import example, hand_in

pytestmark = pytest.mark.slow
ASSIGNMENT = "1-cross-correlation"
WRITTEN = ("answer-why_no_error", "cross-correlation", ASSIGNMENT)


def grade(root, *options):
    done = CliRunner().invoke(main, ["grade", ASSIGNMENT, "--course", str(root), "--jobs", "1", *options])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def regraded(tmp_path_factory):
    """Grade, mark by hand, let a refusal count for more and forget two cases, grade again: (before, after, printed)."""
    root = tmp_path_factory.mktemp("regrade")
    shutil.copytree(ROOT / "source", root / "source")
    for student, name in (("s001", "model"), ("s002", "d2l")):
        hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, name))
    grade(root)
    with open_course(root).gradebook as gradebook:
        gradebook.find_grade(*WRITTEN, "s002").manual_score = 1.5
        gradebook.find_grade("check-convolve2d", *WRITTEN[1:], "s002").extra_credit = 0.25
        gradebook.find_comment(*WRITTEN, "s002").manual_comment = "Which message did you meet?"
        gradebook.db.commit()
    before = export(root, ASSIGNMENT)
    unchanged = grade(root)
    with pytest.MonkeyPatch.context() as patch:
        _weigh_refusals_more(patch)
        printed = grade(root, "--force")
        again = grade(root, "--force")
    with open_course(root).gradebook as gradebook:
        by_hand = {
            "score": gradebook.find_grade(*WRITTEN, "s002").manual_score,
            "extra": gradebook.find_grade("check-convolve2d", *WRITTEN[1:], "s002").extra_credit,
            "comment": gradebook.find_comment(*WRITTEN, "s002").comment,
        }
    return before, export(root, ASSIGNMENT), (unchanged, printed, again), by_hand


def _weigh_refusals_more(patch):
    pack = build_pack(ASSIGNMENT, "0b", public=False)
    weights = {"unfitting": 0.30, "square": 0.10}
    for facet in pack["tasks"]["corr2d"]["facets"]:
        facet["weight"] = weights.get(facet["name"], facet["weight"])
    pack["fingerprint"] = fingerprint(dump(pack))
    patch.setitem(borrowed, ASSIGNMENT, pack)


def test_the_new_weight_reaches_whom_it_concerns(regraded):
    before, after, _, _ = regraded
    assert (before["s002"]["corr2d"]["score"], after["s002"]["corr2d"]["score"]) == (4.5, 3.5)
    assert before["s001"] == after["s001"]
    others = [name for name in before["s002"] if name not in ("corr2d", "why_no_error")]
    assert [before["s002"][name] for name in others] == [after["s002"][name] for name in others]


def test_who_changes_and_why_is_printed_once(regraded):
    unchanged, printed, again = regraded[2]
    assert "What changed:\ns002  corr2d: 4.5 -> 3.5 (the cases changed)\n" in printed
    assert "s001  " not in printed.split("What changed:")[1]
    assert "What changed:" not in unchanged
    assert "What changed:" not in again


def test_marks_and_comments_by_hand_stay(regraded):
    before, after, _, by_hand = regraded
    assert by_hand == {"score": 1.5, "extra": 0.25, "comment": "Which message did you meet?"}
    assert before["s002"]["why_no_error"]["score"] == after["s002"]["why_no_error"]["score"] == 1.5


def test_what_is_fetched_at_once_is_what_nbgrader_finds_one_by_one(graded_class):
    root, _ = graded_class
    with open_course(root).gradebook as gradebook:
        notebook = gradebook.find_notebook(*WRITTEN[1:])
        cells = {
            "find_source_cell": [cell.name for cell in notebook.source_cells],
            "find_graded_cell": [cell.name for cell in notebook.grade_cells],
            "find_grade": [cell.name for cell in notebook.grade_cells],
            "find_comment": [cell.name for cell in notebook.solution_cells],
        }
        assert all(len(names) > 5 for names in cells.values())
        one_by_one = _found(gradebook, cells, "s001")
        with open_gradebook(open_course(root), COURSE.assignment(ASSIGNMENT)) as fetching:
            fetching.begin("s001", None)
            assert _found(fetching, cells, "s001") == one_by_one
            for find, *where in (("find_source_cell",), ("find_grade", "s001"), ("find_comment", "s001")):
                with pytest.raises(MissingEntry):
                    getattr(fetching, find)("no such cell", *WRITTEN[1:], *where)
            fetching.forget()


def _found(gradebook, cells, whose):
    """Return the ids of all that is found by these names."""
    found = {}
    for find, names in cells.items():
        for student in [(whose,)] if find in ("find_grade", "find_comment") else [()]:
            for name in names:
                found[find, name, student] = getattr(gradebook, find)(name, *WRITTEN[1:], *student).id
    return found


def test_a_failure_on_the_way_leaves_the_grades_that_were_there(tmp_path, monkeypatch):
    """All of a notebook's grades are written, or none."""
    shutil.copytree(ROOT / "source", tmp_path / "source")
    hand_in(tmp_path, ASSIGNMENT, "s002", example(ASSIGNMENT, "d2l"))
    grade(tmp_path)
    before = export(tmp_path, ASSIGNMENT)
    _weigh_refusals_more(monkeypatch)
    with monkeypatch.context() as patch:

        def fail(*_):
            raise RuntimeError("the disk is full")

        patch.setattr("grader.gradebook.entering.EnterRun.write_single_notebook", fail)  # comes after the grades
        done = CliRunner().invoke(main, ["grade", ASSIGNMENT, "--course", str(tmp_path), "--jobs", "1", "--force"])
    assert done.exit_code == 2 and "the disk is full" in done.output
    assert export(tmp_path, ASSIGNMENT) == before
    grade(tmp_path)  # not --force: it knows that the last run did not get through
    assert export(tmp_path, ASSIGNMENT)["s002"]["corr2d"]["score"] == 3.5
