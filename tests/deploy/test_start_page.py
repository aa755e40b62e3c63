"""Does a student's start page say what is released and until when, also after a date moved, and harm nobody's files?"""

import json
import runpy
from datetime import UTC, datetime

import pytest
from nbgrader.api import Gradebook

from deploy import due_dates
from deploy.due_dates import FILE, follow
from deploy.settings import CHECKOUT

START = runpy.run_path(str(CHECKOUT / "deploy" / "roles" / "extensions" / "convolutions_start.py"))
NAME = "1-cross-correlation"


@pytest.fixture
def exchange(tmp_path):
    """A course in an exchange, with an assignment released; nobody follows the gradebook afterwards."""
    course = tmp_path / "exchange"
    (course / "outbound" / NAME).mkdir(parents=True)
    (tmp_path / "home" / NAME).mkdir(parents=True)
    yield course
    due_dates._folders.clear()


@pytest.fixture
def gradebook(tmp_path, exchange):
    """An open gradebook whose due dates are published in the exchange."""
    follow(exchange)
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "convolutions") as book:
        yield book


def shown(exchange):
    """The line of the assignment on a student's start page."""
    text = START["page"](exchange, exchange.parent / "home")
    return next(line for line in text.splitlines() if NAME in line)


def test_the_page_follows_the_gradebook(exchange, gradebook):
    assert "no date set" in shown(exchange)
    gradebook.update_or_create_assignment(NAME, duedate="2026-12-04 22:59 UTC")
    assert START["in_words"](datetime(2026, 12, 4, 22, 59, tzinfo=UTC)) in shown(exchange)
    gradebook.update_or_create_assignment(NAME, duedate="2026-12-11 22:59 UTC")
    assert START["in_words"](datetime(2026, 12, 11, 22, 59, tzinfo=UTC)) in shown(exchange)
    gradebook.update_or_create_student("s001")  # nothing of an assignment: nothing is written
    assert (exchange / FILE).stat().st_mode & 0o777 == 0o644
    gradebook.update_or_create_assignment(NAME, duedate=None)
    assert "no date set" in shown(exchange)
    assert [path.name for path in exchange.iterdir() if path.is_file()] == [FILE], "no half-written file is left"


def test_a_change_that_is_taken_back_is_not_published(exchange, gradebook):
    gradebook.update_or_create_assignment(NAME, duedate="2026-12-04 22:59 UTC")
    before = (exchange / FILE).read_text()
    gradebook.find_assignment(NAME).duedate = datetime(2030, 1, 1)
    gradebook.db.flush()
    gradebook.db.rollback()
    gradebook.update_or_create_student("s001")
    assert (exchange / FILE).read_text() == before


def test_an_exchange_that_is_gone_stops_no_grading(exchange, gradebook, caplog):
    follow(exchange / "moved")
    gradebook.update_or_create_assignment(NAME, duedate="2026-12-04 22:59 UTC")
    assert gradebook.find_assignment(NAME).duedate == datetime(2026, 12, 4, 22, 59)


def test_reading_the_configuration_again_publishes_once(exchange, gradebook, monkeypatch):
    written = []
    monkeypatch.setattr(due_dates, "write", lambda course, dates: written.append(course))
    for _ in range(3):
        follow(exchange)
    gradebook.update_or_create_assignment(NAME, duedate="2026-12-04 22:59 UTC")
    commits = len(written)
    assert written == [exchange] * commits and commits in (1, 2), "making it and dating it may be two"


@pytest.mark.parametrize(
    "case, written",
    [
        ("no file", None),
        ("cut short", '{"1-cross-correlation": "2026-'),
        ("a list", "[1, 2]"),
        ("no date", json.dumps({NAME: "soon"})),
        ("a number", json.dumps({NAME: 4})),
        ("not text", b"\xff\xfe\x00"),
    ],
)
def test_dates_that_cannot_be_read_are_none(exchange, case, written):
    if written is not None:
        (exchange / FILE).write_bytes(written if isinstance(written, bytes) else written.encode())
    assert "no date set" in shown(exchange), case


def test_what_is_fetched_is_a_link(exchange):
    assert f"{NAME} (not fetched yet)" in shown(exchange)
    (exchange.parent / "home" / NAME / "cross-correlation.ipynb").write_text("{}")
    assert f"[{NAME}]({NAME}/cross-correlation.ipynb)" in shown(exchange)


def test_names_that_could_be_markup_are_left_out(exchange):
    (exchange / "outbound" / "a](javascript:x) [b").mkdir()
    assert "javascript" not in START["page"](exchange, exchange.parent / "home")


def test_a_students_own_file_stays(exchange):
    home = exchange.parent / "home"
    START["refresh"](exchange, home)
    page = (home / "START.md").read_text()
    assert page.startswith(START["MARK"]) and NAME in page
    (home / "START.md").write_text("my notes")
    START["refresh"](exchange, home)
    assert (home / "START.md").read_text() == "my notes"
    (home / "START.md").unlink()
    (home / "START.md").mkdir()
    START["refresh"](exchange, home)
