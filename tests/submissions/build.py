"""Make example submissions: a released notebook with its solution cells filled from a text file.

A text file holds one part for each cell it fills, headed `# %% grade_id`; `# %% + grade_id` adds a cell behind that
one, `# %% answer-name [markdown]` fills a written answer.
"""

import copy
import re
from pathlib import Path

import nbformat

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def example(assignment, name):
    """Return the example submission `name` of an assignment as a notebook."""
    return fill(released(assignment), (HERE / assignment / f"{name}.py").read_text(encoding="utf-8"))


def released(assignment):
    """Return the only notebook that is released for an assignment."""
    (path,) = (ROOT / "release" / assignment).glob("*.ipynb")
    return nbformat.read(path, as_version=4)


def fill(release, text):
    """Return a copy of `release` with cells filled from `text`.

    Raises:
        KeyError: the text names a cell that the release does not have.
    """
    nb = copy.deepcopy(release)
    for added, grade_id, source in parts(text):
        index = {c.metadata.nbgrader.grade_id: i for i, c in enumerate(nb.cells) if "nbgrader" in c.metadata}[grade_id]
        if added:
            nb.cells.insert(index + 1, nbformat.v4.new_code_cell(source))
        else:
            nb.cells[index].source = source
    return nb


def parts(text):
    """Yield (is an added cell, grade_id, source) for each part of a text file."""
    for chunk in re.split(r"^# %% ", text, flags=re.MULTILINE)[1:]:
        head, _, source = chunk.partition("\n")
        source = source.strip("\n")
        if head.endswith("[markdown]"):
            head = head.removesuffix("[markdown]").strip()
            source = "\n".join(line.removeprefix("# ").removeprefix("#") for line in source.split("\n"))
        yield head.startswith("+ "), head.removeprefix("+ ").strip(), source


def hand_in(root, assignment, student, nb):
    """Write a notebook as the submission of `student` below the course folder `root`."""
    (release,) = (ROOT / "release" / assignment).glob("*.ipynb")
    folder = Path(root) / "submitted" / student / assignment
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(nb, folder / release.name)
    return folder
