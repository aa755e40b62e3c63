"""An IPython kernel without what only a person in front of it would need, which is most of what a cell costs.

What a notebook shows is the same.  `make_kernel` runs in the fork server, once, and makes what needs no socket and no
folder: whatever a fork touches of it, the machine copies for it, page by page.  `start_kernel` runs in the fork, after
it has confined itself.
"""

import functools
import inspect
import os
import random
import sys
import threading
import time
import types
import zlib
from pathlib import Path

import ipykernel.compiler
import ipykernel.ipkernel
import jupyter_client.session
import numpy
import torch
from ipykernel.compiler import XCachingCompiler
from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core import interactiveshell
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.profiledir import ProfileDir
from torch import nn
from traitlets.config import Config
from zmq.eventloop.zmqstream import ZMQStream

import course.checking.measure
import grader.sandbox.probe
from course import figures

OPTIONS = {
    "IPythonKernel": {"_execute_sleep": 0},  # a pause after each cell, for clients that do not wait for its end
    "HistoryManager": {"enabled": False, "hist_file": ":memory:"},
}


def make_kernel():
    """Make application, shell and probe, and do once what is slow the first time."""
    _send_at_once()
    _ask_once()
    # the name of a cell's file is a hash of its text, which ipykernel computes letter by letter
    ipykernel.compiler.murmur2_x86 = lambda text, seed: zlib.crc32(text.encode("utf-8", "surrogatepass"), seed)
    jupyter_client.session.extract_dates = lambda header: header  # of when a request was sent
    ipykernel.ipkernel.sys = _SysWithoutModules()
    app = QuietApp.instance(config=Config(OPTIONS))
    app.log.setLevel("WARNING")  # below it, records are made for every message and then thrown away
    app.init_pdb()
    app.profile_dir = _ProfileWithoutFolders()
    shell = ZMQInteractiveShell.instance(
        config=Config(OPTIONS), ipython_dir=os.sep, profile_dir=app.profile_dir, compiler_class=XCachingCompiler
    )
    shell.extension_manager.load_extension("storemagic")
    shell.ask_exit = lambda: None  # a forgotten `exit()` must not cost what comes after it
    shell._sys_modules_keys = set(sys.modules)
    _install_probe()
    _show_once()


def _install_probe():
    """Make one module of both sources, so that nothing a notebook does to `course` matters."""
    own = [line for line in inspect.getsource(grader.sandbox.probe).split("\n") if not line.startswith("from course")]
    source = "\n".join([inspect.getsource(course.checking.measure), *own])
    module = sys.modules[grader.sandbox.probe.NAME] = types.ModuleType(grader.sandbox.probe.NAME)
    module.__file__ = "<probe>"
    exec(compile(source, "<probe>", "exec"), module.__dict__)


def _show_once():
    """Fill the caches that the first tensor, layer and picture of a notebook would fill."""
    X = torch.arange(9.0).reshape(3, 3)
    with torch.no_grad():  # autograd refuses to run in a fork of a process in which it has run
        layer = nn.Conv2d(1, 1, 2)
        for thing in (X, layer, layer(X[None, None]), figures.row(figures.image(X, "X"), figures.kernel(X, "K"))):
            ZMQInteractiveShell.instance().display_formatter.format(thing)


def start_kernel(connection_file):
    """Be a kernel from here on, until the process is killed."""
    seed = int.from_bytes(os.urandom(8), "little")  # forks must not all draw the same "random" numbers
    random.seed(seed)
    numpy.random.seed(seed % 2**32)
    torch.default_generator.manual_seed(seed % 2**63)  # torch.manual_seed also asks each kind of GPU: 10 ms
    app, shell = QuietApp.instance(), ZMQInteractiveShell.instance()
    shell.ipython_dir = os.environ["IPYTHONDIR"]
    shell.profile_dir.location = os.path.join(shell.ipython_dir, "profile_default")
    shell.starting_dir = os.getcwd()
    shell.history_manager.dir_hist[:] = [Path.cwd()]
    app.connection_file = connection_file
    app.initialize()
    # own files last: no numpy.py shadows NumPy
    sys.path.append(os.getcwd())
    if "matplotlib.pyplot" in sys.modules:  # imported before there was a shell whose outputs it could join
        shell.run_line_magic("matplotlib", "inline")
    app.start()


class QuietKernel(IPythonKernel):
    """Leaves out half of all messages."""

    _supports_kernel_subshells = False

    def __init__(self, **settings):
        super().__init__(**settings)
        self.shell.parent = self.shell.kernel = self  # it was there before

    def start(self):
        """Start without a debugger, which would have a task of its own."""
        Kernel.start(self)

    def _publish_status(self, status, channel, parent=None):
        silent = parent and parent["content"].get("silent")
        if status != "busy" and not silent:  # the end of a cell is news, its start is not, nor any of the probe's
            super()._publish_status(status, channel, parent)

    def _publish_execute_input(self, code, parent, execution_count):
        pass  # the grader knows what it sent


class QuietApp(IPKernelApp):
    """Makes three sockets of six; what remains to be done for a kernel when `make_kernel` has been done."""

    def initialize(self, argv=None):
        """Make what needs the folder of this kernel: no command line, no configuration files, no startup files."""
        self.init_connection_file()
        self.init_sockets()
        self.init_io()
        self.init_signal()
        self.init_kernel()
        self.init_shell()

    def init_control(self, context):
        """Make no control channel: an interrupt is a signal, and a kernel is ended by killing it."""

    def init_kernel(self):
        """Make the kernel without streams for control and debugger, and without the threads that would serve them."""
        self.kernel = QuietKernel.instance(
            parent=self,
            session=self.session,
            log=self.log,
            profile_dir=self.profile_dir,
            shell_stream=ZMQStream(self.shell_socket),
            shell_channel_thread=_NoSubshells(),
            iopub_thread=self.iopub_thread,
            iopub_socket=self.iopub_socket,
            stdin_socket=self.stdin_socket,
        )
        self.displayhook.get_execution_count = lambda: self.kernel.execution_count


class _ProfileWithoutFolders(ProfileDir):
    """Makes no folders for logs, locks and startup files, which would be removed again."""

    def _location_changed(self, change):
        pass


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
