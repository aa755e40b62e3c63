"""Do the explorers work where students meet them: in JupyterLab, beside code cells that read and set them?"""

import json

import nbformat
import numpy as np
import pytest
import torch
from torch.nn import functional as F

from course import explorers
from tests.explorers.lab import open_and_run, run_cell, running_lab, write_notebook
from tests.explorers.pictures import numbers, settle

CELLS = [
    "import json\nfrom course import explorers",
    *[f"{name} = explorers.{name}()\n{name}" for name in explorers.__all__],
    "",
]
LAST = len(CELLS) - 1


def conv(image, kernel):
    return F.conv2d(torch.tensor(image)[None, None], torch.tensor(kernel, dtype=torch.float32)[None, None])[0, 0]


@pytest.fixture
def page(browser, tmp_path):
    write_notebook(tmp_path / "six.ipynb", CELLS)
    with running_lab(tmp_path) as port:
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(60_000)
        open_and_run(page, port, "six.ipynb")
        for name in explorers.__all__:
            page.wait_for_selector(f".explorer.{name.replace('_', '-')} svg", timeout=120_000)
        yield page
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
def test_six_explorers_follow_keyboard_mouse_and_python(page, tmp_path):
    stepper = page.locator(".jp-OutputArea-output:has(.explorer.window-stepper)")
    image = explorers.window_stepper().image

    # Keyboard only: from the code cell into the explorer, then a weight, the flip and the step.
    stepper_cell = page.locator(".jp-CodeCell").nth(1 + explorers.__all__.index("window_stepper"))
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
    page.locator(".kernel-editor [data-name=kernel_preset]").select_option("Laplacian")
    page.locator(".padding-and-stride").get_by_label("stride s, rows").fill("3")
    page.locator(".training [data-name=bias]").check()
    page.locator(".channel-mixer [data-name=weight_preset]").select_option("1 × 1")
    page.locator(".matrix-view [data-name=form]").select_option("unfold")
    assert ask(page, "kernel_editor.kernel") == [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
    assert ask(page, "padding_and_stride.output_size") == [3, 4]
    assert ask(page, "round(training.limit, 4)") == 0.0161
    assert np.shape(ask(page, "channel_mixer.output")) == (3, 3, 3)
    unfolded = F.unfold(torch.arange(9.0).reshape(1, 1, 3, 3), 2)[0]
    np.testing.assert_array_equal(ask(page, "matrix_view.matrix"), unfolded)
    np.testing.assert_array_equal(numbers(page.locator(".jp-OutputArea-output:has(.matrix-view)"), "matrix"), unfolded)

    # The saved file keeps a picture for readers without a kernel.
    page.keyboard.press("Control+s")
    page.wait_for_selector(".jp-mod-dirty", state="detached")
    saved = nbformat.read(tmp_path / "six.ipynb", as_version=4)
    bundles = [output.data for cell in saved.cells[1:LAST] for output in cell.outputs]
    assert len(bundles) == 6 and all('<svg role="img"' in data["text/html"] for data in bundles)
