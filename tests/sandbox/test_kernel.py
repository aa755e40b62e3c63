"""Does a notebook come out of a confined fork as it does out of an ordinary kernel?"""

import copy

import nbformat
import pytest
from nbformat.v4 import new_output

from grader.places import ROOT
from grader.sandbox import client
from grader.sandbox.preloads import Preloads
from grader.tasks import COURSE
from tests.sandbox.ordinary import differences, notebook, run_in_fork, run_in_kernel, widget_states

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

CELLS = (
    "import matplotlib.pyplot as plt\nimport numpy as np\nimport ipywidgets",
    "plt.figure(figsize=(3, 2))\nplt.imshow(np.eye(4))\nplt.title('a diagonal')",
    "figure, axes = plt.subplots()\naxes.plot([1, 4, 9])\nfigure",
    "slider = ipywidgets.IntSlider(value=3, max=9, description='stride')\nslider",
    "@ipywidgets.interact(n=(1, 5))\ndef draw(n=2):\n    plt.plot(range(n))\n    plt.show()\n    print('n is', n)",
    "from course import explorers\nstepper = explorers.window_stepper()\nstepper",
    "out = ipywidgets.Output()\nout",
    "with out:\n    print('taken in')\n    display('shown')\nprint('not taken in')",
    "with out:\n    1 / 0",
    "out.clear_output()\nwith out:\n    print('again')",
    "%matplotlib inline\n%config InlineBackend.figure_format = 'svg'\nplt.rcParams['svg.hashsalt'] = 'x'",
)
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
    "from pathlib import Path\nPath(get_ipython().starting_dir) == Path.cwd() == _dh[0], len(_dh)",
    "from ipywidgets.widgets.widget import _instances\nlen(_instances)",
    "%xmode Minimal\nreciprocal(0)",
    "%xmode Context\nimport warnings\nwarnings.warn('careful')\nwarnings.warn('once more', DeprecationWarning)",
    "try:\n    input('a number? ')\nexcept Exception as error:\n    print(type(error), error)",
    "import getpass\ntry:\n    getpass.getpass()\nexcept Exception as error:\n    print(type(error), error)",
    "asyncio.create_task(asyncio.sleep(0)).get_name()[:4]",
    "async def later():\n    await asyncio.sleep(0.05)\n    print('of a task')\n\ntask = asyncio.create_task(later())",
    "await task\nprint('waited')",
    "asyncio.get_running_loop().is_running()",
    "h.update('third')\ndisplay(1, 2)\n3",
    "clear_output()\nprint('a')\nclear_output()\nprint('b')\ndisplay('c')\nclear_output(wait=True)",
    "display({'text/plain': 'p', 'application/json': {'a': [1]}, 'image/png': b'123'}, metadata={'k': 1}, raw=True)",
    "print('no end', end='', flush=True)\nprint(' of a line', file=sys.stderr, flush=True)\nprint(' here')",
    "from tqdm import tqdm\nfor i in range(3): print('step', i)\n",
    "import sys\nsys.exit(3)",
    "raise KeyboardInterrupt",
    "class Shy:\n    def __repr__(self):\n        raise ValueError('no name')\n\nShy()",
    "%timeit?",
    "torch.ones?",
    "1;",
    "_, __, _14",
    "%no_such_magic",
    "assert reciprocal(2) == 1, 'not one'",
    "def deep(n):\n    return deep(n + 1)\n\ntry:\n    deep(0)\nexcept RecursionError as error:\n    print(error)",
    "print('\\x1b[31mred\\x1b[0m', chr(0))",
    "x = 1",
    "%%capture caught\nprint('caught')\nx",
    "caught.stdout, caught.outputs",
    "%who_ls function",
    "%reset -f\nsorted(globals())",
)
# outputs of threads, which an ordinary kernel shows in the cell that ran last
THREADS = (
    "import threading, time\ndef speak(what, after):\n    time.sleep(after)\n    print(what)\n",
    "thread = threading.Thread(target=speak, args=('while its cell runs', 0.05))\nthread.start()\ntime.sleep(0.4)",
    "late = threading.Thread(target=speak, args=('after its cell', 0.3))\nlate.start()\nprint('cell is done')",
    "time.sleep(0.8)\nprint('in the next cell')",
)
# what IPython does in full for each cell, and a fork spares itself where it can make no difference
SPARED = (
    "import asyncio\nx = 1; x;  # not shown",
    "'a;b'  # nor is this one; it ends with no semicolon",
    "x;",
    "'await' + ' in a string'",
    "[await asyncio.sleep(0, n) for n in range(3)]",
    "%autoawait off",
    "await asyncio.sleep(0, 'off')",
    "%autoawait on\nawait asyncio.sleep(0, 'on again')",
    "%%capture\nx = 2",
    "1 / 0",
    "%xmode Verbose\nx / 0",
    "%tb",
    "%xmode Context\ntry:\n    x / 0\nexcept ZeroDivisionError:\n    get_ipython().showtraceback()\n    raise",
    "[text for kept in get_ipython().history_manager.exceptions.values() for text in kept['traceback']]",
    "steps = get_ipython().input_transformers_cleanup\nsteps.append(lambda ls: [l.replace('one', '1') for l in ls])",
    "one + one",
    "'%d one' % 3",
    "steps.pop()\nget_ipython().input_transformers_post.append(lambda lines: [l.replace('two', '2') for l in lines])",
    "two + x",
    "'one'",
)
# what stays different, by name; each must still differ, or it does not belong here
DIFFERENCES = {
    "get_ipython().kernel": "get_ipython().kernel.shell is get_ipython()",
    "the class of sys.stdout": "import sys\ntype(sys.stdout)",
    "magics of a kernel with a person in front of it": "%lsmagic",
    "%connect_info, %clear, %less, %man, %more, %qtconsole, %autosave, %subshell": "%connect_info",
    "what C code writes to file descriptor 1": "import os\nos.write(1, b'by number') and None",
    "programs": "!echo hello",
    "the frame below input()": "input()",
    "half of a surrogate pair": "print(chr(0xD800))",
    "what a thread says after the last cell": "import threading\nthreading.Timer(0.3, print, ['late']).start()",
    "the class of the shell": "type(get_ipython())",
    "after a magic that sets up what is not there": "%load_ext no_such\nprint('went on')",
}


