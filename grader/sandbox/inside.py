"""What a fork does: take one request after the other, run a cell or ask the probe, and say when it is done.

Runs inside the sandbox.  A request is {"id", "do", ...}; what is done with it is answered by {"kind": "reply", "id",
"value"}.  Requests that look at the kept objects come after the last cell.
"""

import asyncio
import inspect
import os
import socket
import sys
import types
from collections.abc import Iterable

import course.checking.measure
from grader.sandbox import displays, probe, shell, tracebacks, wire

NO_CELL = -1  # what the probe's calls print belongs to no cell


def prepare(warm_up: str, given: Iterable[str]) -> None:
    """Make shell and probe, and do once what is slow the first time; called in the fork server."""
    made = shell.make_shell()
    made.input_transformer_manager.read_ahead(given)
    _install_probe()
    _show_once(made, warm_up)
    tracebacks.format_one()


def _install_probe() -> None:
    """Make one module of both sources, so that nothing a notebook does to `course` matters."""
    own = [line for line in inspect.getsource(probe).split("\n") if not line.startswith("from course")]
    source = "\n".join([inspect.getsource(course.checking.measure), *own])
    module = sys.modules[probe.NAME] = types.ModuleType(probe.NAME)
    module.__file__ = "<probe>"
    exec(compile(source, "<probe>", "exec"), module.__dict__)


def _show_once(made: shell.GradingShell, warm_up: str) -> None:
    """Fill the caches that the first tensor, layer and picture of a notebook would fill."""
    names: dict = {"things": []}
    exec(warm_up, names)
    assert made.display_formatter is not None  # IPython makes it with the shell
    for thing in names["things"]:
        made.display_formatter.format(thing)


def serve(channel: socket.socket) -> None:
    """Be a notebook from here on, until the process is killed or the grader is gone."""
    send = wire.Sender(channel)
    displays.speak_to(send)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    running = shell.begin()
    send({"kind": "reply", "id": 0, "value": os.getpid()})
    loop.run_until_complete(_serve(running, channel, send))


async def _serve(running: shell.GradingShell, channel: socket.socket, send: wire.Sender) -> None:
    requests: asyncio.Queue = asyncio.Queue()
    reader = wire.Reader(channel)
    loop = asyncio.get_running_loop()
    # between cells the loop goes on, as in an ordinary kernel: what they have started there goes on, too
    loop.add_reader(channel.fileno(), lambda: list(map(requests.put_nowait, reader.take())))
    interruptible = shell.Interruptible()
    asked = sys.modules[probe.NAME]
    while True:
        request = await requests.get()
        if request is None:
            return
        value: object = True
        if request["do"] == "run":
            displays.enter_cell(request["cell"])
            await shell.run_cell(running, request["code"], interruptible)
        else:
            displays.enter_cell(NO_CELL)
            with interruptible.by_exception():
                value = _ask(asked, request)
        displays.flush()
        send({"kind": "reply", "id": request["id"], "value": value})


def _ask(asked: types.ModuleType, request: dict) -> object:
    """Return what the probe answers; whatever a notebook has done to it, the next request is still taken."""
    try:
        return {"keep": asked.keep, "answer": asked.answer}[request["do"]](request)
    except BaseException as error:
        return {"failed": type(error).__name__}
