"""For whoever has one file, no course folder: an answer to one task, or one student's notebook."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import UserError, printable

if TYPE_CHECKING:
    from grader.verdict.grade import TaskGrade


@click.command(name="try")
@click.argument("task")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--unconfined", is_flag=True, help="Run the code even where it cannot be confined.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def try_command(task: str, files: tuple[Path, ...], unconfined: bool, as_json: bool) -> None:
    """Grade each FILE, which defines the object of TASK, as a cell of the task's notebook.

    Exit status 0 when all were graded, whatever the score; 2 when there is nothing to grade.
    """
    from grader.submission.try_file import NothingToGrade, try_file
    from grader.submission.try_file import as_json as to_json

    nothing = []
    for file in files:
        try:
            grade, isolation, oddities = try_file(task, file, unconfined)
        except NothingToGrade as error:
            nothing.append(error)
            click.echo(f"error: {error}", err=True)
            continue
        if as_json:
            click.echo(to_json(grade, file, isolation, oddities))
        else:
            click.echo(_tried(grade, oddities, str(file) if len(files) > 1 else ""))
    if nothing:
        sys.exit(2)


def _tried(grade: "TaskGrade", oddities: list[str], file: str) -> str:
    """Return what `try` prints for one file."""
    lines = [f"{grade.task}: {grade.score:g} of {grade.max_score:g} points" + (f"  ({file})" if file else "")]
    for facet in grade.facets:
        detail = "" if facet.passed else f"  ({facet.message})"
        lines.append(f"  {'passed ' if facet.passed else 'not yet'}  {facet.says}{detail}")
    lines += [f"  {line}" for line in dict.fromkeys([grade.note, *grade.hints, *oddities]) if line]
    if grade.misconception:
        lines.append(f"  recognised: {grade.misconception}")
    return "\n".join(printable(line) for line in lines)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write JSON to this file.")
@click.option(
    "--private",
    type=click.Path(path_type=Path, file_okay=False),
    help="The course's private folder: grade on its cases.",
)
@click.option(
    "--gradescope",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write Gradescope's results.json to this file.",
)
@click.option("--assignment", help="Which assignment it is; default: the one whose cells it holds.")
@click.option("--unconfined", is_flag=True, help="Run the code even where it cannot be confined.")
@click.option("--any-release", is_flag=True, help="By the tasks of now, whatever release the notebook answers.")
def notebook(
    file: Path,
    target: Path | None,
    private: Path | None,
    gradescope: Path | None,
    assignment: str | None,
    unconfined: bool,
    any_release: bool,
) -> None:
    """Grade one notebook FILE as `grade` would, without a course folder; only --json and --gradescope are written.

    FILE may be a folder with all that one student handed in. Without --private the cases are fresh ones. Exit status 0
    when it was graded, whatever the score; 2 when there is nothing to grade. The file for Gradescope is written in any
    case: without a score, and saying why, where there is none.
    """
    from grader.sandbox import client

    client.start()  # it imports for some seconds, and so does this process: side by side
    from grader.places import write_json
    from grader.submission import gradescope as form
    from grader.submission.faults import in_words
    from grader.submission.one_file import grade_file

    try:
        hidden = gradescope is not None
        graded = grade_file(file, private, unconfined, assignment, cases_stay_hidden=hidden, any_release=any_release)
    except Exception as error:
        if gradescope:
            write_json(
                gradescope, form.failed(str(error) if isinstance(error, UserError) else in_words(error)), indent=1
            )
        raise
    for grade in graded.grades:
        click.echo(f"{grade.task:<24} {grade.score:g} of {grade.max_score:g}")
        missed = [f"{facet.says} ({facet.message})" for facet in grade.facets if not facet.passed]
        for line in grade.hints or ([grade.note] if grade.note else missed):
            click.echo(f"    {line}")
    for name in graded.to_mark:
        click.echo(f"{name:<24} a person marks it")
    for line in graded.oddities:
        click.echo(f"odd: {line}")
    told = graded.as_json()
    click.echo(f"{graded.assignment}: {told['score']:g} of {told['max_score']:g} points. Cases: {graded.cases}")
    click.echo(f"Isolation: {graded.isolation}")
    if target:
        write_json(target, told, indent=1)
    if gradescope:  # every process of the notebook has ended
        write_json(gradescope, form.results(graded), indent=1)
