"""Generate the released notebooks from the instructor's, byte for byte the same every time.

Each carries the course's version as `course.version` in its metadata: what was handed in says which release it answers.
"""

import shutil
import tempfile
from pathlib import Path

import nbformat

from course import __version__
from grader.gradebook.pipelines import open_course, run_step
from grader.places import ROOT
from grader.tasks import COURSE


def generate_releases(target: Path) -> None:
    """Generate every assignment's release below the folder `target`."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "source", Path(folder) / "source")
        api = open_course(folder)
        for assignment in COURSE.names:
            run_step(api.generate_assignment, assignment)
            shutil.rmtree(Path(target) / assignment, ignore_errors=True)
            for path in (Path(folder) / "release" / assignment).glob("*.ipynb"):
                _stamp(path)
            shutil.copytree(Path(folder) / "release" / assignment, Path(target) / assignment)


def _stamp(path: Path) -> None:
    """Write the version of the course into a notebook's metadata."""
    nb = nbformat.read(path, as_version=4)
    nb.metadata["course"] = {"version": __version__}
    nbformat.write(nb, path)


if __name__ == "__main__":
    generate_releases(ROOT / "release")
