"""An IPython kernel without what only a person in front of it would need, which is most of what a cell costs.

What a notebook shows is the same.  Runs in the fork, after it has confined itself.
"""

import functools
import inspect
import os
import random
import sys
import threading
import time
import zlib

import ipykernel.compiler
import ipykernel.ipkernel
import jupyter_client.session
import numpy
import torch
from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core import interactiveshell
from IPython.core.inputtransformer2 import TransformerManager
from traitlets.config import Config

OPTIONS = {
    "IPythonKernel": {"_execute_sleep": 0},  # a pause after each cell, for clients that do not wait for its end
    "HistoryManager": {"enabled": False, "hist_file": ":memory:"},
}


def start_kernel(connection_file):
    """Be a kernel from here on, until the process is killed."""
    _send_at_once()
    _ask_once()
    # the name of a cell's file is a hash of its text, which ipykernel computes letter by letter
    ipykernel.compiler.murmur2_x86 = lambda text, seed: zlib.crc32(text.encode("utf-8", "surrogatepass"), seed)
    jupyter_client.session.extract_dates = lambda header: header  # of when a request was sent
    seed = int.from_bytes(os.urandom(8), "little")  # forks must not all draw the same "random" numbers
    random.seed(seed)
    numpy.random.seed(seed % 2**32)
    torch.default_generator.manual_seed(seed % 2**63)  # torch.manual_seed also asks each kind of GPU: 10 ms
    ipykernel.ipkernel.sys = _SysWithoutModules()
    settings = {"connection_file": connection_file, "ignore_cwd": True, "config": Config(OPTIONS)}
    app = QuietApp.instance(kernel_class=QuietKernel, **settings)
    app.initialize()
    app.log.setLevel("WARNING")  # below it, records are made for every message and then thrown away
    if "matplotlib.pyplot" in sys.modules:  # imported before there was a shell whose outputs it could join
        app.shell.run_line_magic("matplotlib", "inline")
    app.start()


class QuietKernel(IPythonKernel):
    """Leaves out half of all messages."""

    _supports_kernel_subshells = False

    def start(self):
        """Start without a debugger, which would have a task of its own."""
        Kernel.start(self)

    def _publish_status(self, status, channel, parent=None):
        if status != "busy":  # the end of a cell is news, its start is not
            super()._publish_status(status, channel, parent)

    def _publish_execute_input(self, code, parent, execution_count):
        pass  # the grader knows what it sent


class QuietApp(IPKernelApp):
    """Runs cells in the thread that receives them: there are no subshells, for which another would hand them over."""

    def parse_command_line(self, argv=None):
        """Do nothing: building a parser for all options takes longer than having none."""

    def init_control(self, context):
        """Make the sockets as ever, but no thread for subshells."""
        super().init_control(context)
        self.shell_channel_thread = _NoSubshells()


class _NoSubshells:
    """False wherever ipykernel asks whether there is such a thread, and where it does not ask, what it looks at."""

    parent_thread = threading.main_thread()

    def __bool__(self):
        return False


class _SysWithoutModules:
    """What ipykernel sees as `sys`: it lists the files of all modules for its debugger, which copies their pages."""

    modules = {}  # noqa: RUF012 - as in `sys`

    def __getattr__(self, name):
        return getattr(sys, name)


def _send_at_once():
    """Let each thread send what it makes, one at a time, instead of waking another for every message.

    What is printed is sent by the first `print` after `flush_interval`, and at the end of the cell.
    """
    lock = threading.RLock()
    send = IOPubThread._really_send

    def locked_send(self, *arguments, **keywords):
        with lock:
            send(self, *arguments, **keywords)

    def flush_when_due(self):
        if not self._flush_pending:
            self._flush_pending, self._due = True, time.monotonic() + self.flush_interval
        elif time.monotonic() > self._due:
            self._flush()

    # it would open a TCP socket for subprocesses, of which there are none; the filter answers that with an abort
    IOPubThread._setup_pipe_in = lambda self: None
    IOPubThread.start = lambda self: None  # what is scheduled on a thread that does not run is done at once
    IOPubThread._really_send = locked_send
    OutStream._schedule_flush = flush_when_due


def _ask_once():
    """Do once what IPython does twice for each cell or for each exception."""
    ZMQInteractiveShell._format_exception_for_storage = lambda *_, **__: {}  # for a history that nobody keeps
    ZMQInteractiveShell.transform_cell = _once_for_each_text(ZMQInteractiveShell.transform_cell)
    TransformerManager.do_token_transforms = only_with_an_escape(TransformerManager.do_token_transforms)
    interactiveshell._should_be_async = _if_it_awaits(interactiveshell._should_be_async)
    ipykernel.ipkernel._accepts_parameters = lambda method, names: dict.fromkeys(names, True)
    inspect.getmodule = _without_looking_for_cells(inspect.getmodule)


def only_with_an_escape(transform):
    """Return the method that looks at a cell token by token, in Python, only if a letter of IPython's escapes is there.

    Which are `%magic`, `!command`, `name?` and, at the start of a line, `,f` `;f` `/f`.
    """

    usual = TransformerManager().token_transformers

    @functools.wraps(transform)
    def do_token_transforms(self, lines):
        own = self.token_transformers != usual
        escapes = any(set("%!?").intersection(line) or line.lstrip().startswith((",", ";", "/")) for line in lines)
        return transform(self, lines) if own or escapes else lines

    return do_token_transforms


def _if_it_awaits(should_be_async):
    """Return the function that compiles a cell to see whether it awaits only if there are words for it."""
    return lambda cell: ("await" in cell or "async" in cell) and should_be_async(cell)


def _once_for_each_text(transform):
    """Return the method that remembers its last answer for the very same string, not for another that is equal."""
    last = None

    @functools.wraps(transform)
    def transform_cell(self, raw_cell):
        nonlocal last
        if last is None or last[0] is not raw_cell:
            last = None
            last = raw_cell, transform(self, raw_cell)
        return last[1]

    return transform_cell


def _without_looking_for_cells(find):
    """Return `inspect.getmodule`, which looks for a cell's file among all of torch's, eight times for a traceback."""

    @functools.wraps(find)
    def getmodule(thing, _filename=None):
        in_cell = inspect.isframe(thing) and thing.f_globals.get("__name__") == "__main__"
        return None if in_cell else find(thing, _filename)

    return getmodule
