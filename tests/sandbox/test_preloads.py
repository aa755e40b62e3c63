"""Is what a class mentions imported ahead, and nothing read that is no plain notebook?"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, writes

from grader.sandbox import client
from grader.sandbox.preloads import Preloads, sample
from grader.tasks import COURSE
from tests.sandbox.ordinary import notebook, run_in_fork


def _with_prose(text):
    nb = notebook(["1 + 1"])
    nb.cells.append(new_markdown_cell(text))
    return nb


def test_only_plain_files_are_sampled(tmp_path):
    (tmp_path / "some.ipynb").write_text(writes(notebook(["from scipy.signal import correlate2d"])), encoding="utf-8")
    (tmp_path / "link.ipynb").symlink_to("/dev/zero")  # would be read for ever
    os.mkfifo(tmp_path / "pipe.ipynb")
    with open(tmp_path / "hole.ipynb", "wb") as file:
        file.truncate(10**10)
    assert Preloads(**COURSE.preloads).mentioned(sample(tmp_path.glob("*.ipynb"))) == ["scipy"]


@pytest.mark.parametrize(
    "case, text",
    [
        ("prose that speaks of it", writes(_with_prose("`scipy.signal` has it, `torch.compile` does not run here"))),
        ("not JSON", "import scipy"),
        ("no object", '["import scipy"]'),
        ("no cells", '{"cells": 3}'),
        ("a cell that is none", '{"cells": [{"cell_type": "code"}, "import scipy"]}'),
        ("deep", "[" * 100_000),
        ("a source of numbers", json.dumps({"cells": [{"cell_type": "code", "source": [1, 2]}]})),
    ],
)
def test_only_code_is_sampled(tmp_path, case, text):
    (tmp_path / "some.ipynb").write_text(text, encoding="utf-8")
    assert Preloads(**COURSE.preloads).mentioned(sample(tmp_path.glob("*.ipynb"))) == [], case


@pytest.mark.slow
def test_what_a_class_mentions_is_imported_ahead(monkeypatch):
    server = client.ForkServer()
    server.tell(Preloads(**COURSE.preloads), ["scipy"])
    monkeypatch.setattr(client, "_server", server)
    deadline = time.monotonic() + 60
    shown = ""
    while "True" not in shown and time.monotonic() < deadline:  # the first notebooks need not wait for it
        nb = notebook(["import sys\n'sci' + 'py.signal' in sys.modules"])
        run_in_fork(nb)
        time.sleep(0.3)  # nobody asks: it may import
        shown = str(nb.cells[0].outputs)
    server.close()
    assert "True" in shown


class _SlowChannel:
    def __init__(self):
        self.sent = []

    def send(self, data):
        time.sleep(0.05)
        self.sent.append(data)


def test_threads_that_come_at_once_tell_of_the_course_once(monkeypatch):
    """A second packet would be taken for a request."""
    server, slow = client.ForkServer(), _SlowChannel()
    with monkeypatch.context() as patched:
        patched.setattr(server, "_channel", slow)
        threads = [threading.Thread(target=server.tell, args=(Preloads(),)) for _ in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    server.close()
    assert len(slow.sent) == 1


KILLED_EARLY = """
import os
from grader.sandbox import client
client.start()
print(client._server._process.pid, flush=True)
os._exit(1)
"""


@pytest.mark.slow
def test_a_server_that_is_never_told_of_a_course_ends_with_its_grader():
    said = subprocess.run([sys.executable, "-c", KILLED_EARLY], capture_output=True, text=True, check=False)
    server, deadline = Path("/proc") / said.stdout.strip(), time.monotonic() + 60
    assert said.stdout.strip().isdigit(), said.stderr
    while server.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not server.exists()
