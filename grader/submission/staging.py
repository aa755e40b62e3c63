"""Prepare submissions that nbgrader could not even read: renamed, missing or damaged notebooks, links, floods.

The student's own files are never touched: what is graded is a copy.
"""

import copy
import hashlib
import json
import os
import shutil
import stat
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.corpus.words import generate_corpus_id as random_cell_id

from grader.errors import printable
from grader.sandbox.kernels import LARGEST_EXTRA_FILE
from grader.submission.mending import released
from grader.tasks import notebook_name

LARGEST_NOTEBOOK = 64_000_000  # bytes: 50 MB of output is still read; in memory, JSON may take twenty times as much
STAGED_CELLS = 2_000
STAGED_FILES = 1_000


@dataclass
class Staged:
    """A submission ready for nbgrader, what was odd about it, and a fingerprint of what the student handed in."""

    student: str
    fingerprint: str
    oddities: list = field(default_factory=list)
    notebook: object = None


def stage(root, assignment, student, target):
    """Copy one submission to `target` (a folder that is made), but its notebook into memory, made readable."""
    source = Path(root) / "submitted" / student / assignment
    name = notebook_name(assignment)
    staged = Staged(student, fingerprint_folder(source))
    release = released(assignment)
    graded_ids = {cell.metadata.nbgrader.grade_id for cell in release.cells if "nbgrader" in cell.metadata}
    _copy_files(source, target, staged.oddities)
    found = _choose_notebook(source, name, graded_ids, staged.oddities)
    if found is None:
        staged.oddities.append(f"no notebook to grade: {name} counts as empty")
        notebook = copy.deepcopy(release)
    else:
        notebook = read_notebook(found, staged.oddities)
        if notebook is None:
            notebook = copy.deepcopy(release)
    staged.notebook = notebook
    (target / name).touch()  # nbgrader looks which notebooks there are; the writer has what is in it
    staged.oddities = [printable(oddity) for oddity in staged.oddities]
    return staged


def fingerprint_folder(folder):
    """Return a fingerprint of names and contents of what was handed in, of the size only where it is not graded."""
    digest = hashlib.sha256()
    for path in sorted(_plain_files(folder))[:STAGED_FILES]:
        size = path.stat().st_size
        digest.update(os.fsencode(path.relative_to(folder)) + b"\0%d\0" % size)
        if size <= LARGEST_NOTEBOOK:  # a sparse file may claim to be as large as it likes
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _plain_files(folder):
    for directory, _, names in os.walk(folder, followlinks=False):
        for name in names:
            path = Path(directory) / name
            if stat.S_ISREG(path.lstat().st_mode):
                yield path


def _copy_files(source, target, oddities):
    """Copy what lies beside the notebook: plain files of reasonable size, no links."""
    target.mkdir(parents=True)
    copied = 0
    for directory, folders, names in os.walk(source, followlinks=False):
        for folder in [name for name in folders if (Path(directory) / name).is_symlink()]:
            oddities.append(f"{folder} is a link: left out")
            folders.remove(folder)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(directory) / name
            details = path.lstat()
            where = path.relative_to(source)
            if stat.S_ISLNK(details.st_mode):
                oddities.append(f"{where} is a link: left out")
            elif not stat.S_ISREG(details.st_mode):
                oddities.append(f"{where} is not a plain file: left out")
            elif path.suffix == ".ipynb":
                continue
            elif details.st_size > LARGEST_EXTRA_FILE:
                oddities.append(f"{where} is larger than {LARGEST_EXTRA_FILE // 1_000_000} MB: left out")
            elif copied == STAGED_FILES:
                oddities.append(f"more than {STAGED_FILES} files were handed in: the rest was left out")
                return
            else:
                copied += 1
                copy = target / where
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
                if where.name != "timestamp.txt":
                    oddities.append(f"{where} was handed in beside the notebook: it cannot shadow an installed module")


