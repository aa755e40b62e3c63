"""Is the course left as it is while an assignment is out, and does what is there stay gradable afterwards?"""

import os
import pwd
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from deploy import setup
from deploy.course_folder import install_course
from deploy.settings import read_settings
from deploy.upgrade import exchange_released, ngshare_released, out, uncollected, why_out
from grader.places import ROOT
from tests.submissions.build import example, hand_in

FIRST, SECOND = "1-cross-correlation", "2-edge-detection"
NOW = datetime(2026, 12, 1, 12)
ME = pwd.getpwuid(os.geteuid()).pw_name


def seen(due=None, handed_in=(), graded=()):
    return {"due": due and due.isoformat(), "handed_in": list(handed_in), "graded": list(graded)}


@pytest.mark.parametrize(
    "name, found, released, waiting, why",
    [
        ("nothing known, nothing released", None, False, (), ""),
        ("released, unknown to the gradebook", None, True, (), "released, without a due date"),
        ("released, no due date", seen(), True, (), "released, without a due date"),
        ("released, due tomorrow", seen(NOW + timedelta(1)), True, (), "released, due 2026-12-02 12:00 UTC"),
        ("released, due a second ago", seen(NOW - timedelta(seconds=1)), True, (), ""),
        ("due, not released", seen(NOW + timedelta(1)), False, (), ""),
        ("past, all graded", seen(NOW - timedelta(1), ["a", "b"], ["a", "b"]), True, (), ""),
        ("past, one not graded", seen(NOW - timedelta(1), ["a", "b"], ["a"]), True, (), "not graded: b"),
        ("past, one not collected", seen(NOW - timedelta(1), ["a"], ["a"]), True, ["a", "c"], "not collected: c"),
        ("withdrawn by the instructor, one not graded", seen(handed_in=["a"]), False, (), "not graded: a"),
    ],
)
def test_what_is_out(name, found, released, waiting, why):
    reasons = "; ".join(why_out(found, released, waiting, NOW))
    assert reasons.endswith(why) and bool(reasons) == bool(why), name


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    """Return the settings of a deployment whose course folder and exchange lie in a temporary folder."""
    folder = tmp_path_factory.mktemp("deployed")
    install_course(folder / "course", ROOT / "private")
    (folder / "roster.csv").write_text(f"id,first_name,last_name,email,role\n{ME},,,,instructor\ns001,,,,student\n")
    for name in ("outbound", "inbound"):
        (folder / "exchange" / "convolutions" / name).mkdir(parents=True)
    environment = {
        "CONVOLUTIONS_COURSE_ROOT": str(folder / "course"),
        "CONVOLUTIONS_EXCHANGE": str(folder / "exchange"),
        "CONVOLUTIONS_ROSTER": str(folder / "roster.csv"),
        "CONVOLUTIONS_NGSHARE_STATE": str(folder),
        "CONVOLUTIONS_GRADER": ME,
    }
    return read_settings(environment), environment


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=280, check=False)


def look(settings, topology="shared_grader"):
    return out(settings, topology, Path(settings.course_root), run)


def nbgrader(root, *words):
    done = subprocess.run(["nbgrader", *words], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_week_of_an_assignment(deployed, monkeypatch):
    """Released, handed in, collected, due, graded: only then may the course be replaced, and nothing is lost by it."""
    settings, environment = deployed
    root, exchange = Path(settings.course_root), Path(settings.exchange) / settings.course
    assert look(settings) == []
    assert not (root / "gradebook.db").exists(), "looking makes no gradebook"
    (exchange / "outbound" / SECOND).mkdir()
    (exchange / "inbound" / f"s001+{SECOND}+2026-11-01 10:00:00 UTC+abc").mkdir()
    assert look(settings) == [f"{SECOND}: released, without a due date; handed in and not collected: s001"]
    later = (datetime.now(UTC) + timedelta(3)).strftime("%Y-%m-%d %H:%M")
    nbgrader(root, "db", "assignment", "add", SECOND, f"--duedate={later} UTC")
    hand_in(root, SECOND, "s001", example(SECOND, "model"))

    # the command says so and touches nothing
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(setup, "steps", lambda *arguments: [])
    monkeypatch.setattr("os.geteuid", lambda: 0)
    marked = root / "grader" / "places.py"
    marked.write_text(marked.read_text() + "# the release that was there\n")
    refused = CliRunner().invoke(setup.main, ["shared_grader", "--update"])
    assert refused.exit_code and "not brought up to date" in refused.output, refused.output
    assert f"out    {SECOND}: released, due {later} UTC; not graded: s001" in refused.output
    assert "Collect and grade them first" in refused.output and "--force" in refused.output
    assert "the release that was there" in marked.read_text()

    # when the last deadline is past and all are graded, nothing is out; an extension is a deadline
    nbgrader(root, "db", "assignment", "add", SECOND, "--duedate=2026-01-01 10:00 UTC")
    graded = run([sys.executable, "-m", "grader", "grade", SECOND], root)
    assert graded.returncode == 0, graded.stderr
    assert look(settings) == []
    longer = run([sys.executable, "-m", "grader.gradebook.extension", SECOND, "s001", "--days", "5000"], root)
    assert longer.returncode == 0, longer.stderr

    forced = CliRunner().invoke(setup.main, ["shared_grader", "--update", "--force"])
    assert forced.exit_code == 0 and "done   copied the course" in forced.output, forced.output
    assert f"out    {SECOND}: released, due 20" in forced.output
    assert "the release that was there" not in marked.read_text()
    assert list((root / "private" / "earlier").glob(f"*/{SECOND}.json")), "the release that was there is kept"


@pytest.mark.slow
def test_what_cannot_be_seen_is_not_taken_for_nothing(deployed, tmp_path):
    settings, _ = deployed
    broken = tmp_path / "course"
    (broken / "grader").mkdir(parents=True)
    (broken / "grader" / "__init__.py").write_text("raise ImportError('of another release')")
    (broken / "release").mkdir()
    assert out(settings, "shared_grader", broken, run) == [
        f"what is out cannot be seen in {broken}: ImportError: of another release"
    ]
    assert out(settings, "shared_grader", tmp_path / "nothing", run) == [], "no course yet"


def test_exchanges(deployed, tmp_path):
    import sqlite3

    settings, _ = deployed
    path = Path(settings.ngshare_state) / "ngshare.db"
    path.unlink(missing_ok=True)
    assert ngshare_released(settings) == set()
    database = sqlite3.connect(path)
    database.execute("create table assignments (_id integer, id text)")
    database.execute("insert into assignments values (1, ?)", [FIRST])
    database.commit()
    database.close()
    assert ngshare_released(settings) == {FIRST}
    inbound = Path(settings.exchange) / settings.course / "inbound"
    made = inbound / f"s-0.1+{FIRST}+2026-12-01 10:00:00 UTC+a+b"
    made.mkdir(exist_ok=True)
    assert uncollected(settings)[FIRST] == {"s-0.1"}
    made.rmdir()
    assert FIRST not in exchange_released(settings)
