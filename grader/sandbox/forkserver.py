"""A process that has imported everything a notebook needs, knows nothing secret, and forks one confined kernel a time.

Started by `grader.sandbox.processes` with the number of one end of a socket.  A request is one line of JSON:
{"id", "folder", "connection_file", "limits", "environment", "confined", "mentions"}; the answer is {"id", "pid"} or
{"id", "error"}.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import traceback

from grader.sandbox.confine import confine, limit_resources, prepare

PRELOADED = (
    "pyseccomp",
    "sandlock",
    "numpy.ma",
    "numpy.random",
    "torch",
    "torch.nn.functional",
    "torch.autograd.functional",
    "torch.optim",
    "torch.fft",
    "torch.testing",
    "torch._subclasses.schema_check_mode",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.debugger",  # every kernel would import it again
    "ipywidgets",
    "anywidget",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "course.check",
    "course.figures",
    "course.images",
    "course.explorers",
    "course.drawing.composing",
    "course.drawing.line_plot",
)
# up to a second each, so only for the first notebook that mentions the word; every later one gets them for nothing
PRELOADED_WHEN_MENTIONED = {
    "optim": ["torch._dynamo"],  # the first optimizer would import it, two of the five seconds of a case
    "scipy": ["scipy.special", "scipy.interpolate", "scipy.stats", "scipy.signal"],  # each needs the ones before
    "matplotlib": ["matplotlib.pyplot", "matplotlib.backends.backend_agg", "matplotlib_inline.backend_inline"],
}

# opened before the fork is confined: never through a link, never a file that is there already
LOG_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_APPEND


def main(channel, mentions=()):
    """Serve until the other end of the channel is closed; between requests import what `mentions` will need."""
    gc.disable()  # while importing, there is no garbage to look for
    _import_everything()
    gc.freeze()  # what is shared stays shared: a collection in a child must not touch, and so copy, these pages
    gc.enable()
    server = socket.socket(fileno=channel)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the grader, which then closes the channel
    selector = selectors.DefaultSelector()
    selector.register(server, selectors.EVENT_READ)
    server.sendall(b'{"ready": true}\n')
    buffer, ahead = b"", _modules_for(mentions)
    while True:
        ready = selector.select(timeout=0 if ahead else 1.0)
        _reap()
        if not ready:
            _import(ahead[:1])
            del ahead[:1]
            continue
        data = server.recv(1 << 16)
        if not data:
            return
        buffer += data
        while b"\n" in buffer:
            line, buffer = buffer.split(b"\n", 1)
            request = json.loads(line)
            _import(_modules_for(request.get("mentions", [])))
            answer = _fork(request, server) | {"id": request["id"]}
            server.sendall(json.dumps(answer).encode() + b"\n")


def _import_everything():
    sys.argv = ["kernel"]
    sys.modules["debugpy"] = None  # ipykernel would import it
    for name in PRELOADED:
        importlib.import_module(name)
    import torch

    from course.checking.packs import FOLDER, public_task
    from grader.sandbox.quiet_kernel import make_kernel

    for path in FOLDER.glob("*.json"):
        for name in json.loads(path.read_text(encoding="utf-8"))["tasks"]:
            public_task(name)
    torch.set_num_threads(1)
    make_kernel()
    _format_a_traceback()


def _modules_for(words):
    return [name for word in words for name in PRELOADED_WHEN_MENTIONED[word]]


def _import(names):
    """Import what notebooks will ask for, here, where every later fork has it, too."""
    for name in names:
        if name not in sys.modules:
            with contextlib.suppress(ImportError):  # not everybody installs SciPy
                importlib.import_module(name)
                gc.freeze()


def _format_a_traceback():
    """Fill the caches that the first traceback of every kernel would fill for itself."""
    from IPython.core.ultratb import AutoFormattedTB

    try:
        exec(compile("no_such_name", "<a cell>", "exec"), {"__name__": "__main__"})
    except NameError as error:
        AutoFormattedTB(mode="Context", theme_name="neutral").structured_traceback(
            type(error), error, error.__traceback__
        )


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _fork(request, server):
    try:
        if request["confined"]:
            prepare()
        pid = os.fork()
    except OSError as error:
        return {"error": str(error)}
    if pid:
        return {"pid": pid}
    status = 1
    try:
        server.close()
        _become_kernel(request)
        status = 0
    except BaseException:
        traceback.print_exc()  # into the kernel's log: nobody else will
    finally:
        os._exit(status)


def _become_kernel(request):
    """Turn this fork into a kernel: own session, own folder, confined, and only then anything of ipykernel's."""
    os.setsid()
    die_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(os.path.join(request["folder"], "files"))
    log = os.open(os.path.join(request["folder"], "kernel.log"), LOG_FLAGS, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.closerange(3, 256)
    sys.path[:] = [entry for entry in sys.path if entry]
    if request["confined"]:
        confine(request["folder"], request["limits"])
    else:
        limit_resources(request["limits"])  # what every Unix has
    from grader.sandbox.quiet_kernel import start_kernel

    start_kernel(request["connection_file"])


def die_with_parent():
    """Be killed when the parent is gone: nothing that a killed grader started may go on."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