def _choose_notebook(source, name, graded_ids, oddities):
    """Return the notebook to grade: the one of the released name, else the one that holds most graded cells."""
    candidates = [p for p in sorted(source.glob("*.ipynb")) if not p.is_symlink() and p.is_file()]
    for path in candidates:
        if path.name == name:
            for other in candidates:
                if other != path:
                    oddities.append(f"{other.name} is there too: {name} was graded")
            return path
    holds = {path: len(graded_ids & _grade_ids(path)) for path in candidates}
    best = max(holds, key=holds.get, default=None)
    if best is not None:
        oddities.append(f"{best.name} was graded as {name}: it had been renamed")
    return best


def _grade_ids(path):
    notebook = read_notebook(path, [])
    cells = notebook.cells if notebook else []
    found = (cell.metadata.get("nbgrader") for cell in cells)
    return {
        entry.get("grade_id") for entry in found if isinstance(entry, dict) and isinstance(entry.get("grade_id"), str)
    }


def read_notebook(path, oddities):
    """Return a notebook of the current format without outputs, whatever can be saved of it, or None."""
    try:
        if path.stat().st_size > LARGEST_NOTEBOOK:
            oddities.append(f"{path.name} is larger than {LARGEST_NOTEBOOK // 1_000_000} MB: not read")
            return None
        raw = json.loads(path.read_text(encoding="utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        what = "empty" if path.stat().st_size == 0 else f"not JSON ({str(error)[:80]})"
        oddities.append(f"{path.name} is {what}: nothing in it could be graded")
        return None
    cells = _raw_cells(raw, path, oddities)
    if cells is None:
        oddities.append(f"{path.name} is JSON but not a notebook: nothing in it could be graded")
        return None
    notebook = nbformat.v4.new_notebook()
    for cell in cells[:STAGED_CELLS]:
        mended = _mended(cell)
        if mended is None:
            oddities.append("a damaged cell was left out")
        else:
            notebook.cells.append(mended)
    if len(cells) > STAGED_CELLS:
        oddities.append(f"{len(cells)} cells: only the first {STAGED_CELLS} were graded")
    _distinct_ids(notebook)
    return notebook


def _raw_cells(raw, path, oddities):
    """Return the list of cells of a notebook of any format version, or None."""
    if not isinstance(raw, dict):
        return None
    if isinstance(raw.get("worksheets"), list):
        oddities.append(f"{path.name} has the notebook format 3: converted")
        cells = [cell for sheet in raw["worksheets"] if isinstance(sheet, dict) for cell in sheet.get("cells", [])]
        return [
            cell | {"source": cell.get("input", cell.get("source", ""))} for cell in cells if isinstance(cell, dict)
        ]
    if not isinstance(raw.get("cells"), list):
        return None
    minor = raw.get("nbformat_minor")
    if isinstance(minor, int) and minor < 5:
        oddities.append(f"{path.name} has the older notebook format 4.{minor}: converted")
    return raw["cells"]


def _mended(cell):
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    source = source.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair cannot be saved
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown") else "raw"
    # not by nbformat's new_code_cell and the like: they validate each cell, slower than all the rest of staging
    made = nbformat.from_dict({"id": random_cell_id(), "cell_type": kind, "metadata": {}, "source": source})
    if kind == "code":
        made.outputs, made.execution_count = [], None
    metadata = cell.get("metadata")
    if isinstance(metadata, dict) and isinstance(metadata.get("nbgrader"), dict):
        made.metadata["nbgrader"] = nbformat.from_dict(metadata["nbgrader"])
    cell_id = cell.get("id")
    if isinstance(cell_id, str) and 0 < len(cell_id) <= 64 and cell_id.replace("-", "").replace("_", "").isalnum():
        made.id = cell_id
    return made


def _distinct_ids(notebook):
    seen = set()
    for cell in notebook.cells:
        if cell.id in seen:
            cell.id = random_cell_id()
        seen.add(cell.id)
