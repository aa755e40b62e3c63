"""Copy the gradebook that a course uses into another, empty database: from SQLite to PostgreSQL, or back.

    python -m deploy.move_gradebook [URL]

as the grader, in the course folder, while nothing is graded; URL is CONVOLUTIONS_DATABASE unless it is given.  The old
gradebook stays as it is.  Afterwards `python -m deploy.setup`, as root, makes the course use the new one.
"""

import os
from pathlib import Path

import click
import sqlalchemy
from nbgrader.api import Base, Gradebook

from deploy.settings import read_settings
from grader.errors import UserError
from grader.gradebook.pipelines import load_config
from grader.gradebook.which import address, shown

ROWS = 1000  # at a time


def move(source: str, target: str, course: str) -> dict[str, int]:
    """Copy every row of the gradebook at one URL into an empty one at another; return {table: rows}.

    All of it is one transaction: after an error the target is as empty as before.

    Raises:
        UserError: the target is not empty, is the same, or one of them cannot be opened.
    """
    if source == target:
        raise UserError(f"the course uses {shown(target)} already")
    try:
        with Gradebook(target, course):  # makes the tables, and marks them with nbgrader's version
            pass
        old, new = sqlalchemy.create_engine(source), sqlalchemy.create_engine(target)
        with old.connect() as reading, new.begin() as writing:
            counts = {}
            for table in Base.metadata.sorted_tables:
                there = writing.execute(sqlalchemy.select(sqlalchemy.func.count()).select_from(table)).scalar()
                if there and table.name != "course":  # a new gradebook holds its course
                    raise UserError(f"{shown(target)} is not empty: {there} rows in {table.name}")
                writing.execute(table.delete())
            for table in Base.metadata.sorted_tables:
                counts[table.name] = 0
                for rows in reading.execute(table.select()).mappings().partitions(ROWS):
                    writing.execute(table.insert(), [dict(row) for row in rows])
                    counts[table.name] += len(rows)
    except sqlalchemy.exc.SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise UserError(f"from {shown(source)} to {shown(target)}: {said}") from None
    return counts


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, help=__doc__)
@click.argument("url", required=False)
def main(url):
    settings = read_settings()
    target = url or settings.database
    if not target:
        raise SystemExit("where to? Give a URL, or set CONVOLUTIONS_DATABASE")
    # what the course used until now: the hub's setting names the new one already
    config = load_config(Path.cwd())
    config.CourseDirectory.pop("db_url", None)
    told = Path("private", "database")
    if told.exists():
        config.CourseDirectory.db_url = told.read_text(encoding="utf-8").strip()
    source = address(Path.cwd(), config)
    if source.startswith("sqlite:///") and not os.path.exists(source.removeprefix("sqlite:///")):
        raise SystemExit(f"there is no gradebook {shown(source)}")
    try:
        counts = move(source, target, settings.course)
    except UserError as error:
        raise SystemExit(str(error)) from None
    click.echo(f"from {shown(source)}\nto   {shown(target)}")
    click.echo("\n".join(f"{count:>8}  {name}" for name, count in counts.items() if count))
    click.echo("now, as root: python -m deploy.setup TOPOLOGY")


if __name__ == "__main__":
    main(prog_name="python -m deploy.move_gradebook")
