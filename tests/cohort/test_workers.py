"""When a worker is killed, is everybody else graded, and does blame fall on who was running?"""

import os
import signal
import time

import pytest

from grader.cohort.workers import BLAME, in_workers

STUDENTS = [f"s{number:03}" for number in range(1, 13)]


def work(student, folder):
    """Stand for the grading of one submission: some kill their worker, always or the first time."""
    with open(folder / f"{student}.times", "a") as file:
        file.write("x")
    if student == "s002" or (student == "s005" and (folder / "s005.times").read_text() == "x"):
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05)
    return f"graded {student}"


@pytest.mark.parametrize("jobs", [2, 3])
def test_blame_falls_on_who_was_running(jobs, tmp_path):
    arguments = {student: (student, tmp_path) for student in STUDENTS}
    results = dict(in_workers(work, arguments, jobs, tmp_path))
    assert sorted(results) == STUDENTS
    assert {student for student, said in results.items() if said == BLAME} == {"s002"}
    assert {said for student, said in results.items() if student != "s002"} == {
        f"graded {student}" for student in STUDENTS if student != "s002"
    }
    assert (tmp_path / "s002.times").read_text() == "xx"


def test_who_was_queued_is_no_suspect(tmp_path):
    """The last ones are still waiting when the first worker dies, and are graded once, beside others."""
    arguments = {student: (student, tmp_path) for student in STUDENTS if student != "s005"}
    list(in_workers(work, arguments, 2, tmp_path))
    assert {(tmp_path / f"{student}.times").read_text() for student in STUDENTS[6:]} == {"x"}


def test_nothing_goes_on_when_nobody_wants_the_rest(tmp_path):
    arguments = {student: (student, tmp_path) for student in STUDENTS if student != "s002"}
    results = in_workers(work, arguments, 2, tmp_path)
    next(results)
    results.close()
    begun = len(list(tmp_path.glob("*.times")))
    time.sleep(0.3)
    assert len(list(tmp_path.glob("*.times"))) == begun < len(arguments)
