"""`python -m tests.fairness.run --seeds 200`: every right implementation on many hidden packs, as a table.

In this process, through the same measuring and the same referee as in a kernel.
"""

import sys
from dataclasses import dataclass
from time import monotonic

import click
import torch

from grader.mutants import submit
from grader.packs import build_task
from grader.referee import grade_task
from grader.tasks import find_task
from tests.fairness import corr2d, layers

TABLE = {
    "corr2d": corr2d.RIGHT,
    "corr2d_fixed": corr2d.RIGHT,
    "convolve2d": layers.CONVOLVE2D,
    "Conv2D": layers.CONV2D,
}
LOSES_THE_GRADIENT = {"corr2d": corr2d.WITHOUT_GRADIENT, "corr2d_fixed": corr2d.WITHOUT_GRADIENT}


@dataclass
class Row:
    """One implementation: on how many seeds it got exactly what it deserves, and on which not, and why."""

    task: str
    name: str
    deserves: str
    fair: int
    unfair: list


def run(seeds, tasks=TABLE):
    """Yield a `Row` for every implementation of the given tasks."""
    torch.set_num_threads(1)
    for name in tasks:
        _, task = find_task(name)
        public = build_task(task, "public", True)
        rows = [Row(name, made.__name__, "full marks", 0, []) for made in TABLE[name]]
        rows += [Row(name, made.__name__, "all but the gradient", 0, []) for made in LOSES_THE_GRADIENT.get(name, ())]
        for seed in range(seeds):
            hidden = build_task(_without_misconceptions(task), f"{seed:032x}", False)
            for row, made in zip(rows, (*TABLE[name], *LOSES_THE_GRADIENT.get(name, ())), strict=True):
                grade = grade_task(task, submit(task, made, public, hidden), public, hidden)
                lost = {facet.name: facet.message for facet in grade.facets if not facet.passed}
                if set(lost) == (set() if row.deserves == "full marks" else {"gradient"}):
                    row.fair += 1
                else:
                    row.unfair.append((seed, lost))
        yield from rows


def _without_misconceptions(task):
    """Cases and references alone: what wrong versions output is not needed here, and takes most of the time."""
    from dataclasses import replace

    return replace(task, misconceptions=())


@click.command()
@click.option("--seeds", default=200, show_default=True, help="How many hidden packs.")
@click.option("--task", "tasks", multiple=True, type=click.Choice(list(TABLE)), help="Only this task.")
def main(seeds, tasks):
    """Print on how many hidden packs each right implementation gets what it deserves."""
    started, failed = monotonic(), 0
    for row in run(seeds, tasks or TABLE):
        failed += len(row.unfair)
        click.echo(f"{row.task:<13} {row.name:<34} {row.deserves:<21} {row.fair:>4} of {seeds}")
        for seed, lost in row.unfair[:3]:
            click.echo(f"    seed {seed}: {lost}")
    click.echo(f"{failed} unfair grades, {monotonic() - started:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
