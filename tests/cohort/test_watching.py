"""Is a submission answered while it is warm, within the allowance, and is nothing said before its time?"""

import os
from datetime import datetime, timedelta

import nbformat
import pytest
from click.testing import CliRunner

from course.checking.measure import describe
from grader.cli import main
from grader.cohort.watching import Settings, told, watch
from grader.cohort.watching import journal as states
from grader.cohort.watching import rounds as rounds_module
from grader.cohort.watching.allowance import decide
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.disclosure import Disclosure, OnlyWhatMayBeSaid, disclosure
from grader.cohort.watching.exchange import Exchange, arrived
from grader.cohort.watching.journal import Journal
from grader.cohort.watching.lock import only_watcher
from grader.cohort.watching.rounds import Rounds
from grader.packs import load_public
from grader.packs.reading import PackError
from grader.submission.attempts import Deadlines
from grader.verdict.only_form import fault_of_form
from tests.cohort.an_exchange import (
    ASSIGNMENT,
    COURSE,
    unfinished,
)

NOON = datetime(2026, 11, 28, 12)
RULES = Settings(attempts=3, pause=timedelta(minutes=30), settle=0.0, every=0.2)
HELD = ("predicted_outputs", "exposing_case", "kernel_gradient")  # value and test tasks of the assignment


def quietly(root, **settings):
    """Watch for one round, in this process."""
    return watch(root, [], Settings(**{"settle": 0.0} | settings), once=True, say=lambda text: None)


# -- how many, how often


@pytest.mark.parametrize(
    "case, began, at, action, number",
    [
        ("the first", [], 0, "answer", 1),
        ("within the pause", [0], 29, "wait", 0),
        ("after the pause", [0], 30, "answer", 2),
        ("the third", [0, 60], 120, "answer", 3),
        ("the fourth of a day", [0, 60, 120], 180, "hold", 0),
        ("the fourth, in the pause", [0, 60, 120], 121, "hold", 0),
        ("the fourth over midnight is no new day", [0, 60, 120], 23 * 60, "hold", 0),
        ("a day after the first", [0, 60, 120], 24 * 60, "answer", 3),
        ("two days later", [0, 60, 120], 48 * 60, "answer", 1),
    ],
)
def test_the_allowance(case, began, at, action, number):
    minutes = [NOON + timedelta(minutes=minute) for minute in began]
    found = decide(minutes, NOON + timedelta(minutes=at), RULES)
    assert (found.action, found.number) == (action, number), case


class Clock:
    """The time that the watcher believes it is."""

    def __init__(self, monkeypatch):
        self.time = NOON
        monkeypatch.setattr(states, "now", lambda: self.time)

    def to(self, minutes):
        self.time = NOON + timedelta(minutes=minutes)


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def an_attempt(root, student, minute, text="work"):
    """Put an attempt into submitted/, handed in so many minutes after noon; one in its place is kept."""
    place = root / "submitted" / student / ASSIGNMENT
    if place.exists():
        kept = place.with_name(f"{ASSIGNMENT}+kept")
        kept.mkdir(exist_ok=True)
        place.rename(kept / str(1 + len(list(kept.iterdir()))))
    place.mkdir(parents=True)
    (place / "cross-correlation.ipynb").write_text(f"{text} of {minute}")
    time_of_it = NOON + timedelta(minutes=minute)
    (place / "timestamp.txt").write_text(f"{time_of_it:%Y-%m-%d %H:%M:%S.%f} UTC")


@pytest.fixture
def only_rules(tmp_path, monkeypatch, clock):
    """A function that makes `Rounds` which decide and note, and grade nothing."""

    def make(due=None, extensions=None):
        def answer(folder, batch, stopping):
            for work in batch:
                journal = folder.journal(work.assignment, work.student)
                journal.write(states.GRADING, work.attempt, full=work.full, number=work.number, counts=not work.full)
                journal.write(states.RELEASED, work.attempt, full=work.full, to="exchange")
            return len(batch)

        at = None if due is None else NOON + timedelta(minutes=due)
        extra = {student: timedelta(minutes=minutes) for student, minutes in (extensions or {}).items()}
        monkeypatch.setattr(rounds_module, "deadlines", lambda *_: Deadlines(at, extra))
        monkeypatch.setattr(rounds_module, "answer", answer)
        monkeypatch.setattr(Rounds, "_prepare", lambda *_: None)
        monkeypatch.setattr(rounds_module, "load_hidden", lambda *_: None)
        return Rounds(CourseFolder(tmp_path, None, RULES, lambda text: None), [ASSIGNMENT])

    return make


DAY = 24 * 60


