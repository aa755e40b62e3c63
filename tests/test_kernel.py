"""Does a notebook come out of a confined kernel as it does out of an ordinary one?"""

import base64
import inspect
import json
import os
import re
import struct
import sys
import time
from pathlib import Path

import nbformat
import pytest
from IPython.core.inputtransformer2 import TokenTransformBase, TransformerManager
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from grader.places import ROOT
from grader.sandbox import frames, kernels, processes
from grader.sandbox.quiet_kernel import only_with_an_escape
from grader.sandbox.session import Session

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


TEXTS = (
    "import asyncio\nawait asyncio.sleep(0.01)\nprint('awaited')",
    "async def twice(x):\n    return 2 * x\n\nawait twice(21)",
    "def reciprocal(x):\n    return 1 / x\n\nreciprocal(0)",
    "import torch\ntorch.ones(2) @ torch.ones(3)",
    "import json\njson.loads('{')",
    "await twice('two') + 1",
    "x = = 1",
    "x = 1\n  y = 2",
    "try:\n    reciprocal(0)\nexcept ZeroDivisionError as error:\n    raise ValueError('no reciprocal') from error",
    "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('out again')",
    "%precision 3\n1 / 3",
    "from IPython.display import clear_output\nprint('before')\nclear_output(wait=True)\nprint('after')",
    "h = display('first', display_id=True)\nh.update('second')",
    "sorted(globals()), __name__, get_ipython().profile, In[1], Out[2]",
    "%lsmagic",
    "import sys\nshell = get_ipython()\nshell.kernel.shell is shell is not shell.parent is shell.kernel",
    "sys.modules['__main__'].__dict__ is globals(), sys.path[-1] == sys.path[0], sys.stdin, type(sys.stdout)",
    "from pathlib import Path\nPath(shell.starting_dir) == Path.cwd() == _dh[0], len(_dh)",
    "from ipywidgets.widgets.widget import _instances\nlen(_instances)",
    "%xmode Minimal\nreciprocal(0)",
    "%who_ls function",
    "%reset -f\nsorted(globals())",
)


def test_texts_and_tracebacks_are_those_of_an_ordinary_kernel():
    confined, ordinary = (new_notebook(cells=[new_code_cell(source) for source in TEXTS]) for _ in range(2))
    with kernels.workspace(None) as workspace:
        assert Session(workspace).run(confined, {}, {}, {}, {}).oddities == []
    NotebookClient(ordinary, timeout=60, allow_errors=True).execute()
    for here, there in zip(confined.cells, ordinary.cells, strict=True):
        assert _whole(here.outputs) == _whole(there.outputs), here.source
    assert "awaited" in str(confined) and "ZeroDivisionError" in str(confined.cells[2].outputs)


def test_a_cell_is_transformed_as_ever():
    class Sparing(TransformerManager):
        do_token_transforms = only_with_an_escape(TransformerManager.do_token_transforms)

    notebooks = [nbformat.read(path, as_version=4) for path in sorted((ROOT / "release").glob("*/*.ipynb"))]
    cells = [cell.source for nb in notebooks for cell in nb.cells if cell.cell_type == "code"]
    assert len(cells) > 200
    for escape in ("%ls", "x = %ls", "x = !ls", "!ls", "?x", "x?", "x.y??", ",f a", ";f a b", "/f a", "%%time\nx"):
        cells += [escape, f"if x:\n    {escape}\n    y = 1\n", f"y = 1 # z\n\n{escape}", f"y = (1,\n  2)\x0c{escape}"]
    for cell in cells:
        assert Sparing().transform_cell(cell) == TransformerManager().transform_cell(cell), cell
    own = Sparing()
    own.token_transformers.append(Shouting)
    assert own.transform_cell("x = 1") == "X = 1\n"


class Shouting(TokenTransformBase):
    """What somebody may add to IPython's transformers."""

    @classmethod
    def find(cls, tokens_by_line):
        return None if tokens_by_line[0][0].string.isupper() else cls((1, 0))

    def transform(self, lines):
        return [line.upper() for line in lines]


def test_a_frame_finds_the_module_that_python_finds():
    search = inspect.getmodule.__wrapped__
    assert frames.by_name(search).__code__ is inspect.getmodule.__code__
    some = [sys._getframe(), *_frames_within_the_library()]
    some.append(eval("__import__('sys')._getframe()", {"__name__": "json"}))  # of no file
    some.append(eval("__import__('sys')._getframe()", {"__name__": "no.such.module"}))
    found = [inspect.getmodule(frame) for frame in some]
    assert found == [search(frame) for frame in some]
    assert {module.__name__ for module in found if module} > {__name__, "json.encoder"}
    with_name = {"__name__": "__main__"}
    assert inspect.getmodule(eval("__import__('sys')._getframe()", with_name)) is None


def _frames_within_the_library():
    """Return the frames that are there while JSON is encoded."""
    found = []

    def note(thing):
        frame = sys._getframe()
        while frame:
            found.append(frame)
            frame = frame.f_back
        return str(thing)

    json.dumps(object(), default=note, indent=1)
    return [frame for frame in found if frame.f_globals.get("__name__") != "__main__"]


def _whole(outputs):
    """Return outputs as plain data, with what came in several pieces joined."""
    whole = {}
    for output in outputs:
        if output.output_type == "stream":
            whole[output.name] = whole.get(output.name, "") + output.text
        else:
            whole[len(whole)] = {key: output[key] for key in output if key != "execution_count"}
    # a grading kernel has a home folder of its own, and its cells other file names
    return re.sub(r"\b\d+\.py", "cell.py", str(whole).replace(str(Path.home()), "~"))


def test_what_a_class_mentions_is_imported_ahead(monkeypatch, tmp_path):
    folder = tmp_path / "submitted" / "s001" / "some-assignment"
    folder.mkdir(parents=True)
    (folder / "some.ipynb").write_text('"from scipy.signal import correlate2d"', encoding="utf-8")
    (folder / "link.ipynb").symlink_to("/dev/zero")  # would be read for ever
    os.mkfifo(folder / "pipe.ipynb")
    assert processes.mentioned(processes.sample_of_class(tmp_path, "some-assignment")) == ["scipy"]

    server = processes.ForkServer(["scipy"])
    monkeypatch.setattr(processes, "_server", server)
    deadline = time.monotonic() + 60
    shown = ""
    while "True" not in shown and time.monotonic() < deadline:  # the first kernels need not wait for it
        nb = new_notebook(cells=[new_code_cell("import sys\n'sci' + 'py.signal' in sys.modules")])
        with kernels.workspace(None) as workspace:
            Session(workspace).run(nb, {}, {}, {}, {})
        shown = str(nb.cells[0].outputs)
    server.close()
    assert "True" in shown
