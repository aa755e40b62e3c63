"""Keep what was done with each attempt, one line a state, so that a watcher that was killed goes on where it was.

One file for each student and assignment, only ever appended to, and on the disk before the next step begins.
"""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.places import private_folder

FOLDER = "watching"
# in the order in which they come; "held", "waits", "refused", "looked", "left" and "failed" stand beside them
TAKEN, GRADING, GRADED, PAGE, RELEASED = "taken", "grading", "graded", "page", "released"
WAITS, HELD, REFUSED, LOOKED, LEFT, FAILED = "waits", "held", "refused", "looked", "left", "failed"

Line = dict[str, Any]  # {"at", "state", "attempt", ...}


def now() -> datetime:
    """Return the time in UTC, without a zone, as nbgrader keeps times."""
    return datetime.now(UTC).replace(tzinfo=None)


class Journal:
    """What was done with one student's attempts at one assignment."""

    def __init__(self, root: Path, assignment: str, student: str):
        self.root, self.assignment, self.student = root, assignment, student
        self.path = private_folder(root, FOLDER, assignment) / f"{student}.jsonl"
        self.lines = _read(self.path)

    def write(self, state: str, attempt: str | None = None, **said: object) -> None:
        """Append one line; when this returns it will be found after any crash."""
        line = {"at": now().isoformat(timespec="milliseconds"), "state": state, "attempt": attempt, **said}
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            torn = size and os.pread(descriptor, 1, size - 1) != b"\n"  # the end of a line that was being written
            os.write(descriptor, b"\n" * bool(torn) + json.dumps(line).encode() + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self.lines.append(line)

    def of(self, attempt: str | None, *states: str) -> list[Line]:
        """Return the lines about an attempt, of these states only if some are named."""
        about = [line for line in self.lines if line["attempt"] == attempt]
        return [line for line in about if not states or line["state"] in states]

    def grading_began(self) -> dict[str, datetime]:
        """Return when each graded attempt was first begun; one that was begun twice, after a kill, counts once."""
        began: dict[str, datetime] = {}
        for line in self.lines:
            if line["state"] == GRADING and line.get("counts", True):
                began.setdefault(line["attempt"], datetime.fromisoformat(line["at"]))
        return began

    def released(self, attempt: str | None = None, full: bool | None = None) -> list[Line]:
        """Return the releases, of one attempt or all, with all scores or without those held back."""
        found = [line for line in self.lines if line["state"] == RELEASED and attempt in (None, line["attempt"])]
        return [line for line in found if full is None or line.get("full") == full]

    def names_seen(self) -> set[str]:
        """Return the names in the exchange that have been looked at."""
        return {name for line in self.lines if line["state"] == LOOKED for name in line.get("names", [])}


def _read(path: Path) -> list[Line]:
    """Return the whole lines of a journal; what was being written when a machine stopped is none."""
    found = []
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    for written in text.splitlines():
        try:
            line = json.loads(written)
        except ValueError:
            continue
        if isinstance(line, dict) and isinstance(line.get("at"), str) and "state" in line and "attempt" in line:
            found.append(line)
    return found


def journals(root: Path, assignment: str) -> Iterator[Journal]:
    """Yield the journals that there are for an assignment, by student; none is made."""
    folder = Path(root) / "private" / FOLDER / assignment
    for path in sorted(folder.glob("*.jsonl")):
        yield Journal(Path(root), assignment, path.stem)
