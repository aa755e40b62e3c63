"""nbgrader's own pipelines, called from Python on one course folder with this checkout's configuration."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_config_path
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from grader.errors import UserError
from grader.gradebook.which import address, is_absent, refuse_a_stranger
from grader.places import ROOT, private_folder


class PipelineError(RuntimeError):
    """A pipeline of nbgrader failed; the message is its log."""


def open_course(root: Path | str, submitted: str | Path = "submitted", release: str | Path = "release") -> NbGraderAPI:
    """Return nbgrader's API for the course folder `root`.

    Creating a gradebook runs `alembic` from PATH, so this environment's programs come first.
    """
    bin_folder = str(Path(sys.executable).parent)
    if bin_folder not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = bin_folder + os.pathsep + os.environ["PATH"]
    config = load_config(Path(root))
    refuse_a_stranger(Path(root), address(Path(root), config))
    config.CourseDirectory.root = str(Path(root).resolve())
    config.CourseDirectory.submitted_directory = submitted
    config.CourseDirectory.release_directory = release
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def load_config(root: Path | str) -> Config:
    """Return nbgrader's configuration, in its own order: the deployment's, this checkout's, the course folder's."""
    folders: list[str | Path] = [*reversed(jupyter_config_path()), ROOT]
    if Path(root).resolve() != ROOT:
        folders.append(Path(root).resolve())
    config = Config()
    for folder in folders:
        if (Path(folder) / "nbgrader_config.py").exists():
            config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config())
    return config


def run_step(step: Callable[..., Any], *arguments: Any, **keywords: Any) -> str:
    """Run one step of nbgrader's API and return its log.

    Raises:
        PipelineError: the step failed.
    """
    with _quiet():
        result = step(*arguments, **keywords)
    log = result.get("log") or ""
    if not result["success"]:
        # nbgrader's own error only says that the cause is in the log
        _, found, cause = log.partition("[ERROR] ")
        raise PipelineError(cause if found else result.get("error") or log or "nbgrader failed without a message")
    return log


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """nbgrader's SAWarnings about autoflush are known and harmless under SQLAlchemy 2.1."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def ensure_assignment(root: Path | str, assignment: str) -> None:
    """Make sure the gradebook knows the assignment; the committed release is left alone.

    Raises:
        UserError: it does not, and there is no source that it could be made from; nothing was made.
    """
    folder = Path(root) / "source" / assignment
    has_source = any(folder.glob("*.ipynb"))
    no_source = UserError(
        f"{folder}: there is no notebook, so a gradebook cannot be made: copy `source/` from the checkout, or name the "
        "course folder with --course"
    )
    if not has_gradebook(root) and not has_source:
        raise no_source
    private_folder(root)  # closed to others; nbgrader would make it as the umask says
    api = open_course(root, release="private/release")
    with api.gradebook as gradebook:
        # a due date that was set before makes an entry without a notebook
        known = assignment in [entry.name for entry in gradebook.assignments if entry.notebooks]
    if not known:
        if not has_source:
            raise no_source
        run_step(api.generate_assignment, assignment)


def students_with_submissions(root: Path | str, assignment: str) -> list[str]:
    """Return the ids of the students who handed in a folder for the assignment, less those excluded."""
    handed_in = {path.parent.name for path in (Path(root) / "submitted").glob(f"*/{assignment}") if path.is_dir()}
    return sorted(handed_in - excluded_students(root))


def excluded_students(root: Path | str) -> set[str]:
    """Return the ids that nbgrader's configuration leaves out."""
    return set(load_config(root).CourseDirectory.get("student_id_exclude", "").split(","))


def has_gradebook(root: Path | str) -> bool:
    """Is there a gradebook?  Asking nbgrader for one would make it.

    Raises:
        UserError: there is one, and it cannot be the right one.
    """
    url = address(Path(root), load_config(root))
    refuse_a_stranger(Path(root), url)
    return not is_absent(url)
