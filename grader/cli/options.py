"""What several commands take: the course folder, a number of jobs."""

import os
from pathlib import Path

import click

from grader.errors import UserError

JOBS = (os.cpu_count() or 1) + 1  # notebooks at a time: while one waits for its fork, another runs


def _course_folder(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Refuse a course folder that is none: what would be made there, or not found, says less."""
    if not path.is_dir():
        what = "is not a folder" if path.exists() else "there is no such folder"
        raise UserError(f"{path}: {what}; --course names the course folder")
    return path


course_option = click.option(
    "--course", type=click.Path(path_type=Path), default=Path("."), callback=_course_folder, help="The course folder."
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(1), default=JOBS, show_default=True, help="Notebooks at a time."
)


def relative(path: Path) -> Path:
    """Return a path as seen from where the command was given."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
