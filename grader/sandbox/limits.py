"""What a running kernel uses and sends, counted from outside, where nothing the kernel says has to be believed.

rlimits hold one process and one file; all files together, threads and messages are counted here.
"""

import contextlib
import os
import stat
from queue import Empty
from time import monotonic

import jupyter_client.session
import nbclient.client
import nbformat
import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from traitlets import Type, default

QUEUED_MESSAGES = 16  # of one kernel in the grader's memory; the rest waits, or is dropped, on the kernel's side
LONGEST_TEXT = 2_000  # characters of one string in an answer
SAMPLE = 10_000  # directory entries looked at: a count that gets there is too large anyway
OUTPUT_FIELDS = {
    "execute_result": ("metadata", "data", "execution_count"),
    "display_data": ("metadata", "data"),
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
}


def output_of(message):
    """Return the output that a kernel's message stands for, in place of nbformat's `output_from_msg`.

    That one validates each by itself, thirty times slower than `tidy_outputs` does all of a cell.

    Raises:
        ValueError: the message is none of an output.
    """
    kind = message["header"]["msg_type"]
    if kind not in OUTPUT_FIELDS:
        raise ValueError(f"{kind} is no output")
    fields = {name: message["content"][name] for name in OUTPUT_FIELDS[kind]}
    return nbformat.from_dict({"output_type": kind} | fields)


nbclient.client.output_from_msg = output_of
jupyter_client.session.extract_dates = lambda header: header  # nobody reads them, and parsing them takes longest


class PatientChannel(AsyncZMQSocketChannel):
    """A channel whose messages are taken one at a time, so that between two of them the clock is looked at."""

    def __init__(self, socket, session, loop=None):
        super().__init__(socket, session, loop)
        self._monitor = socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.plain = zmq.Socket.shadow(socket)  # the same socket, without asyncio, which costs as much as the message

    def send(self, msg):
        """Send a message: through the plain socket, which would be made anew for each otherwise."""
        self.session.send(self.plain, msg)

    def take(self):
        """Return a message that has come, or None.

        Raises:
            Exception: of any kind, for a message that cannot be decoded.
        """
        try:
            frames = self.plain.recv_multipart(zmq.NOBLOCK)
        except zmq.Again:
            return None
        return self.session.deserialize(self.session.feed_identities(frames)[1])

    def lost(self):
        """Was the connection closed, as it is when a message is too large?"""
        return self.socket is not None and bool(self._monitor.getsockopt(zmq.EVENTS) & zmq.POLLIN)

    def close(self):
        """Close the channel and what watches it."""
        if self.socket is not None:
            self.socket.disable_monitor()
        super().close()


class PatientClient(AsyncKernelClient):
    """A client that takes in bounded messages only; a larger one closes the connection before it is in memory."""

    shell_channel_class = Type(PatientChannel)
    iopub_channel_class = Type(PatientChannel)
    control_channel_class = Type(PatientChannel)

    @default("context")
    def _bounded_context(self):
        context = zmq.asyncio.Context()
        self._created_context = True
        context.setsockopt(zmq.MAXMSGSIZE, self.parent.limits["message"])
        context.setsockopt(zmq.RCVHWM, QUEUED_MESSAGES)
        context.setsockopt(zmq.RECONNECT_IVL, 5)  # ms until a kernel that still boots is tried again, instead of 100
        return context

    def start_channels(self):
        """Open two channels of five: no heartbeat, no questions, and interrupts are signals."""
        self.shell_channel.start()
        self.iopub_channel.start()

    def stop_channels(self):
        """Close them."""
        self.shell_channel.stop()
        self.iopub_channel.stop()
        self.context.destroy(linger=100)

    def waiting(self, seconds):
        """Return the open channels that have a message, after `seconds` at most; shell first."""
        poller = zmq.Poller()
        channels = [channel for channel in (self.shell_channel, self.iopub_channel) if channel.socket is not None]
        for channel in channels:
            poller.register(channel.plain, zmq.POLLIN)
        ready = dict(poller.poll(max(0, seconds) * 1000))
        return [channel for channel in channels if channel.plain in ready]

    async def wait_for_ready(self, timeout=60.0):
        """Wait until the kernel answers and its outputs are seen to arrive.

        Jupyter's own then waits until no output has come for 0.2 s; what came before belongs to no cell.

        Raises:
            RuntimeError: the kernel died, or took longer than `timeout` seconds.
        """
        deadline = monotonic() + (timeout or 60.0)
        while monotonic() < deadline:
            self.kernel_info()
            with contextlib.suppress(Empty):
                reply = await self.shell_channel.get_msg(timeout=1)
                if reply["msg_type"] == "kernel_info_reply":
                    await self.iopub_channel.get_msg(timeout=0.2)  # if none comes, it is not connected yet
                    self._handle_kernel_info_reply(reply)
                    return
            if not await self.is_alive():
                raise RuntimeError("the kernel died before it was ready")
        raise RuntimeError(f"the kernel was not ready within {timeout:g} s")


