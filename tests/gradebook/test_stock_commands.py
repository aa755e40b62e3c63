"""Do nbgrader's own commands run with our configuration, and without a warning about it?"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.places import ROOT
from tests.submissions.build import example, hand_in

pytestmark = pytest.mark.slow

ASSIGNMENT = "1-cross-correlation"
# in the order of a week
COMMANDS = (
    f"generate_assignment {ASSIGNMENT}",
    f"validate release/{ASSIGNMENT}/cross-correlation.ipynb",
    f"autograde {ASSIGNMENT}",
    f"generate_feedback {ASSIGNMENT}",
    "export",
    "db student list",
    "db assignment list",
    "generate_config",
)
ABOUT_CONFIGURATION = re.compile(r"Config option|not recognized|DeprecationWarning|Unrecognized|Traceback")


def nbgrader(command, root):
    """Run one command of nbgrader's in the course folder `root`, with this checkout's configuration."""
    arguments = [str(Path(sys.executable).parent / "nbgrader"), *command.split()]
    return subprocess.run(arguments, cwd=root, capture_output=True, text=True)


def test_no_stock_command_warns_of_our_settings(course):
    (course / "nbgrader_config.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        + (ROOT / "nbgrader_config.py")
        .read_text(encoding="utf-8")
        .replace("HERE = ", f"HERE = Path({str(course)!r}) or ")
    )
    hand_in(course, ASSIGNMENT, "s001", example(ASSIGNMENT, "model"))
    for command in COMMANDS:
        done = nbgrader(command, course)
        said = done.stdout + done.stderr
        assert not ABOUT_CONFIGURATION.search(said), (command, said[-3000:])
        if not command.startswith(("validate", "generate_config")):  # an untouched notebook does not validate
            assert done.returncode == 0, (command, said[-3000:])
    assert list((course / "autograded").rglob("*.ipynb")) and list((course / "feedback").rglob("*.html"))
