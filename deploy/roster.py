"""Who takes part, in one CSV file that feeds the hub's groups and the gradebook.

Columns: id,first_name,last_name,email,role; the role is `student` or `instructor`, the id is the log-in name.
"""

import csv
import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from deploy.settings import read_settings

COLUMNS = ("id", "first_name", "last_name", "email", "role")
ROLES = ("student", "instructor")
# what Debian allows for an account; `+` and `*` would also break the names of nbgrader's submissions
NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}$")


class RosterError(ValueError):
    """The roster cannot be used; the message lists every line that is wrong."""


@dataclass(frozen=True)
class Person:
    """One line of the roster."""

    id: str
    first_name: str
    last_name: str
    email: str
    role: str


def read_roster(path):
    """Return the people of a roster, in its order.

    Raises:
        RosterError: the file is missing or some lines are wrong; the message has their numbers.
    """
    path = Path(path)
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:  # spreadsheets write a byte order mark
            reader = csv.DictReader(file)
            header = tuple(name.strip() for name in reader.fieldnames or ())
            reader.fieldnames = header
            if header != COLUMNS:
                raise RosterError(
                    f"{path}, line 1: the columns are {','.join(header)}; they must be {','.join(COLUMNS)}"
                )
            rows = [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        raise RosterError(f"{path} does not exist; start from deploy/roster.example.csv") from None
    except UnicodeDecodeError:
        raise RosterError(f"{path} is not UTF-8; save it again as CSV in UTF-8") from None
    people, problems = [], []
    for line, row in rows:
        wrong = _wrong(row)
        if wrong:
            problems += [f"{path}, line {line}: {what}" for what in wrong]
        else:
            people.append(Person(**{name: row[name].strip() for name in COLUMNS}))
    for name, count in Counter(person.id for person in people).items():
        if count > 1:
            problems.append(f"{path}: {name} stands on {count} lines")
    if not problems and not any(person.role == "instructor" for person in people):
        problems.append(f"{path}: there is no instructor")
    if problems:
        raise RosterError("\n".join(problems))
    return people


def _wrong(row):
    if None in row or None in row.values():
        return [f"it does not have {len(COLUMNS)} values"]
    name, role, wrong = row["id"].strip(), row["role"].strip(), []
    if not NAME.match(name):
        wrong.append(f"{name!r} cannot be a log-in name: small letters, digits, - and _, a letter first, at most 32")
    if role not in ROLES:
        wrong.append(f"the role is {role!r}; it must be {' or '.join(ROLES)}")
    return wrong


def names(people, role):
    """Return the ids of those who have a role."""
    return [person.id for person in people if person.role == role]


def update_gradebook(people, gradebook):
    """Bring the students of the roster into an open gradebook; return ids that are in the gradebook only.

    Nobody is removed from a gradebook: grades would go as well.
    """
    students = [person for person in people if person.role == "student"]
    for person in students:
        last_name = person.last_name or ("" if person.first_name else person.id)  # pages show a nameless one as ","
        gradebook.update_or_create_student(
            person.id, first_name=person.first_name, last_name=last_name, email=person.email
        )
    return sorted({student.id for student in gradebook.students} - {person.id for person in students})


def update_ngshare(people, course, url, token):
    """Make the course in ngshare, unless it is there, and bring the roster into it.

    The grader's service acts by the course's name, so it is an instructor, too.

    Raises:
        RosterError: ngshare refused; the message says what.
    """
    import requests

    headers = {"Authorization": f"token {token}"}
    teachers = [*names(people, "instructor"), course]
    students = [
        {"username": p.id, "first_name": p.first_name, "last_name": p.last_name, "email": p.email}
        for p in people
        if p.role == "student"
    ]
    made = requests.post(f"{url}/course/{course}", {"instructors": json.dumps(teachers)}, headers=headers, timeout=60)
    if not made.ok and "already exists" not in made.text:
        raise RosterError(f"ngshare did not make the course {course}: {made.status_code} {made.text}")
    data = {"students": json.dumps(students)}
    added = requests.post(f"{url}/students/{course}", data, headers=headers, timeout=60)
    refused = [entry for entry in added.json().get("status", []) if not entry["success"]] if added.ok else [added.text]
    if refused:
        raise RosterError(f"ngshare did not take the roster: {refused}")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--roster", default=None, help="the file; default: CONVOLUTIONS_ROSTER")
@click.option("--check", is_flag=True, help="read the roster and say who is in it")
@click.option("--gradebook", is_flag=True, help="bring its students into the gradebook; run it as the grader")
@click.option("--ngshare", is_flag=True, help="bring it into ngshare; run it in a terminal of the grader's server")
@click.option("--root", default=".", show_default=True, help="the course folder, with --gradebook")
def main(roster, check, gradebook, ngshare, root):
    """Check the roster, or bring it into the gradebook and ngshare.

    The hub reads the roster when it starts.
    """
    try:
        people = read_roster(roster or read_settings().roster)
    except RosterError as error:
        raise SystemExit(str(error)) from None
    if check or not (gradebook or ngshare):
        for role in ROLES:
            click.echo(f"{len(names(people, role))} {role}s: {', '.join(names(people, role))}")
    if gradebook:
        from grader.gradebook.pipelines import open_course

        with open_course(root).gradebook as book:
            gone = update_gradebook(people, book)
        click.echo(f"the gradebook has all {len(names(people, 'student'))} students of the roster")
        if gone:
            click.echo(f"in the gradebook, but not in the roster: {', '.join(gone)}")
    if ngshare:
        try:
            url, token = os.environ["CONVOLUTIONS_NGSHARE"], os.environ["JUPYTERHUB_API_TOKEN"]
            update_ngshare(people, read_settings().course, url, token)
        except KeyError as error:
            raise SystemExit(f"{error} is not set: run this in a terminal of the grader's server") from None
        except RosterError as error:
            raise SystemExit(str(error)) from None
        click.echo("ngshare has the course with everybody in the roster")


if __name__ == "__main__":
    main(prog_name="python -m deploy.roster")
