"""One fork as the grader sees it: a process in a private folder, and the line to it."""

import os
import secrets
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from grader.errors import printable
from grader.sandbox import usage, wire
from grader.sandbox.client import CannotStart, ForkedProcess, fork_server, server_environment

SECONDS_BETWEEN_LOOKS = 0.5  # at what a running fork uses
SECONDS_TO_BEGIN = 60.0


class Stopped(Exception):
    """The fork died, or does what it may not; the message is the reason, in words."""


class Fork:
    """A process that runs one notebook; `close` ends it."""

    def __init__(self, folder: Path, held: dict[str, bool], limits: dict[str, int], mentions: list[str]):
        self._folder, self._limits = str(folder), limits
        # what the student handed in is not what the notebook wrote
        self._given = usage.disk_use(self._folder)[:2]
        self._next_look = 0.0
        ours, theirs = socket.socketpair()
        with theirs:
            pid, pidfd = fork_server().fork(
                theirs,
                folder=self._folder,
                environment=environment(folder),
                held=held,
                limits=limits,
                mentions=mentions,
            )
        self._process = ForkedProcess(pid, pidfd)
        self._channel = wire.Channel(ours, limits["message"])

    @property
    def received(self) -> int:
        """How many bytes have come from it."""
        return self._channel.received

    def begin(self) -> None:
        """Wait until it takes requests.

        Raises:
            CannotStart: it did not come up, which is no fault of the notebook's; the message holds its last words.
        """
        try:
            for _ in self.messages(SECONDS_TO_BEGIN):
                return
        except Stopped as stop:
            raise CannotStart(f"a notebook's process could not begin: {stop}{self._last_words()}") from None
        raise CannotStart(f"a notebook's process was not ready within {SECONDS_TO_BEGIN:g} s")

    def _last_words(self) -> str:
        with open(os.path.join(self._folder, "fork.log"), "rb") as log:
            lines = log.read(100_000).decode("utf-8", "replace").strip().split("\n")
        return f" ({printable(lines[-1])[:200]})" if lines[-1] else ""

    def ask(self, do: str, request: wire.Message) -> str:
        """Send a request and return its id, which nobody can guess, so that an answer to it cannot be sent ahead.

        Raises:
            Stopped: it does not take it.
        """
        name = secrets.token_hex(8)
        try:
            self._channel.send({"id": name, "do": do} | request, SECONDS_TO_BEGIN)
        except wire.Closed:
            raise Stopped(self._how_it_ended()) from None
        return name

    def messages(self, seconds: float) -> Iterator[wire.Message]:
        """Yield what it sends within `seconds`, as it comes; look now and then at what it uses.

        Raises:
            Stopped: it is gone, exceeds a limit, or sends what cannot be understood.
        """
        deadline = monotonic() + seconds
        try:
            while (now := monotonic()) < deadline:
                if now > self._next_look:
                    self._next_look = now + SECONDS_BETWEEN_LOOKS
                    self._look()
                message = self._channel.receive(min(deadline - now, SECONDS_BETWEEN_LOOKS))
                if message is not None:
                    yield message
        except wire.Closed:
            raise Stopped(self._how_it_ended()) from None
        except wire.TooLarge:
            raise Stopped(f"it sent a message of more than {self._limits['message'] / 1e6:g} MB") from None
        except wire.Malformed:
            raise Stopped("it sent messages that cannot be understood") from None

    def _look(self) -> None:
        limits = self._limits
        reason = usage.exceeded(
            self._folder, self._process.pid, limits["disk"], limits["files"], limits["threads"], self._given
        )
        if reason:
            raise Stopped(reason if self._process.alive() else "the kernel died")

    def _how_it_ended(self) -> str:
        """Say why the line is cut: what it used last may be the reason."""
        self._look()
        return "the kernel died"

    def interrupt(self) -> None:
        """Do what the stop button of a notebook does."""
        self._process.send_signal(signal.SIGINT)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._channel.close()


def environment(folder: Path) -> dict[str, str]:
    """Return the environment variables of a notebook: nothing of the instructor's but where Python is."""
    return server_environment() | {
        "HOME": str(folder / "files"),
        "TMPDIR": str(folder / "files"),
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        "NBGRADER_EXECUTION": "autograde",
        "PYTHONBREAKPOINT": "0",  # nobody could answer a forgotten breakpoint()
        # as an ordinary kernel sets them
        "TERM": "xterm-color",
        "CLICOLOR": "1",
        "FORCE_COLOR": "1",
        "CLICOLOR_FORCE": "1",
        "PAGER": "cat",
        "GIT_PAGER": "cat",
    }
