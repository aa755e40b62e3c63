"""Grade one submitted notebook: one score and one feedback block for each graded cell.

`nbgrader autograde`, formgrader's button and `python -m grader grade` all come through here.
"""

from collections.abc import Sequence
from pathlib import Path

from nbformat import NotebookNode, from_dict
from traitlets.config import LoggingConfigurable

from course.checking.data import PackEntry, SubmissionData
from grader.errors import printable
from grader.sandbox import client
from grader.sandbox.folders import scratch_folder
from grader.sandbox.notebook_run import Asked, NotebookRun
from grader.sandbox.preloads import Preloads
from grader.submission.cells import name_of
from grader.submission.missing_modules import in_words, missing_modules, modules_called_for, note_missing_module
from grader.submission.releases import Basis, basis
from grader.tasks import COURSE, Named
from grader.verdict.failed_cell import failure
from grader.verdict.grade import TaskGrade
from grader.verdict.referee import grade_task
from grader.verdict.report_html import feedback_block
from grader.verdict.scoring_code import all_right

client.use(Preloads(**COURSE.preloads))


def grade_notebook(
    nb: NotebookNode,
    assignment: Named,
    folder: Path | None,
    oddities: Sequence[str] = (),
    parent: LoggingConfigurable | None = None,
    tasks: Sequence[str] | None = None,
    **settings: object,
) -> tuple[list[TaskGrade], list[str], str]:
    """Run a notebook and grade its tasks; return ([TaskGrade], oddities, isolation).

    `folder` holds what lies beside the notebook, or is None; `tasks` limits grading to some.  The notebook's graded
    code cells get their score as output; written answers are left to people.

    Raises:
        OtherRelease: the notebook answers another release of the course, whose tasks are not here.
    """
    return grade_by(basis(nb, COURSE.assignment(assignment)), nb, folder, oddities, parent, tasks, **settings)


def grade_by(
    found: Basis,
    nb: NotebookNode,
    folder: Path | None,
    oddities: Sequence[str] = (),
    parent: LoggingConfigurable | None = None,
    tasks: Sequence[str] | None = None,
    **settings: object,
) -> tuple[list[TaskGrade], list[str], str]:
    """Do what `grade_notebook` does, by the packs of the release that the notebook answers."""
    public, hidden = found.public, found.hidden["tasks"]
    graded = _graded_cells(nb, hidden, tasks)

    def settled(name: str, answers: list | None) -> bool:
        return all_right(answers, hidden[name])

    with scratch_folder("cv-run-") as workspace:
        run = NotebookRun(workspace, Path(folder) if folder else None, parent=parent, **settings)
        outcome = run.run(nb, {index: _asked(name, public, hidden) for index, name in graded.items()}, settled)
    grades = []
    missing = missing_modules(nb)
    oddities = [*oddities, *found.said, *in_words(modules_called_for(outcome.submissions) | missing)]
    for index, name in graded.items():
        submission = outcome.submissions[name]
        _note_failed_cell(nb, name, submission)
        _note_missing_module(name, submission, missing)
        grade = _best_grade(name, submission, public[name], hidden[name])
        nb.cells[index].outputs = [score_output(grade)]
        nb.cells[index].execution_count = None
        grades.append(grade)
    return grades, [printable(oddity) for oddity in (*oddities, *outcome.oddities)], run.isolation


def _graded_cells(nb: NotebookNode, hidden: dict[str, PackEntry], chosen: Sequence[str] | None) -> dict[int, str]:
    """Return {cell index: task name} of the cells that the referee scores, in the order of the assignment."""
    names = {entry["cell"]: name for name, entry in hidden.items() if entry["kind"] != "text"}
    names = {cell: name for cell, name in names.items() if chosen is None or name in chosen}
    order = list(names)
    found = {index: name_of(cell) for index, cell in enumerate(nb.cells)}
    places = sorted((order.index(cell), index) for index, cell in found.items() if cell in names)
    return {index: names[order[place]] for place, index in places}


def _asked(name: str, public: dict[str, PackEntry], hidden: dict[str, PackEntry]) -> Asked:
    """Return what a run has to know of one task."""
    entry = hidden[name]
    others = [other for other in hidden if other != name]
    if entry["kind"] not in ("code", "module"):
        return Asked(name, entry["kind"], others=others)
    given = {needed: hidden[needed]["given"] for needed in entry["needs"]}
    return Asked(name, "code", public[name]["cases"], entry["cases"], given, others)


def _best_grade(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    """Grade a task with the names of its moment, or with those of the end: chosen once for all of it."""
    variants = [submission]
    if "final" in submission:
        variants.append(submission | {"given": None} | submission["final"])
    return max((grade_task(name, variant, public, hidden) for variant in variants), key=lambda grade: grade.score)


def _note_failed_cell(nb: NotebookNode, name: str, submission: SubmissionData) -> None:
    """When an object is missing because its own cell failed, hand on how it failed."""
    if not submission.get("missing") or submission.get("near"):
        return
    for cell in nb.cells:
        if name_of(cell) == name and cell.cell_type == "code":
            for output in cell.outputs:
                if output.output_type == "error":
                    submission["failed"] = failure(cell.source, output)


def _note_missing_module(name: str, submission: SubmissionData, missing: dict[str, str]) -> None:
    """Where something is lacking that a module would have brought, say which; a near name says more."""
    note = "" if submission.get("near") else note_missing_module(name, submission, missing)
    if note:
        submission["note"] = note


def score_output(grade: TaskGrade) -> NotebookNode:
    """Return the one output of a graded cell: the score as a number, for nbgrader, and the feedback, for people.

    nbgrader takes the first `execute_result` as partial credit, and gives full marks to a cell without output.
    """
    data = {"text/plain": repr(float(grade.score)), "text/html": feedback_block(grade)}
    return from_dict({"output_type": "execute_result", "metadata": {}, "data": data, "execution_count": 1})
