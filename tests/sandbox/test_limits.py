"""Does the grader stay small and alone, whatever a fork sends, and whatever ends the grader?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.places import ROOT
from grader.submission.grading import grade_notebook
from tests.sandbox.ordinary import notebook, plain_outputs, run_in_fork
from tests.submissions.build import example

pytestmark = pytest.mark.slow

MOST_GROWTH = 200  # MB
FLOODS = ("endless_message", "list_bomb", "tiny_outputs", "display_flood", "print_flood", "widget_flood", "shell_flood")

# in a process of its own, whose highest memory is then that of this one flood
MEASURED = """
import resource, sys
from tests.submission.test_hostile import ASSIGNMENT, LIMITS, hostile
from tests.submissions.build import example
from grader.submission.grading import grade_notebook
from pathlib import Path
grade_notebook(example(ASSIGNMENT, "model"), ASSIGNMENT, None, **LIMITS)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
grade_notebook(hostile(sys.argv[1], Path("/nowhere")), ASSIGNMENT, None, **LIMITS)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000)
"""


@pytest.mark.parametrize("name", FLOODS)
def test_the_grader_does_not_grow(name):
    done = subprocess.run([sys.executable, "-c", MEASURED, name], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) < MOST_GROWTH


STUBBORN = """
import os, signal, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
open("here", "w").write(str(os.getpid()))
while True:
    time.sleep(1)
"""
GRADES = """
import sys
import nbformat
from grader.sandbox.folders import scratch_folder
from grader.sandbox.notebook_run import NotebookRun
from tests.sandbox.ordinary import notebook
from pathlib import Path
with scratch_folder("cv-run-", Path(sys.argv[1])) as workspace:
    NotebookRun(workspace, timeout=300).run(notebook([sys.argv[2]]), {})
"""


def test_no_fork_outlives_a_killed_grader(tmp_path):
    grader = subprocess.Popen([sys.executable, "-c", GRADES, str(tmp_path), STUBBORN], cwd=ROOT)
    found, deadline = [], time.monotonic() + 120
    while not found and time.monotonic() < deadline:
        found = [path for path in tmp_path.rglob("here") if path.read_text()]
        time.sleep(0.1)
    pid = int(found[0].read_text())
    assert Path(f"/proc/{pid}").exists()
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    deadline = time.monotonic() + 30
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{pid}").exists()


def test_much_data_beside_an_honest_notebook_costs_it_nothing(tmp_path):
    """What was handed in is not what the notebook wrote."""
    for number in range(15):
        (tmp_path / f"data{number}.bin").write_bytes(os.urandom(19_000_000))
    nb = example("1-cross-correlation", "model")
    grades, oddities, _ = grade_notebook(nb, "1-cross-correlation", tmp_path, most_disk=20_000_000)
    assert sum(grade.score for grade in grades) == 18
    assert oddities == []


def test_many_files_beside_an_honest_notebook_cost_it_nothing(tmp_path):
    for number in range(300):
        (tmp_path / f"data{number}.txt").touch()
    nb = example("1-cross-correlation", "model")
    grades, oddities, _ = grade_notebook(nb, "1-cross-correlation", tmp_path, most_files=100)
    assert (sum(grade.score for grade in grades), oddities) == (18, [])


@pytest.mark.parametrize(
    "source, command",
    [
        ("!pip install x", "pip install x"),
        ("%pip install x", "pip install x"),
        ("%conda install x", "conda install x"),
        ("!ls", "ls"),
        ("x = !ls -l", "ls -l"),
        ("x = %sx ls", "ls"),
        ("%system ls", "ls"),
        ("!!ls", "ls"),
        ("get_ipython().system('ls')", "ls"),
        ("x = get_ipython().getoutput('ls')", "ls"),
        ("for i in range(1):\n    !ls {i}", "ls 0"),
    ],
)
def test_programs_that_may_not_run_say_so_and_the_cell_goes_on(source, command):
    nb = notebook([f"{source}\nprint('went on')", "1 + 1"])
    assert run_in_fork(nb) == []
    (shown,) = plain_outputs(nb.cells[0])
    assert shown["text"] == f"no programs run here: {command}\nwent on\n"
    assert plain_outputs(nb.cells[1])[0]["data"]["text/plain"] == "2"


@pytest.mark.parametrize("magic", ["bash", "sh", "script python", "perl", "!", "sx", "system", "python3", "ruby"])
def test_a_cell_of_another_program_says_so(magic):
    nb = notebook([f"%%{magic}\necho hello", "1 + 1"])
    assert run_in_fork(nb) == []
    assert plain_outputs(nb.cells[0])[0]["text"].startswith("no programs run here: ")
    assert plain_outputs(nb.cells[1])[0]["data"]["text/plain"] == "2"


def test_a_line_of_a_shell_costs_the_solution_below_it_nothing():
    nb = example("1-cross-correlation", "model")
    solution = next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "Conv2D")
    solution.source = f"!pip install torchsummary\n{solution.source}"
    grades, oddities, _ = grade_notebook(nb, "1-cross-correlation", None)
    assert sum(grade.score for grade in grades) == 18 and oddities == []
