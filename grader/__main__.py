"""`python -m grader`."""

import os
from pathlib import Path

try:
    Path.home()
except RuntimeError:  # an account without a passwd entry, as containers give one; Jupyter looks for settings there
    os.environ["HOME"] = "/nonexistent"

from grader.cli import main  # noqa: E402
from grader.terminal import guard_terminal  # noqa: E402

guard_terminal()
main(prog_name="python -m grader")
