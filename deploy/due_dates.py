"""Publish the gradebook's due dates in the exchange, where students' start pages read them, whenever they change.

nbgrader tells students no due date.  What is written here is what the gradebook held after the last change that this
course's grader made, with formgrader's pencil or `nbgrader db assignment add`: a date that moves, moves there too.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Assignment
from sqlalchemy import event, select
from sqlalchemy.orm import Session
from traitlets.log import get_logger

from grader.places import whole_file

FILE = "due_dates.json"
_PENDING = "due dates of this transaction"
_folders: set[Path] = set()  # of the courses in the exchange: one, but for tests


def follow(course: Path) -> None:
    """From now on, write the due dates into `course`, a folder of the exchange, when this process changes one.

    May be called again: nbgrader reads its configuration for every request.
    """
    _folders.clear()
    _folders.add(course)
    for name, listener in (("after_flush", _note), ("after_commit", _publish), ("after_rollback", _forget)):
        if not event.contains(Session, name, listener):
            event.listen(Session, name, listener)


def write(course: Path, dates: dict[str, datetime | None]) -> None:
    """Write due dates, in UTC as nbgrader keeps them, for everybody to read; assignments without one are left out."""
    told = {name: due.replace(tzinfo=UTC).isoformat() for name, due in sorted(dates.items()) if due}
    with whole_file(course / FILE, mode=0o644) as file:
        json.dump(told, file, indent=1)


def _note(session, _context):
    """Read the dates in the transaction that changes them: after the commit a session may ask nothing."""
    if any(isinstance(entry, Assignment) for entry in (*session.new, *session.dirty, *session.deleted)):
        table = Assignment.__table__
        rows = session.connection().execute(select(table.c.name, table.c.duedate))
        session.info[_PENDING] = {name: due for name, due in rows}


def _publish(session):
    dates = session.info.pop(_PENDING, None)
    for course in _folders if dates is not None else ():
        try:
            write(course, dates)
        except OSError as error:  # grading goes on; students' pages keep the dates they had
            get_logger().warning("the due dates could not be published in %s: %s", course, error)


def _forget(session):
    session.info.pop(_PENDING, None)


__all__ = ["FILE", "follow", "write"]
