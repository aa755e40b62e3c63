"""Does a student read a lesson's code without scrolling sideways?"""

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import COURSE

WIDEST = 80  # letters: what JupyterLab shows in a window of 1100 pixels, the list of files open


def wide_lines(cells):
    """Return [(cell id, line)] of code that is wider than the screen."""
    code = [cell for cell in cells if cell.cell_type == "code"]
    return [(cell.id, line) for cell in code for line in cell.source.split("\n") if len(line) > WIDEST]


@pytest.mark.parametrize("assignment", COURSE.names)
def test_code_fits_the_screen(assignment):
    released = nbformat.read(ROOT / "release" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
    assert wide_lines(released.cells) == []


def test_a_wide_line_is_found():
    cell = nbformat.v4.new_code_cell("x = 1\n" + "y" * 81, id="wide")
    assert wide_lines([cell]) == [("wide", "y" * 81)]
