"""Do the explorers work where students meet them: in JupyterLab, beside code cells that read and set them?"""

import json
import os

import nbformat
import numpy as np
import pytest
import torch
from torch.nn import functional as F

from course import explorers
from tests.course.explorers.lab import open_and_run, run_cell, running_lab, write_notebook
from tests.course.explorers.pictures import NAMES, numbers, settle

CELLS = [
    "import json\nfrom course import explorers",
    *[f"{name} = explorers.{name}()\n{name}" for name in NAMES],
    "",
]
LAST = len(CELLS) - 1


def conv(image, kernel):
    return F.conv2d(torch.tensor(image)[None, None], torch.tensor(kernel, dtype=torch.float32)[None, None])[0, 0]


# anywidget's own limit of two seconds for a module to arrive, over at once: as on a machine that is very busy
LATE = """const timeout = AbortSignal.timeout;
AbortSignal.timeout = (ms) => {
  if (ms !== 2000) return timeout.call(AbortSignal, ms);
  const controller = new AbortController();
  queueMicrotask(() => controller.abort());
  return controller.signal;
};"""


@pytest.fixture
def open_lab(browser, tmp_path):
    """Return a function that opens a notebook with all explorers in JupyterLab, at a width in pixels."""
    write_notebook(tmp_path / "seven.ipynb", CELLS)
    contexts = []
    with running_lab(tmp_path) as port:

        def open_page(width=1400, before=""):
            contexts.append(browser.new_context(viewport={"width": width, "height": 1000}))
            page = contexts[-1].new_page()
            page.add_init_script(before)
            page.set_default_timeout(60_000)
            open_and_run(page, port, "seven.ipynb")
            for name in NAMES:
                page.wait_for_selector(f".explorer.{name.replace('_', '-')} svg", timeout=120_000, state="attached")
            return page

        yield open_page
        for context in contexts:
            context.close()


def ask(page, expression):
    """Run the next cell with an expression and return its value."""
    return json.loads(run_cell(page, LAST, f"print(json.dumps({expression}))"))


def tab_into(page, selector):
    """Press Tab until the focus is on `selector`; the mouse is not used."""
    for _ in range(60):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"60 times Tab never reached {selector}")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
