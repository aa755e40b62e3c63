"""The grader's own copy of the course, and its first release.

    python -m deploy.course_folder [ASSIGNMENT ...]

as the grader, in the course folder: brings the roster into the gradebook and releases assignments, by default all.
"""

import shutil
import sys
from pathlib import Path

from deploy.roster import read_roster, update_gradebook
from deploy.settings import CHECKOUT, read_settings

NEEDED = ("course", "deploy", "grader", "release", "source")  # what grading needs from the checkout
FILES = ("nbgrader_config.py", "pyproject.toml")
LEAVE = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "*.egg-info")


def install_course(root, private=None):
    """Copy the course to `root`; what is there besides, a gradebook for one, stays.

    `private` is a folder with seed and hidden packs to start from, for tests and demonstrations.
    """
    root = Path(root)
    root.mkdir(parents=True, exist_ok=True)
    for name in NEEDED:
        shutil.copytree(CHECKOUT / name, root / name, ignore=LEAVE, dirs_exist_ok=True)
    for name in FILES:
        shutil.copyfile(CHECKOUT / name, root / name)
    if private:
        (root / "private").mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(Path(private) / "seed", root / "private" / "seed")
        shutil.copytree(Path(private) / "packs", root / "private" / "packs", dirs_exist_ok=True)


def release_course(root, roster, assignments=()):
    """Bring the students of the roster into the gradebook, generate assignments and release those not released yet."""
    from grader.gradebook.pipelines import open_course, run_step
    from grader.tasks import COURSE

    api = open_course(root)
    with api.gradebook as gradebook:
        update_gradebook(read_roster(roster), gradebook)
    for assignment in assignments or COURSE.names:
        run_step(api.generate_assignment, assignment)
        if assignment not in api.get_released_assignments():
            run_step(api.release_assignment, assignment)
        print(f"released {assignment}", flush=True)


if __name__ == "__main__":
    release_course(".", read_settings().roster, sys.argv[1:])
