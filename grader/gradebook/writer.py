"""Put one graded notebook after the other into nbgrader's gradebook: the only place that writes to it for a class."""

from dataclasses import dataclass, field

import nbformat
from nbgrader.converters import Autograde
from nbgrader.preprocessors import ClearOutput, DeduplicateIds, Execute
from nbgrader.utils import capture_log
from traitlets import Any
from traitlets.utils.importstring import import_item

from grader.gradebook.pipelines import run_step
from grader.gradebook.preprocessors import GradeCells, Normalize
from grader.gradebook.transaction import one_transaction
from grader.packs.reading import load_hidden
from grader.submission.evidence import evidence_of, read_evidence, write_evidence

DONE_BY_WORKER = (Normalize, ClearOutput, DeduplicateIds, GradeCells, Execute)


@dataclass
class Result:
    """What happened to one student: graded now or before, or failed, and what was odd."""

    student: str
    status: str  # "graded", "unchanged", "failed"
    oddities: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    error: str = ""


class WriteRun(Autograde):
    """nbgrader's Autograde for a notebook that a worker has mended, run and graded: what is left of its two passes."""

    notebook = Any(help="The notebook with its outputs and scores.")

    def convert_single_notebook(self, notebook_filename):
        """Take the worker's notebook instead of the file, through the steps that need the gradebook."""
        notebook, resources = self.notebook, self.init_single_notebook_resources(notebook_filename)
        resources["output_extension"] = self.exporter.file_extension
        for name in (*self.sanitize_preprocessors, *self.autograde_preprocessors):
            step = import_item(name) if isinstance(name, str) else name
            if step not in DONE_BY_WORKER:
                notebook, resources = step(parent=self.exporter)(notebook, resources)
        self.write_single_notebook(nbformat.v4.writes(notebook) + "\n", resources)  # its outputs have been validated


def write(root, assignment, student, run, api):
    """Write a `Run`, or in words why there is none, and return the `Result`."""
    if isinstance(run, str):
        return Result(student, "failed", error=run)
    before = read_evidence(root, assignment, student)
    try:
        if before:
            write_evidence(root, before | {"submission": None})  # until this grade is in the gradebook
        with one_transaction():
            run_step(_write_run, api, assignment, student, run.staged.notebook)
        after = evidence_of(assignment, student, run.grades, load_hidden(assignment), run.oddities, run.isolation)
        after["oddities"] = [*run.staged.oddities, *after["oddities"]]
        after["submission"] = run.staged.fingerprint  # written last: it says that the gradebook has this grade
        write_evidence(root, after)
    except Exception as error:  # whatever it is, it must not end the grading of the others
        return Result(student, "failed", error=str(error) or repr(error))
    return Result(student, "graded", after["oddities"], _changes(before, after))


def _write_run(api, assignment, student, notebook):
    """Do what nbgrader's `api.autograde` does, with `WriteRun`."""
    api.coursedir.assignment_id, api.coursedir.student_id = assignment, student
    app = WriteRun(coursedir=api.coursedir, parent=api, notebook=notebook)
    app.force = app.create_student = True
    return capture_log(app)


def _changes(before, after):
    """Say in words which tasks' scores a regrade changed, and why it may have."""
    if not before:
        return []
    reasons = [
        name
        for name, key in (("the cases", "pack"), ("the grader", "grader"), ("the submission", "submission"))
        if before.get(key) != after.get(key)
    ]
    why = f" ({' and '.join(reasons)} changed)" if reasons else ""
    changes = []
    for name, task in after["tasks"].items():
        old = before["tasks"].get(name, {}).get("score")
        if old is not None and old != task["score"]:
            changes.append(f"{name}: {old:g} -> {task['score']:g}{why}")
    return changes
