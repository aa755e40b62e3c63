"""How much memory does one student need: logged in, with a notebook open and run, while Validate runs?

    python -m benchmarks.memory [--assignment 1-cross-correlation ...] [--json]

Starts JupyterLab as a student has it, runs the solved notebook in a kernel of that server, then lets nbgrader validate
it, and adds up what /proc/PID/smaps_rollup says of the server and its kernels, in MB (10^6 bytes). RSS counts shared
pages in full, so it is what a limit has to hold; PSS divides them among all processes of the machine that map them.
The browser runs on the student's own machine. Everything stays on 127.0.0.1.
"""

import argparse
import contextlib
import json
import os
import shutil
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import nbformat
from jupyter_client import BlockingKernelClient

from grader.places import ROOT
from grader.tasks import COURSE
from tests.jupyterlab import TOKEN, lab

STEP = 0.2  # seconds between two looks while Validate runs


def memory():
    """Return {"rss": MB, "pss": MB} of all processes that this one has started, and theirs."""
    total = {"rss": 0, "pss": 0}
    for pid in _descendants(os.getpid()):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                name = line.split(":")[0].lower()
                if name in total:
                    total[name] += int(line.split()[1]) * 1024 / 1e6
    return {name: round(amount) for name, amount in total.items()}


def _descendants(pid):
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *_descendants(int(child))]
    return found


def peak(during):
    """Return the highest memory, number by number, while the function `during` runs."""
    highest, done = {"rss": 0, "pss": 0}, threading.Event()

    def watch():
        while not done.wait(STEP):
            for name, amount in memory().items():
                highest[name] = max(highest[name], amount)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        during()
    finally:
        done.set()
        watcher.join()
    return highest


def measure(assignment):
    """Return [(what, memory)] along a student's way through one notebook.

    Raises:
        AssertionError: a cell failed, or Validate did not pass: then the numbers would mean nothing.
    """
    path = f"{assignment}/{COURSE.assignment(assignment).notebook}"
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def solve(notebooks):
            shutil.copyfile(ROOT / "source" / path, notebooks / path)

        with lab(folder, solve) as address:
            rows = [("logged in", _settled())]
            kernel = _ask(address, "api/sessions", _session(path))["kernel"]["id"]
            with _client(folder, kernel) as client:
                rows.append(("notebook open", _settled()))
                _run(client, ROOT / "source" / path)
            rows.append(("all cells run", _settled()))
            answer = {}
            rows.append(
                ("Validate, peak", peak(lambda: answer.update(_ask(address, "assignments/validate", {"path": path}))))
            )
            assert answer["success"], answer
            result = json.loads(answer["value"]) if isinstance(answer["value"], str) else answer["value"]
            assert not result.get("failed"), result
    return rows


def _settled():
    time.sleep(3)
    return memory()


def _session(path):
    return {"path": path, "name": Path(path).name, "type": "notebook", "kernel": {"name": "python3"}}


def _ask(address, what, body):
    headers = {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/{what}", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=300) as response:
        return json.load(response)


@contextlib.contextmanager
def _client(folder, kernel):
    limit = time.monotonic() + 60
    while not (found := list(Path(folder).rglob(f"kernel-{kernel}.json"))):
        if time.monotonic() > limit:
            raise RuntimeError("the kernel did not start")
        time.sleep(STEP)
    client = BlockingKernelClient(connection_file=str(found[0]))
    client.load_connection_file()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield client
    finally:
        client.stop_channels()


def _run(client, path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            reply = client.execute_interactive(cell.source, output_hook=lambda _: None, timeout=300)
            assert reply["content"]["status"] == "ok", (cell.id, reply["content"])


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--assignment", action="append", choices=list(COURSE.names), help="may be repeated; default: all"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    results = {assignment: measure(assignment) for assignment in arguments.assignment or COURSE.names}
    if arguments.json:
        print(json.dumps({name: dict(rows) for name, rows in results.items()}, indent=1))
        return
    for assignment, rows in results.items():
        print(assignment)
        for what, amount in rows:
            print(f"  {what:<16} RSS {amount['rss']:>5} MB   PSS {amount['pss']:>5} MB")


if __name__ == "__main__":
    main()