@pytest.mark.parametrize(
    "case, due, happens, wanted",
    [
        ("one is answered once", None, [(0, "hands in"), (1, "looks"), (2, "looks")], ["1"]),
        (
            "within the pause it waits, and is answered when it is over",
            None,
            [(0, "hands in"), (1, "looks"), (5, "hands in"), (6, "looks"), (30, "looks"), (31, "looks")],
            ["1", "2"],
        ),
        (
            "of two that wait the newer one is answered",
            None,
            [
                (0, "hands in"),
                (1, "looks"),
                (5, "hands in"),
                (6, "looks"),
                (7, "hands in"),
                (40, "looks"),
                (80, "looks"),
            ],
            ["1", "2"],
        ),
        (
            "the fourth is held until the deadline, and then says everything",
            DAY * 3,
            [
                *((hour * 60 + step, what) for hour in range(4) for step, what in ((0, "hands in"), (1, "looks"))),
                (DAY * 2, "looks"),
                (DAY * 3, "looks"),
                (DAY * 3 + 1, "looks"),
                (DAY * 3 + 2, "looks"),
            ],
            ["1", "2", "3", "all"],
        ),
        (
            "the next day has its own allowance, for a new attempt",
            None,
            [
                *((hour * 60 + step, what) for hour in range(4) for step, what in ((0, "hands in"), (1, "looks"))),
                (DAY + 200, "looks"),
                (DAY + 201, "hands in"),
                (DAY + 202, "looks"),
            ],
            ["1", "2", "3", "1"],
        ),
        (
            "at the deadline what had been answered is released with all scores, once",
            60,
            [(0, "hands in"), (1, "looks"), (60, "looks"), (61, "looks"), (62, "looks")],
            ["1", "all"],
        ),
        (
            "what waited at the deadline is answered without waiting",
            20,
            [(0, "hands in"), (1, "looks"), (10, "hands in"), (11, "looks"), (21, "looks")],
            ["1", "all"],
        ),
        (
            "the only one, late, is answered in full",
            10,
            [(30, "hands in"), (31, "looks"), (32, "looks")],
            ["all"],
        ),
        (
            "a late one takes no timely one's place",
            60,
            [(0, "hands in"), (1, "looks"), (61, "looks"), (70, "hands in"), (71, "looks")],
            ["1", "all"],
        ),
        (
            "a second late one, which could use the scores of the first, is left to a person",
            10,
            [(30, "hands in"), (31, "looks"), (40, "hands in"), (41, "looks"), (100, "looks")],
            ["all"],
        ),
        (
            "without a due date nothing is ever said in full",
            None,
            [(0, "hands in"), (1, "looks"), (DAY * 90, "looks")],
            ["1"],
        ),
    ],
)
def test_the_rules(tmp_path, only_rules, clock, case, due, happens, wanted):
    rounds = only_rules(due)
    for minute, what in happens:
        clock.to(minute)
        if what == "hands in":
            an_attempt(tmp_path, "s001", minute)
            from grader.submission.attempts import put_in_place

            put_in_place(tmp_path, ASSIGNMENT, "s001", NOON + timedelta(minutes=due) if due else None)
        else:
            rounds.look()
    lines = Journal(tmp_path, ASSIGNMENT, "s001").lines
    given = [line for line in lines if line["state"] == states.GRADING]
    assert ["all" if line["full"] else str(line["number"]) for line in given] == wanted, case


def test_an_extension_holds_back_for_its_student_only(tmp_path, only_rules, clock):
    rounds = only_rules(60, {"s002": 120})
    for student in ("s001", "s002"):
        an_attempt(tmp_path, student, 0)
    for minute in (1, 61):
        clock.to(minute)
        rounds.look()
    full = {s: [line["full"] for line in Journal(tmp_path, ASSIGNMENT, s).released()] for s in ("s001", "s002")}
    assert full == {"s001": [False, True], "s002": [False]}


def test_an_attempt_over_which_the_watcher_died_three_times_is_left_to_a_person(tmp_path, only_rules, clock):
    rounds = only_rules()
    an_attempt(tmp_path, "s001", 0)
    journal = rounds.folder.journal(ASSIGNMENT, "s001")
    attempt = rounds.folder.attempt(ASSIGNMENT, "s001")
    for _ in range(3):
        journal.write(states.GRADING, attempt, full=False, number=1)
    assert rounds.look() == 0
    assert "ended 3 times over it" in told.in_words(told.log(tmp_path, [ASSIGNMENT]))


