"""A notebook's outputs, rebuilt from what a fork says it shows: nothing is taken over that a notebook may not hold.

The messages come from a process that student code controls.  So each output is made anew, field by field, and all of
them together are bounded, in characters and in number.
"""

import math
from typing import Any

from nbformat import NotebookNode, from_dict

from grader.sandbox.wire import Message

MOST_OUTPUTS = 1_000  # of one cell
MOST_NOTEBOOK_OUTPUTS = 10_000
MOST_WIDGETS = 10_000  # and as many binary parts of their states
PART, CONTAINER = 16, 64  # characters that a text, or a list or an object, counts for besides what it holds
LONGEST_NAME = 1_000  # of a mime type, an exception, a display or a widget
STREAMS = ("stdout", "stderr")
SHOWN = ("text", "data", "metadata", "ename", "evalue", "traceback", "buffers")  # of a message: what counts as shown


class TooMuch(Exception):
    """A cell shows more than it may."""

    def __init__(self, cell: int, reason: str):
        super().__init__(reason)
        self.cell, self.reason = cell, reason


class Malformed(ValueError):
    """This is no output that a notebook may hold."""


class Outputs:
    """Takes the messages of one run and keeps the cells of `nb` up to date."""

    def __init__(self, nb: NotebookNode, most_characters: int, most_notebook_characters: int):
        self._nb = nb
        self._most, self._most_together = most_characters, most_notebook_characters
        self._characters: dict[int, int] = {}  # cell -> characters shown, those of threads it started included
        self._weight = 0  # of what is shown, all cells together
        self._kept = 0  # outputs, all cells together
        self._clears: set[int] = set()  # cells to be cleared before their next output
        self._displays: dict[str, list[tuple[int, NotebookNode]]] = {}  # display id -> cells and outputs of that id
        self._widgets: dict[str, dict[str, Any]] = {}  # id -> state
        self._buffers: dict[str, dict[tuple, dict[str, Any]]] = {}  # id -> path -> binary part of its state
        self._parts = 0  # of these
        self._takers: dict[int, list[str]] = {}  # cell -> `Output` widgets that take in what it shows
        self._taken: dict[str, list[NotebookNode]] = {}  # widget -> the outputs that it has taken in
        self.dropped: dict[int, dict[str, None]] = {}  # cell -> what was left out, in words

    def begin(self, index: int, execution_count: int) -> None:
        """Say that this cell runs now."""
        self._nb.cells[index].outputs = []
        self._nb.cells[index].execution_count = execution_count
        self._characters.setdefault(index, 0)

    def take(self, message: Message, running: int) -> None:
        """Take one message; one that belongs to no cell counts for the one that is running, and is not kept.

        Raises:
            TooMuch: the cell it belongs to shows more than it may.
        """
        claimed = message.get("cell")
        known = type(claimed) is int and claimed in self._characters
        cell = claimed if type(claimed) is int and known else running
        self._characters[cell] = self._characters.get(cell, 0) + sum(size_of(message.get(key)) for key in SHOWN)
        if self._characters[cell] > self._most:
            raise TooMuch(cell, f"it printed or displayed more than {self._most / 1e6:g} million characters")
        if not known:
            return
        self._weight += weight_of(message)
        if self._weight > self._most_together:
            self._drop(cell, f"was cut off: the notebook shows more than {self._most_together:,} characters")
            return
        try:
            self._apply(message, cell)
        except Malformed:
            self._drop(cell, "sent outputs that no notebook can hold: left out")

    def _drop(self, cell: int, what: str) -> None:
        self.dropped.setdefault(cell, {})[what] = None

    def _apply(self, message: Message, cell: int) -> None:
        kind = _name(message.get("kind"))
        if kind in MAKERS:
            self._add(MAKERS[kind](message), _name_or_none(message.get("display_id")), cell)
        elif kind == "update_display_data":
            self._update(_name(message.get("display_id")), _display(message))
        elif kind == "clear_output":
            if message.get("wait"):
                self._clears.add(cell)
            else:
                self._clear(cell)
        elif kind in ("comm_open", "comm_msg"):
            self._widget(message, cell)
        elif kind != "comm_close":  # the state of a widget that is closed stays on the page
            raise Malformed

    def _add(self, output: NotebookNode, display_id: str | None, cell: int) -> None:
        if cell in self._clears:
            self._clears.discard(cell)
            self._clear(cell)
        shown = self._shown(cell)
        last = shown[-1] if shown else None
        if last is not None and output.output_type == "stream" == last["output_type"] and last["name"] == output.name:
            last["text"] += output.text
            return
        if display_id:
            self._update(display_id, output)
        if len(shown) >= MOST_OUTPUTS or self._kept >= MOST_NOTEBOOK_OUTPUTS:
            self._drop(cell, f"made more than {min(MOST_OUTPUTS, len(shown))} outputs: the rest was left out")
            return
        self._kept += 1
        shown.append(output)
        if display_id:
            self._displays.setdefault(display_id, []).append((cell, output))

    def _shown(self, cell: int) -> list:
        """Return the list that a cell's outputs go to: its own, or that of the widget which takes them in."""
        takers = self._takers.get(cell)
        return self._taken.setdefault(takers[-1], []) if takers else self._nb.cells[cell].outputs

    def _clear(self, cell: int) -> None:
        shown = self._shown(cell)
        self._kept -= len(shown)
        gone = {id(output) for output in shown}
        for display_id, places in self._displays.items():
            self._displays[display_id] = [place for place in places if id(place[1]) not in gone]
        shown.clear()

    def _update(self, display_id: str, new: NotebookNode) -> None:
        for _, output in self._displays.get(display_id, ()):
            if "data" in output and "data" in new:
                output["data"], output["metadata"] = new["data"], new["metadata"]

    # -- widgets -----------------------------------------------------------------------------------------------------

    def _widget(self, message: Message, cell: int) -> None:
        comm_id, data = _name(message.get("comm_id")), _object(message.get("data"))
        state = data.get("state")
        if not isinstance(state, dict):
            return
        if comm_id not in self._widgets and len(self._widgets) >= MOST_WIDGETS:
            self._drop(cell, f"made more than {MOST_WIDGETS:,} widgets: the rest was left out")
            return
        known = self._widgets.setdefault(comm_id, {})
        known.update(_finite(state))
        for part in _list(message.get("buffers", [])):
            self._keep_buffer(comm_id, _object(part), cell)
        if known.get("_model_name") == "OutputModel" and "msg_id" in state:
            self._let_take(comm_id, state["msg_id"])

    def _keep_buffer(self, comm_id: str, piece: dict[str, Any], cell: int) -> None:
        path, data = _list(piece.get("path")), _text(piece.get("data"))
        known, name = self._buffers.setdefault(comm_id, {}), tuple(map(str, path))
        if name not in known and self._parts >= MOST_WIDGETS:
            self._drop(cell, f"sent more than {MOST_WIDGETS:,} binary parts of widgets: the rest was left out")
            return
        self._parts += name not in known
        known[name] = {"path": _finite(path), "data": data, "encoding": "base64"}

    def _let_take(self, comm_id: str, request: object) -> None:
        """Let an `Output` widget take in what the cell of that request shows, or, without one, no longer do so."""
        for takers in self._takers.values():
            if comm_id in takers:
                takers.remove(comm_id)
        if isinstance(request, str) and request.isdecimal() and int(request[:9]) in self._characters:
            self._takers.setdefault(int(request[:9]), []).append(comm_id)

    def widget_states(self) -> dict[str, Any]:
        """Return the notebook metadata that shows widgets without a kernel; empty where there are none."""
        states = {}
        for comm_id, state in self._widgets.items():
            if "_model_name" not in state:
                continue
            taken = {"outputs": self._taken[comm_id]} if comm_id in self._taken else {}
            states[comm_id] = {
                "model_name": state.get("_model_name"),
                "model_module": state.get("_model_module"),
                "model_module_version": state.get("_model_module_version"),
                "state": state | taken,
            }
            if comm_id in self._buffers:
                states[comm_id]["buffers"] = list(self._buffers[comm_id].values())
        if not states:
            return {}
        return {"application/vnd.jupyter.widget-state+json": {"state": states, "version_major": 2, "version_minor": 0}}


