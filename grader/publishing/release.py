"""Generate the released notebooks from the instructor's, byte for byte the same every time."""

import filecmp
import shutil
import tempfile
from pathlib import Path

from grader.gradebook.pipelines import open_course, run_step
from grader.places import ROOT
from grader.tasks import ASSIGNMENTS


def generate_releases(target):
    """Generate every assignment's release below the folder `target`."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "source", Path(folder) / "source")
        api = open_course(folder)
        for assignment in ASSIGNMENTS:
            run_step(api.generate_assignment, assignment)
            shutil.rmtree(Path(target) / assignment, ignore_errors=True)
            shutil.copytree(Path(folder) / "release" / assignment, Path(target) / assignment)


def differences(one, other):
    """Return the files that differ between two folders of releases."""
    compared = filecmp.dircmp(one, other, ignore=["README.md"])
    return _differences(compared)


def _differences(compared, prefix=""):
    names = [f"{prefix}{name}" for name in compared.diff_files + compared.left_only + compared.right_only]
    for name, below in compared.subdirs.items():
        names += _differences(below, f"{prefix}{name}/")
    return names


def main():
    generate_releases(ROOT / "release")


if __name__ == "__main__":
    main()
