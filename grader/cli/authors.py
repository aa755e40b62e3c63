"""For those who write tasks: their packs, their list, the proof that wrong answers are told from right ones."""

import contextlib
import json
import sys
from collections import Counter

import click

from grader.cli.options import relative
from grader.errors import UserError

IN_WORDS = {"killed": "killed", "same": "compute the same", "survived": "survived"}


@click.command()
@click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--seed", metavar="HEX", help="Keep this secret seed in the private folder, instead of the one there.")
@click.option("--public", is_flag=True, help="Build the committed packs in course/packs instead.")
@click.option("--if-needed", is_flag=True, help="Only those that are missing or would now be others.")
def references(assignments: tuple[str, ...], seed: str | None, public: bool, if_needed: bool) -> None:
    """Build the hidden case packs, of all assignments unless some are named, into the private folder.

    Committed files are touched with --public only.
    """
    from grader.authoring.build import write_hidden, write_public
    from grader.packs.kept import keep
    from grader.packs.reading import is_current
    from grader.packs.seed import secret_seed
    from grader.tasks import COURSE

    if seed is not None:
        if public or assignments:
            raise UserError("--seed: a new seed is for the hidden packs of all assignments")
        if len(seed) < 16 or set(seed.lower()) - set("0123456789abcdef"):
            raise UserError(f"--seed {seed!r}: at least 16 hexadecimal digits, please")
        secret_seed(new=seed)
    for name in assignments or COURSE.names:
        if if_needed and (_loads_public if public else is_current)(name):
            continue
        path = (write_public if public else write_hidden)(name)
        click.echo(f"{name}: {relative(path)} ({path.stat().st_size // 1000} kB)")
    if not public:
        keep()


def _loads_public(name: str) -> bool:
    from grader.packs import PackError, load_public

    with contextlib.suppress(PackError):
        load_public(name)
        return True
    return False


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def tasks(as_json: bool) -> None:
    """List the tasks: name, assignment, kind, points, facets."""
    from grader.packs import load_public
    from grader.tasks import COURSE

    listed = [
        (assignment.name, name, task)
        for assignment in COURSE.assignments
        for name, task in load_public(assignment)["tasks"].items()
    ]
    if as_json:
        rows = [
            {"name": name, "assignment": assignment, "kind": task["kind"], "points": task["points"]}
            | {"facets": [{"name": f["name"], "weight": f["weight"], "says": f["says"]} for f in task["facets"]]}
            for assignment, name, task in listed
        ]
        click.echo(json.dumps(rows, indent=1))
        return
    for assignment, name, task in listed:
        click.echo(f"{assignment}  {name:<20} {task['kind']:<7} {task['points']:>3g} points")
        for facet in task["facets"]:
            click.echo(f"    {facet['weight']:>4.0%}  {facet['says']}")


@click.command()
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
            click.echo(f"{task:<26} " + ", ".join(f"{counter[fate]} {IN_WORDS[fate]}" for fate in FATES))
        total: Counter[str] = sum(fates.values(), Counter())
        click.echo(f"{total.total()} edits of right solutions: {len(survivors)} wrong ones survive")
    return 1 if survivors else 0
