"""Pictures for people to look at: every explorer and figure of every solved notebook, as JupyterLab shows it.

`python -m tests.screens [FOLDER]` writes one PNG for each, and one of each whole notebook.
"""

import os
import tempfile
from pathlib import Path

import click

from grader.places import ROOT
from grader.tasks import COURSE
from tests.jupyterlab import browser_page, lab, open_notebook

TALL = {"width": 1100, "height": 15_000}  # pixels; what is scrolled away, JupyterLab does not draw
SHOWN = ".jp-OutputArea-output:has(img, svg)"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("build/screens"))
@click.option("--assignment", "chosen", multiple=True, metavar="ID", help="Only this one (may be repeated).")
def main(folder, chosen):
    """Write a PNG of every explorer and figure into FOLDER; exit status 1 when one has no text in its place."""
    chosen = chosen or tuple(COURSE.names)
    folder.mkdir(parents=True, exist_ok=True)
    silent = 0
    with tempfile.TemporaryDirectory() as place, lab(Path(place), _put_solved) as address:
        for assignment in chosen:
            with browser_page(viewport=TALL) as page:
                for path, text in _pictures(page, address, assignment, folder):
                    click.echo(f"{path}  {text or 'NO TEXT'}")
                    silent += not text
                if page.problems:
                    raise SystemExit("\n".join(page.problems))
    if silent:
        raise SystemExit(f"{silent} pictures without a text")


def _put_solved(notebooks):
    for assignment in COURSE.names:
        source = ROOT / "source" / assignment / COURSE.assignment(assignment).notebook
        (notebooks / assignment / "solved.ipynb").write_bytes(source.read_bytes())


def _pictures(page, address, assignment, folder):
    """Run a notebook from top to bottom and yield (path, first words of the text) of each picture."""
    open_notebook(page, address, f"{assignment}/solved.ipynb")
    page.locator(".lm-MenuBar-itemLabel:text-is('Run')").click()
    page.locator("li[data-command='runmenu:run-all']").click()
    last = page.locator(".jp-CodeCell .jp-InputPrompt").last
    page.wait_for_function(r"cell => /\d/.test(cell.innerText)", arg=last.element_handle(), timeout=120_000)
    page.wait_for_timeout(2_000)  # the last explorers draw themselves
    page.screenshot(path=folder / f"{assignment}.png")
    for number, shown in enumerate(page.locator(SHOWN).all(), 1):
        path = folder / f"{assignment}-{number:02}.png"
        shown.screenshot(path=path)
        yield os.path.relpath(path), shown.evaluate(TEXT)


TEXT = """shown => {
  const named = shown.querySelector("img[alt], svg[aria-label], svg[aria-labelledby], [role][aria-label], svg title");
  if (!named) return "";
  return (named.alt || named.getAttribute("aria-label") || named.textContent || "").trim().slice(0, 90);
}"""


if __name__ == "__main__":
    main()
