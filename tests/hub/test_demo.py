"""Does `make hub` say where to click, serve the course, and leave nothing running, however it is ended?"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest
import requests

from deploy.running import MARK
from deploy.settings import CHECKOUT
from tests.hub.driver import ASSIGNMENT, Hub, free_ports, missing

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(400)]


def start(folder):
    """Start the demonstration as `make hub` does; return (process, port, what it printed) once it can be used."""
    if missing():
        pytest.skip(missing())
    port = free_ports(5)[0]
    command = [
        sys.executable,
        "-m",
        "deploy.demo",
        f"--port={port}",
        f"--folder={folder}",
        f"--assignment={ASSIGNMENT}",
    ]
    process = subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C stops the hub" in line:
            return process, port, said
    raise AssertionError(f"it ended: {said}")


def family(process):
    """All processes of a demonstration: those with the mark of the hub that is its child."""
    (hub,) = psutil.Process(process.pid).children()
    mark = hub.environ()[MARK]
    found = []
    for candidate in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if candidate.environ().get(MARK) == mark:
                found.append(candidate)
    return found


class Running:
    """Enough of `RunningHub` for the driver."""

    def __init__(self, settings):
        self.settings = settings


def a_student_works(port):
    """Log in as the first student and leave a server and a kernel running."""
    from deploy.demo import PASSWORD
    from deploy.settings import Settings

    settings = Settings(url=f"http://127.0.0.1:{port}", password=PASSWORD, accounts="shared")
    server = Hub(Running(settings), "one_class").log_in("s001").spawn()
    assert (ASSIGNMENT, "released") in server.assignments()
    server.post("api/kernels", json={"name": "python3"})


def runs(process):
    """Is it more than an entry that its new parent, the machine's first process, has yet to clear away?"""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("ending", ["Ctrl-C in the terminal", "SIGINT to it alone", "closed terminal", "killed"])
def test_nothing_is_left(tmp_path, ending):
    process, port, said = start(tmp_path / "demo")
    try:
        assert f"http://127.0.0.1:{port}    the password of everybody is convolutions" in said
        assert "Nbgrader > Assignment List" in said and "Nbgrader > Formgrader" in said
        if ending.startswith("Ctrl-C"):  # once with somebody at work
            a_student_works(port)
        assert requests.get(f"http://127.0.0.1:{port}/hub/login", timeout=20).ok
        before = family(process)
        assert len(before) >= (4 if ending.startswith("Ctrl-C") else 2)
        if ending.startswith("Ctrl-C"):
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.send_signal(
                {"SIGINT to it alone": signal.SIGINT, "closed terminal": signal.SIGHUP, "killed": signal.SIGKILL}[
                    ending
                ]
            )
        said, _ = process.communicate(timeout=120)
        if ending != "killed":
            assert process.returncode == 0 and "nothing is left running" in said and "had to be killed" not in said
        _, left = psutil.wait_procs(before, timeout=30 if ending == "killed" else 0.5)
        assert not [process for process in left if runs(process)]
        time.sleep(0.2)
        for number in range(port, port + 5):
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", number), timeout=5).close()
    finally:
        if process.poll() is None:
            process.kill()


def test_a_port_in_use_is_said(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "deploy.demo", f"--port={port}", f"--folder={tmp_path / 'demo'}"]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.strip() == f"port {port} is in use; choose another with --port"
    assert not (tmp_path / "demo").exists()
