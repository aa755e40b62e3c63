"""An IPython shell that runs a notebook's cells as an ordinary kernel does, less what may not be done here.

Runs inside the sandbox.  The shell is made in the fork server, once; `begin` does in the fork what needs its folder.
"""

import asyncio
import builtins
import getpass
import os
import random
import signal
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from IPython.core import page
from IPython.core.compilerop import CachingCompiler
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.core.profiledir import ProfileDir
from IPython.utils.text import SList
from traitlets import CBool, Instance, Type
from traitlets.config import Config

from grader.sandbox import displays
from grader.sandbox.cell_syntax import GivenCells, may_await
from grader.sandbox.tracebacks import FormattedOnce
from grader.sandbox.unavailable import rest_after_import

NO_HISTORY = {"HistoryManager": {"enabled": False, "hist_file": ":memory:"}}
CANNOT_RUN = 126  # the shell's exit status for a program that is not allowed to


class CellCompiler(CachingCompiler):
    """Names a cell's code as an ordinary kernel does: by its name IPython decides how a traceback is shown."""

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return f"/tmp/ipykernel_{os.getpid()}/{zlib.crc32(raw_code.encode('utf-8', 'surrogatepass'))}.py"


class GradingShell(InteractiveShell):
    """IPython's shell with its outputs sent to the grader, and without programs, pagers and the keyboard."""

    displayhook_class = Type(displays.ResultHook)
    display_pub_class = Type(displays.Publisher)
    compiler_class = Type(CellCompiler)
    input_transformer_manager = Instance(GivenCells, ())
    autoindent = CBool(False)

    def init_traceback_handlers(self, custom_exceptions: tuple) -> None:
        super().init_traceback_handlers(custom_exceptions)
        self.InteractiveTB = FormattedOnce(mode=self.xmode, theme_name=self.colors, tb_offset=1)

    def should_run_async(
        self, raw_cell: str, *, transformed_cell: str | None = None, preprocessing_exc_tuple: object = None
    ) -> bool:
        """Return whether the cell awaits something: IPython compiles each to know."""
        return may_await(transformed_cell or raw_cell) and super().should_run_async(
            raw_cell, transformed_cell=transformed_cell, preprocessing_exc_tuple=preprocessing_exc_tuple
        )

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException | None, stb: list[str]) -> None:
        displays.flush()
        error = {"ename": str(etype.__name__), "evalue": str(evalue), "traceback": stb}
        displays.send({"kind": "error", "cell": displays.speaking_cell(), **error})

    def init_hooks(self) -> None:
        super().init_hooks()
        self.set_hook("show_in_pager", page.as_hook(lambda *_, **__: None), 99)

    def system(self, cmd: str) -> None:
        """Say that `!cmd` does not run, and go on."""
        no_program(self.var_expand(cmd, depth=1))
        self.user_ns["_exit_code"] = CANNOT_RUN

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> SList | str:
        """Say that `x = !cmd` does not run; its output is empty."""
        self.system(self.var_expand(cmd, depth=depth + 1))
        return SList() if split else ""

    def ask_exit(self) -> None:
        """Do nothing: a forgotten `exit()` must not cost what comes after it."""

    def set_next_input(self, s: str, replace: bool = False) -> None:
        """Do nothing: there is no next cell to fill in."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: there is no window to show anything in."""


def no_program(command: str) -> None:
    """Print the line that stands for a program's output."""
    print(f"no programs run here: {command.strip().splitlines()[0][:200] if command.strip() else ''}")


INSTALLERS = ("pip", "uv", "conda", "mamba", "micromamba")
SHELLS = ("sx", "system")  # and with two percent signs, and as !!


def _without_programs(shell: "GradingShell") -> None:
    """Put in the place of each magic that would start a program one that says so."""

    def of_a_line(name: str) -> Callable[[str], None]:
        return lambda line: no_program(f"{name} {line}")

    def of_a_cell(name: str) -> Callable[[str, str], None]:
        return lambda line, cell: no_program(f"{name} {line}".strip())

    def of_both(line: str, cell: str | None = None) -> SList:
        no_program(line or cell or "")
        return SList()

    scripts = shell.magics_manager.registry["ScriptMagics"].script_magics
    register: Callable[..., None] = shell.register_magic_function
    for name in INSTALLERS:
        register(of_a_line(name), "line", name)
    for name in scripts:
        register(of_a_cell(name), "cell", name)
    register(lambda line, cell: no_program(line or cell), "cell", "script")
    for name in SHELLS:
        register(of_both, "line_cell", name)
    register(of_both, "cell", "!")


