"""Is a given cell read once, and one that a notebook reads in its own way never by what is known of it?"""

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from grader.places import ROOT
from grader.sandbox import client
from grader.sandbox.cell_syntax import GivenCells
from grader.sandbox.preloads import sample
from grader.sandbox.tracebacks import FormattedOnce

CELLS = ("x = 1", "%time x\n!ls", "    indented = 2", ">>> prompt", "torch.ones?", "%%bash\necho")


class _Counted(TransformerManager):
    read = 0

    def do_token_transforms(self, lines):
        type(self).read += 1
        return super().do_token_transforms(lines)


class _Given(GivenCells, _Counted):
    pass


@pytest.mark.parametrize("cell", CELLS)
def test_a_given_cell_is_read_once_and_becomes_what_it_always_does(cell):
    given = _Given()
    given.read_ahead([cell])
    before = _Counted.read
    assert given.transform_cell(cell) == TransformerManager().transform_cell(cell)
    assert _Counted.read == before


@pytest.mark.parametrize("steps", ["cleanup_transforms", "line_transforms"])
def test_a_notebook_may_change_what_is_done_to_cells(steps):
    given = GivenCells()
    given.read_ahead(CELLS)
    getattr(given, steps).append(lambda lines: [line.replace("1", "one") for line in lines])
    assert given.transform_cell("x = 1") == "x = one\n"


def test_a_cell_that_cannot_be_read_is_left_to_whoever_runs_it():
    given = GivenCells()
    given.line_transforms.append(lambda lines: 1 / 0)
    given.read_ahead(CELLS)
    given.line_transforms.pop()
    assert given.transform_cell("x = 1") == "x = 1\n"


def test_every_cell_of_a_release_is_told():
    """They go in one packet."""
    for path in sorted(ROOT.glob("release/*/*.ipynb")):
        cells = list(sample([path]))
        assert len(cells) > 30 and client._bounded(cells) == cells, path.name


def test_what_does_not_fit_in_a_packet_is_left_out():
    cells = ["x" * (client.MOST_GIVEN - 10), "y" * 20, "z"]
    assert client._bounded(cells) == cells[:1]


class _CountedOnce(FormattedOnce):
    made = 0

    def format_exception_as_a_whole(self, *args):
        type(self).made += 1
        return super().format_exception_as_a_whole(*args)


def test_a_traceback_is_put_together_once():
    """To be shown, and to be kept in the history; after that, and in another mode, again."""
    formatted = _CountedOnce(mode="Context", theme_name="neutral", tb_offset=0)

    def text():
        return formatted.structured_traceback(ValueError, error, error.__traceback__)

    try:
        int("one")
    except ValueError as raised:
        error = raised
    shown, kept = text(), text()
    assert shown == kept and formatted.made == 1
    text(), formatted.set_mode("Minimal")
    assert text() != shown and formatted.made == 2  # a minimal one is no whole
