"""What comes in: a learning platform's download, or submissions that are answered as they arrive."""

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click

from grader.cli.options import course_option, jobs_option


@click.command()
@click.argument("source", metavar="ARCHIVE_OR_FOLDER", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Let a newer submission take the place of another, which is kept.")
@click.option("--roster", type=click.Path(path_type=Path), help="Who takes part; default: the course's roster.")
@click.option("--assignment", help="Which assignment it is, where no notebook in the download tells.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@course_option
def collect(
    source: Path, replace: bool, roster: Path | None, assignment: str | None, as_json: bool, course: Path
) -> None:
    """Bring a learning platform's download of an assignment into submitted/.

    Students are found by id or by their whole name; who cannot be found is listed and left alone.  Exit status 2 when
    there is nothing to collect, 1 when some part was not collected.
    """
    from grader.cohort.collecting import collect as collect_download

    collected = collect_download(course, source, replace, roster, assignment)
    done = ("collected", "replaced", "there already")
    if as_json:
        click.echo(json.dumps(collected.as_json(), indent=1))
    else:
        counts = Counter(line.status for line in collected.lines)
        told = ", ".join(f"{count} {status}" for status, count in counts.items())
        click.echo(f"{collected.assignment}: {told}")
        for line in collected.lines:
            if line.status in done:
                click.echo(f"{line.student}  {line.status}, from {line.label!r}: {line.said}")
        for line in collected.lines:
            if line.status not in done:
                who = f"{line.student}, " if line.student else ""
                click.echo(f"NOT COLLECTED  {who}{line.label!r}: {line.said}")
        for text in collected.left_out:
            click.echo(f"left out: {text}")
    if any(line.status not in done for line in collected.lines):
        sys.exit(1)


@click.command()
@click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--once", is_flag=True, help="One round, for cron; otherwise until it is stopped.")
@click.option("--every", type=float, metavar="SECONDS", help="Between two looks.  [c.Watch.every, 3]")
@click.option("--attempts", type=int, metavar="N", help="Graded attempts in 24 hours.  [c.Watch.attempts, 3]")
@click.option("--pause", type=float, metavar="MINUTES", help="Between graded attempts.  [c.Watch.pause, 30]")
@click.option(
    "--wait", is_flag=True, help="Where there is nothing to watch yet, wait instead of ending: for a service."
)
@click.option("--submitted", is_flag=True, help="Look into submitted/ only, not into the exchange.")
@jobs_option
@click.option("--unconfined", is_flag=True, help="Grade even where student code cannot be confined.")
@click.option("--log", "only_log", is_flag=True, help="Only print what it did, also while it runs.")
@click.option("--student", metavar="ID", help="With --log: of one student only.")
@click.option("--json", "as_json", is_flag=True, help="With --log: print JSON.")
@course_option
def watch(
    assignments: tuple[str, ...],
    once: bool,
    every: float | None,
    attempts: int | None,
    pause: float | None,
    wait: bool,
    submitted: bool,
    jobs: int,
    unconfined: bool,
    only_log: bool,
    student: str | None,
    as_json: bool,
    course: Path,
) -> None:  # each option a parameter, as click hands them over
    """Grade submissions and return feedback as they arrive, a limited number a day for each student.

    Of tasks that ask for a value or a test nothing is said before the due date but that their form is right.  Without
    ASSIGNMENT, all that are released are watched.

    Exit status of --once: 1 when some student could not be answered, 2 when some assignment could not be looked at.
    """
    from grader.cohort.watching import NotAnswered, settings_for, told
    from grader.cohort.watching import watch as answer
    from grader.tasks import COURSE

    for name in assignments:
        COURSE.assignment(name)
    if only_log or as_json or student:
        lines = told.log(course, list(assignments), student)
        click.echo(json.dumps(lines, indent=1) if as_json else told.in_words(lines) or "nothing has been answered yet")
        return

    def say(text: str) -> None:
        click.echo(f"{datetime.now(UTC):%H:%M:%S}  {text}")

    settings = settings_for(course, jobs, unconfined, every=every, attempts=attempts, pause=pause)
    try:
        answer(course, list(assignments), settings, once, submitted, wait, say)
    except NotAnswered as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
