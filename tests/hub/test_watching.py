"""Does a whole class that submits at once have its feedback while it is warm, on a real hub, and no more than it may?

How long each student waited is printed (`pytest -s`); a test that asserts it would measure the machine.
"""

import contextlib
import dataclasses
import os
import re
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import psutil
import pytest
from nbgrader.utils import notebook_hash

from grader.gradebook.reading import export
from tests.hub.driver import ASSIGNMENT, COURSE, NOTEBOOK, hub_under_one_account, missing
from tests.hub.load import FILE, Outcome, _start, roster
from tests.submissions.build import example

HELD = ("predicted_outputs", "exposing_case", "kernel_gradient")
PATIENCE = 900  # seconds, on a machine that does other work, too
STUDENTS = int(os.environ.get("WATCH_STUDENTS", "30"))


@dataclasses.dataclass
class Wait:
    """How long one student waited, in seconds: for the page to be released, and until it was fetched."""

    submit: float
    released: float
    fetched: float
    page: str


@pytest.mark.hub
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_class_that_submits_at_once_is_answered(capsys):
    if missing():
        pytest.skip(missing())
    names = [f"s{number:03}" for number in range(1, STUDENTS + 1)]
    with (
        tempfile.TemporaryDirectory(prefix="cv-") as folder,  # short: sockets
        hub_under_one_account(folder, "one_class", roster=roster(STUDENTS), watch=ASSIGNMENT) as hub,
    ):
        set_due(hub, datetime.now(UTC) + timedelta(hours=3))
        servers = _start(hub, names, 3, Outcome(STUDENTS, 0.0, 0, 0.0), lambda text: None)
        works = {name: example(ASSIGNMENT, "model" if number % 2 else "flipped") for number, name in enumerate(names)}
        for name, server in servers.items():
            server.exchange("fetch")
            server.write_notebook(FILE, works[name])
        load, begin, before = os.getloadavg()[0], Barrier(STUDENTS), watchers_seconds(hub)
        with ThreadPoolExecutor(STUDENTS) as pool:
            answered = pool.map(lambda name: hands_in_and_waits(hub, servers[name], begin), names)
            waits = dict(zip(names, answered, strict=True))
        with capsys.disabled():
            print(f"\n{STUDENTS} students submitted at once; load before {load:.1f}, cores {os.cpu_count()}")
            for what in ("submit", "released", "fetched"):
                times = sorted(getattr(wait, what) for wait in waits.values())
                print(f"  {what:<10} median {statistics.median(times):6.1f} s   max {times[-1]:6.1f} s")
            print(f"  the watcher used {watchers_seconds(hub) - before:.1f} s of processor time")
            print("  each:", " ".join(f"{name} {wait.released:.1f}" for name, wait in waits.items()))
        for number, name in enumerate(names):
            page = waits[name].page
            says_only_what_it_may(page)
            assert ("the kernel is flipped" in page) == (number % 2 == 0), name
        assert sorted(export(hub.root, ASSIGNMENT)) == names
        said = hub.run("instructor1", "python", "-m", "grader", "watch", "--log")
        assert said.stdout.count("value and test tasks held back") == STUDENTS, said.stdout + said.stderr
        a_student_finds_no_score(hub, servers["s001"])

        set_due(hub, datetime.now(UTC))
        before = time.monotonic()
        pages = {name: in_full(hub, server) for name, server in servers.items()}
        with capsys.disabled():
            print(f"  after the due date all have all scores in {time.monotonic() - before:.1f} s")
        assert all("predicted_outputs: 2 of 2 points" in pages[name] for name in names[1::2])
        assert all("predicted_outputs: 0 of 2 points" in pages[name] for name in names[::2])


def watchers_seconds(hub):
    """Return the processor seconds of the watcher so far, with its workers and the fork server."""
    found = [p for p in hub.running.processes() if {"grader", "watch", "--wait"} <= set(p.cmdline())]
    watcher = min(found, key=lambda process: process.create_time())  # its workers are called as it is
    seconds = 0.0
    for process in [watcher, *watcher.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            seconds += sum(process.cpu_times()[:4])
    return seconds


def set_due(hub, time_in_utc):
    """Set the due date as the instructor does in a terminal."""
    due = f"{time_in_utc:%Y-%m-%d %H:%M:%S} UTC"
    done = hub.nbgrader("instructor1", "db", "assignment", "add", ASSIGNMENT, f"--duedate={due}")
    assert done.returncode == 0, done.stderr


def hands_in_and_waits(hub, server, begin):
    """Press Submit with everybody else, wait until there is feedback, press Fetch Feedback; return the `Wait`."""
    begin.wait()
    pressed, clock = time.monotonic(), time.time()
    server.exchange("submit")
    submitted = time.monotonic()
    page = released_page(hub, server.person.name)
    while not page.exists():
        assert time.monotonic() - pressed < PATIENCE, f"{server.person.name}: no feedback"
        time.sleep(0.3)
    released = page.stat().st_mtime
    server.exchange("fetch_feedback")
    return Wait(
        submitted - pressed, released - clock, time.monotonic() - pressed, fetched_page(hub, server.person.name)
    )


def released_page(hub, name):
    """Return where feedback on a student's only submission is released."""
    (inbound,) = (Path(hub.settings.exchange) / COURSE / "inbound").glob(f"{name}+{ASSIGNMENT}+*")
    secret = (inbound / "submission_secret.txt").read_text()
    return (
        Path(hub.settings.exchange) / COURSE / "feedback" / f"{notebook_hash(secret=secret, notebook_id=NOTEBOOK)}.html"
    )


def fetched_page(hub, name):
    """Return the page that a student has fetched."""
    (page,) = (hub.home(name) / ASSIGNMENT / "feedback").rglob("*.html")
    return page.read_text(encoding="utf-8")


def says_only_what_it_may(page):
    """Nothing of value and test tasks but their form, and nothing to deduce it from."""
    assert "the form is right" in page and "attempt 1 of at most 3 in 24 hours" in page
    assert re.search(r"\(Score: [\d.]+ / 13.0\)", page), "the total leaves out what is held back"
    for task in HELD:
        assert f'name="check-{task}"' not in page and not re.search(rf"{task}: [\d.]+ of", page)


def a_student_finds_no_score(hub, server):
    """Neither in the list that the browser shows nor in the command line's; and no other place is readable."""
    told = str(server.assignments())
    told += str([hub.nbgrader(server.person.name, "list", *more, role="student").stderr for more in ([], ["--cached"])])
    assert ASSIGNMENT in told and "score" not in told.lower()


def in_full(hub, server):
    """Wait until all scores are released, fetch, and return the page."""
    until = time.monotonic() + PATIENCE
    released = released_page(hub, server.person.name)
    while "predicted_outputs: " not in released.read_text(encoding="utf-8").replace("predicted_outputs: the form", ""):
        assert time.monotonic() < until, server.person.name
        time.sleep(0.3)
    server.exchange("fetch_feedback")
    return fetched_page(hub, server.person.name)