def test_packs_of_another_version_are_no_students_fault_and_said_once(tmp_path, only_rules, clock, monkeypatch):
    rounds, said = only_rules(), []
    rounds.folder.say = said.append

    def stale(assignment):
        raise PackError("does not belong to the tasks as they are now")

    monkeypatch.setattr(rounds_module, "load_hidden", stale)
    an_attempt(tmp_path, "s001", 0)
    wrong = f"{ASSIGNMENT}: does not belong to the tasks as they are now"

    def look():
        answered = rounds.look()
        rounds.folder.say_new(rounds.failed)
        return answered

    assert [look() for _ in range(4)] == [0] * 4
    assert said == [wrong] == list(rounds.failed.values())
    monkeypatch.setattr(rounds_module, "load_hidden", lambda *_: None)
    assert look() == 1 and not rounds.failed
    an_attempt(tmp_path, "s002", 0)
    monkeypatch.setattr(rounds_module, "load_hidden", stale)
    assert look() == 0 and said == [wrong] * 2  # it has been well in between


# -- the journal


def test_a_line_that_was_being_written_is_none_and_spoils_no_other(tmp_path):
    journal = Journal(tmp_path, ASSIGNMENT, "s001")
    journal.write(states.TAKEN, "a")
    with journal.path.open("a") as file:
        file.write('{"at": "2026-11-28T12:00:00", "state": "rel')
    assert [line["state"] for line in Journal(tmp_path, ASSIGNMENT, "s001").lines] == [states.TAKEN]
    Journal(tmp_path, ASSIGNMENT, "s001").write(states.GRADING, "a", full=False)
    assert [line["state"] for line in Journal(tmp_path, ASSIGNMENT, "s001").lines] == [states.TAKEN, states.GRADING]


def test_an_attempt_that_was_begun_twice_counts_once(tmp_path, clock):
    journal = Journal(tmp_path, ASSIGNMENT, "s001")
    for minute, attempt in ((0, "a"), (5, "a"), (40, "b")):
        clock.to(minute)
        journal.write(states.GRADING, attempt, full=False, number=1, counts=True)
    journal.write(states.GRADING, "c", full=True, number=0, counts=False)
    assert journal.grading_began() == {"a": NOON, "b": NOON + timedelta(minutes=40)}


# -- what may be said


def a_page(scores, comments=(), told=None):
    """Return (cells, total) of the page that is made of a notebook with these scores in the gradebook."""
    nb = unfinished()
    for cell in nb.cells:
        known = cell.metadata.get("nbgrader", {})
        name = known.get("grade_id", "").removeprefix("check-")
        if known.get("grade"):
            known["score"], known["points"] = scores.get(name, 1.0), 2.0
            if cell.cell_type == "code":
                cell.outputs = [nbformat.v4.new_output("execute_result", {"text/html": f"score {scores.get(name)}"})]
        if known.get("solution"):
            known["comment"] = dict(comments).get(name)
    resources = {
        "nbgrader": {"score": sum(scores.values()), "max_score": 16.0, "late_penalty": 0.1 * sum(scores.values())}
    }
    nb, resources = OnlyWhatMayBeSaid(told=told)(nb, resources)
    return [(cell.source, cell.get("outputs"), cell.metadata) for cell in nb.cells], resources["nbgrader"]


def test_no_score_hint_or_comment_of_a_held_task_is_in_a_page_or_its_total():
    told_of = disclosure(ASSIGNMENT, {"tasks": {name: {"form": ""} for name in HELD}}, False, set(), "")
    ours = {name: 0.0 for name in HELD}
    pages = [a_page({"corr2d": 1.5} | ours | {name: 2.0}, {name: f"right is {name}"}, told_of) for name in HELD]
    assert all(page == pages[0] for page in pages)
    assert pages[0] == a_page({"corr2d": 1.5} | ours, {}, told_of)
    assert pages[0] != a_page({"corr2d": 1.0} | ours, {}, told_of), "and a code task is told of"
    full = disclosure(ASSIGNMENT, None, True, set(), "")
    assert a_page(dict.fromkeys(HELD, 2.0), {}, full) != a_page(dict.fromkeys(HELD, 0.0), {}, full)


def test_every_value_and_test_task_of_the_course_is_held_back():
    from grader.tasks import COURSE

    for assignment in COURSE.names:
        tasks = load_public(assignment)["tasks"]
        held = disclosure(assignment, None, False, set(), "").held
        assert set(held.values()) == {name for name, task in tasks.items() if task["kind"] in ("value", "test")}


def test_an_answer_still_to_be_marked_says_so_and_is_not_in_the_total():
    cells, total = a_page({}, {}, Disclosure(to_mark=frozenset({"answer-why_no_error"})))
    (comment,) = [
        m.nbgrader.comment for _, _, m in cells if m.get("nbgrader", {}).get("grade_id") == "answer-why_no_error"
    ]
    assert comment.startswith("A person still has to mark this answer")
    assert total["max_score"] == 2.0 * (len(load_public(ASSIGNMENT)["tasks"]) - 1)


