"""Does a function's worked example in a notebook give what stands below it?  Oracle: the solved notebook itself."""

import contextlib
import doctest
import io
import warnings

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import COURSE


def names_of(assignment):
    """Return all that the solved notebook defines, after a run from top to bottom without its graded cells."""
    nb = nbformat.read(ROOT / "source" / assignment.name / assignment.notebook, as_version=4)
    names = {"__name__": "__main__"}
    for cell in nb.cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade"):
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(cell.source, cell.id, "exec"), names)
    return names


def wrong_examples(names):
    """Return (how many examples there are, what the failing ones print instead)."""
    tried, told = 0, io.StringIO()
    for name, made in list(names.items()):
        if getattr(made, "__module__", None) == "__main__" and made.__doc__:
            example = doctest.DocTestParser().get_doctest(made.__doc__, dict(names), name, name, 0)
            tried += doctest.DocTestRunner(verbose=False).run(example, out=told.write).attempted
    return tried, told.getvalue()


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda assignment: assignment.name)
def test_worked_examples_are_right(assignment, monkeypatch):
    monkeypatch.chdir(ROOT / "source" / assignment.name)
    tried, told = wrong_examples(names_of(assignment))
    assert told == ""
    assert tried or assignment.name == "3-kernel-learning", "its one example is told in words"


def test_a_wrong_example_is_found():
    def double(x):
        """Return 2 x.

        >>> double(2)
        5
        """
        return 2 * x

    double.__module__ = "__main__"
    tried, told = wrong_examples({"double": double})
    assert tried == 1 and "Expected:\n    5\nGot:\n    4" in told