def compared(*sources):
    """Run the cells in both ways and return (notebook of the fork, differences in words)."""
    here, there = notebook(sources), notebook(sources)
    assert run_in_fork(here) == []
    run_in_kernel(there)
    return here, differences(here, there)


def test_pictures_and_widgets_are_those_of_an_ordinary_kernel():
    here, found = compared(*CELLS)
    assert found == []
    shown = str(here)
    assert shown.count("image/png") >= 3 and shown.count("widget-view") >= 3
    assert "n is 2" in shown and "'text': 'again" in str(widget_states(here))


def test_texts_and_tracebacks_are_those_of_an_ordinary_kernel():
    here, found = compared(*TEXTS)
    assert found == []
    assert "awaited" in str(here) and "ZeroDivisionError" in str(here.cells[2].outputs)


def test_what_is_spared_makes_no_difference(monkeypatch):
    """Each of these cells is one that the fork server was told of."""
    server = client.ForkServer()
    server.tell(Preloads(**COURSE.preloads), given=SPARED)
    with monkeypatch.context() as patched:
        patched.setattr(client, "_server", server)
        here, found = compared(*SPARED)
    server.close()
    assert found == []
    assert "'3 1'" in str(here.cells[16].outputs)  # read anew, with the notebook's own step


def test_threads_are_shown_where_an_ordinary_kernel_shows_them():
    here, found = compared(*THREADS)
    assert found == []
    assert "while its cell runs" in str(here.cells[1].outputs)


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("source/*/*.ipynb")) + sorted(ROOT.glob("release/*/*.ipynb")), ids=str
)
def test_every_notebook_shows_what_it_shows_in_an_ordinary_kernel(path):
    """Solved and as released, each code cell."""
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    seeded = "import torch\ntorch.manual_seed(0)\nNone"  # some cells draw numbers, which must then be the same
    _, found = compared(seeded, *cells)
    assert found == []


@pytest.mark.parametrize("name", DIFFERENCES)
def test_what_is_said_to_differ_does(name):
    _, found = compared(DIFFERENCES[name])
    assert found != []
    assert name in (ROOT / "docs" / "developers.md").read_text(encoding="utf-8")


def test_a_forgotten_breakpoint_costs_nothing():
    """As in an ordinary kernel that no debugger looks at."""
    here, found = compared("def one():\n    breakpoint()\n    return 1\n\none()")
    assert found == []
    assert here.cells[0].outputs[0]["data"]["text/plain"] == "1"


def test_a_forgotten_exit_costs_nothing():
    """An ordinary kernel would end here."""
    nb = notebook(("x = 1", "exit", "quit()", "x + 1"))
    assert run_in_fork(nb) == []
    assert nb.cells[3].outputs[0]["data"]["text/plain"] == "2"


def _planted():
    """Yield (what is changed, a function that changes it) for each kind of thing that the comparison looks at."""

    def cell(nb, number):
        return nb.cells[number]

    yield "an output is missing", lambda nb: cell(nb, 0).outputs.pop()
    yield "an output more", lambda nb: cell(nb, 1).outputs.append(new_output("stream", text="x"))
    yield "another order", lambda nb: cell(nb, 0).outputs.reverse()
    yield "the other stream", lambda nb: cell(nb, 0).outputs[0].update(name="stderr")
    yield "a text", lambda nb: cell(nb, 0).outputs[0].update(text="other\n")
    yield "a count", lambda nb: cell(nb, 1).update(execution_count=7)
    yield "a result's count", lambda nb: cell(nb, 1).outputs[0].update(execution_count=7)
    yield "a picture", lambda nb: cell(nb, 2).outputs[0].data.update({"image/png": "AAAA"})
    yield "a mime type", lambda nb: cell(nb, 2).outputs[0].data.pop("text/plain")
    yield "metadata", lambda nb: cell(nb, 2).outputs[0].metadata.update({"k": 1})
    yield "a line of a traceback", lambda nb: cell(nb, 3).outputs[0].traceback.pop(2)
    yield "an exception's name", lambda nb: cell(nb, 3).outputs[0].update(ename="Error")
    yield "a widget's value", lambda nb: _first_state(nb)["state"].update(value=4)
    yield "a widget", lambda nb: nb.metadata.pop("widgets")


def _first_state(nb):
    (states,) = nb.metadata["widgets"].values()
    return next(state for state in states["state"].values() if state["model_name"] == "IntSliderModel")


@pytest.fixture(scope="module")
def shown():
    nb = notebook(
        (
            "import sys\nprint('out')\nprint('err', file=sys.stderr)",
            "41 + 1",
            "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
            "1 / 0",
            "import ipywidgets\nipywidgets.IntSlider(3)",
        )
    )
    assert run_in_fork(nb) == []
    return nb


@pytest.mark.parametrize("what, change", list(_planted()), ids=lambda value: value if isinstance(value, str) else "")
def test_the_comparison_finds_a_planted_change(what, change, shown):
    changed = copy.deepcopy(shown)
    assert differences(shown, changed) == []
    change(changed)
    assert differences(shown, changed) != [], what
