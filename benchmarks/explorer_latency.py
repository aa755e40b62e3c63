"""How long from a key press on a slider to the new picture on the screen, in real JupyterLab?

    python -m benchmarks.explorer_latency [--presses 30] [--delay 100] [--json]

Measures explorers, which compute and draw in the browser, and for comparison `ipywidgets.interact` redrawing
a matplotlib figure; both directly and with a delay added to every round trip between browser and server.
Needs Chromium; everything stays on 127.0.0.1.
"""

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.course.explorers.lab import open_and_run, running_lab, write_notebook

GOAL = 60  # ms, 95 % of key presses
WARM_UP = 5

INTERACT = """
import matplotlib.pyplot as plt, torch
from ipywidgets import interact
from course import corr2d, images
X, K = images.stripes(), torch.tensor([[1.0, -1.0]])
Y = corr2d(X, K)
def look(step=0):
    row, col = divmod(step, Y.shape[1])
    fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
    left.imshow(X, cmap="gray")
    left.add_patch(plt.Rectangle((col - 0.5, row - 0.5), 2, 1, fill=False, lw=3))
    right.imshow(Y, cmap="PuOr", vmin=-1, vmax=1)
    right.set_title(f"Y[{row}, {col}] = {Y[row, col]:g}")
    plt.show()
interact(look, step=(0, Y.numel() - 1));
"""

# name, cell, the control that takes the key, and the two keys pressed in turn (right and left unless named)
WAYS = [
    (
        "window stepper, step",
        "explorers.window_stepper('two stripes', 'Sobel')",
        ".window-stepper [data-name=step]",
    ),
    ("training, rate", "explorers.training(steps=60)", ".training [data-name=rate]"),
    ("padding, window", "explorers.padding_and_stride(12, stride=1)", ".padding-and-stride [data-name=step]"),
    ("matrix view, window", "explorers.matrix_view(torch.rand(5, 5))", ".matrix-view [data-name=step]"),
    (
        "kernel editor, a weight on the portrait",
        "explorers.kernel_editor('Sobel')",
        ".kernel-editor [data-name='kernel[1,1]']",
        ("ArrowUp", "ArrowDown"),
    ),
    ("network, a pixel", "explorers.network()", ".network [data-name=board]", ("ArrowRight", "ArrowLeft")),
    ("interact + matplotlib", INTERACT, ".noUi-handle"),
]

# Resolves to the ms from the key press (its own time stamp) until after the frame that shows the new picture.
WATCH = """(selector) => {
  const control = document.querySelector(selector);
  const explorer = control.closest(".explorer");
  const area = explorer ? explorer.querySelector(".picture") : control.closest(".jp-OutputArea-output");
  const before = area.querySelector("img")?.src;
  control.focus();
  window.latency = new Promise((resolve, reject) => {
    let pressed;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
    const painted = () => {
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel(); // its message comes after the frame is painted
        channel.port1.onmessage = () => resolve(performance.now() - pressed);
        channel.port2.postMessage(0);
      });
    };
    const observer = new MutationObserver(() => {
      if (explorer) return painted();
      const image = area.querySelector("img");
      if (!image || image.src === before) return;
      observer.disconnect();
      image.decode().then(painted);
    });
    observer.observe(area, { childList: true, subtree: true, attributes: true });
    setTimeout(() => reject(new Error("no new picture within 10 s")), 10000);
  });
  window.latency.catch(() => {});
}"""


@contextlib.contextmanager
def delaying_proxy(port, delay):
    """Yield a port that forwards to `port`, every byte `delay` seconds later, websockets included."""
    loop = asyncio.new_event_loop()

    async def pump(reader, writer):
        async def write_later(queue):
            while (item := await queue.get()) is not None:
                due, data = item
                await asyncio.sleep(max(0, due - loop.time()))
                writer.write(data)
                await writer.drain()
            writer.close()

        queue = asyncio.Queue()
        task = loop.create_task(write_later(queue))
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                queue.put_nowait((loop.time() + delay, data))
        queue.put_nowait(None)
        with contextlib.suppress(ConnectionError):
            await task

    async def accept(reader, writer):
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pump(reader, server_writer), pump(server_reader, writer), return_exceptions=True)

    async def start():
        return await asyncio.start_server(accept, "127.0.0.1", 0)

    server = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


def measure(browser, port, presses):
    """Open the notebook, press arrow keys on each control, and return {way: [ms, ...]}."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(120_000)
    open_and_run(page, port, "latency.ipynb")
    for _, _, control, *_ in WAYS:
        page.wait_for_selector(control)
    page.wait_for_selector(".jp-OutputArea-output:has(.noUi-handle) img")
    page.wait_for_selector("#jp-main-statusbar :text('| Idle')")
    page.wait_for_timeout(5000)  # let the page settle after its start
    times = {}
    for name, _, control, *keys in WAYS:
        there, back = keys[0] if keys else ("ArrowRight", "ArrowLeft")
        page.locator(control).scroll_into_view_if_needed()
        times[name] = []
        for press in range(WARM_UP + presses):
            page.evaluate(WATCH, control)
            page.keyboard.press(back if press % 2 else there)
            times[name].append(page.evaluate("() => window.latency"))
            page.wait_for_timeout(100)
        del times[name][:WARM_UP]
    context.close()
    return times


def summary(values):
    ordered = sorted(values)
    return {
        "p50": statistics.median(ordered),
        "p95": ordered[int(0.95 * (len(ordered) - 1) + 0.5)],
        "n": len(ordered),
    }


def run(presses, delay):
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        cells = ["import torch\nfrom course import explorers", *(cell for _, cell, *_ in WAYS)]
        write_notebook(Path(folder) / "latency.ipynb", cells)
        port = stack.enter_context(running_lab(folder))
        slow_port = stack.enter_context(delaying_proxy(port, delay / 2000))  # before Playwright starts a loop
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            headless=True,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        stack.callback(browser.close)
        direct, delayed = measure(browser, port, presses), measure(browser, slow_port, presses)
    return {name: {"direct": summary(direct[name]), "delayed": summary(delayed[name])} for name, *_ in WAYS}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=30, help="key presses for each way")
    parser.add_argument("--delay", type=float, default=100, help="ms added to every round trip")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    options = parser.parse_args()
    results = run(options.presses, options.delay)
    load = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"  # a busy machine shows in the p95
    if options.json:
        print(json.dumps({"delay_ms": options.delay, "goal_p95_ms": GOAL, "load": load, "results": results}, indent=1))
        return
    print(f"{'key press to painted picture, ms':40}{'direct':>16}{f'+{options.delay:g} ms round trip':>24}")
    print(f"{'':40}{'p50 / p95':>16}{'p50 / p95':>24}")
    for name, by in results.items():
        direct, delayed = (f"{by[how]['p50']:.0f} / {by[how]['p95']:.0f}" for how in ("direct", "delayed"))
        print(f"{name:40}{direct:>16}{delayed:>24}")
    worst = max(case["p95"] for name, by in results.items() if "interact" not in name for case in by.values())
    verdict = "met" if worst <= GOAL else "missed"
    print(f"goal for the explorers: p95 <= {GOAL} ms: {verdict} (worst {worst:.0f} ms); load {load}")


if __name__ == "__main__":
    main()
