"""Who takes part, in one CSV file that feeds the hub's groups and the gradebook.

Columns: id,first_name,last_name,email,role; the role is `student`, `instructor` or `withdrawn`, the id is the log-in
name.  How it is read, `grader.roster` says.
"""

import json
import os

import click

from deploy.settings import read_settings
from grader.roster import INSTRUCTOR, ROLES, STUDENT, WITHDRAWN, Person, RosterError, find_roster, names, read_roster


def update_gradebook(people, gradebook):
    """Bring the students of the roster into an open gradebook; return ids that are in the gradebook only.

    Nobody is removed from a gradebook: grades would go as well.  Who has withdrawn stays in it, and comes back with
    all grades when the roster says `student` again.
    """
    students = [person for person in people if person.role == STUDENT]
    for person in students:
        last_name = person.last_name or ("" if person.first_name else person.id)  # pages show a nameless one as ","
        gradebook.update_or_create_student(
            person.id, first_name=person.first_name, last_name=last_name, email=person.email
        )
    return sorted({student.id for student in gradebook.students} - {person.id for person in people})


def update_ngshare(people, course, url, token):
    """Make the course in ngshare, unless it is there, and bring the roster into it.

    The grader's service acts by the course's name, so it is an instructor, too.

    Raises:
        RosterError: ngshare refused; the message says what.
    """
    import requests

    headers = {"Authorization": f"token {token}"}
    teachers = [*names(people, INSTRUCTOR), course]
    students = [
        {"username": p.id, "first_name": p.first_name, "last_name": p.last_name, "email": p.email}
        for p in people
        if p.role == STUDENT
    ]
    made = requests.post(f"{url}/course/{course}", {"instructors": json.dumps(teachers)}, headers=headers, timeout=60)
    if not made.ok and "already exists" not in made.text:
        raise RosterError(f"ngshare did not make the course {course}: {made.status_code} {made.text}")
    data = {"students": json.dumps(students)}
    added = requests.post(f"{url}/students/{course}", data, headers=headers, timeout=60)
    refused = [entry for entry in added.json().get("status", []) if not entry["success"]] if added.ok else [added.text]
    if refused:
        raise RosterError(f"ngshare did not take the roster: {refused}")


def in_words(people: list[Person]) -> list[str]:
    """Return who is in the roster, role by role, one line for each person: the id, then the name."""
    lines = []
    for role in ROLES:
        listed = [person for person in people if person.role == role]
        if listed:
            plural = "" if role == WITHDRAWN else "" if len(listed) == 1 else "s"
            lines.append(f"{len(listed)} {role}{plural}:")
        width = max((len(person.id) for person in listed), default=0)
        for person in listed:
            lines.append(f"  {person.id:<{width}}  {person.name if person.name != person.id else ''}".rstrip())
    return lines


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--roster", default=None, help="the file; default: CONVOLUTIONS_ROSTER, or roster.csv in the course folder"
)
@click.option("--check", is_flag=True, help="read the roster and say who is in it")
@click.option("--gradebook", is_flag=True, help="bring its students into the gradebook; run it as the grader")
@click.option("--ngshare", is_flag=True, help="bring it into ngshare; run it in a terminal of the grader's server")
@click.option("--root", default=".", show_default=True, help="the course folder")
def main(roster, check, gradebook, ngshare, root):
    """Check the roster, or bring it into the gradebook and ngshare.

    The hub reads the roster when it starts.
    """
    try:
        people = read_roster(roster or find_roster(root) or read_settings().roster)
    except RosterError as error:
        raise SystemExit(str(error)) from None
    if check or not (gradebook or ngshare):
        click.echo("\n".join(in_words(people)))
    if gradebook:
        from grader.gradebook.pipelines import open_course

        with open_course(root).gradebook as book:
            gone = update_gradebook(people, book)
        click.echo(f"the gradebook has all {len(names(people, STUDENT))} students of the roster")
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
