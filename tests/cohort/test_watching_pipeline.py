"""Does a submission come back as feedback through a real exchange, after any kill, telling no more than it may?"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta

import nbgrader.exchange.default.release_feedback as nbgraders_release
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from nbconvert.exporters import HTMLExporter

from grader.cli import main
from grader.cohort import grading
from grader.cohort.report.class_page import class_page
from grader.cohort.report.facts import class_facts
from grader.cohort.report.figures import class_report
from grader.cohort.report.words import in_words
from grader.cohort.watching import Settings, answering, disclosure, pages, releasing, taking, told, watch
from grader.cohort.watching import journal as states
from grader.cohort.watching import rounds as rounds_module
from grader.cohort.watching.journal import Journal
from grader.gradebook import writer
from grader.gradebook.pipelines import open_course, run_step
from grader.gradebook.reading import export
from grader.packs.reading import PackError
from grader.places import ROOT
from grader.sandbox.client import fork_server
from grader.submission import run as the_way
from tests.cohort.an_exchange import ASSIGNMENT, COURSE, fetched, in_hours, listed, make_course, set_due, submit
from tests.submissions.build import example, hand_in

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
HELD = ("predicted_outputs", "exposing_case", "kernel_gradient")  # value and test tasks of the assignment
WRITTEN = "answer-why_no_error"
KILLED = -signal.SIGKILL


def look(root, **settings):
    """Watch for one round, in this process; return how many were answered."""
    return watch(root, [], Settings(**{"settle": 0.0} | settings), once=True, say=lambda text: None)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    """A course with a release in its exchange, due in some hours, in which nobody has handed in."""
    return make_course(tmp_path_factory.mktemp("pristine") / "course", in_hours(5))


@pytest.fixture
def course(pristine, tmp_path):
    shutil.copytree(pristine, tmp_path / "course")
    return tmp_path / "course"


def total(page):
    """Return the score at the top of a page."""
    return re.search(r"cross-correlation \(Score: ([\d.]+) / ([\d.]+)\)", page).groups()


def wrong_values(notebook):
    """Let all values and tests be wrong, of the right form; what is code stays as it is."""
    other = example(ASSIGNMENT, "flipped")
    answers = {cell.metadata.nbgrader.grade_id: cell.source for cell in other.cells if "nbgrader" in cell.metadata}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in ("predicted_outputs", "kernel_gradient"):
            cell.source = answers[cell.metadata.nbgrader.grade_id]
    return notebook


# -- what a student sees


def test_before_the_due_date_nobody_sees_whether_a_value_is_right_and_afterwards_everybody_does(course):
    submit(course, "s001", example(ASSIGNMENT, "model"))
    submit(course, "s002", wrong_values(example(ASSIGNMENT, "model")))
    assert look(course, jobs=2) == 2
    scores = export(course, ASSIGNMENT)
    assert scores["s001"]["predicted_outputs"]["score"] > scores["s002"]["predicted_outputs"]["score"]
    (right,), (wrong,) = fetched(course, "s001"), fetched(course, "s002")
    assert total(right) == total(wrong) == ("13.0", "13.0")
    for page in (right, wrong):
        for task in HELD:
            assert f"{task}: the form is right" in page
            assert f'name="check-{task}"' not in page and not re.search(rf"{task}: [\d.]+ of", page)
        assert "corr2d: 5 of 5 points" in page and "attempt 1 of at most 3 in 24 hours" in page
        assert "A person still has to mark this answer" in page
    assert right.count("✓") == wrong.count("✓") and right.count("✗") == wrong.count("✗")
    for student in ("s001", "s002"):
        said = listed(course, student)
        assert "'has_exchange_feedback': True" in said and "score" not in said.lower()

    set_due(course, in_hours(0))
    assert look(course) == 2
    assert "'feedback_updated': True" in listed(course, "s001")
    (right,), (wrong,) = fetched(course, "s001"), fetched(course, "s002")
    assert total(right) == ("18.0", "18.0") and float(total(wrong)[0]) < 18
    assert "predicted_outputs: 2 of 2 points" in right and "predicted_outputs: 0 of 2 points" in wrong
    assert look(course) == 0, "and that is all"
    said = told.summary(course, ASSIGNMENT).said
    assert said == "2 attempts of 2 students answered on arrival; 2 students with all scores released"
    report = class_facts(course, ASSIGNMENT)
    assert said in class_page([report]) and said in in_words(class_report(course, ASSIGNMENT, report))


def test_what_is_beyond_the_allowance_is_kept_and_counts(course):
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    assert look(course, attempts=1) == 1
    submit(course, "s001", example(ASSIGNMENT, "model"))
    assert look(course, attempts=1) == 0
    assert len(fetched(course, "s001")) == 1
    assert (course / "submitted" / "s001" / f"{ASSIGNMENT}+kept" / "1" / "cross-correlation.ipynb").exists()
    set_due(course, in_hours(0))
    submit(course, "s001", example(ASSIGNMENT, "untouched"))  # late: a timely one counts
    assert look(course, attempts=1) == 1
    _, counted = fetched(course, "s001")
    assert total(counted) == ("18.0", "18.0")
    submit(course, "s001", example(ASSIGNMENT, "model"))
    assert look(course, attempts=1) == 0
    assert "it stays in the exchange" in told.in_words(told.log(course, [ASSIGNMENT]))


def test_a_mark_given_by_hand_stays_and_the_instructor_is_told(course):
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    look(course)
    with open_course(course).gradebook as gradebook:
        grade = gradebook.find_grade(WRITTEN, "cross-correlation", ASSIGNMENT, "s001")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 1.5, 0.5, False
        gradebook.find_comment(WRITTEN, "cross-correlation", ASSIGNMENT, "s001").manual_comment = "Say which leaf."
        gradebook.db.commit()
    submit(course, "s001", example(ASSIGNMENT, "model"))
    assert look(course, pause=timedelta()) == 1
    with open_course(course).gradebook as gradebook:
        grade = gradebook.find_grade(WRITTEN, "cross-correlation", ASSIGNMENT, "s001")
        assert (grade.manual_score, grade.extra_credit) == (1.5, 0.5)
    assert "Say which leaf." in fetched(course, "s001")[-1]
    assert "given by hand" in told.in_words(told.log(course, [ASSIGNMENT]))


def test_without_an_exchange_the_page_lies_in_feedback(tmp_path, monkeypatch):
    root = make_course(tmp_path / "course", in_hours(5), exchange=False)
    hand_in(root, ASSIGNMENT, "s001", example(ASSIGNMENT, "flipped"))
    assert look(root) == 1
    page = (root / "feedback" / "s001" / ASSIGNMENT / "cross-correlation.html").read_text(encoding="utf-8")
    assert "kernel_gradient: the form is right" in page
    assert "feedback is in feedback/" in told.in_words(told.log(root, []))

    # a page that would tell of more is not left lying about, whatever the reason
    with monkeypatch.context() as forgetful:
        forgetful.setattr(disclosure.OnlyWhatMayBeSaid, "preprocess", lambda self, nb, resources: (nb, resources))
        with pytest.raises(pages.NoPage, match="would tell of predicted_outputs, exposing_case, kernel_gradient"):
            pages.make_page(root, ASSIGNMENT, "s001", pages.Page(full=False))
    assert not pages.page_of(root, ASSIGNMENT, "s001").exists()

    # and it is the page that nbconvert makes, with its last pass over the whole of it
    pages_of = []
    for exporter in (pages.PageExporter, HTMLExporter):
        monkeypatch.setattr(pages, "PageExporter", exporter)
        pages.make_page(root, ASSIGNMENT, "s001", pages.Page(full=False))
        pages_of.append(pages.page_of(root, ASSIGNMENT, "s001").read_text(encoding="utf-8"))
    assert str(BeautifulSoup(pages_of[0], features="html.parser")) == pages_of[1]


def test_what_was_graded_before_anybody_watched_is_left_alone(course):
    hand_in(course, ASSIGNMENT, "s001", example(ASSIGNMENT, "flipped"))
    grading.grade_class(course, ASSIGNMENT)
    set_due(course, in_hours(-1))
    assert look(course) == 0
    assert not (course / "feedback").exists()


def test_one_round_that_cannot_grade_says_what_to_do_and_ends_with_an_error(course, monkeypatch):
    """For cron: cases of another version would otherwise be met by silence, with exit status 0."""
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    time.sleep(1.1)  # c.Watch.settle: what is younger may still be being copied

    def stale(assignment):
        raise PackError(f"its cases do not belong to the tasks; run: python -m grader references {assignment}")

    def once():
        return CliRunner().invoke(main, ["watch", "--once", "--course", str(course)])

    with monkeypatch.context() as upgraded:
        upgraded.setattr(rounds_module, "load_hidden", stale)
        refused = once()
    assert refused.exit_code == 2 and f"python -m grader references {ASSIGNMENT}" in refused.stderr
    assert "s001" not in refused.stdout + refused.stderr  # it is no fault of hers, and costs no attempt
    assert once().exit_code == 0 and len(fetched(course, "s001")) == 1


def test_one_round_in_which_somebody_cannot_be_answered_ends_with_an_error(course, monkeypatch):
    """A page that cannot be made is one student's; cron tells of it only where the exit status does."""
    for student in ("s001", "s002"):
        submit(course, student, example(ASSIGNMENT, "flipped"))
    time.sleep(1.1)  # c.Watch.settle
    make = answering.page_safely

    def broken(root, assignment, student, page):
        return "OSError: no space left" if student == "s001" else make(root, assignment, student, page)

    monkeypatch.setattr(answering, "page_safely", broken)
    result = CliRunner().invoke(main, ["watch", "--once", "--course", str(course), "--jobs", "1"])
    assert result.exit_code == 1, result.output
    assert f"1 not answered, see `watch --log`: s001, {ASSIGNMENT} (feedback)" in result.stderr
    assert "s002" not in result.stderr and len(fetched(course, "s002")) == 1


