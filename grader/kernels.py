"""How a grading kernel is started: one private folder for its files and sockets, a clean environment.

The seam for stronger isolation: whatever else starts kernels must offer these two names.
"""

import contextlib
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager

ISOLATION = "none: an ordinary kernel of the grader's own account"

LARGEST_EXTRA_FILE = 20_000_000  # bytes


class GradingKernelManager(AsyncKernelManager):
    """Starts an ordinary kernel whose messages go over sockets in its private folder, not over the network."""

    def __init__(self, workspace, **traits):
        super().__init__(transport="ipc", ip=str(workspace / "socket"), **traits)
        self.connection_file = str(workspace / "connection.json")
        self.workspace = workspace

    async def _async_start_kernel(self, **kwargs):
        kwargs["env"] = environment(self.workspace)
        await super()._async_start_kernel(**kwargs)

    start_kernel = _async_start_kernel


@contextlib.contextmanager
def workspace(submission):
    """Yield a new private folder with a copy of what lies beside the submitted notebook; it is gone afterwards.

    The notebook runs in its sub-folder `files`.  Links are left behind: they may point anywhere.
    """
    folder = Path(tempfile.mkdtemp(prefix="cv-"))  # short: a socket's path must stay under 108 bytes
    try:
        files = folder / "files"
        files.mkdir()
        if submission is not None:
            _copy_plain_files(Path(submission), files)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "HOME": str(folder / "files"),
        "TMPDIR": str(folder / "files"),
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        "JUPYTER_RUNTIME_DIR": str(folder),
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "NBGRADER_EXECUTION": "autograde",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
