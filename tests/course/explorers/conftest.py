"""Three ways to look at an explorer: its arithmetic in node, one widget on a light page, and real JupyterLab."""

import functools
import http.server
import json
import shutil
import subprocess
import threading

import pytest

from course.explorers import _explorer

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

PAGE = """<!doctype html><meta charset="utf-8"><title>One explorer</title>
<link rel="stylesheet" href="explorers.css"><body><div id="first"></div><div id="second"></div>
<script type="module">
import * as module from "./module.js";
const state = await (await fetch("state.json")).json();
const listeners = {};
window.escaped = 0;  // keys that the host (JupyterLab) would have seen
document.addEventListener("keydown", () => (window.escaped += 1));
window.state = state;
window.model = {
  get: (name) => state[name],
  set(name, value) {
    if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
    state[name] = value;
    for (const act of listeners["change:" + name] ?? []) act();
  },
  save_changes() {},
  on: (event, act) => (listeners[event] ??= []).push(act),
};
window.stop = module.default.render({ model: window.model, el: document.getElementById("first") });
window.again = () => module.default.render({ model: window.model, el: document.getElementById("second") });
</script></body>"""


@pytest.fixture
def in_node(tmp_path):
    """Return a function that runs exported functions of an explorer's module on many cases, in one node process."""
    node = shutil.which("node") or pytest.skip("node is not installed")

    def run(module, calls):
        (tmp_path / "module.mjs").write_text(_explorer.bundle(module), encoding="utf-8")
        (tmp_path / "calls.json").write_text(json.dumps(calls), encoding="utf-8")
        script = """
            import * as module from "./module.mjs";
            import { readFileSync } from "node:fs";
            const calls = JSON.parse(readFileSync("calls.json"));
            console.log(JSON.stringify(calls.map(([name, ...given]) => module[name](...given))));
        """
        (tmp_path / "run.mjs").write_text(script, encoding="utf-8")
        done = subprocess.run([node, "run.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")  # not for the session: a process can have one Playwright at a time
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def show(browser, tmp_path):
    """Return a function that puts a widget on a page of its own, with a stand-in for the kernel, and opens it."""
    handler = functools.partial(_Quiet, directory=tmp_path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    contexts, errors = [], []

    def open_page(widget, **options):
        state = {name: value for name, value in widget.get_state().items() if name not in ("layout", "comm")}
        (tmp_path / "module.js").write_text(state.pop("_esm"), encoding="utf-8")
        (tmp_path / "explorers.css").write_text(state.pop("_css"), encoding="utf-8")
        (tmp_path / "state.json").write_text(json.dumps(state), encoding="utf-8")
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": 1100, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/page.html")
        page.wait_for_selector(".explorer .picture svg", timeout=10_000)
        return page

    yield open_page
    for context in contexts:
        context.close()
    server.shutdown()
    server.server_close()
    assert errors == []


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()
