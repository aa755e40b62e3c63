"""How a grading kernel comes into being: forked from a warm server, confined, with a private folder of its own.

A Jupyter kernel provisioner, the extension point made for this; `register` makes it known to jupyter_client.
"""

import contextlib
import os
import shutil
import stat
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from grader.errors import UserError
from grader.sandbox.confine import ISOLATION, NO_ISOLATION, missing
from grader.sandbox.processes import ForkedProcess, fork_server, plain_environment
from grader.sandbox.scratch import scratch_folder

PROVISIONER = "convolutions-fork"
LARGEST_EXTRA_FILE = 20_000_000  # bytes


class CannotConfine(UserError):
    """This machine cannot confine student code; the message says what is missing and what to do."""


def isolation(unconfined=False):
    """Return in words how kernels are isolated here.

    Raises:
        CannotConfine: something is missing, and `unconfined` does not say that it may be.
    """
    lacking = missing()
    if not lacking:
        return ISOLATION
    if unconfined:
        return f"{NO_ISOLATION} ({'; '.join(lacking)})"
    raise CannotConfine(
        f"student code cannot be confined on this machine: {'; '.join(lacking)}. Grade on a machine that can, or, if "
        "you trust these submissions, say so with --unconfined (in nbgrader_config.py: c.Session.unconfined = True); "
        "every grade then records it."
    )


class ForkProvisioner(LocalProvisioner):
    """Gives a kernel manager a process forked from the warm server instead of one started anew."""

    async def launch_kernel(self, cmd, **kwargs):
        """Fork the kernel; the command of the kernel spec is not used."""
        manager = self.parent
        self.process = ForkedProcess(
            fork_server().fork(
                folder=str(manager.workspace),
                connection_file=manager.connection_file,
                environment=environment(manager.workspace),
                confined=manager.confined,
                limits=manager.limits,
                mentions=manager.mentions,
            )
        )
        self.pid, self.pgid = self.process.pid, None
        return self.connection_info

    async def kill(self, restart=False):
        """Kill the kernel and see it gone, which takes milliseconds; Jupyter would look again after 0.1 s."""
        await super().kill(restart)
        if self.process:
            self.process.wait(timeout=1.0)


def register():
    """Make the provisioner known to jupyter_client: `grader` is not an installed distribution."""
    entry = EntryPoint(PROVISIONER, "grader.sandbox.kernels:ForkProvisioner", "jupyter_client.kernel_provisioners")
    KernelProvisionerFactory.instance().provisioners[PROVISIONER] = entry


class GradingKernelManager(AsyncKernelManager):
    """Manages one forked kernel, with its messages on sockets in the private folder instead of the network."""

    def __init__(self, workspace, confined, limits, mentions=(), **traits):
        super().__init__(transport="ipc", ip=str(workspace / "socket"), **traits)
        self.connection_file = str(workspace / "connection.json")
        self.workspace, self.confined, self.limits, self.mentions = workspace, confined, limits, list(mentions)
        register()

    def _connect_control_socket(self):
        """Make no connection: an interrupt is a signal, and a kernel is ended by killing it."""

    @property
    def kernel_spec(self):
        """A kernel spec of our own, so that none on the machine and none in the notebook can take its place."""
        provisioner = {"kernel_provisioner": {"provisioner_name": PROVISIONER}}
        return KernelSpec(argv=[sys.executable], display_name="grading", language="python", metadata=provisioner)


# -- the private folder ----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def workspace(submission):
    """Yield a new private folder with a copy of what lies beside the submitted notebook; it is gone afterwards.

    The notebook runs in its sub-folder `files`.  Links are left behind: they may point anywhere.
    """
    with scratch_folder("cv-kernel-") as folder:  # short: a socket's path must stay under 108 bytes
        (folder / "files").mkdir()
        if submission is not None:
            _copy_plain_files(Path(submission), folder / "files")
        yield folder


def _copy_plain_files(source, target):
    for directory, folders, names in os.walk(source, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(directory) / name
            details = path.lstat()
            if stat.S_ISREG(details.st_mode) and path.suffix != ".ipynb" and details.st_size <= LARGEST_EXTRA_FILE:
                copy = target / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)


def environment(folder):
    """Return the environment variables of a grading kernel: nothing of the instructor's but where Python is."""
    return plain_environment() | {
        "HOME": str(folder / "files"),
        "TMPDIR": str(folder / "files"),
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        "JUPYTER_RUNTIME_DIR": str(folder),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "NBGRADER_EXECUTION": "autograde",
    }
