"""Who takes part: the course's list of people, read from one CSV file with every line checked.

Knows no hub, no gradebook and no account: what an id may be on a machine, `deploy` says.
"""

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from grader.errors import UserError

COLUMNS = ("id", "first_name", "last_name", "email", "role")
STUDENT, INSTRUCTOR, WITHDRAWN = ROLES = ("student", "instructor", "withdrawn")
# what schools use: numbers, names, addresses, capitals.  Not `+`, which parts the names of nbgrader's submissions,
# and nothing that a path, a URL or a pattern of file names reads as its own
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}\Z")


class RosterError(UserError, ValueError):
    """The roster cannot be used; the message lists every line that is wrong."""


@dataclass(frozen=True)
class Person:
    """One line of the roster.

    >>> Person("jane.doe", "Jane", "O'Neill, Jr.", "jane.doe@uni.edu", "student").sortable_name
    "O'Neill, Jr., Jane"
    >>> Person("12345678", "", "", "", "student").sortable_name
    '12345678'
    """

    id: str
    first_name: str
    last_name: str
    email: str
    role: str

    @property
    def name(self) -> str:
        """The name as it is spoken, or the id of one who has none."""
        return " ".join(part for part in (self.first_name, self.last_name) if part) or self.id

    @property
    def sortable_name(self) -> str:
        """The name with the last name first, as grade books list it; no comma where there is one name only."""
        return ", ".join(part for part in (self.last_name, self.first_name) if part) or self.id


def find_roster(root: Path | str) -> Path | None:
    """Return the roster that a course folder uses: `CONVOLUTIONS_ROSTER`, else its own `roster.csv`, else None."""
    named = os.environ.get("CONVOLUTIONS_ROSTER")
    own = Path(root) / "roster.csv"
    return Path(named) if named else own if own.exists() else None


def read_roster(path: Path | str) -> list[Person]:
    """Return the people of a roster, in its order.

    Raises:
        RosterError: the file is missing or some lines are wrong; the message has their numbers.
    """
    path = Path(path)
    people, problems = [], []
    for line, row in _rows(path):
        wrong = _wrong(row)
        if wrong:
            problems += [f"{path}, line {line}: {what}" for what in wrong]
        else:
            people.append(Person(**{name: row[name].strip() for name in COLUMNS}))
    problems += [f"{path}: {what}" for what in _clashes(people)]
    if not problems and not any(person.role == INSTRUCTOR for person in people):
        problems.append(f"{path}: there is no instructor")
    if problems:
        raise RosterError("\n".join(problems))
    return people


def names(people: list[Person], role: str) -> list[str]:
    """Return the ids of those who have a role."""
    return [person.id for person in people if person.role == role]


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:  # spreadsheets write a byte order mark
            reader = csv.DictReader(file, dialect=_dialect(file))
            header = tuple(name.strip() for name in reader.fieldnames or ())
            reader.fieldnames = header
            if header != COLUMNS:
                raise RosterError(
                    f"{path}, line 1: the columns are {','.join(header)}; they must be {','.join(COLUMNS)}"
                )
            return [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        raise RosterError(f"{path} does not exist; start from deploy/roster.example.csv") from None
    except UnicodeDecodeError:
        raise RosterError(f"{path} is not UTF-8; save it again as CSV in UTF-8") from None


def _dialect(file: TextIO) -> type[csv.Dialect]:
    """Where a comma is the decimal sign, spreadsheets part columns with semicolons."""
    head = file.readline()
    file.seek(0)

    class Dialect(csv.excel):
        delimiter = ";" if head.count(";") > head.count(",") else ","

    return Dialect


def _wrong(row: dict[str, str]) -> list[str]:
    if None in row or None in row.values():
        return [f"it does not have {len(COLUMNS)} values (a value that holds a comma stands in double quotes)"]
    name, role, wrong = row["id"].strip(), row["role"].strip(), []
    if not ID.match(name):
        wrong.append(
            f"{name!r} cannot be an id: letters, digits and . _ - @ only, a letter or digit first, at most 100"
        )
    if role not in ROLES:
        wrong.append(f"the role is {role!r}; it must be {', '.join(ROLES[:-1])} or {ROLES[-1]}")
    return wrong


def _clashes(people: list[Person]) -> Iterator[str]:
    """Say which ids stand there twice, or would be one log-in: a hub knows no capitals."""
    for name, count in Counter(person.id for person in people).items():
        if count > 1:
            yield f"{name} stands on {count} lines"
    alike: dict[str, dict[str, None]] = {}
    for person in people:
        alike.setdefault(person.id.lower(), {})[person.id] = None
    for written in alike.values():
        if len(written) > 1:
            yield f"{' and '.join(written)} differ only in capitals: log-in names must differ in more"
