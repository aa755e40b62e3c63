"""Decides which gradebook a course uses: not one that cannot be the right one.

One place says it: the line in `private/database`, which `nbgrader_config.py` of the course reads for every command;
without it, it is `gradebook.db` in the course folder.
"""

from pathlib import Path

import sqlalchemy
from traitlets.config import Config

from grader.errors import UserError


def address(root: Path, config: Config) -> str:
    """Return the URL of the gradebook that a configuration names."""
    return str(config.CourseDirectory.get("db_url") or f"sqlite:///{root.resolve()}/gradebook.db")


def shown(url: str) -> str:
    """Return a gradebook's URL for people: without its password.

    >>> shown("postgresql+psycopg://grader:secret@db/convolutions")
    'postgresql+psycopg://grader:***@db/convolutions'
    """
    return sqlalchemy.make_url(url).render_as_string(hide_password=True)


def refuse_a_stranger(root: Path, url: str) -> None:
    """Refuse an empty gradebook where evidence says that there have been grades.

    Raises:
        UserError: it is empty, or cannot be opened; the message says which one it is and where that is said.
    """
    graded = next((root / "private" / "evidence").glob("*/*.json"), None)
    if graded is None or (root.resolve(), url) in _known:
        return
    try:
        empty = _is_empty(url)
    except sqlalchemy.exc.SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise UserError(f"the gradebook {shown(url)} cannot be opened: {said}") from None
    if empty:
        raise UserError(
            f"the gradebook {shown(url)} is empty, but {graded.parent} has evidence of grades: it is another one, or "
            f"was not restored. The right one's address belongs into {root / 'private' / 'database'}, one line. To "
            f"begin anew, move {root / 'private' / 'evidence'} away."
        )
    _known.add((root.resolve(), url))


_known: set[tuple[Path, str]] = set()  # those in which grades were seen: nobody has to look again


def is_absent(url: str) -> bool:
    """Is it a file that is not there?  Opening it would make it."""
    made = sqlalchemy.make_url(url)
    return made.get_backend_name() == "sqlite" and made.database is not None and not Path(made.database).exists()


def _is_empty(url: str) -> bool:
    if is_absent(url):
        return True
    engine = sqlalchemy.create_engine(url)
    try:
        with engine.connect() as connection:
            if not sqlalchemy.inspect(connection).has_table("submitted_assignment"):
                return True
            return connection.execute(sqlalchemy.text("select 1 from submitted_assignment limit 1")).first() is None
    finally:
        engine.dispose()
