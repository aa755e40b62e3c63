"""A student's start page: what is released, until when, and how to begin.  Runs in the student's own server.

It writes START.md into the home folder when the server starts, and again when something changes: assignments and
their due dates are read from the exchange each minute.  JupyterLab opens it first (`ServerApp.default_url`).
"""

import json
import os
import re
from datetime import datetime
from pathlib import Path

from tornado.ioloop import PeriodicCallback

FILE = "START.md"
MARK = "<!-- written by the course: changes are lost -->"
SECONDS = 60
NAME = re.compile(r"[\w.-]+\Z")  # what may stand in the page as it is


def released(course: Path) -> list[str]:
    """Return the names of the assignments that students can fetch, none where the exchange is not a folder."""
    try:
        found = sorted(path.name for path in (course / "outbound").iterdir() if path.is_dir())
    except OSError:
        return []
    return [name for name in found if NAME.match(name)]


def due_dates(course: Path) -> dict[str, datetime]:
    """Return the due dates that the grader published, without any that cannot be read."""
    try:
        told = json.loads((course / "due_dates.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    dates = {}
    for name, text in told.items() if isinstance(told, dict) else ():
        try:
            dates[name] = datetime.fromisoformat(text)
        except (TypeError, ValueError):
            continue
    return dates


def in_words(moment: datetime) -> str:
    """Return a moment as a student reads it, in this machine's time.

    >>> in_words(datetime(2026, 12, 4, 22, 59))[:30]
    'Friday, 4 December 2026, 22:59'
    """
    local = moment.astimezone()
    return f"{local:%A}, {local.day} {local:%B %Y, %H:%M} {local:%Z}"


def page(course: Path, home: Path) -> str:
    """Return the start page as Markdown."""
    dates = due_dates(course)
    rows = []
    for name in released(course):
        notebooks = sorted(path.name for path in (home / name).glob("*.ipynb") if NAME.match(path.name))
        links = [f"[{name}]({name}/{notebook})" for notebook in notebooks]
        rows.append(
            f"| {', '.join(links) or f'{name} (not fetched yet)'} | "
            f"{in_words(dates[name]) if name in dates else 'no date set'} |"
        )
    table = ["| assignment | due |", "|---|---|", *rows] if rows else ["*Nothing is listed here yet.*"]
    return "\n".join(
        [
            MARK,
            "# Convolutions",
            "",
            *table,
            "",
            "A later date that you were given yourself holds instead. The last attempt before the deadline counts.",
            "Dates can move: reload this browser page to see them as they are now.",
            "",
            "1. **Begin**: menu *Nbgrader → Assignment List*, press *Fetch*, open the notebook.",
            "2. **Work**: run each `check(...)`; press *Validate* when you think that you are done.",
            "3. **Hand in**: *Nbgrader → Assignment List*, *Submit*, as often as you like.",
            "4. **Read the feedback**: in the same list, *Fetch Feedback*.",
            "",
        ]
    )


def refresh(course: Path, home: Path) -> None:
    """Write the page where it is not as it must be; a file that a student made under its name stays."""
    target, text = home / FILE, page(course, home)
    try:
        there = target.read_text(encoding="utf-8") if target.exists() else ""
        if there != text and (not there or there.startswith(MARK)):
            target.write_text(text, encoding="utf-8")
    except (OSError, ValueError):  # a full disk, or a folder of this name: there is the menu, too
        return


def _load_jupyter_server_extension(app):
    """Keep the page as the exchange says, for as long as the server runs."""
    course = Path(os.environ.get("CONVOLUTIONS_EXCHANGE", "")) / os.environ.get("CONVOLUTIONS_COURSE", "convolutions")
    home = Path(app.root_dir)
    refresh(course, home)
    PeriodicCallback(lambda: refresh(course, home), SECONDS * 1000).start()


def _jupyter_server_extension_points():
    return [{"module": "convolutions_start"}]
