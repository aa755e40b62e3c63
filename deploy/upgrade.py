"""Decides whether the grader's course may be brought up to date: not while an assignment is out.

Out is what students may still hand in, and what they have handed in and nobody has graded: it would be graded, or asked
again, by another release than the one that it answers.  The gradebook is looked at as the grader, by the course that is
there; what is released, by root, in the exchange.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict

from deploy.settings import Settings

Run = Callable[[list[str], Path], subprocess.CompletedProcess]  # a command, in a folder, as the grader


class Seen(TypedDict):
    """What the course folder says of one assignment; times in UTC."""

    due: str | None  # the last deadline, extensions included
    handed_in: list[str]
    graded: list[str]


# for the course that is there, whatever its release: it uses nothing that the first release did not have
LOOKS = """
import json
from pathlib import Path
from grader.gradebook.pipelines import open_course
api = open_course(".")
url = api.coursedir.db_url
found = {}
if not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists():
    from nbgrader.api import Assignment, SubmittedAssignment
    with api.gradebook as book:
        for name, due in book.db.query(Assignment.name, Assignment.duedate).all():
            rows = book.db.query(SubmittedAssignment.extension).join(SubmittedAssignment.assignment)
            more = [extension for extension, in rows.filter(Assignment.name == name) if extension]
            last = due and due + max(more, default=due - due)
            found[name] = {"due": last and last.isoformat(), "graded": sorted(api.get_autograded_students(name))}
for folder in Path("submitted").glob("*/*"):
    if folder.is_dir():
        one = found.setdefault(folder.name, {"due": None, "graded": []})
        one.setdefault("handed_in", []).append(folder.parent.name)
print(json.dumps(found))
"""


def out(settings: Settings, topology: str, root: Path, run: Run) -> list[str]:
    """Return a line for each assignment that is out, with why; an empty list where the course may be replaced.

    `root` is the grader's course folder.  Where it cannot be seen what is out, that is the line.
    """
    if not (root / "grader").exists():
        return []  # there is no course yet
    done = run([sys.executable, "-c", LOOKS], root)
    try:
        seen: dict[str, Seen] = json.loads(done.stdout.strip().split("\n")[-1])
    except ValueError:
        last = (done.stderr.strip() or "no message").split("\n")[-1]
        return [f"what is out cannot be seen in {root}: {last}"]
    ours = {path.name for path in (root / "release").iterdir() if path.is_dir()}
    where = ngshare_released(settings) if topology == "ngshare" else exchange_released(settings)
    waiting = {} if topology == "ngshare" else uncollected(settings)
    now = datetime.now(UTC).replace(tzinfo=None)
    lines = []
    for name in sorted(ours & {*seen, *where, *waiting}):
        reasons = why_out(seen.get(name), name in where, waiting.get(name, ()), now)
        if reasons:
            lines.append(f"{name}: {'; '.join(reasons)}")
    return lines


def why_out(seen: Seen | None, released: bool, waiting: Collection[str], now: datetime) -> list[str]:
    """Return why an assignment is out, in words; `waiting` are those whose work lies in the exchange.

    >>> due = {"due": "2026-12-04T22:59:00", "handed_in": ["s001", "s002"], "graded": ["s001"]}
    >>> why_out(due, True, ["s001", "s003"], datetime(2026, 12, 1))
    ['released, due 2026-12-04 22:59 UTC', 'handed in and not collected: s003', 'not graded: s002']
    """
    last = seen.get("due") if seen else None
    due = datetime.fromisoformat(last) if last else None
    handed_in = set(seen.get("handed_in", ())) if seen else set()
    graded = set(seen.get("graded", ())) if seen else set()
    reasons = []
    if released and (due is None or due > now):
        reasons.append(f"released, due {due:%Y-%m-%d %H:%M} UTC" if due else "released, without a due date")
    if uncollected := set(waiting) - handed_in:
        reasons.append(f"handed in and not collected: {_some(uncollected)}")
    if ungraded := handed_in - graded:
        reasons.append(f"not graded: {_some(ungraded)}")
    return reasons


def exchange_released(settings: Settings) -> set[str]:
    """Return what lies in the exchange for students to fetch."""
    return _names(Path(settings.exchange) / settings.course / "outbound")


def ngshare_released(settings: Settings) -> set[str]:
    """Return what ngshare has for students to fetch: it keeps an entry for nothing else."""
    path = Path(settings.ngshare_state) / "ngshare.db"
    if not path.exists():
        return set()
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return {name for (name,) in database.execute("select id from assignments")}
    finally:
        database.close()


def uncollected(settings: Settings) -> dict[str, set[str]]:
    """Return {assignment: students whose work lies in the exchange}; nbgrader names it STUDENT+ASSIGNMENT+TIME+..."""
    found: dict[str, set[str]] = {}
    for name in _names(Path(settings.exchange) / settings.course / "inbound"):
        student, _, rest = name.partition("+")
        found.setdefault(rest.partition("+")[0], set()).add(student)
    return found


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _some(students: Collection[str], most: int = 5) -> str:
    """Name a few.

    >>> _some({"s001", "s002", "s003"}, most=2)
    's001, s002 and 1 more'
    """
    named = ", ".join(sorted(students)[:most])
    return named + (f" and {len(students) - most} more" if len(students) > most else "")