# -- killed


def dies(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)


def dies_at(state, after):
    def patch(monkeypatch):
        write = Journal.write

        def written(self, said, *arguments, **more):
            if said == state and not after:
                dies()
            write(self, said, *arguments, **more)
            if said == state:
                dies()

        monkeypatch.setattr(Journal, "write", written)

    return patch


def dies_in(module, name):
    return lambda monkeypatch: monkeypatch.setattr(module, name, dies)


@pytest.mark.parametrize(
    "when, patch",
    [
        pytest.param("collected, not yet in its place", dies_in(taking, "_is_here"), marks=pytest.mark.campaign),
        ("in its place, not yet noted", dies_in(taking, "put_in_place")),
        pytest.param("noted as looked at", dies_at(states.LOOKED, after=True), marks=pytest.mark.campaign),
        pytest.param("noted as taken", dies_at(states.TAKEN, after=True), marks=pytest.mark.campaign),
        ("begun", dies_at(states.GRADING, after=True)),
        pytest.param("while it is graded", dies_in(the_way, "run_submission"), marks=pytest.mark.campaign),
        ("while it is entered into the gradebook", dies_in(writer, "evidence_of")),
        pytest.param("graded, not yet noted", dies_at(states.GRADED, after=False), marks=pytest.mark.campaign),
        pytest.param("noted as graded", dies_at(states.GRADED, after=True), marks=pytest.mark.campaign),
        pytest.param(
            "while its page is made", dies_in(disclosure.OnlyWhatMayBeSaid, "preprocess"), marks=pytest.mark.campaign
        ),
        pytest.param("noted as a page", dies_at(states.PAGE, after=True), marks=pytest.mark.campaign),
        ("while it is released", dies_in(nbgraders_release.shutil, "move")),
        pytest.param("released, not yet noted", dies_at(states.RELEASED, after=False), marks=pytest.mark.campaign),
    ],
)
def test_killed_it_goes_on_where_it_was(course, when, patch):
    fork_server().wait_until_ready()
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as monkeypatch:
            patch(monkeypatch)
            look(course)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED, "it was not killed there"
    assert look(course) == 1, when
    assert look(course) == 0, when
    (page,) = fetched(course, "s001")
    assert total(page) == ("7.6", "13.0") and "attempt 1 of at most 3" in page
    assert len(list((course / "exchange" / COURSE / "feedback").iterdir())) == 1
    journal = Journal(course, ASSIGNMENT, "s001")
    assert len(journal.grading_began()) == 1, "it counts as one attempt"
    assert list((course / "private" / "staging").iterdir()) == []
    assert not (course / "submitted" / "s001" / f"{ASSIGNMENT}+kept").exists()
    assert sum(grade["score"] for grade in export(course, ASSIGNMENT)["s001"].values()) == pytest.approx(9.6)


