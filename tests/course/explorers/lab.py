"""A JupyterLab of our own for a test or a benchmark: private settings, 127.0.0.1 only, gone afterwards."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[3]
TOKEN = "explorers"


def write_notebook(path, cells):
    """Write a notebook with one code cell for each text."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)


@contextlib.contextmanager
def running_lab(folder, *, theme="JupyterLab Light"):
    """Start JupyterLab on `folder` and yield its port; stop it and its kernels at the end."""
    folder = Path(folder)
    settings = folder / ".settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    home = folder / ".home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / ".settings"),
    }
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    command += [f"--ServerApp.root_dir={folder}"]
    with open(folder / ".lab.log", "wb") as log:
        server = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
        try:
            _wait_until_up(server, port, folder / ".lab.log")
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(10)


def _wait_until_up(server, port, log, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", timeout=5).read()
            return
        if server.poll() is not None:
            break
        time.sleep(0.5)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


def open_and_run(page, port, notebook):
    """Open a notebook in a fresh workspace and run all its cells; returns when the kernel is idle again."""
    page.goto(f"http://127.0.0.1:{port}/lab/tree/{notebook}?token={TOKEN}&reset")
    page.wait_for_selector("#jp-main-statusbar :text('| Idle')", timeout=120_000)
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click("li[data-command='runmenu:run-all']")


def run_cell(page, index, code=None):
    """Replace the text of a code cell (if given), run it, and return the text of its output."""
    cell = page.locator(".jp-CodeCell").nth(index)
    cell.locator(".cm-content").click()
    if code is not None:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(code)
    before = cell.locator(".jp-InputPrompt").inner_text()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        "([cell, before]) => !['[*]:', before].includes(cell.querySelector('.jp-InputPrompt').innerText.trim())",
        arg=[cell.element_handle(), before.strip()],
        timeout=60_000,
    )
    return cell.locator(".jp-OutputArea-output").last.inner_text()
