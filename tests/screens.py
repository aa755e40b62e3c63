"""Pictures for people to look at: every notebook from top to bottom, its explorers and figures, as JupyterLab shows it.

`python -m tests.screens [FOLDER]` writes a PNG of each screen of the solved notebooks, `--released`
of the notebooks as students get them; it names the cells whose code is wider than the screen.
"""

import os
import tempfile
from pathlib import Path

import click
import nbformat

from grader.places import ROOT
from grader.tasks import COURSE
from tests.jupyterlab import browser_page, lab, open_notebook

SCREEN = {"width": 1100, "height": 1500}  # pixels
SHOWN = ".jp-OutputArea-output:has(img, svg)"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("build/screens"))
@click.option("--assignment", "chosen", multiple=True, metavar="ID", help="Only this one (may be repeated).")
@click.option("--released", is_flag=True, help="As students get them, instead of solved.")
def main(folder, chosen, released):
    """Write a PNG of every screen into FOLDER; exit status 1 when a figure has no text in its place."""
    chosen = chosen or tuple(COURSE.names)
    folder.mkdir(parents=True, exist_ok=True)
    silent = 0
    kind = "release" if released else "source"
    with tempfile.TemporaryDirectory() as place, lab(Path(place), lambda notebooks: _put(notebooks, kind)) as address:
        for assignment in chosen:
            with browser_page(viewport=SCREEN) as page:
                for path, text in _pictures(page, address, assignment, folder / kind):
                    click.echo(f"{path}  {text or 'NO TEXT'}")
                    silent += not text
                if page.problems:
                    raise SystemExit("\n".join(page.problems))
    if silent:
        raise SystemExit(f"{silent} pictures without a text")


def _put(notebooks, kind):
    for assignment in COURSE.names:
        nb = nbformat.read(ROOT / kind / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.metadata["tags"] = ["raises-exception"]  # an unsolved task does not end the run
        nbformat.write(nb, notebooks / assignment / "looked-at.ipynb")


def _pictures(page, address, assignment, folder):
    """Run a notebook from top to bottom and yield (path, first words of the text) of each picture."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob(f"{assignment}-screen-*.png"):  # of a run that had more screens
        old.unlink()
    open_notebook(page, address, f"{assignment}/looked-at.ipynb")
    page.locator(".lm-MenuBar-itemLabel:text-is('Run')").click()
    page.locator("li[data-command='runmenu:run-all']").click()
    page.wait_for_timeout(5_000)
    page.locator("#jp-main-statusbar :text('| Idle')").wait_for(timeout=240_000)
    shown = page.locator(".jp-NotebookPanel .jp-WindowedPanel-outer").first
    for _ in range(10):  # JupyterLab scrolls to the cell that ran last, and may do so late
        shown.evaluate("panel => panel.scrollTo(0, 0)")
        page.wait_for_timeout(2_000)  # the last explorers draw themselves
        if shown.evaluate("panel => panel.scrollTop") == 0:
            break
    seen: set[str] = set()
    for number in range(1, MOST_SCREENS):
        page.wait_for_timeout(700)
        if shown.evaluate(BELOW_THE_END):
            break
        path = folder / f"{assignment}-screen-{number:02}.png"
        page.screenshot(path=path)
        for line in shown.evaluate(TOO_WIDE):
            if line not in seen:
                seen.add(line)
                click.echo(f"{path}: scrolls: {line}")
        for figure in page.locator(SHOWN).all():
            text = figure.evaluate(TEXT)
            if text not in seen:
                seen.add(text)
                yield os.path.relpath(path), text
        if shown.evaluate(NEXT_SCREEN):
            break


MOST_SCREENS = 60
NEXT_SCREEN = """panel => {
  const before = panel.scrollTop;
  panel.scrollBy(0, panel.clientHeight - 60);
  return panel.scrollTop - before < 1;
}"""
BELOW_THE_END = """panel => {
  const box = panel.getBoundingClientRect();
  return ![...panel.querySelectorAll(".jp-Cell")].some((cell) => {
    const { top, bottom } = cell.getBoundingClientRect();
    return bottom > box.top && top < box.bottom;
  });
}"""
TOO_WIDE = """panel => [...panel.querySelectorAll(".jp-CodeCell .jp-InputArea .cm-scroller")]
  .filter((code) => code.scrollWidth > code.clientWidth + 1)
  .map((code) => code.innerText.split("\\n").reduce((a, b) => (b.length > a.length ? b : a)))"""
TEXT = """shown => {
  const named = shown.querySelector("img[alt], svg[aria-label], svg[aria-labelledby], [role][aria-label], svg title");
  if (!named) return "";
  return (named.alt || named.getAttribute("aria-label") || named.textContent || "").trim().slice(0, 90);
}"""


if __name__ == "__main__":
    main()
