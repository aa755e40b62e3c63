"""What does a student meet in JupyterLab: our messages, Validate, pictures with a text, no instructor's tools?"""

import os
from pathlib import Path

import nbformat
import pytest

from tests.jupyterlab import browser_page, lab, open_notebook, validate
from tests.submissions.build import example

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(600)]

SCREENS = Path(os.environ.get("SCREENS", "build/screens"))
NOTEBOOK = "1-cross-correlation/cross-correlation.ipynb"


def _solve_most(notebooks):
    """Fill in the flipped kernel beside the released notebook, as `almost.ipynb`."""
    nbformat.write(example("1-cross-correlation", "flipped"), notebooks / "1-cross-correlation" / "almost.ipynb")
    nbformat.write(example("1-cross-correlation", "model"), notebooks / "1-cross-correlation" / "solved.ipynb")


@pytest.fixture(scope="module")
def page_and_address(tmp_path_factory):
    SCREENS.mkdir(parents=True, exist_ok=True)
    with lab(tmp_path_factory.mktemp("lab"), _solve_most) as address, browser_page() as page:
        yield page, address


def test_the_released_notebook_opens_and_validate_says_what_to_do(page_and_address):
    page, address = page_and_address
    open_notebook(page, address, NOTEBOOK)
    assert page.locator("h1", has_text="Cross-correlation").count()
    page.screenshot(path=SCREENS / "notebook.png")
    passed, text = validate(page)
    assert not passed
    assert "CheckFailed: corr2d returned None: is it written yet" in text
    assert not page.locator(".lm-MenuBar-itemLabel:text-is('Nbgrader')").is_visible()  # no hub, nothing to fetch
    assert page.problems == []


def test_a_flipped_kernel_is_named_with_pictures(page_and_address):
    page, address = page_and_address
    open_notebook(page, address, "1-cross-correlation/almost.ipynb")
    page.locator(".lm-MenuBar-itemLabel:text-is('Kernel')").click()
    page.locator("li[data-command='runmenu:restart-and-run-all']").click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    block = page.locator(".jp-OutputArea-output", has_text="corr2d:").filter(has_text="The mistake:")
    block.first.wait_for()
    block.first.scroll_into_view_if_needed()
    page.screenshot(path=SCREENS / "check.png")
    assert "This is the true convolution" in block.first.inner_text()
    assert block.first.locator("table").count() == 4  # X, K, expected, yours


def test_validate_passes_when_everything_is_solved(page_and_address):
    page, address = page_and_address
    open_notebook(page, address, "1-cross-correlation/solved.ipynb")
    passed, text = validate(page)
    assert passed, text
