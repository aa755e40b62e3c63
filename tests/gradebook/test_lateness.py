"""Does one rule say which attempt counts and what lateness costs, and does a grade follow what it rests on?"""

import csv
import json
import os
import re
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.plugins import CsvExportPlugin

from grader.gradebook.lateness import PerDay
from grader.gradebook.pipelines import ensure_assignment, open_course
from grader.places import ROOT
from grader.submission.attempts import Attempt, Deadlines, counting, put_in_place
from tests.gradebook.test_regrade import grade
from tests.submissions.build import example, hand_in, released

ASSIGNMENT = "1-cross-correlation"
DUE = datetime(2026, 11, 27, 12)
IN_TIME, LATE, LATER = (DUE + timedelta(hours=hours) for hours in (-1, 2, 30))


@pytest.mark.parametrize(
    "case, attempts, counts",
    [
        ("one in time", [(IN_TIME, None)], 0),
        ("a second one in time", [(IN_TIME - timedelta(days=1), None), (IN_TIME, None)], 1),
        ("a late one after one in time", [(IN_TIME, None), (LATE, None)], 0),
        ("only late ones", [(LATE, None), (LATER, None)], 1),
        ("a platform says late", [(None, False), (None, True)], 0),
        ("a platform says late of both", [(None, True), (None, True)], 1),
        ("the time speaks against the platform", [(None, False), (IN_TIME, True)], 1),
        ("nothing is known", [(None, None), (None, None)], 1),
        ("on the second", [(DUE, None), (DUE + timedelta(seconds=1), None)], 0),
    ],
)
def test_which_attempt_counts(case, attempts, counts):
    listed = [Attempt(Path(str(n)), n, time, late) for n, (time, late) in enumerate(attempts)]
    assert counting(listed, DUE).number == counts, case


def test_without_a_due_date_the_last_counts():
    listed = [Attempt(Path("0"), 0, IN_TIME), Attempt(Path("1"), 1, LATER)]
    assert counting(listed, None).number == 1


def test_an_extension_moves_the_students_own_deadline_only():
    own = Deadlines(DUE, {"s002": timedelta(days=2)})
    assert (own.of("s001"), own.of("s002")) == (DUE, DUE + timedelta(days=2))


def test_the_attempt_that_counts_lies_where_it_is_graded(tmp_path):
    """An extension set afterwards brings the later one back."""
    place = tmp_path / "submitted" / "s001" / ASSIGNMENT
    for folder, time in ((place, LATE), (place.with_name(ASSIGNMENT + "+kept") / "1", IN_TIME)):
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(f"{time} UTC")
    said = put_in_place(tmp_path, ASSIGNMENT, "s001", DUE)
    assert "one of 2 attempts counts (2026-11-27 11:00 UTC); 1 kept, 1 of them late" in said
    assert (place / "timestamp.txt").read_text() == f"{IN_TIME} UTC"
    put_in_place(tmp_path, ASSIGNMENT, "s001", DUE + timedelta(days=1))
    assert (place / "timestamp.txt").read_text() == f"{LATE} UTC"
    put_in_place(tmp_path, ASSIGNMENT, "s001", DUE)
    assert (place / "timestamp.txt").read_text() == f"{IN_TIME} UTC"
    assert len(list(place.parent.glob("*+kept/*"))) == 1


@pytest.mark.parametrize("hours, points", [(0.4, 0.0), (1, 2.0), (24, 2.0), (25, 4.0), (24 * 40, 10.0)])
def test_so_much_for_each_day_that_has_begun(hours, points):
    rule = PerDay(percent=10, grace_minutes=30, most_percent=50)
    assert rule.late_submission_penalty("s001", 20.0, hours * 3600) == pytest.approx(points, abs=1e-12)


# -- a class, graded again and again while something changes ----------------------------------------------------------

STEPS = ("no rule", "rule", "again", "extension", "later due date", "mark", "late again", "late again, forced")


def _hand_in(root, student, name, time):
    nb = released(ASSIGNMENT) if name == "blank" else example(ASSIGNMENT, name)
    folder = hand_in(root, ASSIGNMENT, student, nb)
    (folder / "timestamp.txt").write_text(f"{time} UTC")


def _set_rule(root, text):
    (root / "nbgrader_config.py").write_text(f"c = get_config()\n{text}\n")


