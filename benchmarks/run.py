"""`make bench`: stock nbgrader and this grader on the same class, the same machine, in one run, and the ratio.

Stock nbgrader runs the same notebooks with its default preprocessors; `check` then runs public cases only.  The floor
is the same cells and hidden cases run in one process that has imported everything.  A shared machine changes its speed
from minute to minute, so what takes seconds is measured before and after what takes minutes, and the mean counts.
"""

import compileall
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import click
import psutil

from grader.cli.options import JOBS
from grader.places import ROOT
from tests.submissions.build import example, hand_in
from tests.submissions.demo import ASSIGNMENT

KINDS = ("model", "flipped", "d2l", "unfold_and_fft", "last_row", "numpy_detour")


@click.command()
@click.option("--submissions", default=24, show_default=True, help="Size of the class.")
@click.option("--stock", "stock_submissions", type=int, help="How many of them stock nbgrader grades (else all).")
@click.option("--jobs", default=JOBS, show_default=True, help="Notebooks at a time.")
@click.option("--linear", is_flag=True, help="Also grade 30 and 300 submissions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(submissions, stock_submissions, jobs, linear, as_json):
    """Measure grading a class; wall and CPU seconds for each submission, start-up included."""
    for package in ("course", "grader"):  # as an installed one is: stock nbgrader's modules were compiled by pip
        compileall.compile_dir(ROOT / package, quiet=1)
    around = ["floor", "this grader"] * 2
    counts = {"stock nbgrader": stock_submissions or submissions, "floor": submissions, "this grader": submissions}
    runs = {name: [] for name in counts}
    for name in [*around, "stock nbgrader", *around]:
        runs[name].append(measure(name, counts[name], jobs))
        click.echo(line(runs[name][-1]), err=True)
    rows = [mean(found) for found in runs.values()]
    click.echo("\n".join(["", "mean", *map(line, rows)]), err=True)
    if linear:
        for count in (30, 300):
            rows.append(measure("this grader", count, jobs))
            click.echo(line(rows[-1]), err=True)
    stock, floor, ours = rows[:3]
    ratios = {
        "times faster than stock nbgrader": stock["wall"] / ours["wall"],
        "times less CPU than stock nbgrader": stock["cpu"] / ours["cpu"],
        "times the floor's wall time": ours["wall"] / floor["wall"],
    }
    if as_json:
        click.echo(json.dumps({"rows": rows, "ratios": ratios, "load": os.getloadavg()}, indent=1))
        return
    for what, ratio in ratios.items():
        click.echo(f"{ratio:6.1f} {what}")
    click.echo(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def mean(runs):
    """Return one row for several runs of the same: mean seconds, highest peak."""
    seconds = {key: statistics.mean(run[key] for run in runs) for key in ("wall", "cpu", "total")}
    return runs[0] | seconds | {"runs": len(runs), "peak_mb": max(run["peak_mb"] for run in runs)}


def line(row):
    """Return one row of the table as text."""
    peak = f"{row['peak_mb']:6.0f} MB peak" if row["peak_mb"] else ""
    seconds = f"{row['wall']:7.2f} s wall {row['cpu']:6.2f} s CPU each"
    return f"{row['name']:<15} {row['submissions']:>4} submissions {seconds} {peak}"


def measure(name, count, jobs):
    """Grade `count` submissions in a course folder of their own and return seconds for each, and the peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), count)
        command = [sys.executable, "-m", *COMMANDS[name], folder]
        if name == "this grader":
            command += ["--jobs", str(jobs)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        watch = PeakMemory(process.pid)
        _, errors = process.communicate()
        wall = time.monotonic() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if process.returncode:
            raise SystemExit(f"{name} failed:\n{errors[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "name": name,
        "submissions": count,
        "wall": wall / count,
        "cpu": cpu / count,
        "total": wall,
        "peak_mb": watch.stop() / 1e6,
    }


COMMANDS = {
    "stock nbgrader": ["benchmarks.stock"],
    "floor": ["benchmarks.floor"],
    "this grader": ["grader", "grade", ASSIGNMENT, "--course"],
}


def prepare(folder, count):
    """Make a course folder in which the assignment is generated and `count` submissions are handed in."""
    from grader.cohort.grading import ensure_assignment

    shutil.copytree(ROOT / "source" / ASSIGNMENT, folder / "source" / ASSIGNMENT)
    ensure_assignment(folder, ASSIGNMENT)
    for number in range(count):
        hand_in(folder, ASSIGNMENT, f"s{number + 1:03}", example(ASSIGNMENT, KINDS[number % len(KINDS)]))


class PeakMemory(threading.Thread):
    """Samples the memory (PSS: shared pages counted once) of a process and all its descendants."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.root, self.peak, self.going = psutil.Process(pid), 0, True
        self.start()

    def run(self):
        while self.going:
            total = 0
            for process in self._all():
                try:
                    total += process.memory_full_info().pss
                except psutil.Error:
                    continue
            self.peak = max(self.peak, total)
            time.sleep(2.0)  # counting takes 30 ms of a processor that the grader would use

    def _all(self):
        try:
            return [self.root, *self.root.children(recursive=True)]
        except psutil.Error:
            return []

    def stop(self):
        self.going = False
        return self.peak


if __name__ == "__main__":
    main()
