"""Enter one graded notebook after the other into nbgrader's gradebook, which is opened once for a class.

By nbgrader's public `Gradebook`, and by its own steps, each given the open gradebook instead of opening one.
"""

import json
import os
import shutil
import typing
from datetime import datetime

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import strip_transient
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.preprocessors import (
    AssignLatePenalties,
    ClearOutput,
    DeduplicateIds,
    Execute,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from nbgrader.utils import find_all_files
from traitlets import Any, Unicode
from traitlets.utils.importstring import import_item

from grader.gradebook.preprocessors import GradeCells, Normalize
from grader.tasks import Assignment

# what a worker has done, and what is settled for the whole class afterwards
DONE = (Normalize, ClearOutput, DeduplicateIds, GradeCells, Execute, AssignLatePenalties)


class ClassGradebook(Gradebook):
    """nbgrader's gradebook for one assignment: cells are fetched once, and each student is one transaction."""

    def __init__(self, db_url: str, course_id: str, assignment: str, notebook: str):
        super().__init__(db_url, course_id)
        self.db.remove()  # what the check of the course has opened
        self.db.configure(expire_on_commit=False)  # the cells stay as they are while a class is graded
        self.db.commit = lambda: None  # one student is one transaction, and written at once: `keep` ends it
        self.assignment, self.notebook = assignment, notebook
        entry = self.find_notebook(notebook, assignment)
        self.kernelspec = entry.kernelspec
        self._entry, self._assignment = entry, entry.assignment
        self._source_cells = {cell.name: cell for cell in entry.source_cells}
        self._graded_cells = {cell.name: cell for cell in (*entry.grade_cells, *entry.task_cells)}
        cells = (*entry.grade_cells, *entry.task_cells, *entry.solution_cells)
        self._names = {cell.id: cell.name for cell in cells}
        self._student: typing.Any = None
        self._grades: dict = {}
        self._comments: dict = {}
        self._steps: dict = {}

    def begin(self, student: str, handed_in: datetime | None) -> None:
        """Make the student's entries ready to be filled in; `handed_in` is in UTC, without a zone."""
        self._student = None
        with self.db.no_autoflush:  # all of a student's entries are written at once, when they are filled in
            try:
                self._student = self.find_student(student)
            except MissingEntry:
                self._student = self.add_student(student)
            submission = self.update_or_create_submission(self.assignment, student)
            submission.timestamp = handed_in  # what an earlier submission has left of its time is not this one's
            own = (entry for entry in submission.notebooks if entry.notebook is self._entry)
            entry = next(own, None) or self.find_submission_notebook(self.notebook, self.assignment, student)
            # by its cell's id: an entry that is not written yet cannot be asked its name
            self._grades = {self._names.get(grade.cell_id): grade for grade in entry.grades}
            self._comments = {self._names.get(comment.cell_id): comment for comment in entry.comments}

    def step(self, kind: type, exporter: typing.Any) -> typing.Any:
        """Return nbgrader's step of this kind, made and configured once for a class."""
        if kind not in self._steps:
            self._steps[kind] = kind(parent=exporter)
        return self._steps[kind]

    def keep(self) -> None:
        """Write all of the student's entries, or nothing."""
        type(self.db).commit(self.db)

    def forget(self) -> None:
        """Write nothing of what has not been kept."""
        self.db.rollback()

    def find_assignment(self, name: str) -> typing.Any:
        return self._assignment if name == self.assignment else super().find_assignment(name)

    def find_student(self, student_id: str) -> typing.Any:
        known = self._student is not None and self._student.id == student_id
        return self._student if known else super().find_student(student_id)

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> typing.Any:
        return self._source_cells.get(name) or super().find_source_cell(name, notebook, assignment)

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> typing.Any:
        return self._graded_cells.get(name) or super().find_graded_cell(name, notebook, assignment)

    def find_grade(self, name: str, notebook: str, assignment: str, student: str) -> typing.Any:
        return self._grades.get(name) or super().find_grade(name, notebook, assignment, student)

    def find_comment(self, name: str, notebook: str, assignment: str, student: str) -> typing.Any:
        return self._comments.get(name) or super().find_comment(name, notebook, assignment, student)


def open_gradebook(api: NbGraderAPI, assignment: Assignment) -> ClassGradebook:
    """Open the gradebook of a course for one of its assignments; a context that closes it."""
    notebook = assignment.notebook.removesuffix(".ipynb")
    return ClassGradebook(api.coursedir.db_url, api.coursedir.course_id, assignment.name, notebook)


class _WithOpenGradebook:
    """A step of nbgrader's that takes the open gradebook instead of opening one."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, typing.Any]) -> typing.Any:
        """Go through the cells."""
        where = resources["nbgrader"]
        self.notebook_id, self.assignment_id, self.student_id = where["notebook"], where["assignment"], where["student"]
        self.gradebook = resources["gradebook"]
        return NbGraderPreprocessor.preprocess(self, nb, resources)


class _OverwriteCells(_WithOpenGradebook, OverwriteCells):
    pass


class _SaveAutoGrades(_WithOpenGradebook, SaveAutoGrades):
    pass


class _OverwriteKernelspec(NbGraderPreprocessor):
    def preprocess(self, nb: NotebookNode, resources: dict[str, typing.Any]) -> typing.Any:
        if resources["gradebook"].kernelspec is not None:
            nb.metadata["kernelspec"] = nbformat.from_dict(json.loads(resources["gradebook"].kernelspec))
        return nb, resources


INSTEAD = {
    OverwriteKernelspec: _OverwriteKernelspec,
    OverwriteCells: _OverwriteCells,
    SaveAutoGrades: _SaveAutoGrades,
}


def written(notebook: NotebookNode) -> str:
    """Return the text of a notebook's file, with a line for each cell.

    nbformat's own form, where each line of a cell is one of the file, takes twenty times as long to make: it copies the
    notebook first, and indents in Python.
    """
    notebook = strip_transient(notebook)
    cells = ",\n".join(json.dumps(cell, ensure_ascii=False, sort_keys=True) for cell in notebook.cells)
    rest = json.dumps({key: value for key, value in notebook.items() if key != "cells"}, ensure_ascii=False)
    return f'{{"cells": [\n{cells}\n],\n{rest[1:]}\n'


class EnterRun(Autograde):
    """nbgrader's Autograde for a notebook that a worker has mended, run and graded: what is left of its two passes."""

    gradebook = Any(help="The `ClassGradebook`.")
    notebook = Any(help="The notebook with its outputs and scores.")
    student = Unicode(help="Whose it is.")
    handed_in = Any(help="When it was handed in, in UTC, or None.")

    def init_notebooks(self) -> None:
        """Take the one notebook that is staged: nbgrader would look for it with the student's id as a pattern."""
        folder = self._format_source(self.gradebook.assignment, self.student)
        self.assignments = {folder: [os.path.join(folder, f"{self.gradebook.notebook}.ipynb")]}

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Prepare the entry in the gradebook, and the folder: the student's files, then ours of the same name."""
        BaseConverter.init_assignment(self, assignment_id, student_id)
        self.gradebook.begin(student_id, self.handed_in)
        ours = self.coursedir.format_path(self.coursedir.source_directory, ".", assignment_id)
        theirs = self._format_dest(assignment_id, student_id)
        left_alone = {os.path.join(ours, name) for name in self.exclude_overwriting.get(assignment_id, [])}
        for path in set(find_all_files(ours, [*self.coursedir.ignore, "*.ipynb"])) - left_alone:
            target = os.path.join(theirs, os.path.relpath(path, ours))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if os.path.lexists(target):
                os.remove(target)
            shutil.copy(path, target)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Take the worker's notebook instead of the file, through the steps that need the gradebook."""
        notebook: NotebookNode = self.notebook
        resources = self.init_single_notebook_resources(notebook_filename)
        resources["output_extension"] = self.exporter.file_extension
        resources["gradebook"] = self.gradebook
        for name in (*self.sanitize_preprocessors, *self.autograde_preprocessors):
            step = import_item(name) if isinstance(name, str) else name
            if step not in DONE:
                notebook, resources = self.gradebook.step(INSTEAD.get(step, step), self.exporter)(notebook, resources)
        resources.pop("gradebook")
        self.write_single_notebook(written(notebook), resources)  # its outputs have been validated
