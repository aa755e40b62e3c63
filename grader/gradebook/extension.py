"""Give one student more time for one assignment: `python -m grader.gradebook.extension ASSIGNMENT STUDENT --days 2`.

nbgrader keeps extensions in its gradebook, and has a function for them but no command.
"""

from datetime import datetime
from pathlib import Path

import click
from nbgrader.api import MissingEntry

from grader.errors import UserError
from grader.gradebook.lateness import deadlines
from grader.gradebook.pipelines import open_course


class NoSuchStudent(UserError):
    """The gradebook does not know a student or an assignment; the message says which."""


def extend(root: Path, assignment: str, student: str, days: float = 0, hours: float = 0) -> datetime | None:
    """Set a student's extension, in place of an earlier one, and return the own deadline in UTC; 0 takes it away.

    Raises:
        NoSuchStudent: the gradebook does not know the student or the assignment.
        NoDueDate: there is no due date that could be extended.
    """
    with open_course(root).gradebook as gradebook:
        try:
            gradebook.find_student(student)
            gradebook.find_assignment(assignment)
        except MissingEntry as error:
            raise NoSuchStudent(str(error)) from None
        gradebook.update_or_create_submission(assignment, student)  # an extension is kept with the submission to come
        gradebook.grant_extension(assignment, student, days=days, hours=hours)
    try:
        return deadlines(root, assignment).of(student)
    except UserError:
        with open_course(root).gradebook as gradebook:
            gradebook.grant_extension(assignment, student)
        raise


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("assignment")
@click.argument("student")
@click.option("--days", default=0.0, help="Days more than the others have.")
@click.option("--hours", default=0.0, help="Hours, on top of the days.")
@click.option(
    "--course", type=click.Path(path_type=Path, file_okay=False), default=Path("."), help="The course folder."
)
def main(assignment: str, student: str, days: float, hours: float, course: Path) -> None:
    """Give STUDENT more time for ASSIGNMENT; without --days and --hours an extension is taken away."""
    try:
        deadline = extend(course, assignment, student, days, hours)
    except UserError as error:
        raise SystemExit(f"error: {error}") from None
    told = f"{deadline.isoformat(' ', 'minutes')} UTC" if deadline else "none: the assignment has no due date"
    click.echo(
        f"{student}'s deadline for {assignment}: {told}. `python -m grader grade {assignment}` brings it to the grade"
    )


if __name__ == "__main__":
    main(prog_name="python -m grader.gradebook.extension")
