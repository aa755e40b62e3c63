"""An ordinary kernel as the oracle of what a notebook shows, and the comparison with what a fork shows.

The kernel is ipykernel's, started by jupyter_client; nbclient puts its messages into cells, each into the cell that its
parent message ran, as JupyterLab does.  None of this shares code with the grader.
"""

import contextlib
import os
import re
import time
from pathlib import Path

import nbformat
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbformat.v4 import new_code_cell, new_notebook

from grader.sandbox.folders import scratch_folder
from grader.sandbox.notebook_run import NotebookRun

SECONDS_FOR_LATE_OUTPUT = 1.0
STATES = "application/vnd.jupyter.widget-state+json"

# what the comparison does not look at, and why
IGNORED = {
    r"0x[0-9a-f]{6,}": "where an object lies in memory",
    r"(/tmp/ipykernel_\d+/)?\b\d{6,}\.py": "the name of a cell's file",
    r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])": "the id of a widget",
    r"/tmp/cv-run-[^'\"\s]*?/files": "the home folder: a fork has one of its own",
    rf"{re.escape(str(Path.home()))}(?=/)|~(?=/)": "the home folder, which tracebacks write as ~",
}


def notebook(sources):
    """Return a notebook of code cells."""
    return new_notebook(cells=[new_code_cell(source) for source in sources])


def run_in_fork(nb):
    """Run all cells of `nb` in a confined fork; return what was odd."""
    with scratch_folder("cv-run-") as workspace:
        return NotebookRun(workspace, total_seconds=900).run(nb, {}).oddities


def run_in_kernel(nb):
    """Run all cells of `nb` in an ordinary kernel."""
    client = NotebookClient(nb, timeout=120, allow_errors=True, store_widget_state=True, record_timing=False)
    client.reset_execution_trackers()
    client.clear_before_next_output = False  # which nbclient sets in a step that is not taken here
    client.create_kernel_manager()
    # under pytest, ipykernel does not look at file descriptors
    with client.setup_kernel(env={key: value for key, value in os.environ.items() if key != "PYTEST_CURRENT_TEST"}):
        kernel, cell_of = client.kc, {}
        for index, cell in enumerate(nb.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            cell.outputs = []
            message = kernel.execute(cell.source, allow_stdin=False, stop_on_error=False)
            cell_of[message] = index
            while not _taken(client, cell_of, message, 120):
                pass
        deadline = time.monotonic() + SECONDS_FOR_LATE_OUTPUT
        while time.monotonic() < deadline:
            with contextlib.suppress(Exception):  # queue.Empty, when nothing comes any more
                _taken(client, cell_of, None, 0.2)
        client.set_widgets_metadata()


def _taken(client, cell_of, message, seconds):
    """Put one message into its cell; return whether it says that `message` is done."""
    found = run_sync(client.kc.iopub_channel.get_msg)(timeout=seconds)
    parent = found["parent_header"].get("msg_id")
    if parent not in cell_of:
        return False
    index = cell_of[parent]
    try:
        client.process_message(found, client.nb.cells[index], index)
    except CellExecutionComplete:
        return parent == message
    return False


def differences(here, there):
    """Return in words where the outputs of two notebooks differ, cell by cell, and where their widgets do."""
    found = []
    for number, (one, other) in enumerate(zip(here.cells, there.cells, strict=True)):
        if one.cell_type != "code":
            continue
        if one.execution_count != other.execution_count:
            found.append(f"cell {number}: count {one.execution_count}, wanted {other.execution_count}")
        mine, wanted = plain_outputs(one), plain_outputs(other)
        if mine != wanted:
            found.append(f"cell {number} {one.source[:50]!r}: {_first_difference(mine, wanted)}")
    if widget_states(here) != widget_states(there):
        found.append(f"widgets: {_first_difference(widget_states(here), widget_states(there))}")
    return found


def _first_difference(mine, wanted):
    for one, other in zip(mine, wanted, strict=False):
        if one != other:
            return f"{str(one)[:600]}\n    wanted {str(other)[:600]}"
    return f"{len(mine)} outputs, wanted {len(wanted)}: {str(mine or wanted)[:600]}"


def plain_outputs(cell):
    """Return a cell's outputs as plain data, texts of one stream in a row joined."""
    joined = []
    for output in nbformat.from_dict(cell.get("outputs", [])):
        if joined and output.output_type == "stream" == joined[-1]["output_type"] and output.name == joined[-1]["name"]:
            joined[-1]["text"] += output.text
        else:
            joined.append(dict(output))
    return [_without_ignored(output) for output in joined]


def widget_states(nb):
    """Return the widgets' states without their ids, sorted."""
    states = nb.metadata.get("widgets", {}).get(STATES, {}).get("state", {}).values()
    return sorted((_without_ignored(state) for state in states), key=str)


def _without_ignored(value):
    if isinstance(value, str):
        for pattern in IGNORED:
            value = re.sub(pattern, "...", value)
        return value
    if isinstance(value, dict):
        return {key: _without_ignored(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_ignored(item) for item in value]
    return value