def test_explorers_follow_keyboard_mouse_and_python(open_lab, tmp_path):
    page = open_lab()
    stepper = page.locator(".jp-OutputArea-output:has(.explorer.window-stepper)")
    image = explorers.window_stepper().image

    # Keyboard only: from the code cell into the explorer, then a weight, the flip and the step.
    stepper_cell = page.locator(".jp-CodeCell").nth(1 + NAMES.index("window_stepper"))
    stepper_cell.locator(".cm-content").focus()
    page.keyboard.press("Escape")
    tab_into(page, ".window-stepper [data-name='kernel[0,1]']")
    page.keyboard.press("Control+a")
    page.keyboard.type("-3")
    page.keyboard.press("m")  # would make the cell Markdown, if JupyterLab saw it
    tab_into(page, ".window-stepper [data-name=flip]")
    page.keyboard.press("Space")
    tab_into(page, ".window-stepper [data-name=step]")
    page.keyboard.press("End")
    settle(page)
    expected = conv(image, [[-3, 1]])
    np.testing.assert_allclose(numbers(stepper, "output"), expected)
    assert page.locator(".jp-MarkdownCell").count() == 0
    assert ask(page, "[window_stepper.kernel, window_stepper.flip]") == [[[1, -3]], True]
    np.testing.assert_allclose(ask(page, "window_stepper.output"), expected)

    # Mouse: a ready-made kernel and a click on a cell of the output.
    stepper.locator("[data-name=flip]").uncheck()
    stepper.locator("[data-name=kernel_preset]").select_option("Sobel")
    stepper.locator("[data-grid=output] [data-cell='0,1']").click()
    settle(page)
    expected = conv(image, [[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    assert numbers(stepper, "sum") == expected[0, 1]
    assert ask(page, "window_stepper.step") == 1
    np.testing.assert_allclose(ask(page, "window_stepper.output"), expected)

    # Python: what a cell sets, the picture shows.
    run_cell(page, LAST, "window_stepper.kernel = [[0, 1], [-1, 0]]; window_stepper.show_all = True; print('set')")
    page.wait_for_function("document.querySelectorAll('.window-stepper [data-grid=output] [data-cell]').length === 35")
    np.testing.assert_allclose(numbers(stepper, "output"), conv(image, [[0, 1], [-1, 0]]))

    # One change in each of the others reaches Python.
    page.locator(".kernel-editor [data-name='kernel:Laplacian']").click()
    page.locator(".network [data-name=rising]").click()
    page.locator(".network [data-name=move-up]").click()
    page.locator(".padding-and-stride").get_by_label("stride s, rows").fill("3")
    page.locator(".training [data-name=bias]").check()
    page.locator(".channel-mixer [data-name=weight_preset]").select_option("1 × 1")
    page.locator(".matrix-view [data-name=form]").select_option("unfold")
    assert ask(page, "kernel_editor.kernel") == [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
    assert ask(page, "padding_and_stride.output_size") == [3, 5]
    assert ask(page, "network.answer") == "rising"
    page.locator(".network [data-name=train]").click()  # the button says so until the kernel has done it
    page.wait_for_function("document.querySelector('.network [data-name=train]').innerText === 'Train a new one'")
    assert ask(page, "[network.trained, network.answer]") == [1, "rising"]
    assert ask(page, "training.bias") is True
    assert np.shape(ask(page, "channel_mixer.output")) == (3, 3, 3)
    unfolded = F.unfold(torch.arange(9.0).reshape(1, 1, 3, 3), 2)[0]
    np.testing.assert_array_equal(ask(page, "matrix_view.matrix"), unfolded)
    np.testing.assert_array_equal(numbers(page.locator(".jp-OutputArea-output:has(.matrix-view)"), "matrix"), unfolded)

    # The saved file keeps a picture for readers without a kernel.
    page.keyboard.press("Control+s")
    page.wait_for_selector(".jp-mod-dirty", state="detached")
    saved = nbformat.read(tmp_path / "seven.ipynb", as_version=4)
    bundles = [output.data for cell in saved.cells[1:LAST] for output in cell.outputs]
    assert len(bundles) == len(NAMES) and all('<svg role="img"' in data["text/html"] for data in bundles)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
def test_a_module_that_came_late_still_hears_python(open_lab):
    page = open_lab(before=LATE)
    run_cell(page, LAST, "window_stepper.kernel = [[2, -2]]; kernel_editor.kernel = 'Sobel'; print('set')")
    page.locator(".window-stepper").get_by_label("kernel, row 0, column 1").wait_for()
    page.wait_for_function("document.querySelector(\".window-stepper [data-name='kernel[0,1]']\").value === '-2'")
    page.wait_for_function("document.querySelectorAll('.kernel-editor .kernel input').length === 9")
    page.locator(".padding-and-stride").get_by_label("stride s, rows").fill("3")
    assert ask(page, "padding_and_stride.stride") == [3, 2]


# explorer: what the mouse clicks, what Python then reads; what the keyboard goes to, what it presses, what Python reads
HANDS = {
    "channel_mixer": (
        ("[data-name=next]", "channel_mixer.step", 1),
        ("[data-name=out_channel]", ["ArrowUp"], "channel_mixer.out_channel", 1),
    ),
    "kernel_editor": (
        ("[data-name='kernel:sharpen']", "kernel_editor.kernel[1]", [-1, 5, -1]),
        ("[data-name=columns]", ["ArrowUp"], "len(kernel_editor.kernel[0])", 4),
    ),
    "matrix_view": (
        ("[data-grid=result] [data-cell='2,0']", "matrix_view.step", 2),
        ("[data-name='kernel[0,0]']", ["Control+a", "7"], "matrix_view.kernel[0][0]", 7),
    ),
    "network": (
        ("[data-grid=picture] [data-cell='0,11']", "network.image[0][11]", 1),
        ("[data-name=board]", ["ArrowDown", "Space"], "network.image[1][11]", 1),
    ),
    "padding_and_stride": (
        ("[data-grid=output] [data-cell='1,2']", "padding_and_stride.step", 7),
        ("[data-name='dilation[1]']", ["ArrowUp"], "padding_and_stride.dilation", [1, 2]),
    ),
    "training": (("[data-name=bias]", "training.bias", True), ("[data-name=step]", ["End"], "training.step", 10)),
    "window_stepper": (
        ("[data-grid=output] [data-cell='0,1']", "window_stepper.step", 1),
        ("[data-name=flip]", ["Space"], "window_stepper.flip", True),
    ),
}

SHOTS = os.environ.get("EXPLORER_SHOTS")  # a folder for pictures to look at

CUT_OFF = """(root) => {
  const { left, right } = root.getBoundingClientRect();
  const shown = [...root.querySelectorAll("input, select, button, legend, p, figure, canvas, svg[role], text")];
  const out = shown.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.left < left - 1 || box.right > right + 1);
  });
  const holder = root.closest(".jp-OutputArea-output").getBoundingClientRect();
  const hidden = right > Math.min(holder.right, innerWidth) + 1 ? ["the explorer itself"] : [];
  return out.map((one) => one.outerHTML.slice(0, 80)).concat(hidden);
}"""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
@pytest.mark.parametrize("width", [700, 1200])
def test_nothing_is_cut_off_and_mouse_and_keyboard_reach_everything(open_lab, width):
    page = open_lab(width)
    assert list(HANDS) == NAMES
    for name, (mouse, keyboard) in HANDS.items():
        root = page.locator(f".explorer.{name.replace('_', '-')}")
        root.scroll_into_view_if_needed()
        settle(page)
        if SHOTS:
            root.screenshot(path=f"{SHOTS}/{name}-{width}.png")
        assert root.evaluate(CUT_OFF) == [], (name, width)
        target, expression, value = mouse
        root.locator(target).click()
        assert ask(page, expression) == value, (name, width)
        control, keys, expression, value = keyboard
        root.locator("button, input").first.focus()
        tab_into(page, f".{name.replace('_', '-')} {control}")
        for key in keys:
            page.keyboard.press(key)
        assert ask(page, expression) == value, (name, width)