def size_of(value):
    """Return roughly how many characters a decoded message holds.

    >>> size_of({"text": "four", "n": [1, 2]})
    25
    """
    if isinstance(value, (str, bytes, memoryview)):
        return len(value)
    if isinstance(value, dict):
        return sum(len(str(key)) + size_of(item) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return sum(size_of(item) for item in value)
    return 8


def tidy(value, longest=LONGEST_TEXT):
    """Return JSON data with strings cut and lone surrogates replaced, which no file could be written with.

    >>> tidy({"a": ["\\ud800", 1.0]})
    {'a': ['?', 1.0]}
    """
    if isinstance(value, str):
        return value[:longest].encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {tidy(key, longest): tidy(item, longest) for key, item in value.items()}
    if isinstance(value, list):
        return [tidy(item, longest) for item in value]
    return value


def tidy_outputs(cell):
    """Drop outputs that no notebook may hold and return how many: messages can be forged in any form."""
    kept = _valid(cell.outputs) if cell.outputs else []
    if kept is None:
        kept = [plain for output in cell.outputs for plain in _valid([output]) or []]
    dropped = len(cell.outputs) - len(kept)
    cell.outputs = kept
    if type(cell.execution_count) is not int:
        cell.execution_count = None
    return dropped


def _valid(outputs):
    """Return plain copies of outputs that a notebook may hold, or None if one of them is not such."""
    try:
        plain = [nbformat.from_dict(tidy(output, longest=None)) for output in outputs]
        # as a notebook of one cell: for a part of a notebook nbformat uses a validator that is thirty times slower
        cell = {"id": "cell", "cell_type": "code", "metadata": {}, "source": "", "execution_count": None}
        notebook = {"metadata": {}, "nbformat": 4, "nbformat_minor": 5, "cells": [cell | {"outputs": plain}]}
        nbformat.validate(nbformat.from_dict(notebook))
    except Exception:  # a forged output may fail in any way
        return None
    return plain


def exceeded(folder, pid, most_disk, most_files, most_threads):
    """Return in words which limit the kernel with this process id and private folder exceeds, or None."""
    used, files = _disk_use(folder)
    used += _deleted_but_open(pid)
    if used > most_disk:
        return f"it wrote more than {most_disk / 1e6:.0f} MB of files"
    if files > most_files:
        return f"it made more than {most_files} files"
    if _threads(pid) > most_threads:
        return f"it started more than {most_threads} threads"
    return None


def _disk_use(folder):
    """Return (bytes on disk, entries) below `folder`, links not followed."""
    used, entries, waiting = 0, 0, [str(folder)]
    while waiting and entries < SAMPLE:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as found:
            for entry in found:
                entries += 1
                if entries >= SAMPLE:
                    break
                with contextlib.suppress(OSError):
                    used += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
    return used, entries


def _deleted_but_open(pid):
    """Return the bytes of files that the process has deleted and still holds open."""
    used = 0
    with contextlib.suppress(OSError):  # not Linux, or the process is gone
        for number in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(OSError):
                details = os.stat(f"/proc/{pid}/fd/{number}")
                if stat.S_ISREG(details.st_mode) and details.st_nlink == 0:
                    used += details.st_blocks * 512
    return used


def _threads(pid):
    with contextlib.suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/task"))
    return 0
