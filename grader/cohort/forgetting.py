"""Find, and on request delete, everything that a course keeps of one student.

What lies elsewhere it names, and leaves to a person: the roster, back-ups, exported files, the platform's grade book.
"""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.utils import notebook_hash

from grader.errors import UserError
from grader.gradebook.pipelines import load_config, open_course
from grader.roster import ID, find_roster

FOLDERS = ("submitted", "autograded", "feedback")
EXCHANGE = "/usr/local/share/nbgrader/exchange"  # nbgrader's own default
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
    if not found.paths and found.submissions is None:
        raise UserError(f"{root} keeps nothing of {student}")
    return found


def forget(root: Path | str, found: Traces) -> list[str]:
    """Delete what `traces` found, and return in words what could not be deleted."""
    failed = []
    for path in found.paths:
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            failed.append(f"{path}: {error.strerror or error}")
    if found.submissions is not None:
        with open_course(root).gradebook as book:
            book.remove_student(found.student)
    return failed


def _in_course(root: Path, student: str) -> list[Path]:
    """Return the student's own folders and evidence: by their place, so that no other folder of that name is meant."""
    found = [root / name / student for name in FOLDERS]
    found += sorted((root / "private" / "evidence").glob(f"*/{student}.json"))
    found += sorted((root / "private" / "watching").glob(f"*/{student}.jsonl"))
    return [path for path in found if path.exists() or path.is_symlink()]


def _in_exchange(root: Path, student: str) -> list[Path]:
    """Return what was handed in through the exchange, and the feedback that was released there."""
    config = load_config(root)
    course = Path(config.Exchange.get("root") or EXCHANGE) / str(config.CourseDirectory.get("course_id") or "")
    found = sorted((course / "inbound").glob(f"{student}+*")) if _readable(course / "inbound") else []
    for secret in [*root.glob(f"*/{student}/*/submission_secret.txt"), *(p / "submission_secret.txt" for p in found)]:
        if secret.is_file() and not secret.is_symlink():
            text = secret.read_text(encoding="utf-8", errors="replace")
            for notebook in secret.parent.glob("*.*"):  # feedback is filed under a hash of the secret
                name = f"{notebook_hash(secret=text, notebook_id=notebook.stem)}.html"
                if (course / "feedback" / name).exists():
                    found.append(course / "feedback" / name)
    return list(dict.fromkeys(found))


def _readable(folder: Path) -> bool:
    try:
        return folder.is_dir() and bool(list(folder.iterdir()) or True)
    except OSError:
        return False
