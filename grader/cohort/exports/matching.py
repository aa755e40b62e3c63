"""Whose line is whose in a file that a learning platform wrote, which knows ids that only it gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from traitlets import Dict, Unicode

from grader.cohort.exports.base import CourseExport
from grader.cohort.exports.marks import Mark
from grader.cohort.exports.spreadsheets import points
from grader.errors import UserError
from grader.roster import Person


class PlatformFileError(UserError):
    """The file that was to be filled in is not one that the platform writes; the message says what is missing."""


@dataclass
class Matched:
    """The lines of a platform's file by the id of their student, and what nobody was found for."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    only_there: list[str] = field(default_factory=list)
    only_here: list[str] = field(default_factory=list)


def match(people: Iterable[Person], lines: Iterable[list[str]], header: list[str], keys: tuple[str, ...]) -> Matched:
    """Find the line of each person by id or e-mail address, capitals aside; names decide nothing: two may share one.

    Somebody whom two lines fit, or a line that fits two people, is matched with none.
    """
    columns = [header.index(key) for key in keys if key in header]
    called: dict[str, set[str]] = {}
    for person in people:
        for text in {person.id.lower(), person.email.lower()} - {""}:
            called.setdefault(text, set()).add(person.id)
    found: dict[str, list[list[str]]] = {}
    matched = Matched()
    for line in lines:
        fits: set[str] = set()
        for column in columns:
            fits |= called.get(line[column].strip().lower(), set()) if column < len(line) else set()
        if len(fits) == 1:
            found.setdefault(fits.pop(), []).append(line)
        else:
            matched.only_there.append(_said(line))
    for person in people:
        own = found.get(person.id, [])
        if len(own) == 1:
            matched.lines[person.id] = own[0]
        else:
            matched.only_here.append(person.id)
            matched.only_there += [_said(line) for line in own]
    return matched


def _said(line: list[str]) -> str:
    return " ".join(text for text in line[:5] if text)


class PlatformExport(CourseExport):
    """A file for a learning platform, made from nothing or from one that the platform wrote."""

    platform_file = Unicode("", help="A file that the platform exported; ids and columns are taken from it.").tag(
        config=True
    )
    titles = Dict(help="What the platform calls an assignment, where it is called otherwise there.").tag(config=True)
    missing = Unicode("", help="What stands for who handed in nothing: empty, or 0.").tag(config=True)

    def score(self, mark: Mark) -> str:
        """Return the score as text for a cell."""
        return self.missing if mark.score is None else points(mark.score)

    def matched(
        self, people: list[Person], lines: list[list[str]], header: list[str], keys: tuple[str, ...]
    ) -> dict[str, list[str]]:
        """Match lines and people, and list who matches nobody."""
        matched = match(people, lines, header, keys)
        self._say(f"not in {self.platform_file}, left out", matched.only_here)
        self._say(f"in {self.platform_file} only", matched.only_there)
        return matched.lines

    def _title(self, assignment: str) -> str:
        return self.titles.get(assignment, assignment)
