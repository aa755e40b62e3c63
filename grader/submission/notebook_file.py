"""Turn the bytes of one file into a notebook of the current format, saving whatever can be saved of it.

A notebook that an editor or a student has written as a Python file is one, too.
"""

import re
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.corpus.words import generate_corpus_id as random_cell_id

from grader.submission.damaged_json import read_json
from grader.submission.decoding import decode
from grader.submission.prose import pasted_pictures

LARGEST_NOTEBOOK = 64_000_000  # bytes: 50 MB of output is still read; in memory, JSON may take twenty times as much
STAGED_CELLS = 2_000
_IN = re.compile(r"^# In ?\[[ \d]*\]:?[ \t]*$", re.MULTILINE)  # nbconvert's
_PERCENT = re.compile(r"^# %%(.*)$", re.MULTILINE)  # jupytext's, Spyder's and VS Code's
_HEADER = re.compile(r"\A(#!.*\n)?(# coding: .*\n|# -\*- coding.*\n)?(# ---\n(?:#.*\n)*?# ---\n)?")


def notebook_from(data: bytes, name: str, oddities: list[str]) -> NotebookNode | None:
    """Return the notebook that a file holds, without outputs, or None; `oddities` gets what there is to be said."""
    if not data.strip(b"\0 \t\r\n"):
        oddities.append(f"{name} is empty: nothing in it could be graded")
        return None
    text, said = decode(data)
    if said:
        oddities.append(f"{name} {said}")
    try:
        raw, said = read_json(text)
    except ValueError as error:
        oddities.append(f"{name} is not JSON ({error}): nothing in it could be graded")
        return None
    if said:
        oddities.append(f"{name} {said}")
    cells = _raw_cells(raw, name, oddities)
    if cells is None:
        oddities.append(f"{name} is JSON but not a notebook: nothing in it could be graded")
        return None
    notebook = nbformat.v4.new_notebook()
    if said := _release_said(raw):
        notebook.metadata["course"] = {"version": said}
    for cell in cells[:STAGED_CELLS]:
        mended = _mended(cell, oddities)
        if mended is None:
            oddities.append("a damaged cell was left out")
        else:
            notebook.cells.append(mended)
    if len(cells) > STAGED_CELLS:
        oddities.append(f"{len(cells)} cells: only the first {STAGED_CELLS} were graded")
    _distinct_ids(notebook)
    return notebook


def _release_said(raw: Any) -> str:
    """Return the release of the course that a notebook's metadata says it answers, whatever that is; or ""."""
    said = raw.get("metadata")
    for key in ("course", "version"):
        said = said.get(key) if isinstance(said, dict) else None
    return said if isinstance(said, str) else ""


def looks_like_notebook(data: bytes) -> bool:
    """May this be a notebook, whatever its name?  A look that costs little; reading decides."""
    start = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    squeezed = data.replace(b"\0", b"") if b"\0" in data[:8] else data
    return start.startswith(b"{") and (b'"cells"' in squeezed or b'"worksheets"' in squeezed)


def looks_like_script(data: bytes) -> bool:
    """Is this a notebook written as a Python file, by nbconvert or as jupytext does?"""
    text = decode(data)[0].replace("\r\n", "\n")
    return bool(_IN.search(text) or _PERCENT.search(text))


def notebook_from_script(data: bytes, name: str, oddities: list[str]) -> NotebookNode:
    """Return the notebook that a Python file was made from; a file without marks is one cell."""
    text, said = decode(data)
    if said:
        oddities.append(f"{name} {said}")
    text = _HEADER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"), count=1)
    notebook = nbformat.v4.new_notebook()
    if _IN.search(text):
        first, *cells = _IN.split(text)
        _add_comments(notebook, first)
        for cell in cells:
            code, comments = _code_then_comments(cell)
            notebook.cells.append(nbformat.v4.new_code_cell(_magics(code)))
            _add_comments(notebook, comments)
    elif _PERCENT.search(text):
        first, *rest = _PERCENT.split(text)
        if first.strip():
            notebook.cells.append(nbformat.v4.new_code_cell(first.strip("\n")))
        for mark, source in zip(rest[::2], rest[1::2], strict=True):
            if "[markdown]" in mark or "[md]" in mark:
                _add_comments(notebook, source, whole=True)
            else:
                notebook.cells.append(nbformat.v4.new_code_cell(source.strip("\n")))
    else:
        notebook.cells.append(nbformat.v4.new_code_cell(text.strip("\n")))
    return notebook


