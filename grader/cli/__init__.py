"""The command line: `python -m grader --help`.  Each verb stands in the room of those who use it.

Parses what was typed, calls one public word of a wing, prints what came back; knows nothing that a wing decides.  A
command imports when it runs, so that `--help` is quick.
"""

import sys

import click

from grader.cli import arrivals, authors, grade, one_file, records
from grader.cli.friendly import Friendly

__all__ = ["main"]


@click.group(cls=Friendly, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The referee of the course on convolutions."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows what it cannot as an escape
            stream.reconfigure(errors="backslashreplace")


for command in (
    *(authors.references, authors.tasks, authors.mutants),
    *(one_file.try_command, one_file.notebook),
    *(grade.grade, arrivals.collect, arrivals.watch),
    *(records.report, records.similar, records.forget),
):
    main.add_command(command)
