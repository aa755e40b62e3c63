"""How long one student's Validate takes, and where its time goes: nbgrader and a kernel, imports, the notebook's cells.

Each row runs `nbgrader validate` on one part more of the same solved notebook; what a part takes is the difference.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import nbformat
from nbformat.v4 import new_code_cell

from grader.tasks import COURSE
from tests.submissions.build import example

IMPORTS = ("import torch\nfrom torch import nn", "from course import check, explorers, figures, given, images, reveal")


@click.command()
@click.option("--times", default=3, show_default=True, help="How often; the fastest counts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(times, as_json):
    """Print seconds of wall and of processor for each part of each notebook's Validate."""
    rows = []
    for assignment in (entry.name for entry in COURSE.assignments):
        solved = example(assignment, "model")
        code = [cell for cell in solved.cells if cell.cell_type == "code"]
        parts = {
            "nbgrader and a kernel": [],
            "import torch": [new_code_cell(IMPORTS[0])],
            "import course": [new_code_cell("\n".join(IMPORTS))],
            "all its cells": code,
        }
        if rows:  # the rest is the same for each
            parts = {"nbgrader and a kernel": [], "all its cells": code}
        measured = {part: min(_validate(cells, solved) for _ in range(times)) for part, cells in parts.items()}
        rows.append({"assignment": assignment, "parts": measured})
        if not as_json:
            click.echo("\n".join([assignment, *_lines(measured)]))
    if as_json:
        click.echo(json.dumps({"rows": rows, "load": os.getloadavg()}, indent=1))
    else:
        click.echo(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def _lines(measured):
    """Yield a line for each part: what is spent up to it, and what it adds."""
    before = (0.0, 0.0)
    for part, now in measured.items():
        (cpu, wall), (more_cpu, more_wall) = now, (now[0] - before[0], now[1] - before[1])
        yield f"  {part:<24} {cpu:6.2f} s CPU {wall:6.2f} s wall   +{more_cpu:.2f} CPU  +{more_wall:.2f} wall"
        before = now


def _validate(cells, solved):
    """Return (seconds of processor, seconds of wall) of `nbgrader validate` on a notebook of these cells."""
    nb = nbformat.from_dict(solved | {"cells": cells})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.ipynb"
        nbformat.write(nb, path)
        command = [sys.executable, "-m", "nbgrader", "validate", str(path)]
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode or "Success" not in done.stdout:
        raise SystemExit(f"nbgrader validate failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


if __name__ == "__main__":
    main()
