"""Grade one student's work without a course folder, as `python -m grader notebook` does: what `grade` would give it."""

import json
import secrets
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from course.checking.data import Pack
from grader.errors import UserError
from grader.packs import reading as packs
from grader.packs.kept import all_kept
from grader.sandbox.isolation import hold
from grader.submission.cells import name_of, named
from grader.submission.finding import find_notebook
from grader.submission.handed_in import handed_in
from grader.submission.pattern import released
from grader.submission.run import run_submission
from grader.submission.try_file import NothingToGrade, bytes_of
from grader.tasks import COURSE, Assignment
from grader.verdict.grade import TaskGrade

FRESH = "The cases are fresh ones, drawn for this run: they are of the same kinds as the course's, but not the same."


@dataclass
class GradedFile:
    """What one notebook gets: the grades, what was odd, how it was confined, and on whose cases that rests.

    `kinds` are those of all tasks by name, in the notebook's order; `to_mark` are the written ones, which a person
    marks, with their points.
    """

    assignment: str
    grades: list[TaskGrade]
    oddities: list[str]
    isolation: str
    cases: str  # "the course's" or `FRESH`
    pack: str  # the fingerprint of the cases
    kinds: dict[str, str]
    to_mark: dict[str, float]

    def as_json(self) -> dict:
        """Return it as plain data."""
        return {
            "assignment": self.assignment,
            "score": round(sum(grade.score for grade in self.grades), 6),
            "max_score": sum(grade.max_score for grade in self.grades),
            "cases": self.cases,
            "isolation": self.isolation,
            "oddities": self.oddities,
            "to_mark_by_hand": list(self.to_mark),
            "tasks": [grade.as_record() for grade in self.grades],
        }


def grade_file(
    path: Path,
    private: Path | None = None,
    unconfined: bool = False,
    assignment: str | None = None,
    cases_stay_hidden: bool = False,
    any_release: bool = False,
) -> GradedFile:
    """Grade a notebook file, or a folder with whatever one student handed in.

    Of which `assignment` it is, is known by the graded cells that it holds, unless it is said; then nothing is refused:
    what is missing or damaged gets what `grade` would give it.  `private` is a course's private folder, with the packs
    to grade on; without it, fresh cases are drawn.  With `cases_stay_hidden`, `unconfined` means less: the notebook
    must not be able to read them.  `any_release` grades by the tasks of now, whatever release the notebook answers.

    Raises:
        NothingToGrade: there is no such file, or no notebook of this course in it.
        OtherRelease: it answers another release of the course, whose tasks are not here.
        PackError: the packs in `private` are missing or do not belong to the tasks as they are now.
        UserError: Landlock cannot hold this notebook's files here, and others than their owner may read `private`, or
            the notebook would have its owner's account although `cases_stay_hidden`.
    """
    if not path.exists():
        raise NothingToGrade(f"{path}: there is no such file")
    held = hold(unconfined)
    if private and not held.files:
        _refuse_open_folder(private)
        if cases_stay_hidden and not held.account:
            raise UserError(f"a notebook could read the cases here: {held.words}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        alone = root / "alone"
        if path.is_dir():
            alone.symlink_to(path.resolve(), target_is_directory=True)
        else:
            alone.mkdir()
            (alone / path.name).write_bytes(bytes_of(path))
        found = COURSE.assignment(assignment) if assignment else _assignment_of(alone, path)
        source = root / "submitted" / "one" / found.name
        source.parent.mkdir(parents=True)
        alone.rename(source)
        settings: dict[str, object] = {"unconfined": True} if unconfined else {}
        with packs.lent(found, _from_folder(found, private) if private else _fresh(found)):
            run = run_submission(root, found, "one", root / "staged", any_release, **settings)
    tasks = packs.load_public(found)["tasks"]
    kinds: dict[str, str] = {task: entry["kind"] for task, entry in tasks.items()}
    to_mark = {task: entry["points"] for task, entry in tasks.items() if entry["kind"] == "text"}
    said, cases = "the course's" if private else FRESH, run.graded_by["pack"]
    oddities = [*run.staged.oddities, *run.oddities]
    return GradedFile(found.name, run.grades, oddities, run.isolation, said, cases, kinds, to_mark)


def _refuse_open_folder(private: Path) -> None:
    if private.is_dir() and private.stat().st_mode & 0o077:
        raise UserError(f"{private}: others may read it, and so may a notebook here: chmod go= {private}")


def _assignment_of(folder: Path, path: Path) -> Assignment:
    """Return the assignment with whose release the notebook shares most graded cells, by metadata, id or text."""
    shared = {}
    for assignment in COURSE.assignments:
        release = released(assignment)
        chosen, _ = find_notebook(handed_in(folder, []), assignment.notebook, release, [])
        if chosen is None or chosen.notebook is None:
            raise NothingToGrade(f"{path}: no notebook that can be read")
        graded = named(release.cells).values()
        shared[assignment] = len(_marks(chosen.notebook.cells) & _marks(graded))
    best = max(shared, key=shared.__getitem__)
    if not shared[best]:
        raise NothingToGrade(f"{path}: none of its cells is a graded one of {', '.join(COURSE.names)}")
    return best


def _marks(cells: Iterable[NotebookNode]) -> set[str]:
    """Return what cells are recognised by: nbgrader's names, ids, and the lines that check."""
    found = (text for cell in cells for text in (name_of(cell), cell.get("id"), cell.source.strip()))
    return {text for text in found if isinstance(text, str) and text}


def _from_folder(assignment: Assignment, private: Path) -> Pack:
    path = private / "packs" / f"{assignment.name}.json"
    try:
        text = path.read_text(encoding="utf-8")
        pack = json.loads(text)
    except (OSError, ValueError) as error:
        raise UserError(f"{path}: {getattr(error, 'strerror', None) or 'is no pack'}") from None
    pack |= {"fingerprint": packs.fingerprint(text), "earlier": all_kept(assignment, private)}
    return packs.checked(pack, assignment, str(path), f"python -m grader references {assignment.name}")


def _fresh(assignment: Assignment) -> Pack:
    from grader.authoring.build import build_pack, dump

    pack = json.loads(dump(build_pack(assignment, secrets.token_hex(16), public=False)))
    pack["fingerprint"] = "fresh"
    return pack
