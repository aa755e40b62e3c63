"""`python -m tests.fairness.run --seeds 200`: every right implementation on many hidden packs, as a table.

In this process, without kernel or sandbox: through the same `course.checking.measure`, the same comparison and the
same referee that a kernel's answers meet.  `tests/verdict/test_fairness.py` takes some through the whole pipeline.
"""

import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from time import monotonic

import click
import torch
from tqdm import tqdm

from course.checking.measure import measure
from grader.authoring.build import build_task
from grader.authoring.preloading import import_what_grading_has
from grader.tasks import COURSE
from grader.verdict.referee import grade_task
from tests.fairness import channels, corr2d, edges, layers, learning, matrices, padding

TABLE = {  # every task that asks for code, in the course's order
    "corr2d": corr2d.RIGHT,
    "corr2d_fixed": corr2d.RIGHT,
    "convolve2d": layers.CONVOLVE2D,
    "Conv2D": layers.CONV2D,
    "integral_kernel": edges.INTEGRAL_KERNEL,
    "box_blur": edges.BOX_BLUR,
    "learn_kernel": learning.LEARN_KERNEL,
    "output_size": padding.OUTPUT_SIZE,
    "pad2d": padding.PAD2D,
    "corr2d_strided": padding.CORR2D_STRIDED,
    "comp_conv2d": padding.COMP_CONV2D,
    "corr2d_multi_in": channels.MULTI_IN,
    "corr2d_multi_in_out": channels.MULTI_IN_OUT,
    "conv_layer": channels.CONV_LAYER,
    "corr2d_multi_in_out_1x1": channels.ONE_BY_ONE,
    "same_result": channels.SAME_RESULT,
    "correlation_matrix": matrices.CORRELATION_MATRIX,
    "corr2d_matmul": (*matrices.CORR2D_MATMUL, *corr2d.RIGHT),
    "compose_kernels": matrices.COMPOSE_KERNELS,
    "corr2d_dilated": matrices.CORR2D_DILATED,
    "corr2d_grouped": matrices.CORR2D_GROUPED,
    "corr2d_transposed": matrices.CORR2D_TRANSPOSED,
    "derivative_kernel": edges.DERIVATIVE_KERNEL,
    "minimum_size": edges.MINIMUM_SIZE,
}
NOTHING_SHOWN = {"cases": [], "expected": [], "misconceptions": []}
LOSES_THE_GRADIENT = dict.fromkeys(("corr2d", "corr2d_fixed", "corr2d_matmul"), corr2d.WITHOUT_GRADIENT)


@dataclass
class Row:
    """One implementation: on how many packs it got exactly what it deserves, and on which not, and why."""

    task: str
    name: str
    deserves: str
    fair: int
    unfair: list


def run(seeds, tasks=TABLE):
    """Yield a `Row` for every implementation of the given tasks, on the public pack and `seeds` hidden ones."""
    torch.set_num_threads(1)
    import_what_grading_has()
    for name in tasks:
        task = COURSE.assignment_of(name).task(name)
        made = [(function, "full marks") for function in TABLE[name]]
        made += [(function, "all but the gradient") for function in LOSES_THE_GRADIENT.get(name, ())]
        rows = [Row(name, function.__name__, deserves, 0, []) for function, deserves in made]
        for which, pack in tqdm(_packs(task, seeds), name, seeds + 1, disable=None):
            for row, (function, deserves) in zip(rows, made, strict=True):
                lost = _lost(task, function, pack)
                if set(lost) == (set() if deserves == "full marks" else {"gradient"}):
                    row.fair += 1
                else:
                    row.unfair.append((which, lost))
        yield from rows


def _packs(task, seeds):
    """Yield the public pack and the hidden ones, each with its name.

    Without what wrong versions output, which is not needed here and takes most of the time.
    """
    task = replace(task, misconceptions=())
    yield "public", build_task(task, "public", True)
    for seed in range(seeds):
        yield seed, build_task(task, f"{seed:032x}", False)


def _lost(task, function, pack):
    """Return {facet: why} for the facets that `function` does not get on the cases of `pack`."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        answers = [measure(function, case, 5) for case in pack["cases"]]
    grade = grade_task(task.name, {"own": answers}, NOTHING_SHOWN, pack)
    return {facet.name: facet.message for facet in grade.facets if not facet.passed}


@click.command()
@click.option("--seeds", default=200, show_default=True, help="How many hidden packs.")
@click.option("--task", "tasks", multiple=True, type=click.Choice(list(TABLE)), help="Only this task.")
def main(seeds, tasks):
    """Print on how many packs, the public and the hidden ones, each right implementation gets what it deserves."""
    started, rows = monotonic(), []
    for row in run(seeds, tasks or TABLE):
        rows.append(row)
        click.echo(f"{row.task:<23} {row.name:<34} {row.deserves:<21} {row.fair:>4} of {seeds + 1}")
        for which, lost in row.unfair[:3]:
            click.echo(f"    {which if which == 'public' else f'seed {which}'}: {lost}")
    failed = sum(len(row.unfair) for row in rows)
    implementations = f"{len(rows)} implementations of {len({row.task for row in rows})} tasks"
    click.echo(f"{implementations}, {seeds} hidden packs and the public one: {failed} unfair grades, ", nl=False)
    click.echo(f"{monotonic() - started:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
