"""Everything that a course keeps of one student.

What lies elsewhere it names, and leaves to a person: the roster, back-ups, exported files, the platform's grade book.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.utils import notebook_hash

from grader.cohort.watching.exchange import course_in_exchange
from grader.errors import UserError
from grader.gradebook.pipelines import load_config, open_course
from grader.roster import ID, find_roster
from grader.submission.staging import SECRET

FOLDERS = ("submitted", "autograded", "feedback")
# of the course itself, and about nobody
SHARED = {
    "source",
    "release",
    "course",
    "grader",
    "deploy",
    "tests",
    "benchmarks",
    "docs",
    ".venv",
    ".git",
    "README.md",
}
PACKS = ("packs", "earlier")  # in private/, by assignment or by release: of no student
ENDINGS = ("", ".json", ".jsonl", ".traceback.txt")  # of what private/ has of one student
LARGEST = 50_000_000  # bytes of a file that is searched for an id
ELSEWHERE = (
    "back-ups of the gradebook, of `private/` and of `submitted/`",
    "files that were exported: grades, reports, pages of similar answers",
    "the student's own account and home folder, and what your school's platform has",
)


@dataclass
class Traces:
    """What is kept of a student: paths to delete, rows in the gradebook, and what a person has to see to."""

    student: str
    paths: list[Path] = field(default_factory=list)
    submissions: int | None = None  # in the gradebook; None where it does not know the student
    mentioned: list[Path] = field(default_factory=list)  # files of many people, in which the id stands
    elsewhere: list[str] = field(default_factory=list)


def traces(root: Path | str, student: str) -> Traces:
    """Return what the course keeps of a student; nothing is changed.

    Raises:
        UserError: this cannot be a student's id, or nothing is kept under it.
    """
    if not ID.match(student):
        raise UserError(f"{student!r} cannot be a student's id")
    root, found = Path(root).resolve(), Traces(student)
    found.paths += _in_course(root, student)
    found.paths += _in_exchange(root, student)
    if (root / "gradebook.db").exists() or load_config(root).CourseDirectory.get("db_url"):
        with open_course(root).gradebook as book:
            try:
                found.submissions = len(book.find_student(student).submissions)
            except MissingEntry:
                found.submissions = None
    listed = find_roster(root)
    if listed and listed.exists() and student in listed.read_text(encoding="utf-8-sig", errors="replace"):
        found.elsewhere.append(f"the line in {listed}")
    found.elsewhere += ELSEWHERE
    found.mentioned = [path for path in _mentions(root, student) if path != listed]
    if not found.paths and found.submissions is None:
        raise UserError(f"{root} keeps nothing of {student}")
    return found


def _in_course(root: Path, student: str) -> list[Path]:
    """Return the student's own folders, and whatever private/ has under the id: in any of its folders but the packs'.

    By their place, so that no other folder of that name is meant.
    """
    found = [root / name / student for name in FOLDERS]
    names = {student + ending for ending in ENDINGS}
    for kind in sorted((root / "private").glob("*/")):
        if kind.name not in PACKS:
            found += sorted(path for path in kind.glob("*/*") if path.name in names)
    return [path for path in found if path.exists() or path.is_symlink()]


def _mentions(root: Path, student: str) -> Iterator[Path]:
    """Yield files of many people in the course folder in which the id stands: exports, reports, copies of a gradebook.

    Not the gradebook itself, whose rows are deleted, and nothing in folders of one student, or of nobody.
    """
    whole = re.compile(rb"(?<![A-Za-z0-9._@-])" + re.escape(student.encode()) + rb"(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])")
    own = SHARED | {f"gradebook.db{ending}" for ending in ("", "-journal", "-wal", "-shm")}
    for folder, inner, names in os.walk(root):
        at_top = Path(folder) == root
        inner[:] = sorted(name for name in inner if not at_top or name not in (*FOLDERS, *SHARED, "private"))
        for path in [Path(folder, name) for name in sorted(names) if not at_top or name not in own]:
            with contextlib.suppress(OSError):  # of another account, or just gone
                if path.is_file() and path.stat().st_size <= LARGEST and whole.search(path.read_bytes()):
                    yield path


def _in_exchange(root: Path, student: str) -> list[Path]:
    """Return what was handed in through the exchange, and the feedback that was released there."""
    config = load_config(root)
    course = course_in_exchange(config)
    found = sorted((course / "inbound").glob(f"{student}+*")) if _readable(course / "inbound") else []
    # attempts that were kept beside the one that counts had feedback of their own, and lie a folder deeper
    own = [root / name / student for name in FOLDERS if not (root / name / student).is_symlink()]
    secrets = [path for folder in own for depth in ("*", "*/*") for path in folder.glob(f"{depth}/{SECRET}")]
    for secret in [*secrets, *(inbound / SECRET for inbound in found)]:
        if secret.is_file() and not secret.is_symlink():
            said = secret.read_text(encoding="utf-8", errors="replace")
            for notebook in secret.parent.glob("*.*"):  # feedback is filed under a hash of the secret
                name = f"{notebook_hash(secret=said, notebook_id=notebook.stem)}.html"
                if (course / "feedback" / name).exists():
                    found.append(course / "feedback" / name)
    return list(dict.fromkeys(found))


def _readable(folder: Path) -> bool:
    try:
        return folder.is_dir() and bool(list(folder.iterdir()) or True)
    except OSError:
        return False
