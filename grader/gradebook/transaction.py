"""Write all of one notebook into nbgrader's gradebook, or nothing, with few questions asked."""

import contextlib

from nbgrader.api import Gradebook, GradeCell, SolutionCell, TaskCell

FETCHED_AT_ONCE = ("find_source_cell", "find_graded_cell", "find_grade", "find_comment")


@contextlib.contextmanager
def one_transaction():
    """Let nbgrader open its gradebook once, and write all of what follows into it or, on an error, nothing.

    For one notebook it would open it nine times, commit 28 times, and ask 39 times for one cell, grade or comment.
    """
    usual = {name: getattr(Gradebook, name) for name in ("__init__", "close", *FETCHED_AT_ONCE)}
    shared, known = {}, {}

    def open_once(self, db_url, course_id="default_course", authenticator=None):
        if not shared:
            usual["__init__"](self, db_url, course_id, authenticator)
            shared.update(db=self.db, engine=self.engine)
            self.db.commit = lambda: None  # the next question, or the end, writes what there is
        vars(self).update(shared, course_id=course_id, authenticator=authenticator)

    def fetched(gradebook, notebook, assignment, *student):
        where = notebook, assignment, *student
        if where not in known:
            if student:
                fetched(gradebook, notebook, assignment)  # no grade or comment then asks for the name of its cell
            known[where] = (_grades_and_comments if student else _cells)(gradebook, *where)
        return known[where]

    def from_known(find):
        """Return a method that looks into what was fetched with the first of a notebook's cells."""

        def find_in_known(self, name, *where):
            return fetched(self, *where).get((find, name)) or usual[find](self, name, *where)

        return find_in_known

    Gradebook.__init__, Gradebook.close = open_once, lambda self: None
    for name in FETCHED_AT_ONCE:
        setattr(Gradebook, name, from_known(name))
    try:
        yield
        if shared:
            type(shared["db"]).commit(shared["db"])
    finally:
        for name, method in usual.items():
            setattr(Gradebook, name, method)
        if shared:
            shared["db"].remove()
            shared["engine"].dispose()


def _cells(gradebook, notebook, assignment):
    """Return {(method, name): the cell it finds} for a notebook."""
    source = gradebook.find_notebook(notebook, assignment)
    found = {("find_source_cell", cell.name): cell for cell in source.source_cells}
    for kind in (TaskCell, GradeCell, SolutionCell):
        method = "find_graded_cell" if kind is not SolutionCell else None  # kept for its name alone
        found |= {(method, cell.name): cell for cell in gradebook.db.query(kind).filter_by(notebook_id=source.id)}
    return found


def _grades_and_comments(gradebook, notebook, assignment, student):
    """Return {(method, name): the grade or comment it finds} for a student's notebook."""
    submitted = gradebook.find_submission_notebook(notebook, assignment, student)
    found = {("find_grade", grade.name): grade for grade in submitted.grades}
    return found | {("find_comment", comment.name): comment for comment in submitted.comments}
