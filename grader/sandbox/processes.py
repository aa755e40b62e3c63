"""The grader's side of the fork server: start it, ask it for processes, watch them.

Imports nothing large, so that the server can start its own imports while the grader still does.
"""

import atexit
import contextlib
import fcntl
import itertools
import json
import os
import select
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import uuid
from pathlib import Path

from grader.places import ROOT
from grader.sandbox.forkserver import PRELOADED_WHEN_MENTIONED

JOBS = (os.cpu_count() or 1) + 1  # notebooks at a time: while one waits for an answer of its kernel, another runs
SAMPLED_NOTEBOOKS, LARGEST_SAMPLE = 50, 2_000_000  # bytes each: read before a class is graded


class ForkServer:
    """The grader's side of one fork server process; threads, and processes forked from ours, may share it."""

    def __init__(self, mentions=()):
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-c", START.format(root=str(ROOT)), str(theirs.fileno()), *mentions]
        environment = plain_environment() | {"MPLBACKEND": "module://matplotlib_inline.backend_inline"}
        self._process = subprocess.Popen(
            command,
            cwd="/",
            env=environment,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        self._owner = os.getpid()
        self._threads = threading.Lock()
        # a file lock, unlike others, is gone with a process that is killed
        self._processes = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the server runs
        self._channel = ours.makefile("rwb", buffering=0)
        ours.close()
        atexit.register(self.close)

    def fork(self, **request):
        """Ask for a new kernel process and return its process id."""
        request["id"] = uuid.uuid4().hex
        with self._threads:
            fcntl.lockf(self._processes, fcntl.LOCK_EX)
            try:
                self._channel.write(json.dumps(request).encode() + b"\n")
                answer = self._answer_to(request["id"])
            finally:
                fcntl.lockf(self._processes, fcntl.LOCK_UN)
        if "pid" not in answer:
            raise RuntimeError(f"the fork server could not fork: {answer.get('error')}")
        return answer["pid"]

    def alive(self):
        """Is the server still there?"""
        if self._owner == os.getpid():
            return self._process.poll() is None
        try:
            os.kill(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def close(self):
        """Stop the server, and with it every kernel that still runs."""
        if self._owner == os.getpid() and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            self._channel.close()

    def _answer_to(self, request_id):
        """Read up to the answer that is ours; one before it was meant for a process that was killed while it waited."""
        while True:
            line = self._channel.readline()
            if not line:
                return {"error": "it is gone"}
            answer = json.loads(line)
            if answer.get("id") == request_id:
                return answer


START = """
import sys
sys.path.append({root!r})
import grader.sandbox.frames  # first
import grader.sandbox.forkserver, grader.sandbox.quiet_kernel
sys.path.remove({root!r})
grader.sandbox.forkserver.main(int(sys.argv[1]), sys.argv[2:])
"""
_server = None
_server_lock = threading.Lock()


def fork_server(mentions=()):
    """Return this process's fork server, starting it at the first use, with what notebooks that mention this need."""
    global _server
    with _server_lock:
        if _server is None or not _server.alive():
            _server = ForkServer(mentions)
        return _server


def mentioned(texts):
    """Return which words of `PRELOADED_WHEN_MENTIONED` occur in one of the texts.

    >>> mentioned(["import torch", "import scipy.signal"])
    ['scipy']
    """
    found = set()
    for text in texts:
        found.update(word for word in PRELOADED_WHEN_MENTIONED if word in text)
    return sorted(found)


def sample_of_class(course, assignment):
    """Yield the texts of some submissions; only plain files of the usual size, no links, pipes or floods."""
    found = (path for folder in course.glob("submitted/*") for path in (folder / assignment).glob("*.ipynb"))
    for path in itertools.islice(found, SAMPLED_NOTEBOOKS):
        with contextlib.suppress(OSError):
            details = path.lstat()
            if stat.S_ISREG(details.st_mode) and details.st_size <= LARGEST_SAMPLE:
                yield path.read_text(encoding="utf-8", errors="replace")


class ForkedProcess:
    """Enough of `subprocess.Popen` for a process that is the fork server's child: it is watched through a pidfd."""

    stdin = stdout = stderr = None

    def __init__(self, pid):
        self.pid = pid
        self._pidfd = os.pidfd_open(pid)

    def poll(self):
        """Return None while the process runs, else 0 (its own status went to the fork server)."""
        if self._pidfd is not None and select.select([self._pidfd], [], [], 0)[0]:
            os.close(self._pidfd)
            self._pidfd = None
        return None if self._pidfd is not None else 0

    def wait(self, timeout=None):
        """Wait until the process is gone."""
        if self._pidfd is not None:
            select.select([self._pidfd], [], [], timeout)
        return self.poll()

    def send_signal(self, number):
        """Send a signal to this very process, never to another that got its number."""
        if self._pidfd is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def terminate(self):
        self.send_signal(signal.SIGTERM)


def plain_environment():
    """Return the environment variables that Python needs, and nothing of the instructor's."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
