"""A process that has imported everything a notebook needs: it knows nothing secret, and forks one confined one a time.

Started by `grader.sandbox.client` with one end of a socket.  The first packet is what the course adds: a `Preloads`,
what is mentioned already, which cells are given.  It is answered when all is imported.  From then on a packet is a
request, JSON with a socket for the fork beside it: {"id", "folder", "limits", "environment", "held", "mentions"}.  The
answer is {"id", "pid"} with a pidfd beside it, or {"id", "error"}.
"""

import contextlib
import ctypes
import gc
import importlib
import itertools
import json
import os
import select
import signal
import socket
import sys
import traceback
from collections.abc import Iterable

from grader.sandbox.account import account_of, take_account
from grader.sandbox.confine import confine, prepare
from grader.sandbox.preloads import ALWAYS
from grader.sandbox.unseen import hide_command_line

LARGEST_REQUEST = 1 << 16  # bytes
# opened before the fork is confined: never through a link, never a file that is there already
LOG_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_APPEND

SECONDS_OF_QUIET = 0.1  # after which a request is not expected at once

_forks = itertools.count()
_running = 0  # forks that have not been seen to end


def main(channel: int) -> None:
    """Serve until the other end of the channel is closed; between requests import what was said to be mentioned."""
    server = socket.socket(fileno=channel)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the grader, which then closes the channel
    hide_command_line()
    sys.argv = ["notebook"]
    _import_all(ALWAYS)
    preloads = json.loads(server.recv(LARGEST_REQUEST) or b"null")
    if preloads is None:
        return
    _import_all(preloads["modules"])
    _prepare(preloads["warm_up"], preloads["given"])
    gc.freeze()  # what is shared stays shared: a collection in a child must not touch, and so copy, these pages
    gc.enable()
    server.send(b'{"ready": true}')
    when_mentioned = preloads["when_mentioned"]
    ahead = _modules_for(preloads["mentions"], when_mentioned)
    while True:
        ready = select.select([server], [], [], _patience() if ahead else 1.0)[0]
        _reap()
        if not ready:
            _import(ahead[:1])
            del ahead[:1]
            continue
        data, descriptors, _, _ = socket.recv_fds(server, LARGEST_REQUEST, 1)
        if not data:
            return
        request = json.loads(data)
        _import(_modules_for(request.get("mentions", []), when_mentioned))
        _answer(server, request, descriptors)


def _patience() -> float:
    """Return for how many seconds to wait before importing ahead: nobody gets a fork meanwhile, best when all have."""
    return 0.0 if _running >= len(os.sched_getaffinity(0)) else SECONDS_OF_QUIET


def _answer(server: socket.socket, request: dict, descriptors: list[int]) -> None:
    answer, handles = {"id": request["id"]}, []
    try:
        pid = _fork(request, descriptors[0], server)
        handles.append(os.pidfd_open(pid))
        answer["pid"] = pid
    except OSError as error:
        answer["error"] = str(error)
    with contextlib.suppress(OSError):  # the grader was killed
        socket.send_fds(server, [json.dumps(answer).encode()], handles)
    for descriptor in (*descriptors, *handles):
        os.close(descriptor)


def _import_all(names: Iterable[str]) -> None:
    for name in names:
        importlib.import_module(name)


def _prepare(warm_up: str, given: list[str]) -> None:
    from grader.sandbox import inside

    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)
    inside.prepare(warm_up, given)


def _modules_for(words: list[str], when_mentioned: dict[str, list[str]]) -> list[str]:
    return [name for word in words for name in when_mentioned.get(word, ())]


def _import(names: list[str]) -> None:
    """Import what notebooks will ask for, here, where every later fork has it, too."""
    from grader.sandbox import tracebacks

    for name in names:
        if name not in sys.modules:
            with contextlib.suppress(ImportError):  # not everybody installs SciPy
                importlib.import_module(name)
                tracebacks.format_one()  # which looks at each module that it has not seen
                gc.freeze()


def _reap() -> None:
    global _running
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            _running -= 1
    except ChildProcessError:
        pass


def _fork(request: dict, channel: int, server: socket.socket) -> int:
    """Fork and return the process id; in the child, never return."""
    global _running
    held = request["held"]
    prepare(held["files"], held["calls"])
    account = account_of(next(_forks)) if held["account"] else None
    pid = os.fork()
    if pid:
        _running += 1
        return pid
    status = 1
    try:
        server.close()
        _become_notebook(request, channel, account)
        status = 0
    except BaseException:
        traceback.print_exc()  # into the fork's log: nobody else will
    finally:
        os._exit(status)


def _become_notebook(request: dict, channel: int, account: int | None) -> None:
    """Turn this fork into a notebook: own session, own folder, confined, and only then anything of IPython's."""
    os.setsid()
    die_with_parent()
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(os.path.join(request["folder"], "files"))
    log = os.open(os.path.join(request["folder"], "fork.log"), LOG_FLAGS, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(channel, 3)
    os.closerange(4, 1 << 16)
    sys.path[:] = [entry for entry in sys.path if entry]
    if account is not None:
        take_account(account, request["folder"])
        die_with_parent()  # which is forgotten when the account changes
    confine(request["folder"], request["limits"], request["held"]["files"], request["held"]["calls"])
    from grader.sandbox import inside

    inside.serve(socket.socket(fileno=3))


def die_with_parent() -> None:
    """Be killed when the parent is gone: nothing that a killed grader started may go on."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
