"""`grade`: the submissions of one assignment, in parallel."""

import gc
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.options import course_option, jobs_option

if TYPE_CHECKING:
    from grader.gradebook.writer import Result


@click.command()
@click.argument("assignment")
@click.option("--student", multiple=True, metavar="ID", help="Grade only this student (may be repeated).")
@jobs_option
@click.option("--scheduler", metavar="ADDRESS", help="Run the notebooks on this Dask cluster (tcp://HOST:PORT).")
@click.option("--unconfined", is_flag=True, help="Grade even where student code cannot be confined.")
@click.option("--force", is_flag=True, help="Grade again what was graded before, and say whose score changes.")
@click.option("--any-release", is_flag=True, help="By the tasks of now, whatever release a notebook answers.")
@click.option("--verbose", is_flag=True, help="Also the table of everybody, and the reason of each lost point.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@course_option
def grade(
    assignment: str,
    student: tuple[str, ...],
    jobs: int,
    scheduler: str | None,
    unconfined: bool,
    force: bool,
    any_release: bool,
    as_json: bool,
    course: Path,
    verbose: bool,
) -> None:
    """Grade the submissions of an assignment, resuming where an earlier run stopped.

    Exit status 2 when there is nothing to grade, 1 when some submission could not be graded.
    """
    from grader.sandbox import client

    if not scheduler:
        client.start()  # it imports for some seconds, and so does this process: side by side
    from tqdm import tqdm

    from grader.authoring.missing import build_missing
    from grader.places import ROOT
    from grader.sandbox.preloads import Preloads, sample
    from grader.tasks import COURSE

    build_missing(assignment)
    gc.disable()  # while importing, there is no garbage to look for
    client.use(Preloads(**COURSE.preloads))
    if not scheduler:
        mentioned = client.mentioned(sample(course.glob(f"submitted/*/{assignment}/*.ipynb")))
        release = COURSE.assignment(assignment).notebook_in(ROOT / "release")
        client.fork_server(mentioned, given=list(sample([release])))
    from grader.cohort.grading import grade_class
    from grader.cohort.open_files import room_for_files
    from grader.cohort.report.after_grading import SMALL, after_grading
    from grader.gradebook.lateness import lateness
    from grader.gradebook.pipelines import load_config, students_with_submissions
    from grader.gradebook.reading import export, table
    from grader.gradebook.which import address, shown
    from grader.submission.try_file import NothingToGrade

    gc.freeze()
    gc.enable()
    room_for_files()

    handed_in = students_with_submissions(course, assignment)
    unknown = sorted(set(student) - set(handed_in))
    if unknown:
        raise NothingToGrade(f"{', '.join(unknown)}: no folder submitted/{unknown[0]}/{assignment}")
    if not handed_in:
        raise NothingToGrade(f"{course / 'submitted'}: no submission for {assignment}")

    chosen = list(student) or handed_in
    click.echo(f"gradebook: {shown(address(course, load_config(course)))}", err=True)

    def progress(results: Iterable) -> Iterable:
        return tqdm(results, total=len(chosen), unit="submission", disable=as_json, file=sys.stderr)

    options = {"unconfined": unconfined, "any_release": any_release}
    options = {name: True for name, chosen in options.items() if chosen}
    results = grade_class(course, assignment, chosen, force, progress, jobs, scheduler, **options)
    failed = [result for result in results if result.status == "failed"]
    if as_json:
        listed = [vars(result) for result in results]
        late = {s: entry.penalty for s, entry in lateness(course, assignment).items() if entry.seconds_late > 0}
        printed = {"results": listed, "gradebook": export(course, assignment), "late_penalties": late}
        click.echo(json.dumps(printed, indent=1))
    else:
        if verbose or len(handed_in) <= SMALL:
            click.echo(table(course, assignment, lost_points=verbose) + "\n")
        click.echo(after_grading(course, assignment, results))
        if verbose:
            _print_results(results)
        _print_failures(failed)
    if failed:
        sys.exit(2 if len(failed) == len(results) else 1)


def _print_results(results: "list[Result]") -> None:
    for title, key in (("What was odd:", "oddities"), ("What changed:", "changes")):
        lines = [f"{result.student}  {line}" for result in results for line in getattr(result, key)]
        if lines:
            click.echo("\n".join(["", title, *lines]))


def _print_failures(failed: "list[Result]") -> None:
    for result in failed:
        click.echo(f"\n{result.student}  could not be graded:\n{result.error}", err=True)
