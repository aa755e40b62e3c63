"""A real JupyterLab server with the students' settings, and a real browser on it."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request

from playwright.sync_api import sync_playwright

from grader.publishing.lab import command, prepare

TOKEN = "0123456789abcdef"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def free_port():
    """Return a port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def lab(folder, changes=None):
    """Yield the address of a JupyterLab started as `make lab` does; it is stopped afterwards.

    `changes(notebooks)` may change the released notebooks before the server starts.
    """
    _, notebooks, environment = prepare(folder)
    if changes:
        changes(notebooks)
    port = free_port()
    with open(folder / "server.log", "wb") as log:
        server = subprocess.Popen(
            command(notebooks, port, TOKEN),
            cwd=notebooks,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def _wait_for(url, server, seconds=90):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if server.poll() is not None:
            raise RuntimeError("the server stopped")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).read()
            return
        time.sleep(0.5)
    raise RuntimeError(f"no answer within {seconds} s")


@contextlib.contextmanager
def browser_page(**options):
    """Yield a page in headless Chromium; it collects the browser's errors in `page.problems`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **options})
        page.set_default_timeout(90_000)
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        try:
            yield page
        finally:
            browser.close()


def open_notebook(page, base, path):
    """Open a notebook in a workspace of its own and wait until its kernel is idle."""
    page.goto(f"{base}/lab/workspaces/w{int(time.time() * 1000)}/tree/{path}?token={TOKEN}&reset")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
    page.locator("#jp-main-statusbar :text('| Idle')").wait_for()


def validate(page):
    """Press Validate and return (passed, text of the dialog)."""
    page.locator("jp-button.validate-button").click()
    dialog = page.locator(".nbgrader-SuccessDialog, .nbgrader-ErrorDialog")
    dialog.first.wait_for()
    passed = page.locator(".nbgrader-SuccessDialog").count() > 0
    text = dialog.first.inner_text()
    page.locator("button.jp-mod-accept").first.click()
    return passed, text
