"""Delete what a course keeps of one student: files, folders, rows of the gradebook."""

from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from grader.cohort.alone import alone
from grader.cohort.traces import Traces
from grader.gradebook.pipelines import load_config, open_course
from grader.gradebook.which import address, shown
from grader.sandbox.folders import remove


def forget(root: Path | str, found: Traces) -> list[str]:
    """Delete what `traces` found, and return in words what could not be deleted.

    Waits for whoever grades or watches: what is being written just now would be there again.
    """
    failed = []
    with alone(Path(root)):
        for path in found.paths:
            if path.is_dir() and not path.is_symlink():
                if not remove(path):  # however deep a student has made it
                    failed.append(f"{path}: something in it could not be deleted")
                continue
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                failed.append(f"{path}: {error.strerror or error}")
        if found.submissions is not None:
            with open_course(root).gradebook as book:
                book.remove_student(found.student)
            failed += _overwrite_deleted(address(Path(root), load_config(Path(root))))
    return failed


def _overwrite_deleted(url: str) -> list[str]:
    """Let an SQLite gradebook give up its deleted rows, which stay in the file until then; say what went wrong."""
    if make_url(url).get_backend_name() != "sqlite":
        return []  # PostgreSQL does it by itself
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text("VACUUM"))
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error)
        return [f"{shown(url)}: deleted rows are still in the file ({said}); later: sqlite3 gradebook.db vacuum"]
    finally:
        engine.dispose()
    return []
