"""What the parts of a watcher share of one course folder: journals, what lies in submitted/, and whom to tell."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from grader.cohort.watching.exchange import Exchange
from grader.cohort.watching.journal import Journal
from grader.cohort.watching.settings import Settings
from grader.submission.attempts import handed_in_at
from grader.submission.evidence import read_evidence
from grader.submission.handed_in import fingerprint_folder


class CourseFolder:
    """One course folder under watch; `say` tells the operator."""

    def __init__(self, root: Path, exchange: Exchange | None, settings: Settings, say: Callable[[str], None]):
        self.root, self.exchange, self.settings, self.say = root, exchange, settings, say
        self.unanswered: list[str] = []  # since it was made: who, of what, and during which step
        self._journals: dict[tuple[str, str], Journal] = {}
        self._fingerprints: dict[Path, tuple[tuple, str]] = {}
        self._said: dict[str, str] = {}
        self._failed: dict[str, str] = {}

    def journal(self, assignment: str, student: str) -> Journal:
        """Return the journal of a student, which is read once."""
        found = self._journals.get((assignment, student))
        if found is None or (found.lines and not found.path.exists()):  # it was deleted on request
            found = self._journals[assignment, student] = Journal(self.root, assignment, student)
        return found

    def place(self, assignment: str, student: str) -> Path:
        """Return where the attempt lies that counts."""
        return self.root / "submitted" / student / assignment

    def attempt(self, assignment: str, student: str) -> str:
        """Return the fingerprint of the attempt that counts; files are read only when something has changed."""
        place = self.place(assignment, student)
        seen = _signature(place)
        known = self._fingerprints.get(place)
        if known is None or known[0] != seen:
            known = self._fingerprints[place] = (seen, fingerprint_folder(place))
        return known[1]

    def handed_in(self, assignment: str, student: str) -> datetime | None:
        """Return when the attempt that counts was handed in, in UTC, where that is known."""
        return handed_in_at(self.place(assignment, student))

    def is_graded(self, assignment: str, student: str, attempt: str) -> bool:
        """Is this attempt's grade the one in the gradebook?"""
        evidence = read_evidence(self.root, assignment, student)
        return evidence is not None and evidence.get("submission") == attempt

    def say_once(self, about: str, text: str) -> None:
        """Tell something that would otherwise be told in every round."""
        if self._said.get(about) != text:
            self._said[about] = text
            self.say(text)

    def say_new(self, failed: dict[str, str]) -> None:
        """Tell of {assignment: what is wrong} what was not so in the round before."""
        for assignment, text in failed.items():
            if self._failed.get(assignment) != text:
                self.say(text)
        self._failed = dict(failed)


def _signature(place: Path) -> tuple:
    """Return what changes when anything in a folder does, without reading its files."""
    found = []
    for directory, _, names in os.walk(place):
        for name in [".", *sorted(names)]:
            try:
                details = os.lstat(os.path.join(directory, name))
            except OSError:
                continue
            found.append((directory, name, details.st_mtime_ns, details.st_size, details.st_ino))
    return tuple(found)
