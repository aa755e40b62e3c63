"""What do report, exports and the comparison cost for a large class, and does their memory stay flat?

    python -m benchmarks.large_class [--students 250 --students 1000]

Makes a graded class (tests.big_class) in which everybody wrote code answers: the independent ones of tests.similarity,
each with its names changed for each student, so that there are as many different texts as students.  Nothing is run.
Each command is a process of its own; printed are its seconds, its processor's seconds and its largest memory.
"""

import os
import random
import shlex
import subprocess
import sys
import tempfile
import time

import click

from grader.places import ROOT

ASSIGNMENT = "1-cross-correlation"
EXPORT = "-m nbgrader export --exporter=grader.cohort.exports."
COMMANDS = {
    "report --html": f"-m grader report {ASSIGNMENT} --html report.html",
    "export, grades.csv": "-m nbgrader export",
    "export, Canvas": EXPORT + "CanvasExport",
    "export, Moodle": EXPORT + "MoodleExport",
    "export, tidy table": EXPORT + "TidyExport",
    "similar --html": f"-m grader similar {ASSIGNMENT} --html similar.html",
}


def solutions(seed=0):
    """Return a function of a student's number: {stub: source}, the same each time."""
    from tests.similarity import copied, independent_answers

    answers = {task: list(found.values()) for task, found in independent_answers().items()}

    def of(number):
        draw = random.Random(f"{seed} {number}")
        chosen = {}
        for task, sources in answers.items():
            source = draw.choice(sources)
            try:
                chosen[task] = copied(source, draw)
            except SyntaxError:  # some students' answers do not compile
                chosen[task] = source
        return chosen

    return of


def measured(command):
    """Run a command in this folder; return its seconds, its processor's seconds and its peak in MB (10^6)."""
    started = time.monotonic()
    process = os.posix_spawn(
        sys.executable,
        [sys.executable, *command],
        os.environ | {"PYTHONPATH": str(ROOT)},
        file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)],
    )
    _, status, usage = os.wait4(process, 0)
    assert status == 0, f"{shlex.join(command)} ended with {status}"
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


@click.command(help=__doc__)
@click.option("--students", "sizes", type=int, multiple=True, default=(250, 1000), show_default=True)
@click.option("--make", help="Only make a class in this folder.")
def main(sizes, make):
    if make:
        from tests.big_class import make_class

        make_class(make, sizes[0], solutions=solutions())
        return
    click.echo(f"{'students':>8}  {'':<20} {'seconds':>8} {'processor':>9} {'MB':>6}")
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            # in another process: the largest memory of a new one counts that of the one that started it
            own = [sys.executable, "-m", "benchmarks.large_class", "--students", str(count), "--make", folder]
            subprocess.run(own, cwd=ROOT, check=True)
            os.chdir(folder)
            for name, command in COMMANDS.items():
                wall, processor, peak = measured(shlex.split(command))
                click.echo(f"{count:>8}  {name:<20} {wall:>8.1f} {processor:>9.1f} {peak:>6.0f}")
            os.chdir(ROOT)


if __name__ == "__main__":
    main()
