"""`python -m grader`."""

import os
from pathlib import Path

try:
    Path.home()
except RuntimeError:  # an account without a passwd entry, as containers give one; Jupyter looks for settings there
    os.environ["HOME"] = "/nonexistent"

# nothing here multiplies large matrices, and NumPy would start a thread for each core, which waits by spinning
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from grader.cli import main  # noqa: E402
from grader.terminal import guard_terminal  # noqa: E402

guard_terminal()
main(prog_name="python -m grader")
