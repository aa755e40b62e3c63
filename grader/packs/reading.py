"""Read case packs: for each task inputs, expected and mistaken outputs, weights and hints, as plain JSON.

Public packs are committed in `course/packs/`, hidden ones stay in the private folder.
"""

import functools
import hashlib
import json
from pathlib import Path

from grader.places import ROOT, private_folder

PUBLIC_SEED = "public"

borrowed = {}  # assignment -> the hidden pack of another machine, on a worker that grades for it


def public_path(assignment):
    """Return where an assignment's public pack is committed."""
    return ROOT / "course" / "packs" / f"{assignment}.json"


def load_hidden(assignment, root=ROOT):
    """Return the hidden pack of an assignment, building it at the first use."""
    if assignment in borrowed:
        return borrowed[assignment]
    path = private_folder(root, "packs") / f"{assignment}.json"
    return _load(str(path), assignment, str(root), path.stat().st_mtime_ns if path.exists() else 0)


@functools.lru_cache(maxsize=16)
def _load(path, assignment, root, _changed):
    if not Path(path).exists():
        from grader.authoring.build import write_packs

        write_packs(assignment, root=root)
    text = Path(path).read_text(encoding="utf-8")
    return json.loads(text) | {"fingerprint": fingerprint(text)}


def load_public(assignment):
    """Return the committed public pack of an assignment."""
    path = public_path(assignment)
    return _load_public(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=16)
def _load_public(path, _changed):
    return json.loads(path.read_text(encoding="utf-8"))


def fingerprint(text):
    """Return a short name for a seed or a pack that gives nothing of it away."""
    return hashlib.sha256(f"convolutions/{text}".encode()).hexdigest()[:16]