def _code_then_comments(text: str) -> tuple[str, str]:
    """Split what follows a mark of nbconvert: a cell's code, then what Markdown cells have become."""
    lines = text.strip("\n").split("\n")
    end = len(lines)
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    while end < len(lines) and lines[end].startswith("#"):  # comments right below code belong to it
        end += 1
    return "\n".join(lines[:end]), "\n".join(lines[end:])


def _add_comments(notebook: NotebookNode, text: str, whole: bool = False) -> None:
    blocks = [text] if whole else re.split(r"\n\s*\n", text)
    for block in blocks:
        lines = [re.sub(r"^# ?", "", line) for line in block.strip("\n").split("\n")]
        if any(line.strip() for line in lines):
            notebook.cells.append(nbformat.v4.new_markdown_cell("\n".join(lines).strip("\n")))


def _magics(code: str) -> str:
    """Write a line that nbconvert has turned into a call as the line it was."""
    call = r"^get_ipython\(\)\.(?:run_line_magic|system|getoutput)\((.*)\)$"
    return re.sub(call, r"pass  # \1", code, flags=re.MULTILINE)


def _raw_cells(raw: object, name: str, oddities: list[str]) -> list | None:
    """Return the list of cells of a notebook of any format version, or None."""
    if not isinstance(raw, dict):
        return None
    if isinstance(raw.get("worksheets"), list):
        oddities.append(f"{name} has the notebook format 3: converted")
        cells = []
        for sheet in raw["worksheets"]:
            listed = sheet.get("cells") if isinstance(sheet, dict) else None
            cells += listed if isinstance(listed, list) else []
        return [
            cell | {"source": cell.get("input", cell.get("source", ""))} for cell in cells if isinstance(cell, dict)
        ]
    if not isinstance(raw.get("cells"), list):
        return None
    minor = raw.get("nbformat_minor")
    if isinstance(minor, int) and minor < 5:
        oddities.append(f"{name} has the older notebook format 4.{minor}: converted")
    return raw["cells"]


def _mended(cell: object, oddities: list[str]) -> NotebookNode | None:
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    whole = source.encode("utf-8", "backslashreplace").decode("utf-8")  # half a surrogate pair cannot be saved
    if whole != source:
        oddities.append("a cell holds half a character: shown as \\uNNNN")
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown") else "raw"
    # not by nbformat's new_code_cell and the like: they validate each cell, slower than all the rest of staging
    made = nbformat.from_dict({"id": random_cell_id(), "cell_type": kind, "metadata": {}, "source": whole})
    if kind == "code":
        made.outputs, made.execution_count = [], None
    else:
        pictures = pasted_pictures(cell.get("attachments"))
        if pictures:
            made.attachments = nbformat.from_dict(pictures)
    metadata = cell.get("metadata")
    if isinstance(metadata, dict) and isinstance(metadata.get("nbgrader"), dict):
        # nbgrader's own are plain; anything else may be nested deeper than Python's stack
        plain = {key: value for key, value in metadata["nbgrader"].items() if not isinstance(value, (dict, list))}
        made.metadata["nbgrader"] = nbformat.from_dict(plain)
    cell_id = cell.get("id")
    if isinstance(cell_id, str) and 0 < len(cell_id) <= 64 and cell_id.replace("-", "").replace("_", "").isalnum():
        made.id = cell_id
    return made


def _distinct_ids(notebook: NotebookNode) -> None:
    seen = set()
    for cell in notebook.cells:
        if cell.id in seen:
            cell.id = random_cell_id()
        seen.add(cell.id)