# -- one output --------------------------------------------------------------------------------------------------------


def error(name: str, value: str, traceback: list[str]) -> NotebookNode:
    """Return an output of our own that says that something went wrong."""
    return from_dict({"output_type": "error", "ename": name, "evalue": value, "traceback": traceback})


def _stream(message: Message) -> NotebookNode:
    if message.get("name") not in STREAMS:
        raise Malformed
    return from_dict({"output_type": "stream", "name": message["name"], "text": _text(message.get("text"))})


def _display(message: Message) -> NotebookNode:
    return from_dict({"output_type": "display_data"} | _bundle(message))


def _result(message: Message) -> NotebookNode:
    count = message.get("execution_count")
    count = count if type(count) is int and 0 <= count < 10**6 else None
    return from_dict({"output_type": "execute_result", "execution_count": count} | _bundle(message))


def _error(message: Message) -> NotebookNode:
    lines = [_text(line) for line in _list(message.get("traceback"))]
    return error(_text(message.get("ename")), _text(message.get("evalue")), lines)


MAKERS = {"stream": _stream, "display_data": _display, "execute_result": _result, "error": _error}


def _bundle(message: Message) -> dict[str, Any]:
    """Return data and metadata; by nbformat's schema only what is JSON by its type may be anything but text."""
    data = {_name(mime): _content(mime, value) for mime, value in _object(message.get("data")).items()}
    return {"data": data, "metadata": _finite(_object(message.get("metadata")))}


def _content(mime: str, value: object) -> object:
    if mime == "application/json" or mime.endswith("+json"):
        return _finite(value)
    return "".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _finite(value: Any) -> Any:
    """Return JSON data with what is no number in JSON as the text that an ordinary kernel makes of it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else repr(value)
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME:
        raise Malformed
    return value


def _name_or_none(value: object) -> str | None:
    return None if value is None else _name(value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Malformed
    return value


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed
    return value


def size_of(value: object) -> int:
    """Return roughly how many characters a message shows.

    >>> size_of({"text": "four", "n": [1, 2]})
    25
    """
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(len(key) + size_of(item) for key, item in value.items())
    if isinstance(value, list):
        return sum(size_of(item) for item in value)
    return 0 if value is None else 8


def weight_of(message: Message) -> int:
    """Return roughly how many characters it takes to keep what a message shows: small parts take more than they say.

    Plain text, which is joined, takes as many as it has.
    """
    shown = (message.get(key) for key in SHOWN)
    return sum(len(value) if isinstance(value, str) else _weight(value) for value in shown if value)


def _weight(value: object) -> int:
    if isinstance(value, str):
        return PART + len(value)
    if isinstance(value, dict):
        return CONTAINER + sum(PART + len(key) + _weight(item) for key, item in value.items())
    if isinstance(value, list):
        return CONTAINER + sum(map(_weight, value))
    return 8
