"""Does a notebook that was worked on in VS Code or Google Colab come back whole, and does the course run there?"""

import json
import subprocess
import sys

import pytest

from grader.submission import grade_notebook
from grader.submission.mending import normalize
from grader.submission.notebook_file import notebook_from
from grader.submission.pattern import released
from grader.tasks import COURSE
from tests.submissions.build import example
from tests.submissions.editors import SAVERS, colab

pytestmark = pytest.mark.slow


def _graded(tmp_path, assignment, raw):
    path = tmp_path / COURSE.assignment(assignment).notebook
    path.write_text(json.dumps(raw))
    oddities = []
    notebook = notebook_from(path.read_bytes(), path.name, oddities)
    oddities += normalize(notebook, released(assignment))
    (tmp_path / "beside").mkdir()
    grades, oddities, _ = grade_notebook(notebook, assignment, tmp_path / "beside", oddities)
    return grades, "\n".join(oddities)


@pytest.mark.parametrize("editor", SAVERS)
@pytest.mark.parametrize("assignment", ["1-cross-correlation", "5-channels"])
def test_no_task_is_lost_whatever_an_editor_keeps(tmp_path, assignment, editor):
    """The model solution, saved by each: every task that a machine grades has all its points."""
    grades, oddities = _graded(tmp_path, assignment, SAVERS[editor](example(assignment, "model")))
    assert [(grade.task, grade.note) for grade in grades if grade.score < grade.max_score] == []
    assert len(grades) == sum(task.kind != "text" for task in COURSE.assignment(assignment).tasks.values())
    assert ("had lost its nbgrader metadata: put right" in oddities) == ("dropped" in editor)


@pytest.mark.parametrize("editor", SAVERS)
def test_what_could_not_be_found_again_is_said(tmp_path, editor):
    """A written answer is known by its cell's id alone: where that is gone too, the instructor is told."""
    _, oddities = _graded(tmp_path, "1-cross-correlation", SAVERS[editor](example("1-cross-correlation", "model")))
    assert ("answer-why_no_error was missing" in oddities) == (editor == "metadata and ids dropped"), oddities


RUN = """
import json, sys
sys.path.insert(0, sys.argv[1])
for absent in ("nbgrader", "jupyterlab", "notebook", "jupyter_server"):
    sys.modules[absent] = None  # Colab has none of them
from IPython.core.interactiveshell import InteractiveShell
import course
assert course.__file__.startswith(sys.argv[1]), course.__file__
shell = InteractiveShell.instance()
for cell in json.load(open(sys.argv[2]))["cells"]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "code" and not source.startswith("!pip"):
        shell.run_cell(source).raise_error()
"""


def test_the_wheel_without_its_dependencies_is_enough_for_colab(exported, tmp_path):
    """Installed with --no-deps beside torch, NumPy, Matplotlib, ipywidgets and anywidget; the solved notebook runs."""
    (wheel,) = exported.glob("*.whl")
    target = tmp_path / "colab"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel]
    subprocess.run(install, check=True)
    notebook = tmp_path / "n.ipynb"
    notebook.write_text(json.dumps(colab(example("1-cross-correlation", "model"))))
    command = [sys.executable, "-c", RUN, str(target), str(notebook)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Error" not in done.stdout
