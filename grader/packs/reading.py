"""Read case packs: for each task inputs, expected and mistaken outputs, weights and hints, as plain JSON.

Public packs are committed in `course/packs/`, hidden ones stay in the private folder.
"""

import contextlib
import functools
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import course
from course.checking.data import Pack
from grader.errors import UserError
from grader.packs.digest import made_from
from grader.places import ROOT, private_folder
from grader.tasks import COURSE, Assignment, Named

FORMAT = 2
PUBLIC_SEED = "public"
BUILDERS = Path(__file__).parents[1] / "authoring"

borrowed: dict[str, Pack] = {}  # name of an assignment -> the hidden pack that `lent` has put in place of its own


class PackError(UserError):
    """A pack is missing, or was made of other tasks than those of now; the message names the command that builds it."""


def public_path(assignment: Named) -> Path:
    """Return where an assignment's public pack is committed: in the course, wherever that is installed."""
    return Path(course.__file__).parent / "packs" / f"{COURSE.assignment(assignment).name}.json"


def hidden_path(assignment: Named, root: Path = ROOT) -> Path:
    """Return where an assignment's hidden pack is kept: in the private folder of `root`."""
    return private_folder(root, "packs") / f"{COURSE.assignment(assignment).name}.json"


def load_hidden(assignment: Named, root: Path = ROOT) -> Pack:
    """Return the hidden pack of an assignment, its tasks in the order of the notebook.

    Raises:
        PackError: it has not been built, or does not belong to the tasks as they are now.
        TaskError: no such assignment.
    """
    found = COURSE.assignment(assignment)
    command = f"python -m grader references {found.name}"
    if found.name in borrowed:
        return checked(borrowed[found.name], found, "the pack that was sent", command)
    return _load(hidden_path(found, root), found, command)


def load_public(assignment: Named) -> Pack:
    """Return the committed public pack of an assignment, its tasks in the order of the notebook.

    Raises:
        PackError: it is not there, or does not belong to the tasks as they are now.
        TaskError: no such assignment.
    """
    found = COURSE.assignment(assignment)
    return _load(public_path(found), found, f"python -m grader references --public {found.name}")


def recipe(assignment: Named) -> str:
    """Return a name for how the hidden pack of an assignment is built now: what ships with it, and what builds packs.

    Where only that has changed, every case is what it was: grading goes on, but a hint may say what was mended since.
    """
    builders = sorted(BUILDERS.rglob("*.py"))
    return fingerprint("\n".join(path.read_text(encoding="utf-8") for path in (public_path(assignment), *builders)))


def is_current(assignment: Named, root: Path = ROOT) -> bool:
    """Is there a hidden pack that belongs to the tasks as they are now, built as one is built now?"""
    try:
        return load_hidden(assignment, root).get("recipe") == recipe(assignment)
    except PackError:
        return False


@contextlib.contextmanager
def lent(assignment: Assignment, pack: Pack) -> Iterator[None]:
    """Let this process grade an assignment on `pack` for a while: another machine's, or one drawn for one run."""
    before = borrowed.get(assignment.name)
    borrowed[assignment.name] = pack
    try:
        yield
    finally:
        borrowed.pop(assignment.name)
        if before is not None:
            borrowed[assignment.name] = before


def _load(path: Path, assignment: Assignment, command: str) -> Pack:
    if not path.exists():
        raise PackError(f"{_short(path)}: these cases have not been built; run: {command}")
    return _load_once(path, assignment, command, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=32)
def _load_once(path: Path, assignment: Assignment, command: str, _changed: int) -> Pack:
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        pack: Pack = json.loads(text)
    except ValueError:  # a full disk may leave half a file
        raise PackError(f"{_short(path)}: is damaged; run: {command}") from None
    pack["fingerprint"] = fingerprint(text)
    return checked(pack, assignment, str(_short(path)), command)


def checked(pack: Pack, assignment: Assignment, where: str, command: str) -> Pack:
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
