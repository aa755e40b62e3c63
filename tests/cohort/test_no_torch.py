"""Do the commands that grade from packs, and those that read grades, leave torch alone?

Importing it takes more than a second of processor, and only the process that runs notebooks needs it.
"""

import shutil
import subprocess
import sys

import pytest

from grader.places import ROOT

ASSIGNMENT = "1-cross-correlation"
AFTERWARDS = """
import sys
from grader.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print("torch was imported:", "torch" in sys.modules)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "case, arguments",
    [
        ("a class", ["grade", ASSIGNMENT, "--force", "--jobs", "1", "--student", "s001"]),
        ("nothing new", ["grade", ASSIGNMENT]),
        ("the report", ["report", ASSIGNMENT, "--json"]),
        ("who is alike", ["similar", ASSIGNMENT]),
    ],
)
def test_torch_stays_out(graded_class, tmp_path, case, arguments):
    shutil.copytree(graded_class[0], tmp_path / "course")
    command = [sys.executable, "-c", AFTERWARDS, *arguments, "--course", str(tmp_path / "course")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{case}: {done.stderr[-500:]}"
    assert "torch was imported: False" in done.stdout, case
