"""Where a cell's outputs go, by the points that IPython made for it: streams, publisher, display hook, widgets' comms.

Runs inside the sandbox.  Each output says which cell it belongs to: that of the task that speaks, or, for a thread, the
one that ran last, as in an ordinary kernel.
"""

import base64
import contextlib
import io
import sys
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import comm
from comm.base_comm import BaseComm
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher

from grader.sandbox.wire import Message

FLUSH_INTERVAL = 0.2  # seconds that printed text may wait for more of it, as in an ordinary kernel

send: Callable[[Message], None] = lambda message: None  # noqa: E731 - `speak_to` says to whom

_own: dict[str, "Stream"] = {}  # the streams that the notebook began with
_of_task: ContextVar[int] = ContextVar("cell")
_ran_last = 0


def speak_to(sender: Callable[[Message], None]) -> None:
    """Send what is shown from here on by calling `sender`."""
    global send
    send = sender


def enter_cell(index: int) -> None:
    """Say that what is shown from here on belongs to this cell; a stream that an earlier one took away is put back."""
    global _ran_last
    _ran_last = index
    _of_task.set(index)
    for name, own in _own.items():
        if getattr(sys, name, None) is None:  # IPython itself could not run a cell
            setattr(sys, name, own)


def speaking_cell() -> int:
    """Return the index of the cell that the running code belongs to."""
    return _of_task.get(_ran_last)


def flush() -> None:
    """Send what has been printed and still waits.

    A notebook may have put anything in the place of its streams: None, a closed file, an object that cannot flush.
    """
    for stream in _own.values():
        stream.flush()
    for name, own in _own.items():
        if getattr(sys, name, own) is not own:
            with contextlib.suppress(Exception):
                getattr(sys, name).flush()


class Stream(io.TextIOBase):
    """What `sys.stdout` and `sys.stderr` are: text waits for more, but never longer than `FLUSH_INTERVAL`."""

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, name: str):
        self.name = name
        self._waiting: dict[int, list[str]] = {}  # cell -> text
        self._due: float | None = None
        self._turn = threading.RLock()
        _own[name] = self

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        with self._turn:
            self._waiting.setdefault(speaking_cell(), []).append(text)
            now = time.monotonic()
            if self._due is None:
                self._due = now + FLUSH_INTERVAL
            elif now > self._due:
                self.flush()
        return len(text)

    def flush(self) -> None:
        with self._turn:
            waiting, self._waiting, self._due = self._waiting, {}, None
            for cell, parts in waiting.items():
                if text := "".join(parts):
                    send({"kind": "stream", "cell": cell, "name": self.name, "text": text})

    def writable(self) -> bool:
        return True


class Publisher(DisplayPublisher):
    """What `display` calls."""

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        source: object = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Send one display, or the update of one."""
        self._validate_data(data, metadata)
        flush()
        kind = "update_display_data" if update else "display_data"
        display_id = (transient or {}).get("display_id")
        shown = {"data": data, "metadata": metadata or {}, "display_id": display_id}
        send({"kind": kind, "cell": speaking_cell(), **shown})

    def clear_output(self, wait: bool = False) -> None:
        """Ask for the cell's outputs to be removed, now or before the next one."""
        flush()
        send({"kind": "clear_output", "cell": speaking_cell(), "wait": bool(wait)})


class ResultHook(DisplayHook):
    """What shows the value of a cell's last line."""

    @staticmethod
    def semicolon_at_end_of_expression(expression: str) -> bool:
        """Return whether it ends with a semicolon; IPython reads it token by token to know."""
        return ";" in expression and bool(DisplayHook.semicolon_at_end_of_expression(expression))

    def start_displayhook(self) -> None:
        self._result = {"data": {}, "metadata": {}, "execution_count": self.prompt_count}

    def write_output_prompt(self) -> None:
        pass  # its number is in the result

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self._result |= {"data": format_dict, "metadata": md_dict or {}}

    def finish_displayhook(self) -> None:
        flush()
        if self._result["data"]:
            send({"kind": "execute_result", "cell": speaking_cell(), **self._result})


class WidgetComm(BaseComm):
    """One widget's line to its view; the grader keeps the state of it that a page needs."""

    def __init__(self, *args: Any, **keywords: Any):
        self.kernel = _Parent()  # an `Output` widget asks it which cell's outputs to take in
        super().__init__(*args, **keywords)

    def publish_msg(
        self,
        msg_type: str,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        buffers: list[bytes] | None = None,
        **keys: Any,
    ) -> None:
        """Send one message of the widget protocol."""
        data = data or {}
        paths = data.get("buffer_paths") or []
        encoded = [
            {"path": path, "data": base64.b64encode(part).decode("ascii"), "encoding": "base64"}
            for path, part in zip(paths, buffers or [], strict=False)
        ]
        message = {"kind": msg_type, "cell": speaking_cell(), "comm_id": self.comm_id, "data": data, "buffers": encoded}
        if msg_type == "comm_open":
            message["target_name"] = keys.get("target_name")
        send(message)


class _Parent:
    """What `ipywidgets.Output` asks: the request that the running code belongs to."""

    def get_parent(self) -> dict[str, dict[str, str]]:
        return {"header": {"msg_id": str(speaking_cell())}}


def connect_widgets() -> None:
    """Make widgets open their lines through `WidgetComm`: `comm` has these two names for it."""
    comm.create_comm = WidgetComm
