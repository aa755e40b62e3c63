"""Keep what grading a release of the course needs, so that a later release still grades what answers that one.

For each release and assignment one file below `private/earlier/`: the released notebook, the public and the hidden
pack, as they belong together.
"""

import functools
import json
from pathlib import Path
from typing import Any, TypedDict, cast

import nbformat
from nbformat import NotebookNode

from course.checking.data import Pack
from grader.packs import reading
from grader.places import ROOT, private_folder, write_atomically
from grader.tasks import COURSE, Assignment, Named

KEPT = "earlier"  # the folder in `private/`


class Kept(TypedDict):
    """One assignment of one release: its notebook as students got it, and its packs."""

    notebook: NotebookNode
    public: Pack
    hidden: Pack


def keep(root: Path = ROOT) -> list[str]:
    """Keep the release that lies in the course folder `root` with its packs; return the assignments that are kept.

    An assignment whose notebook says no release, or whose packs are missing or were not made of the same tasks, is
    left out.
    """
    done = []
    for assignment in COURSE.assignments:
        found = _as_it_lies(Path(root), assignment)
        if found is None:
            continue
        text = json.dumps(found, sort_keys=True) + "\n"
        path = private_folder(root, KEPT, _version(found["notebook"])) / f"{assignment.name}.json"
        if not path.exists() or path.read_text(encoding="utf-8", errors="replace") != text:
            write_atomically(path, text)
        done.append(assignment.name)
    return done


def kept(assignment: Named, version: str, root: Path = ROOT) -> Kept | None:
    """Return what is kept of a release, or None; `version` is in its canonical form, for it names a folder.

    A worker that grades with another machine's pack takes what came with that pack.
    """
    name = COURSE.assignment(assignment).name
    if name in reading.borrowed:
        return reading.borrowed[name].get("earlier", {}).get(version)
    path = Path(root) / "private" / KEPT / version / f"{name}.json"
    return _read_once(path, path.stat().st_mtime_ns) if path.is_file() else None


def all_kept(assignment: Assignment, private: Path = ROOT / "private") -> dict[str, Kept]:
    """Return {version: what is kept of it}: to be sent along with a pack to another machine, as its `earlier`."""
    paths = sorted((private / KEPT).glob(f"*/{assignment.name}.json"))
    found = {path.parent.name: _read_once(path, path.stat().st_mtime_ns) for path in paths}
    return {version: one for version, one in found.items() if one is not None}


@functools.lru_cache(maxsize=16)
def _read_once(path: Path, _changed: int) -> Kept | None:
    found = _json(path)
    if found is None or not {"notebook", "public", "hidden"} <= found.keys():
        return None  # a full disk may have left half a file
    found["notebook"] = nbformat.reads(json.dumps(found["notebook"]), as_version=4)
    found["hidden"]["fingerprint"] = reading.fingerprint(json.dumps(found["hidden"], sort_keys=True))
    return cast(Kept, found)


def _as_it_lies(root: Path, assignment: Assignment) -> dict[str, Any] | None:
    """Return an assignment as it lies in a course folder, as plain data, if its parts belong together."""
    released = _json(assignment.notebook_in(root / "release"))
    public = _json(root / "course" / "packs" / f"{assignment.name}.json")
    hidden = _json(root / "private" / "packs" / f"{assignment.name}.json")
    if released is None or public is None or hidden is None or not _version(released):
        return None
    if _made_from(public) != _made_from(hidden):
        return None
    return {"notebook": released, "public": public, "hidden": hidden}


def _made_from(pack: dict[str, Any]) -> dict[str, str | None]:
    return {name: entry.get("made_from") for name, entry in pack.get("tasks", {}).items()}


def _version(notebook: dict[str, Any]) -> str:
    """Return the release that a released notebook is of; "" if it does not say."""
    return notebook.get("metadata", {}).get("course", {}).get("version", "")


def _json(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8", errors="replace"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
