"""A running JupyterHub that leaves nothing behind, whichever way it is stopped."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import psutil

from deploy.settings import CHECKOUT

MARK = "CONVOLUTIONS_MARK"
SECONDS_TO_START = 90
STARTS = 3  # JupyterHub 5.5 stops when a service, on a busy machine, takes more than 10 s to start
SECONDS_TO_STOP = 90  # the hub stops its servers one after the other


class HubFailed(RuntimeError):
    """The hub did not start; the message has the end of its log."""


class RunningHub:
    """JupyterHub with one of the configurations in deploy/hub/, started as a child that cannot outlive us.

    `around` is a command that runs the hub's command, such as `["nice"]`.
    """

    def __init__(self, topology, settings, log, environment=None, around=()):
        self.settings, self.log = settings, Path(log)
        self.mark = uuid.uuid4().hex
        environment = {**os.environ, **(environment or {}), **settings.environment(), MARK: self.mark}
        # tests and the demonstration may run under a JupyterHub themselves
        environment = {k: v for k, v in environment.items() if not k.startswith(("JUPYTERHUB_", "JPY_", "JUPYTER_"))}
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
        config = CHECKOUT / "deploy" / "hub" / f"{topology}.py"
        self.command = [*around, sys.executable, "-m", "jupyterhub", "-f", str(config)]
        self.environment = environment
        self._start()

    def _start(self):
        self.log_before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.settings.state,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C is for us: the hub is then stopped in order
                preexec_fn=_stop_with_parent,
            )

    def wait_until_ready(self):
        """Wait until the hub answers.

        Raises:
            HubFailed: it ended, or did not answer in time.
        """
        limit, starts = time.monotonic() + SECONDS_TO_START, 1
        while time.monotonic() < limit:
            if self.process.poll() is not None:
                if starts < STARTS and b"Cannot connect to " in self.log.read_bytes()[self.log_before :]:
                    self.stop()
                    self._start()
                    limit, starts = time.monotonic() + SECONDS_TO_START, starts + 1
                    continue
                raise HubFailed(f"the hub stopped while it started\n{self.last_lines()}")
            try:
                # the hub itself first: the proxy logs a long error for each time that it asks in vain
                for url in (f"http://127.0.0.1:{self.settings.hub_port}", self.settings.url):
                    urllib.request.urlopen(f"{url}/hub/api/", timeout=5).read()
                return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        self.stop()
        raise HubFailed(f"the hub did not answer within {SECONDS_TO_START} s\n{self.last_lines()}")

    def last_lines(self, count=40):
        """The end of the hub's log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])

    def processes(self):
        """All processes of this hub: itself, proxy, servers, services and their kernels."""
        found = []
        for process in psutil.process_iter():
            try:
                if process.status() != psutil.STATUS_ZOMBIE and process.environ().get(MARK) == self.mark:
                    found.append(process)
            except (psutil.Error, OSError):
                pass
        return found

    def stop(self):
        """Stop the hub and all that belongs to it; return the processes that had to be killed."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        # kernels end a moment after their server
        _, left = psutil.wait_procs(self.processes(), timeout=10)
        for process in left:
            process.kill()
        psutil.wait_procs(left, timeout=10)
        return left


def _stop_with_parent():
    """Ask Linux to stop the hub, in order, when this process is killed."""
    import ctypes

    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
