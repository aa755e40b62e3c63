"""The command line: `python -m grader --help`."""

import contextlib
import gc
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.errors import UserError

if TYPE_CHECKING:
    from grader.verdict.referee import TaskGrade

if TYPE_CHECKING:
    from grader.gradebook.writer import Result

JOBS = (os.cpu_count() or 1) + 1  # notebooks at a time: while one waits for its fork, another runs


class Friendly(click.Group):
    """Turns the errors that users can cause into one clear line and exit status 2."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command; unexpected errors keep their traceback."""
        try:
            return super().invoke(context)
        except UserError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except Exception as error:
            from grader.submission.faults import known_fault

            said = known_fault(error)
            if not said:
                raise
            click.echo(f"error: {said}", err=True)
            sys.exit(2)


@click.group(cls=Friendly, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The referee of the course on convolutions."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows what it cannot as an escape
            stream.reconfigure(errors="backslashreplace")


def _course_folder(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Refuse a course folder that is none: what would be made there, or not found, says less."""
    if not path.is_dir():
        what = "is not a folder" if path.exists() else "there is no such folder"
        raise UserError(f"{path}: {what}; --course names the course folder")
    return path


course_option = click.option(
    "--course",
    type=click.Path(path_type=Path),
    default=Path("."),
    callback=_course_folder,
    help="The course folder.",
)


@main.command()
@click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--seed", metavar="HEX", help="Keep this secret seed in the private folder, instead of the one there.")
@click.option("--public", is_flag=True, help="Build the committed packs in course/packs instead.")
@click.option("--if-needed", is_flag=True, help="Only those that are missing or do not belong to the tasks.")
def references(assignments: tuple[str, ...], seed: str | None, public: bool, if_needed: bool) -> None:
    """Build the hidden case packs, of all assignments unless some are named, into the private folder.

    Committed files are touched with --public only.
    """
    from grader.authoring.build import write_hidden, write_public
    from grader.packs.kept import keep
    from grader.packs.reading import PackError, load_hidden, load_public
    from grader.packs.seed import secret_seed
    from grader.tasks import COURSE

    if seed is not None:
        if public or assignments:
            raise UserError("--seed: a new seed is for the hidden packs of all assignments")
        if len(seed) < 16 or set(seed.lower()) - set("0123456789abcdef"):
            raise UserError(f"--seed {seed!r}: at least 16 hexadecimal digits, please")
        secret_seed(new=seed)
    for name in assignments or COURSE.names:
        if if_needed:
            with contextlib.suppress(PackError):
                (load_public if public else load_hidden)(name)
                continue
        path = (write_public if public else write_hidden)(name)
        click.echo(f"{name}: {_relative(path)} ({path.stat().st_size // 1000} kB)")
    if not public:
        keep()


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def tasks(as_json: bool) -> None:
    """List the tasks: name, assignment, kind, points, facets."""
    from grader.packs import load_public
    from grader.tasks import COURSE

    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "assignment": assignment.name,
            "kind": task["kind"],
            "points": task["points"],
            "facets": [{key: facet[key] for key in ("name", "weight", "says")} for facet in task["facets"]],
        }
        for assignment in COURSE.assignments
        for name, task in load_public(assignment)["tasks"].items()
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        click.echo(f"{row['assignment']}  {row['name']:<20} {row['kind']:<7} {row['points']:>3g} points")
        for facet in row["facets"]:
            click.echo(f"    {facet['weight']:>4.0%}  {facet['says']}")


@main.command(name="try")
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
    from grader.errors import printable

    lines = [f"{grade.task}: {grade.score:g} of {grade.max_score:g} points" + (f"  ({file})" if file else "")]
    for facet in grade.facets:
        detail = "" if facet.passed else f"  ({facet.message})"
        lines.append(f"  {'passed ' if facet.passed else 'not yet'}  {facet.says}{detail}")
    lines += [f"  {line}" for line in dict.fromkeys([grade.note, *grade.hints, *oddities]) if line]
    if grade.misconception:
        lines.append(f"  recognised: {grade.misconception}")
    return "\n".join(printable(line) for line in lines)


@main.command()
@click.option("--syntax", is_flag=True, help="Instead, small edits of right solutions, which nobody chose.")
@click.option("--facets", is_flag=True, help="Instead, which facets each misconception costs.")
@click.option("--seed", default=0, show_default=True, help="Which edits are drawn, and what they are compared on.")
@click.option("--task", "names", multiple=True, metavar="TASK", help="Only this task (may be repeated).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def mutants(syntax: bool, facets: bool, seed: int, names: tuple[str, ...], as_json: bool) -> None:
    """Run every known misconception against its task: killed and named, or not.

    Exit status 1 when one survives, when two are confused, or when fewer than 95 % are named; with --syntax, when an
    edited solution that is wrong gets full marks.
    """
    from grader.authoring.mutants import run_mutants
    from grader.tasks import COURSE

    for name in names:
        COURSE.assignment_of(name)
    if syntax:
        sys.exit(_syntax_mutants(seed, names, as_json))

    found = []
    for mutant in run_mutants(names=names):
        found.append(mutant)
        if facets and not as_json:
            kept = f"{mutant.score:g} of {mutant.max_score:g}"
            click.echo(f"{mutant.task:<24} {mutant.misconception:<36} {kept:<12} loses {', '.join(mutant.lost)}")
        elif not as_json:
            fate = "killed" if mutant.killed else "SURVIVED"
            named = "named" if mutant.named == mutant.misconception else f"taken for {mutant.named}"
            click.echo(
                f"{mutant.task:<18} {mutant.misconception:<32} {fate}  {mutant.score:g}/{mutant.max_score:g}  {named}"
            )
    killed = sum(mutant.killed for mutant in found)
    recognised = sum(mutant.named == mutant.misconception for mutant in found)
    confused = [m for m in found if m.named not in (None, m.misconception)]
    if as_json:
        click.echo(json.dumps([mutant.as_json() for mutant in found], indent=1))
    else:
        click.echo(f"{len(found)} misconceptions: {killed} killed, {recognised} named, {len(confused)} confused")
    if killed < len(found) or confused or recognised < 0.95 * len(found):
        sys.exit(1)


def _syntax_mutants(seed: int, names: tuple[str, ...], as_json: bool) -> int:
    """Print the survivors among edited solutions one by one, and a count for each task; return the exit status."""
    from grader.authoring.syntax_mutants import FATES, run_syntax_mutants

    fates: dict[str, Counter[str]] = {}
    survivors = []
    for edited in run_syntax_mutants(seed, names):
        fates.setdefault(edited.task, Counter())[edited.fate] += 1
        if edited.fate == "survived":
            survivors.append(edited)
            if not as_json:
                click.echo(f"SURVIVED  {edited.task}, {edited.origin}, {edited.what}\n    differs at {edited.why}")
    if as_json:
        counts = {task: {fate: counter[fate] for fate in FATES} for task, counter in fates.items()}
        click.echo(json.dumps({"tasks": counts, "survivors": [edited.as_json() for edited in survivors]}, indent=1))
    else:
        for task, counter in fates.items():
            click.echo(f"{task:<26} " + ", ".join(f"{counter[fate]} {_IN_WORDS[fate]}" for fate in FATES))
        total: Counter[str] = sum(fates.values(), Counter())
        click.echo(f"{total.total()} edits of right solutions: {len(survivors)} wrong ones survive")
    return 1 if survivors else 0


_IN_WORDS = {"killed": "killed", "same": "compute the same", "survived": "survived"}


@main.command()
@click.argument("assignment")
@click.option("--student", multiple=True, metavar="ID", help="Grade only this student (may be repeated).")
@click.option("--jobs", type=click.IntRange(1), default=JOBS, show_default=True, help="Notebooks at a time.")
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
    from tqdm import tqdm

    from grader.authoring.missing import build_missing
    from grader.sandbox.client import fork_server, mentioned, use
    from grader.sandbox.preloads import Preloads, sample
    from grader.tasks import COURSE

    build_missing(assignment)
    gc.disable()  # while importing, there is no garbage to look for
    use(Preloads(**COURSE.preloads))
    if not scheduler:
        # it imports for some seconds, and so does this process: side by side
        fork_server(mentioned(sample(course.glob(f"submitted/*/{assignment}/*.ipynb"))))
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


@main.command()
@click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--once", is_flag=True, help="One round, for cron; otherwise until it is stopped.")
@click.option("--every", type=float, metavar="SECONDS", help="Between two looks.  [c.Watch.every, 3]")
@click.option("--attempts", type=int, metavar="N", help="Graded attempts in 24 hours.  [c.Watch.attempts, 3]")
@click.option("--pause", type=float, metavar="MINUTES", help="Between graded attempts.  [c.Watch.pause, 30]")
@click.option(
    "--wait", is_flag=True, help="Where there is nothing to watch yet, wait instead of ending: for a service."
)
@click.option("--submitted", is_flag=True, help="Look into submitted/ only, not into the exchange.")
@click.option("--jobs", type=click.IntRange(1), default=JOBS, show_default=True, help="Notebooks at a time.")
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
    """
    from grader.cohort.watching import settings_for, told
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
    answer(course, list(assignments), settings, once, submitted, wait, say)


@main.command()
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


@main.command()
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


@main.command()
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

    from grader.cohort.pseudonyms import pseudonyms as made_up
    from grader.cohort.similarity import page, similar_answers
    from grader.places import write_atomically

    def progress(students: Iterable) -> Iterable:
        return tqdm(students, unit="student", disable=None, file=sys.stderr)

    found = similar_answers(course, assignment, most, progress)
    students = [path.name for path in (course / "submitted").iterdir()]
    called = made_up(course, students) if pseudonyms else {student: student for student in students}
    if html:
        write_atomically(html, page.html_page(found, called))
        click.echo(f"{html}: {len(found.pairs)} pairs", err=True)
    click.echo(json.dumps(page.as_json(found, called), indent=1) if as_json else page.in_words(found, called))


@main.command()
@click.argument("student")
@click.option("--yes", is_flag=True, help="Delete it; without this, it is only listed.")
@course_option
def forget(student: str, yes: bool, course: Path) -> None:
    """List everything that the course keeps of STUDENT; with --yes, delete it for ever.

    Exit status 1 when something could not be deleted.
    """
    from grader.cohort.forgetting import forget as delete
    from grader.cohort.forgetting import traces

    found = traces(course, student)
    failed = delete(course, found) if yes else []
    for path in found.paths:
        click.echo(f"{'deleted' if yes else 'kept'}  {_relative(path)}")
    if found.submissions is not None:
        click.echo(f"{'deleted' if yes else 'kept'}  in the gradebook: the student and {found.submissions} submissions")
    if found.mentioned:
        click.echo("These files name the student, among others: make them again, or delete them:")
        for path in found.mentioned:
            click.echo(f"    {_relative(path)}")
    click.echo("Not reached, see to it yourself: " + "; ".join(found.elsewhere) + ".")
    if failed:
        click.echo("\n".join(["Could not be deleted:", *failed]), err=True)
        sys.exit(1)


@main.command()
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


def _relative(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
