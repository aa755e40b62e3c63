"""Do pictures and widgets come out of a confined kernel as they do out of an ordinary one?"""

import base64
import struct

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from grader import kernels
from grader.session import Session

pytestmark = pytest.mark.slow

CELLS = (
    "import matplotlib.pyplot as plt\nimport numpy as np\nimport ipywidgets",
    "plt.figure(figsize=(3, 2))\nplt.imshow(np.eye(4))\nplt.title('a diagonal')",
    "figure, axes = plt.subplots()\naxes.plot([1, 4, 9])\nfigure",
    "slider = ipywidgets.IntSlider(value=3, max=9, description='stride')\nslider",
    "@ipywidgets.interact(n=(1, 5))\ndef draw(n=2):\n    plt.plot(range(n))\n    plt.show()\n    print('n is', n)",
    "from course import explorers\nstepper = explorers.window_stepper()\nstepper",
)


def notebook():
    return new_notebook(cells=[new_code_cell(source) for source in CELLS])


def kinds(nb):
    """Return for each cell what its outputs are, the size of every picture included."""
    return [[kind for output in cell.outputs for kind in _kinds(output)] for cell in nb.cells]


def _kinds(output):
    if output.output_type == "stream":
        return [output.text]
    data = output.get("data", {})
    return [(output.output_type, mime, _size(data[mime]) if mime == "image/png" else None) for mime in sorted(data)]


def _size(png):
    return struct.unpack(">II", base64.b64decode(png)[16:24])


def widgets(nb):
    """Return the state of the notebook's widgets: their kinds and values."""
    states = nb.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
    return sorted((state["model_name"], str(state["state"].get("value"))) for state in states)


@pytest.fixture(scope="module")
def confined():
    nb = notebook()
    with kernels.workspace(None) as workspace:
        outcome = Session(workspace).run(nb, {}, {}, {}, {})
    assert outcome.oddities == []
    return nb


@pytest.fixture(scope="module")
def ordinary():
    nb = notebook()
    NotebookClient(nb, timeout=60, store_widget_state=True).execute()
    return nb


def test_pictures_and_widgets_are_those_of_an_ordinary_kernel(confined, ordinary):
    assert kinds(confined) == kinds(ordinary)
    shown = str(kinds(confined))
    assert shown.count("image/png") >= 3 and shown.count("widget-view") >= 3 and "n is 2" in str(confined)


def test_the_state_of_widgets_is_kept(confined, ordinary):
    assert widgets(confined) == widgets(ordinary)
    assert ("IntSliderModel", "3") in widgets(confined)
