"""Show the rubric beside a written answer, with the model answer, to nobody but the person who marks it.

They are added when formgrader renders its page, and stand in no file: neither in `autograded/` nor in feedback.
"""

import copy

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from grader.packs import load_public
from grader.places import ROOT
from grader.submission.cells import name_of
from grader.tasks import COURSE, Assignment, Task


class ShowRubric(Preprocessor):
    """Puts rubric and model answer in front of each written answer, in formgrader's marking page only."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Return a copy of `nb` with a rubric in front of each answer; elsewhere `nb` itself."""
        name = resources.get("assignment_id")
        # only formgrader's marking page has a submission id; when in doubt, show nothing
        if "submission_id" not in resources or name is None or name not in COURSE:
            return nb, resources
        shown, assignment = copy.deepcopy(nb), COURSE.assignment(name)
        for task_name, entry in load_public(assignment)["tasks"].items():
            if entry["kind"] == "text":
                task = assignment.task(task_name)
                for index, cell in enumerate(shown.cells):
                    if name_of(cell) == task.cell:
                        shown.cells.insert(index, nbformat.v4.new_markdown_cell(rubric_text(assignment, task)))
                        break
        return shown, resources


def rubric_text(assignment: Assignment, task: Task) -> str:
    """Return rubric and model answer as Markdown."""
    lines = [f"**For the marker only: `{task.name}`, {task.points:g} points**", ""]
    lines += [f"- {line}" for line in task.rubric]
    return "\n".join([*lines, "", "*Model answer.* " + model_answer(assignment, task)])


def model_answer(assignment: Assignment, task: Task) -> str:
    """Return the model answer from the instructor's notebook."""
    source = nbformat.read(assignment.notebook_in(ROOT / "source"), as_version=4)
    for cell in source.cells:
        if name_of(cell) == task.cell:
            lines = [line for line in cell.source.split("\n") if "SOLUTION" not in line]
            return "\n".join(lines).strip()
    return ""
