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
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from grader.errors import UserError, printable
from grader.places import ROOT
from grader.sandbox.isolation import hold
from grader.sandbox.preloads import Preloads

SECONDS_TO_START = 120.0
LARGEST_ANSWER = 1 << 16  # bytes
MOST_GIVEN = 30_000  # characters, in JSON: what is told of a course is one packet

START = """
import gc, sys
gc.disable()  # while importing, there is no garbage to look for
sys.path.append({root!r})
import grader.sandbox.forkserver
import grader.sandbox.inside
sys.path.remove({root!r})
grader.sandbox.forkserver.main(int(sys.argv[1]))
"""


class CannotStart(UserError):
    """The fork server did not come up; the message holds its last words."""


class ForkServer:
    """The grader's side of one fork server process; threads, and processes forked from ours, may share it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - what it says, should it not start
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START.format(root=str(ROOT)), str(theirs.fileno())],
            cwd="/",
            env=server_environment(),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=self._words,
            stderr=self._words,
            start_new_session=True,
        )
        theirs.close()
        self._owner, self._told, self._ready = os.getpid(), False, False
        self._threads = threading.Lock()
        # a file lock, unlike others, is gone with a process that is killed
        self._processes = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the server runs
        self._channel = ours
        atexit.register(self.close)

    def tell(self, preloads: Preloads, mentions: Sequence[str] = (), given: Sequence[str] = ()) -> None:
        """Say once what the course needs in every notebook, what this class's mention, which cells they were given."""
        if self._told:
            return
        with self._threads, contextlib.suppress(OSError):  # it has ended: whoever waits for it will say how
            if not self._told:
                course = asdict(preloads) | {"mentions": list(mentions), "given": _bounded(given)}
                self._channel.send(json.dumps(course).encode())
                self._told = True

    def wait_until_ready(self) -> None:
        """Return when the server has imported everything.

        Raises:
            CannotStart: it ended before that, or took longer than `SECONDS_TO_START`.
        """
        if self._ready:
            return
        with self._threads:
            if not self._ready:
                in_time = select.select([self._channel], [], [], SECONDS_TO_START)[0]
                if not in_time or not _received(self._channel)[0]:
                    raise CannotStart(self._last_words(bool(in_time)))
                self._ready = True

    def _last_words(self, ended: bool) -> str:
        self._words.seek(0)
        lines = [line for line in self._words.read()[-4_000:].decode("utf-8", "replace").split("\n") if line.strip()]
        why = "ended" if ended else f"was not ready within {SECONDS_TO_START:g} s"
        said = f": {printable(lines[-1].strip())}" if lines else " without a word"
        return (
            f"the process that runs notebooks {why}{said}. Nothing was graded. It needs this environment's packages, "
            "about 1 GB of memory and some open files (`ulimit -a` shows the limits)."
        )

    def fork(self, theirs: socket.socket, **request: Any) -> tuple[int, int]:
        """Ask for a new process that talks over the socket `theirs`; return its process id and a pidfd.

        Raises:
            CannotStart: the server did not come up.
            RuntimeError: it is gone, or could not fork.
        """
        self.wait_until_ready()
        request["id"] = uuid.uuid4().hex
        with self._threads:
            fcntl.lockf(self._processes, fcntl.LOCK_EX)
            try:
                socket.send_fds(self._channel, [json.dumps(request).encode()], [theirs.fileno()])
                answer, handles = self._answer_to(request["id"])
            except OSError as error:
                answer, handles = {"error": str(error)}, []
            finally:
                fcntl.lockf(self._processes, fcntl.LOCK_UN)
        if "pid" not in answer or not handles:
            raise RuntimeError(f"the fork server could not fork: {answer.get('error')}")
        return answer["pid"], handles[0]

    def alive(self) -> bool:
        """Is the server still there?"""
        if self._owner == os.getpid():
            return self._process.poll() is None
        try:
            os.kill(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def close(self) -> None:
        """Stop the server, and with it every notebook that still runs."""
        if self._owner == os.getpid() and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            self._channel.close()

    def _answer_to(self, request_id: str) -> tuple[dict[str, Any], list[int]]:
        """Read up to the answer that is ours; one before it was meant for a process that was killed while it waited."""
        while True:
            data, handles = _received(self._channel)
            if not data:
                return {"error": "it is gone"}, []
            answer = json.loads(data)
            if answer.get("id") == request_id:
                return answer, handles
            for handle in handles:
                os.close(handle)


def _bounded(given: Sequence[str]) -> list[str]:
    """Return the cells that fit: one that is not told of is read when it is run."""
    sizes = itertools.accumulate(len(json.dumps(cell)) for cell in given)
    return [cell for cell, size in zip(given, sizes, strict=True) if size <= MOST_GIVEN]


def _received(channel: socket.socket) -> tuple[bytes, list[int]]:
    try:
        data, handles, _, _ = socket.recv_fds(channel, LARGEST_ANSWER, 1)
    except ConnectionError:
        return b"", []
    return data, handles


_server: ForkServer | None = None
_server_lock = threading.Lock()
_preloads = Preloads()


def use(preloads: Preloads) -> None:
    """Say what a course needs in every notebook, before the server is first asked for."""
    global _preloads
    _preloads = preloads


def mentioned(texts: Iterable[str]) -> list[str]:
    """Return which words of the course's `Preloads.when_mentioned` occur in one of the texts."""
    return _preloads.mentioned(texts)


def start() -> None:
    """Start this process's fork server before anything is known of the course: it has much else to import first.

    Where it cannot be started, who needs it will be told.
    """
    with contextlib.suppress(UserError, OSError):
        _alive()


def fork_server(mentions: Sequence[str] = (), given: Sequence[str] = ()) -> ForkServer:
    """Return this process's fork server, starting it at the first use, with what notebooks that mention this need.

    `given` is the code of cells that many of them hold: IPython's syntax in it is read once for all.
    """
    server = _alive()
    server.tell(_preloads, mentions, given)
    return server


def _alive() -> ForkServer:
    global _server
    with _server_lock:
        if _server is None or not _server.alive():
            if sys.platform != "linux":  # where not even its socket can be made
                hold()  # raises, and says what to do
            _server = ForkServer()
        return _server


class ForkedProcess:
    """A process that is the fork server's child: watched and signalled through a pidfd, so never another one."""

    def __init__(self, pid: int, pidfd: int):
        self.pid, self._pidfd = pid, pidfd

    def alive(self) -> bool:
        return self._pidfd >= 0 and not select.select([self._pidfd], [], [], 0)[0]

    def send_signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, number)

    def kill(self) -> None:
        """Kill it and see it gone, which takes milliseconds."""
        if self._pidfd >= 0:
            self.send_signal(signal.SIGKILL)
            select.select([self._pidfd], [], [], 5.0)
            os.close(self._pidfd)
            self._pidfd = -1


def server_environment() -> dict[str, str]:
    """Return the environment variables of the fork server: what Python needs, and nothing of the instructor's."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"]),
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "TORCH_COMPILE_DISABLE": "1",  # it would start a C++ compiler; a compiled function runs as it is written
    }