@pytest.mark.parametrize(
    "case, value, fault",
    [
        ("the right answer", {"counting": [[1, 2], [3, 4]], "symmetric": [[1, 2], [3, 4]]}, ""),
        ("a wrong one of the same form", {"counting": [[0, 0], [0, 0]], "symmetric": [[9, 9], [9, 9]]}, ""),
        ("of another shape", {"counting": [1, 2], "symmetric": [[1, 2], [3, 4]]}, "should be numbers of shape (2, 2)"),
        ("not filled in", {"counting": None, "symmetric": None}, "is not filled in yet"),
        ("no dict", 3, "expected a dict with the keys counting, symmetric"),
    ],
)
def test_of_a_value_only_its_form_is_said(case, value, fault):
    public = load_public(ASSIGNMENT)["tasks"]["predicted_outputs"]
    said = fault_of_form("value", {"value": describe(value)}, public, "")
    assert (fault in said) if fault else said == "", case


@pytest.mark.parametrize("value", [{"raised": {}}, {"tuple": None}, {"dict": 3}, {}, [[]], {"dict": [[1]]}, 1e400])
def test_no_form_of_answer_stops_it(value):
    tasks = load_public(ASSIGNMENT)["tasks"]
    for name, kind in (("predicted_outputs", "value"), ("exposing_case", "test")):
        assert isinstance(fault_of_form(kind, {"value": value}, tasks[name], ""), str)


# -- what has arrived


def test_what_is_still_being_copied_or_is_nobodys_is_left_alone(tmp_path):
    exchange = Exchange(tmp_path)
    exchange.inbound.mkdir()
    stamp = "2026-11-28 12:00:00.000000 UTC"
    for name, whole in (
        (f"s001+{ASSIGNMENT}+{stamp}+a", True),
        (f"s002+{ASSIGNMENT}+{stamp}+b", False),
        (f"*+{ASSIGNMENT}+{stamp}+c", True),
        (f"s003+2-edge-detection+{stamp}+d", True),
    ):
        (exchange.inbound / name).mkdir()
        if whole:
            (exchange.inbound / name / "submission_secret.txt").write_text("x")
    assert arrived(exchange, ASSIGNMENT, 0.0) == {"s001": [f"s001+{ASSIGNMENT}+{stamp}+a"]}
    assert arrived(exchange, ASSIGNMENT, 5.0) == {}


# -- clear errors


@pytest.mark.parametrize(
    "case, prepare, arguments, said",
    [
        ("no course", lambda root: None, [], "this is no course folder"),
        ("no such assignment", lambda root: (root / "source").mkdir(), ["7-dreams"], "7-dreams"),
        ("no exchange", lambda root: no_exchange(root), [ASSIGNMENT], "the exchange is not there"),
        ("a service", lambda root: a_service(root), [ASSIGNMENT], "--submitted"),
        ("a service, for which nobody waits", lambda root: a_service(root), ["--wait"], "is a service (ngshare)"),
        ("not released", lambda root: nothing_released(root), [ASSIGNMENT], "nbgrader release_assignment"),
        ("nothing released", lambda root: nothing_released(root), [], "nothing is released"),
        ("an impossible allowance", lambda root: (root / "source").mkdir(), ["--attempts", "0"], "attempts"),
    ],
)
def test_what_is_missing_is_said_in_one_line(tmp_path, case, prepare, arguments, said):
    prepare(tmp_path)
    result = CliRunner().invoke(main, ["watch", *arguments, "--once", "--course", str(tmp_path)])
    assert result.exit_code == 2, result.output
    assert said in result.stderr and len(result.stderr.strip().splitlines()) == 1, case


def no_exchange(root):
    (root / "source").mkdir()
    (root / "nbgrader_config.py").write_text("c = get_config()\nc.Exchange.root = '/nowhere/at/all'\n")


def a_service(root):
    (root / "source").mkdir()
    # as ngshare_exchange.configureExchange does it: by class, whose module is ngshare_exchange.collect
    text = "c = get_config()\nc.ExchangeFactory.collect = type('ExchangeCollect', (), {'__module__': %r})\n"
    (root / "nbgrader_config.py").write_text(text % "ngshare_exchange.collect")


def nothing_released(root):
    (root / "source").mkdir()
    (root / "exchange" / COURSE / "inbound").mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(f"c = get_config()\nc.Exchange.root = {str(root / 'exchange')!r}\n")


def test_a_second_watcher_is_told_of_the_first(tmp_path):
    (tmp_path / "source").mkdir()
    with only_watcher(tmp_path):
        result = CliRunner().invoke(main, ["watch", "--once", "--course", str(tmp_path)])
    assert result.exit_code == 2
    assert f"another watcher (process {os.getpid()}) is at work" in result.stderr