def test_killed_while_a_newer_attempt_takes_the_place_of_another_both_are_there(course, monkeypatch):
    keep = taking.keep
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    look(course)
    submit(course, "s001", example(ASSIGNMENT, "model"))
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(taking, "keep", lambda *arguments: (keep(*arguments), dies()))
        look(course)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    assert not (course / "submitted" / "s001" / ASSIGNMENT).exists(), "the worst moment"
    assert look(course, pause=timedelta()) == 1
    assert [total(page)[0] for page in fetched(course, "s001")] == ["7.6", "13.0"]
    assert len(list((course / "submitted" / "s001" / f"{ASSIGNMENT}+kept").iterdir())) == 1


def test_killed_while_all_scores_are_released_it_goes_on(course):
    submit(course, "s001", example(ASSIGNMENT, "flipped"))
    look(course)
    set_due(course, in_hours(0))
    child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.setattr(releasing, "notebook_hash", dies)
            look(course)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    assert look(course) == 1
    (page,) = fetched(course, "s001")
    assert total(page) == ("9.6", "18.0")


# -- a process of its own


def test_it_answers_while_it_runs_and_stops_when_asked(course):
    command = [sys.executable, "-u", "-m", "grader", "watch", "--course", str(course), "--every", "0.3"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        for student in ("s001", "s002", "s003"):
            submit(course, student, example(ASSIGNMENT, "flipped"))
        until = time.monotonic() + 120
        while not all(fetched(course, student) for student in ("s001", "s002", "s003")):
            assert time.monotonic() < until and process.poll() is None
            time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "stopped; 3 answered" in said
    run_step(open_course(course).generate_feedback, ASSIGNMENT, "s001")  # and an instructor's own steps go on as ever
