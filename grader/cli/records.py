"""What is known after grading: of a class, of pairs that are alike, of one student who wants it forgotten."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from grader.cli.options import course_option, relative


@click.command()
@click.argument("assignment", required=False)
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this page, to look at.")
@click.option("--student", metavar="ID", help="Of one student, and nobody else.")
@click.option("--pseudonyms", is_flag=True, help="For sharing: no names and no ids.  Prose stays as it was written.")
@course_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def report(
    assignment: str | None, html: Path | None, student: str | None, pseudonyms: bool, course: Path, as_json: bool
) -> None:
    """Say what the class understood: scores, tasks, its mistakes by frequency, and what needs a person.

    Also before the deadline, on what is there. Reads what grading left, and runs nothing.
    """
    from tqdm import tqdm

    from grader.cohort import report as reports
    from grader.places import write_atomically

    def progress(marks: Iterable) -> Iterable:
        return tqdm(marks, unit="student", disable=None, file=sys.stderr, leave=False)

    facts = reports.facts_of(course, assignment, student, progress, pseudonyms)
    of_one = [reports.student_report(each, *each.names) for each in facts] if student else []
    of_all = [] if student else [reports.class_report(course, each.assignment, each) for each in facts]
    if html:
        write_atomically(html, reports.student_page(of_one) if student else reports.class_page(facts))
        click.echo(f"{html}: written", err=True)
    if as_json:
        click.echo(json.dumps(of_one or of_all, indent=1))
    elif not html:
        click.echo("\n\n".join([*map(reports.student_in_words, of_one), *map(reports.in_words, of_all)]))


@click.command()
@click.argument("assignment")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many pairs are shown.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write them side by side to this page.")
@click.option("--pseudonyms", is_flag=True, help="For sharing: no ids. The code stays as it was written.")
@course_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def similar(assignment: str, most: int, html: Path | None, pseudonyms: bool, course: Path, as_json: bool) -> None:
    """Rank pairs of answers that are alike beyond what the task forces: a reason to look, not a verdict.

    Reads what was handed in, and runs nothing of it.
    """
    from tqdm import tqdm

    from grader.cohort import similarity
    from grader.cohort.pseudonyms import pseudonyms as made_up
    from grader.places import write_atomically

    def progress(students: Iterable) -> Iterable:
        return tqdm(students, unit="student", disable=None, file=sys.stderr)

    found = similarity.similar_answers(course, assignment, most, progress)
    students = [path.name for path in (course / "submitted").iterdir()]
    called = made_up(course, students) if pseudonyms else {student: student for student in students}
    if html:
        write_atomically(html, similarity.html_page(found, called))
        click.echo(f"{html}: {len(found.pairs)} pairs", err=True)
    click.echo(
        json.dumps(similarity.as_json(found, called), indent=1) if as_json else similarity.in_words(found, called)
    )


@click.command()
@click.argument("student")
@click.option("--yes", is_flag=True, help="Delete it; without this, it is only listed.")
@course_option
def forget(student: str, yes: bool, course: Path) -> None:
    """List everything that the course keeps of STUDENT; with --yes, delete it for ever.

    Exit status 1 when something could not be deleted.
    """
    from grader.cohort.forgetting import forget as delete
    from grader.cohort.traces import traces

    found = traces(course, student)
    failed = delete(course, found) if yes else []
    for path in found.paths:
        click.echo(f"{'deleted' if yes else 'kept'}  {relative(path)}")
    if found.submissions is not None:
        click.echo(f"{'deleted' if yes else 'kept'}  in the gradebook: the student and {found.submissions} submissions")
    if found.mentioned:
        click.echo("These files name the student, among others: make them again, or delete them:")
        for path in found.mentioned:
            click.echo(f"    {relative(path)}")
    click.echo("Not reached, see to it yourself: " + "; ".join(found.elsewhere) + ".")
    if failed:
        click.echo("\n".join(["Could not be deleted:", *failed]), err=True)
        sys.exit(1)
