"""Does strict collecting take what is honest, refuse what is not, and say why?"""

import io
import logging
import os
import pwd
import shutil
import time
from datetime import UTC, datetime, timedelta

import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from deploy.collect import StrictCollect
from grader.gradebook.pipelines import open_course
from grader.submission.attempts import Deadlines

ME = pwd.getpwuid(os.getuid()).pw_name
NOW = timedelta()


@pytest.fixture
def exchange(tmp_path):
    (tmp_path / "exchange" / "c" / "inbound").mkdir(parents=True)
    (tmp_path / "exchange").chmod(0o777)
    return tmp_path


def hand_in(folder, student=ME, age=NOW, says=None, written=None, assignment="a"):
    """Make a submission as nbgrader does, `age` ago by its name; return its folder."""
    stamp = says or f"{datetime.now(UTC) - age:%Y-%m-%d %H:%M:%S.%f} UTC"
    target = folder / "exchange" / "c" / "inbound" / f"{student}+{assignment}+{stamp}+AbC-_1"
    target.mkdir()
    (target / "work.ipynb").write_text(f"work of {age}")
    (target / "timestamp.txt").write_text(written or stamp)
    return target


def collect(folder, check_owner=True, **traits):
    """Collect and return the log."""
    config = Config()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.course_id, config.CourseDirectory.assignment_id = "c", "a"
    config.Exchange.root = str(folder / "exchange")
    config.ExchangeCollect.check_owner = check_owner
    config.StrictCollect = Config(traits)
    config.CourseDirectory.max_dir_size = 10
    said = io.StringIO()
    step = StrictCollect(coursedir=CourseDirectory(config=config), config=config)
    step.log = logging.Logger("collect")
    step.log.addHandler(logging.StreamHandler(said))
    step.start()
    return said.getvalue()


def collected(folder, student=ME):
    path = folder / "submitted" / student / "a" / "work.ipynb"
    return path.read_text() if path.exists() else None


def test_an_honest_submission_is_collected_and_the_newer_one_wins(exchange):
    hand_in(exchange, age=timedelta(seconds=50))
    assert "refused" not in collect(exchange)
    assert collected(exchange) == "work of 0:00:50"
    hand_in(exchange)
    collect(exchange)
    assert collected(exchange) == "work of 0:00:50", "nbgrader updates only when told to"
    config = {"update": True}
    assert "Updating" in collect(exchange, **config)
    assert collected(exchange) == "work of 0:00:00"


@pytest.mark.parametrize(
    "case, extension, wanted",
    [
        ("a late one takes no timely one's place", None, "work of 0:00:50"),
        ("an extension makes it timely", timedelta(minutes=1), "work of 0:00:00"),
    ],
)
def test_the_last_one_before_the_students_own_deadline_counts(exchange, monkeypatch, case, extension, wanted):
    due = datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=20)
    own = Deadlines(due, {ME: extension} if extension else {})
    monkeypatch.setattr(StrictCollect, "_deadlines", lambda self: own)
    hand_in(exchange, age=timedelta(seconds=50))
    hand_in(exchange)
    collect(exchange)
    assert collected(exchange) == wanted, case


def test_due_date_and_extensions_are_the_gradebooks(tmp_path):
    database = f"sqlite:///{tmp_path / 'gradebook.db'}"
    config = Config()
    config.CourseDirectory.db_url, config.CourseDirectory.assignment_id = database, "a"
    step = StrictCollect(coursedir=CourseDirectory(config=config), config=config)
    assert step._deadlines() == Deadlines()
    with open_course(tmp_path).gradebook as gradebook:
        gradebook.add_assignment("a", duedate=datetime(2026, 11, 27, 12))
        gradebook.add_student(ME)
        gradebook.add_submission("a", ME)
        gradebook.grant_extension("a", ME, hours=2)
    assert step._deadlines().of(ME) == datetime(2026, 11, 27, 14)


def _link(folder):
    (folder / "data.txt").symlink_to("/etc/passwd")


def _linked_folder(folder):
    (folder / "data").symlink_to("/etc")


def _pipe(folder):
    os.mkfifo(folder / "data")


def _large(folder):
    (folder / "data.bin").write_bytes(bytes(20_000))


def _deep(folder):
    (folder / "data").mkdir()
    (folder / "data" / "x").symlink_to("/etc/passwd")


def _other_time(folder):
    (folder / "timestamp.txt").write_text("2020-01-01 00:00:00 UTC")


def _no_time(folder):
    (folder / "timestamp.txt").unlink()


def _replaced_by_link(folder):
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to(folder.parent / "elsewhere")


@pytest.mark.parametrize(
    "spoil, reason",
    [
        (_link, "data.txt is a link"),
        (_linked_folder, "data is a link"),
        (_deep, "data/x is a link"),
        (_pipe, "data is neither a file nor a folder"),
        (_large, "it is larger than 10 kB"),
        (_other_time, "timestamp.txt says 2020-01-01 00:00:00, its name says"),
        (_no_time, "timestamp.txt is missing or holds no time"),
        (_replaced_by_link, "Not a directory"),
    ],
)
def test_a_spoilt_submission_is_refused_and_the_one_before_it_is_taken(exchange, spoil, reason):
    hand_in(exchange, age=timedelta(seconds=50))
    spoilt = hand_in(exchange)
    spoil(spoilt)
    log = collect(exchange)
    assert f"refused {spoilt.name}" in log and reason in log
    assert collected(exchange) == "work of 0:00:50"
    assert sorted(p.name for p in (exchange / "submitted" / ME / "a").iterdir()) == ["timestamp.txt", "work.ipynb"]


def test_a_submission_of_another_account_is_refused(exchange):
    forged = hand_in(exchange, student="s001")
    assert f"refused {forged.name}: . belongs to {ME}, not to s001" in collect(exchange)
    assert collected(exchange, "s001") is None
    log = collect(exchange, check_owner=False)
    assert "everybody here has the same account" in log
    assert collected(exchange, "s001") == "work of 0:00:00", "which is why one account for all is no protection"


@pytest.mark.parametrize("age", [timedelta(days=3), -timedelta(days=1000)])
def test_a_time_that_is_not_the_folders_own_is_refused(exchange, age):
    forged = hand_in(exchange, age=age)
    os.utime(forged, times=(0, (datetime.now(UTC) - age).timestamp()))  # its content's time can be set
    assert f"refused {forged.name}: its name says" in collect(exchange)
    assert collected(exchange) is None


def test_what_was_changed_after_it_was_handed_in_is_refused(exchange):
    folder = hand_in(exchange)
    assert "refused" not in collect(exchange, tolerance=1.5)
    shutil.rmtree(exchange / "submitted")
    time.sleep(2.2)
    (folder / "work.ipynb").write_text("better work")  # in place: the folder's own times stay
    assert "but work.ipynb was last changed at" in collect(exchange, tolerance=1.5)
    assert collected(exchange) is None


@pytest.mark.parametrize("says", ["no time at all", "2020-13-45 00:00:00 UTC", "2026+x"])
def test_a_name_that_nbgrader_does_not_give_stops_nobody_elses_collecting(exchange, says):
    strange = hand_in(exchange, says=says, student="s001")
    hand_in(exchange)
    assert f"refused {strange.name}" in collect(exchange)
    assert collected(exchange) == "work of 0:00:00"