class _ProfileWithoutFolders(ProfileDir):
    """Makes no folders for logs, locks and startup files, which would be removed again."""

    def _location_changed(self, change: object) -> None:
        pass


def make_shell() -> GradingShell:
    """Make the shell that every fork inherits."""
    shell = GradingShell.instance(config=Config(NO_HISTORY), ipython_dir=os.sep, profile_dir=_ProfileWithoutFolders())
    assert shell.extension_manager is not None  # IPython makes it with the shell
    shell.extension_manager.load_extension("storemagic")
    shell.config.IPKernelApp.tqdm = "tqdm looks for this name to know a notebook"
    _without_programs(shell)
    displays.connect_widgets()
    builtins.input, getpass.getpass = _no_input, _no_password
    return shell


def _no_input(prompt: object = "") -> NoReturn:
    """Refuse to ask, in the words of a kernel whose notebook nobody looks at."""
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


def _no_password(prompt: str = "Password: ", stream: object = None) -> NoReturn:
    raise StdinNotImplementedError("getpass was called, but this frontend does not support input requests.")


def begin() -> GradingShell:
    """Be a notebook of its own from here on: own folder, own random numbers, own streams."""
    seed = int.from_bytes(os.urandom(8), "little")  # forks must not all draw the same "random" numbers
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:  # not by manual_seed, which also asks each kind of GPU: 10 ms
        sys.modules["torch"].default_generator.manual_seed(seed % 2**63)
    shell = GradingShell.instance()
    assert shell.profile_dir is not None and shell.history_manager is not None  # IPython makes them with the shell
    shell.ipython_dir = os.environ["IPYTHONDIR"]
    shell.profile_dir.location = os.path.join(shell.ipython_dir, "profile_default")
    shell.starting_dir = os.getcwd()
    shell.history_manager.dir_hist[:] = [Path.cwd()]
    sys.stdout, sys.stderr = displays.Stream("stdout"), displays.Stream("stderr")
    sys.path.append(os.getcwd())  # own files last: no numpy.py shadows NumPy
    if "matplotlib.pyplot" in sys.modules:  # imported before there was a shell whose outputs it could join
        shell.run_line_magic("matplotlib", "inline")
    return shell


async def run_cell(shell: GradingShell, code: str, interruptible: "Interruptible") -> None:
    """Run one cell as an ordinary kernel does; what is shown has been sent afterwards."""
    result = await _run(shell, code, interruptible)
    for rest in rest_after_import(shell, result):
        await _run(shell, rest, interruptible, again=True)
    displays.flush()


async def _run(shell: GradingShell, code: str, interruptible: "Interruptible", again: bool = False) -> ExecutionResult:
    if not may_await(code):  # otherwise it is transformed twice
        with interruptible.by_exception():
            return shell.run_cell(code, store_history=not again)
    failed = None
    try:
        transformed = shell.transform_cell(code)
    except Exception:
        transformed, failed = code, sys.exc_info()
    if not shell.should_run_async(code, transformed_cell=transformed, preprocessing_exc_tuple=failed):
        with interruptible.by_exception():
            return shell.run_cell(code, store_history=not again)
    running = asyncio.ensure_future(
        shell.run_cell_async(
            code, store_history=not again, transformed_cell=transformed, preprocessing_exc_tuple=failed
        )
    )
    result = None
    with interruptible.by_cancelling(running):
        try:
            result = await running
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
    return result


class Interruptible:
    """What SIGINT does: nothing between cells, and in one what it does in an ordinary kernel."""

    def __init__(self) -> None:
        self._stop: Callable[[], object] = lambda: None
        signal.signal(signal.SIGINT, lambda *_: self._stop())

    def by_exception(self) -> "_Doing":
        """Return a context in which SIGINT raises KeyboardInterrupt."""
        return _Doing(self, _raise_interrupt)

    def by_cancelling(self, future: asyncio.Future) -> "_Doing":
        """Return a context in which SIGINT cancels what the cell awaits."""
        loop = asyncio.get_running_loop()
        return _Doing(self, lambda: loop.call_soon_threadsafe(future.cancel))


class _Doing:
    def __init__(self, interruptible: Interruptible, stop: Callable[[], object]):
        self._interruptible, self._do = interruptible, stop

    def __enter__(self) -> None:
        self._interruptible._stop = self._do

    def __exit__(self, *_: object) -> None:
        self._interruptible._stop = lambda: None


def _raise_interrupt() -> NoReturn:
    raise KeyboardInterrupt
