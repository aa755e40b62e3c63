"""Run one submitted notebook and grade it: one score and one feedback block for each graded cell.

`nbgrader autograde`, formgrader's button and `python -m grader grade` all come through here.
"""

from typing import NamedTuple

from nbformat import from_dict

from grader.errors import printable
from grader.packs.reading import load_hidden, load_public
from grader.sandbox import kernels
from grader.sandbox.session import Session
from grader.verdict.failed_cell import failure
from grader.verdict.referee import all_right, grade_task
from grader.verdict.report_html import feedback_block


class Wanted(NamedTuple):
    """What a run has to know of one task: its object's name, its kind, and what it builds on."""

    name: str
    kind: str
    needs: list[str]


def grade_notebook(nb, assignment, folder, oddities=(), parent=None, tasks=None, **session_traits):
    """Run a notebook and grade its tasks; return ([TaskGrade], oddities, isolation).

    `folder` holds what lies beside the notebook, or is None; `tasks` limits grading to some.  The notebook's graded
    code cells get their score as output; written answers are left to people.
    """
    public, hidden = load_public(assignment)["tasks"], load_hidden(assignment)["tasks"]
    wanted = {name: Wanted(name, entry["kind"], entry["needs"]) for name, entry in hidden.items()}
    cells = {hidden[name]["cell"]: task for name, task in wanted.items() if task.kind != "text"}
    graded = {}
    for index, cell in enumerate(nb.cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in cells and (tasks is None or cells[grade_id].name in tasks):
            graded[index] = cells[grade_id]
    given = {name: entry["given"] for name, entry in hidden.items() if "given" in entry}

    def settled(name, answers):
        return all_right(answers, hidden[name])

    with kernels.workspace(folder) as workspace:
        session = Session(workspace, parent=parent, **session_traits)
        outcome = session.run(nb, graded, public, hidden, given, settled)
    grades = []
    for index, task in graded.items():
        _note_failed_cell(nb, task, outcome.submissions[task.name])
        grade = grade_task(task.name, outcome.submissions[task.name], public[task.name], hidden[task.name])
        nb.cells[index].outputs = [score_output(grade)]
        nb.cells[index].execution_count = None
        grades.append(grade)
    return grades, [printable(oddity) for oddity in (*oddities, *outcome.oddities)], session.isolation


def _note_failed_cell(nb, task, submission):
    """When an object is missing because its own cell failed, hand on how it failed."""
    if not submission.get("missing") or submission.get("near"):
        return
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == task.name and cell.cell_type == "code":
            for output in cell.outputs:
                if output.output_type == "error":
                    submission["failed"] = failure(cell.source, output)


def score_output(grade):
    """Return the one output of a graded cell: the score as a number, for nbgrader, and the feedback, for people.

    nbgrader takes the first `execute_result` as partial credit, and gives full marks to a cell without output.
    """
    data = {"text/plain": repr(float(grade.score)), "text/html": feedback_block(grade)}
    return from_dict({"output_type": "execute_result", "metadata": {}, "data": data, "execution_count": 1})