def _exported(root):
    """Return {student: score} as `nbgrader export` writes it."""
    with open_course(root).gradebook as gradebook:
        CsvExportPlugin(to=str(root / "grades.csv")).export(gradebook)
    with (root / "grades.csv").open() as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """A term in eight steps: {step: (what `grade` printed, the exported scores)}, and the course folder."""
    root = tmp_path_factory.mktemp("term")
    shutil.copytree(ROOT / "source", root / "source")
    ensure_assignment(root, ASSIGNMENT)
    with open_course(root).gradebook as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=DUE)
    _hand_in(root, "s001", "model", IN_TIME)
    _hand_in(root, "s002", "model", LATE)
    _hand_in(root, "s003", "model", LATER)
    steps = {}

    def step(name, *options):
        steps[name] = (grade(root, *options), _exported(root))

    step("no rule")
    _set_rule(root, "c.AssignLatePenalties.plugin_class = 'grader.gradebook.lateness.PerDay'")
    step("rule")
    step("again")
    with open_course(root).gradebook as gradebook:
        gradebook.grant_extension(ASSIGNMENT, "s002", days=1)
    step("extension")
    with open_course(root).gradebook as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=DUE + timedelta(days=1))
    step("later due date")
    with open_course(root).gradebook as gradebook:
        where = ("answer-why_no_error", "cross-correlation", ASSIGNMENT)
        for student in ("s001", "s003"):
            gradebook.find_grade(*where, student).manual_score = 2.0
        gradebook.db.commit()
    step("mark")
    _hand_in(root, "s001", "flipped", LATER)  # late: the one in time stays
    _hand_in(root, "s002", "flipped", LATE + timedelta(hours=1))  # in time, by the extension
    _hand_in(root, "s003", "flipped", LATER + timedelta(days=1))  # late, as before
    step("late again")
    step("late again, forced", "--force")
    return steps, root


@pytest.mark.slow
@pytest.mark.parametrize(
    "name, scores",
    [
        ("no rule", [18, 18, 18]),
        ("rule", [18, 16.2, 14.4]),
        ("again", [18, 16.2, 14.4]),
        ("extension", [18, 18, 14.4]),
        ("later due date", [18, 18, 16.2]),
        ("mark", [20, 18, 18]),
    ],
)
def test_the_penalty_follows_what_it_depends_on(term, name, scores):
    """Without --force: the rule, an extension, the due date and a mark given by hand are part of the grade."""
    assert list(term[0][name][1].values()) == pytest.approx(scores)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name, said",
    [
        ("no rule", "s002  late by 2 h: no penalty is configured, or it is 0"),
        ("rule", "s002  late penalty: 0 -> 1.8 (the penalty rule changed)"),
        ("rule", "s003  late by 1 d 6 h: -3.6"),
        ("extension", "s002  late penalty: 1.8 -> 0 (the extension changed)"),
        ("later due date", "s003  late penalty: 3.6 -> 1.8 (the due date changed)"),
        ("mark", "s003  late penalty: 1.8 -> 2 (the score changed)"),
        ("late again", "s001  a late submission (2026-11-28 18:00 UTC) lies in its place; the grade of the one of "),
        ("late again", "s002  the submission of 2026-11-27 15:00 UTC takes the place of the one graded before: 18 -> "),
        ("late again", "s003  why_no_error: 2 points given by hand, for the submission before: kept, look again"),
    ],
)
def test_grade_says_what_lateness_costs_and_what_changed(term, name, said):
    assert said in term[0][name][0]


@pytest.mark.slow
def test_nothing_is_said_where_nothing_changed(term):
    assert "What changed:" not in term[0]["again"][0]


@pytest.mark.slow
@pytest.mark.parametrize("name", STEPS)
def test_the_table_and_the_export_agree(term, name):
    printed, exported = term[0][name]
    table = printed.split("\n\n")[0].splitlines()
    assert {line.split()[0]: float(line.split()[-1]) for line in table if line.startswith("s0")} == pytest.approx(
        exported, abs=0.005
    )


@pytest.mark.slow
def test_a_late_attempt_replaces_no_timely_grade_without_a_word(term):
    steps, root = term
    assert steps["mark"][1]["s001"] == steps["late again"][1]["s001"] == 20
    assert json.loads((root / "private" / "evidence" / ASSIGNMENT / "s001.json").read_text())["lateness"]["due"]


@pytest.mark.slow
def test_the_recipe_of_the_docs_works(tmp_path):
    """Its commands and its settings, as they stand on the page, one after the other."""
    page = (ROOT / "docs" / "instructors.md").read_text().split("## Due dates and lateness")[1].split("\n## ")[0]
    commands, settings = re.findall(r"```(?:python)?\n(.*?)```", page, flags=re.DOTALL)
    shutil.copytree(ROOT / "source", tmp_path / "source")
    (tmp_path / "nbgrader_config.py").write_text(
        f"c = get_config()\nload_subconfig({str(ROOT / 'nbgrader_config.py')!r})\n"
        f"c.CourseDirectory.root = {str(tmp_path)!r}\n{settings}"
        "c.CourseDirectory.student_id_exclude = 's004,s005'\n"
    )
    ensure_assignment(tmp_path, ASSIGNMENT)
    due = datetime(2026, 12, 4, 22, 59)
    for number, late in enumerate(
        (timedelta(minutes=14), timedelta(hours=40), timedelta(hours=40), timedelta()), start=1
    ):
        _hand_in(tmp_path, f"s00{number}", "model", due + late)
    with open_course(tmp_path).gradebook as gradebook:
        gradebook.add_student("s002")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for command in commands.splitlines():
        subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, check=True, timeout=200)
    printed = grade(tmp_path)
    assert _exported(tmp_path) == pytest.approx({"s001": 18, "s002": 18, "s003": 14.4})
    assert "s003  late by 1 d 16 h: -3.6" in printed and "s004" not in printed
