"""Read case packs: for each task inputs, expected and mistaken outputs, weights and hints, as plain JSON.

Public packs are committed in `course/packs/`, hidden ones stay in the private folder.
"""

import functools
import hashlib
import json
from pathlib import Path

import course
from course.checking.data import Pack
from grader.errors import UserError
from grader.packs.digest import made_from
from grader.places import ROOT, private_folder
from grader.tasks import COURSE

FORMAT = 2
PUBLIC_SEED = "public"

borrowed: dict[str, Pack] = {}  # assignment -> the hidden pack of another machine, on a worker that grades for it


class PackError(UserError):
    """A pack is missing, or was made of other tasks than those of now; the message names the command that builds it."""


def public_path(assignment: str) -> Path:
    """Return where an assignment's public pack is committed: in the course, wherever that is installed."""
    return Path(course.__file__).parent / "packs" / f"{COURSE.assignment(assignment).name}.json"


def hidden_path(assignment: str, root: Path = ROOT) -> Path:
    """Return where an assignment's hidden pack is kept: in the private folder of `root`."""
    return private_folder(root, "packs") / f"{COURSE.assignment(assignment).name}.json"


def load_hidden(assignment: str, root: Path = ROOT) -> Pack:
    """Return the hidden pack of an assignment, its tasks in the order of the notebook.

    Raises:
        PackError: it has not been built, or does not belong to the tasks as they are now.
        TaskError: no such assignment.
    """
    command = f"python -m grader references {assignment}"
    if assignment in borrowed:
        return checked(borrowed[assignment], assignment, "the pack that was sent", command)
    return _load(hidden_path(assignment, root), assignment, command)


def load_public(assignment: str) -> Pack:
    """Return the committed public pack of an assignment, its tasks in the order of the notebook.

    Raises:
        PackError: it is not there, or does not belong to the tasks as they are now.
        TaskError: no such assignment.
    """
    return _load(public_path(assignment), assignment, f"python -m grader references --public {assignment}")


def _load(path: Path, assignment: str, command: str) -> Pack:
    if not path.exists():
        raise PackError(f"{_short(path)}: these cases have not been built; run: {command}")
    return _load_once(path, assignment, command, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=32)
def _load_once(path: Path, assignment: str, command: str, _changed: int) -> Pack:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        pack: Pack = json.loads(text)
    except ValueError:  # a full disk may leave half a file
        raise PackError(f"{_short(path)}: is damaged; run: {command}") from None
    pack["fingerprint"] = fingerprint(text)
    return checked(pack, assignment, str(_short(path)), command)


def checked(pack: Pack, assignment: str, where: str, command: str) -> Pack:
    """Return a pack that belongs to the tasks as they are now, its tasks in the order of the notebook.

    Raises:
        PackError: it does not; the message names `where` it is, the tasks, and the `command` that mends it.
    """
    now, then = made_from(assignment), pack.get("tasks", {})
    if pack.get("format") != FORMAT:
        raise PackError(f"{where}: was built by another version of the grader; run: {command}")
    odd = [name for name in {**now, **then} if name not in then or then[name].get("made_from") != now.get(name, "")]
    if odd:
        raise PackError(f"{where}: does not belong to the tasks as they are now ({', '.join(odd)}); run: {command}")
    pack["tasks"] = {name: then[name] for name in now}
    return pack


def _short(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def fingerprint(text: str) -> str:
    """Return a short name for a seed or a pack that gives nothing of it away."""
    return hashlib.sha256(f"{COURSE.name}/{text}".encode()).hexdigest()[:16]
