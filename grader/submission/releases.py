"""Decide by which release's tasks a submission is graded, or say in words why it is not graded.

A notebook of this release, or one that does not say, is graded by the tasks of now, one of an earlier release by its
own, which the private folder keeps: nothing is ever graded by tasks that it does not answer.
"""

import ast
from dataclasses import dataclass, field

from nbformat import NotebookNode
from packaging.version import InvalidVersion, Version

from course import __version__
from course.checking.data import GradedBy, Pack, PackEntry
from grader.errors import UserError, printable
from grader.packs.kept import Kept, kept
from grader.packs.reading import FORMAT, load_hidden, load_public
from grader.submission.cells import marks, named
from grader.submission.mending import WHAT_COUNTS
from grader.submission.pattern import released
from grader.tasks import Assignment

LONGEST_VERSION = 40  # letters that are looked at
AS_NOW = "to grade it by the tasks of {now} all the same: --any-release"


class OtherRelease(UserError):
    """A submission answers another release, and what that asked is not here; the message says what to do."""


@dataclass
class Basis:
    """What a submission is graded by: the release, its notebook and packs, and what is to be said about it."""

    version: str
    notebook: NotebookNode
    public: dict[str, PackEntry]
    hidden: Pack
    said: list[str] = field(default_factory=list)

    @property
    def graded_by(self) -> GradedBy:
        """What the evidence says of it."""
        pack = self.hidden
        return {"release": self.version, "pack": pack["fingerprint"], "seed_fingerprint": pack["seed_fingerprint"]}


def basis(nb: NotebookNode, assignment: Assignment) -> Basis:
    """Return what the notebook `nb` is graded by.

    Raises:
        OtherRelease: it answers a later release, or an earlier one that cannot be graded any more.
        PackError: the packs of now are missing or do not belong to the tasks.
    """
    now = Basis(__version__, released(assignment), load_public(assignment)["tasks"], load_hidden(assignment))
    said = said_release(nb)
    if not said:
        return now
    try:
        version = Version(said)
    except InvalidVersion:
        now.said = [f"it says to be of release {said!r}, which is none: graded as of {__version__}"]
        return now
    if version == Version(__version__):
        return now
    if version > Version(__version__):
        raise OtherRelease(
            f"it answers release {version} of the course, and this grader is of {__version__}: bring the grader up to "
            f"date, then grade it; {AS_NOW.format(now=__version__)}"
        )
    found = kept(assignment, str(version))
    why = _why_not(found, now)
    if found is None or why:
        raise OtherRelease(
            f"it answers release {version} of the course, and {why}: grade it with that release (its checkout and its "
            f"private/), or ask for the answers in the notebook of {__version__}; {AS_NOW.format(now=__version__)}"
        )
    return _of_its_own(str(version), found, now)


def said_release(nb: NotebookNode) -> str:
    """Return the release that a notebook says it is of, in its metadata or else in its first cells; "" if in neither.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> said_release(new_notebook(cells=[new_code_cell('import torch\\nrelease("1.0.0")')]))
    '1.0.0'
    """
    said = nb.metadata.get("course")
    said = said.get("version") if isinstance(said, dict) else None
    if not isinstance(said, str) or not said.strip():
        said = next(filter(None, (_called_with(cell.source) for cell in nb.cells[:5] if cell.cell_type == "code")), "")
    return printable(said.strip()[:LONGEST_VERSION])


def count_as_current(nb: NotebookNode) -> None:
    """Let a notebook count as one of this release, whatever it says."""
    nb.metadata["course"] = {"version": __version__}


def _called_with(source: str) -> str:
    """Return the text that `release` is called with in a cell."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    for statement in body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "release":
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                return first.value
    return ""


def _why_not(found: Kept | None, now: Basis) -> str:
    """Return in words why what is kept of a release cannot grade, "" if it can."""
    if found is None:
        return "nothing is kept of that release here"
    if {found["public"].get("format"), found["hidden"].get("format")} != {FORMAT}:
        return "its cases are written in an older form"
    if _graded_cells(found["notebook"].cells) != _graded_cells(now.notebook.cells):
        return "its graded cells and points are not those of the gradebook any more"
    current = now.hidden["tasks"]
    judged = [
        name
        for name, entry in found["hidden"]["tasks"].items()
        if entry["kind"] == "test" and (name not in current or entry["made_from"] != current[name]["made_from"])
    ]
    return f"what judges {', '.join(judged)} has changed" if judged else ""


def _graded_cells(cells: list[NotebookNode]) -> dict[str, list]:
    """Return {id: what the gradebook rests on} of the cells that carry points."""
    marked = {name: marks(cell) for name, cell in named(cells).items()}
    return {name: [one.get(key) for key in WHAT_COUNTS] for name, one in marked.items() if one.get("grade")}


def _of_its_own(version: str, found: Kept, now: Basis) -> Basis:
    """Return the tasks of an earlier release, those that are still the same as they are now."""
    changed = []
    public, hidden = {}, {}
    for name, entry in now.hidden["tasks"].items():
        own = found["hidden"]["tasks"][name]
        same = own["made_from"] == entry["made_from"]
        public[name] = now.public[name] if same else found["public"]["tasks"][name]
        hidden[name] = entry if same else own
        changed += [] if same else [name]
    what = f"by that release's own tasks ({', '.join(changed)} changed since)" if changed else "its tasks are the same"
    pack = (found["hidden"] if changed else now.hidden) | {"tasks": hidden}
    said = [f"it answers release {version} of the course, not {__version__}: {what}"]
    return Basis(version, found["notebook"], public, pack, said)
