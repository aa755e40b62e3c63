"""Collect a download: each part of it goes where that student's work is graded, if it may."""

import os
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from grader.cohort.alone import alone
from grader.cohort.collecting.downloads import Named
from grader.cohort.collecting.matching import Roster
from grader.cohort.collecting.parts import NothingToCollect, Part, parts_of
from grader.cohort.collecting.placing import open_student
from grader.errors import printable
from grader.gradebook.lateness import deadlines
from grader.gradebook.reading import students_of
from grader.places import private_folder
from grader.roster import STUDENT, Person, find_roster, read_roster
from grader.sandbox.folders import scratch_folder
from grader.submission.attempts import Deadlines, attempts_of, keep, next_number, put_in_place, read_mark, write_mark
from grader.submission.finding import assignment_of
from grader.submission.handed_in import STAMP, fingerprint_folder, handed_in
from grader.submission.notebook_file import LARGEST_NOTEBOOK, looks_like_notebook, notebook_from
from grader.submission.timestamps import NBGRADERS
from grader.tasks import COURSE, Assignment


@dataclass
class Line:
    """What became of one part of a download."""

    student: str | None
    label: str
    status: str  # "collected", "replaced", "there already", "another is there", "not matched", "refused"
    late: bool | None = None
    said: str = ""


@dataclass
class Collected:
    """What became of a download, part by part, and what was left out of it."""

    assignment: str
    lines: list[Line] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        """Return the form that `collect --json` prints."""
        return asdict(self)


def collect(
    root: Path, source: Path, replace: bool = False, roster: Path | None = None, assignment: str | None = None
) -> Collected:
    """Bring a download into `submitted/` of the course folder `root` and return what became of each part.

    `source` is the archive or a folder into which it was unpacked.  A submission that is there already is never
    touched, unless `replace` lets the newer one take its place; the older one is kept, and of both the one counts that
    the rule for attempts says.

    Raises:
        NothingToCollect: there is no such download, nobody is known, or no part of it belongs to the course.
    """
    root, source = Path(root).resolve(), Path(source)
    if not source.exists():
        raise NothingToCollect(f"{source}: there is no such archive or folder")
    people = _roster(root, roster)
    left_out: list[str] = []
    with alone(root), scratch_folder("collect-", private_folder(root, "staging")) as scratch:
        parts = parts_of(source, people, scratch, left_out)
        if not parts:
            said = f" ({left_out[0]})" if left_out else ""
            raise NothingToCollect(f"{source}: there is nothing in it that could be collected{said}")
        name = (COURSE.assignment(assignment) if assignment else _assignment(parts, source)).name
        collected = Collected(name, left_out=left_out)
        deadline = deadlines(root, name)
        for part in sorted(parts, key=lambda part: (part.student or "", part.named.order)):
            again = any(line.student == part.student and line.status != "another is there" for line in collected.lines)
            collected.lines.append(_place(root, name, part, deadline, replace or again))
    return collected


def _roster(root: Path, path: Path | None) -> Roster:
    """Return who may have handed in: the roster, or the students of the gradebook, who have platforms' numbers."""
    known = students_of(root)
    numbers = {student.id: student.lms_user_id for student in known if student.lms_user_id}
    path = path or find_roster(root)
    if path:
        people = read_roster(path)
    else:
        people = [Person(s.id, s.first_name or "", s.last_name or "", s.email or "", STUDENT) for s in known]
    if not people:
        raise NothingToCollect(
            f"{root}: nobody is known here; bring students into the gradebook, or name a roster with --roster FILE.csv"
        )
    return Roster(people, numbers)


def _assignment(parts: list[Part], source: Path) -> Assignment:
    """Return the assignment that most submissions of the download belong to; platforms hand over one at a time."""
    votes = Counter(vote for part in parts if (vote := _belongs_to(part.folder)))
    ranked = votes.most_common(2)
    if not ranked:
        raise NothingToCollect(
            f"{source}: no notebook of this course is in it; if it is the right download, name its assignment with "
            "--assignment"
        )
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        raise NothingToCollect(f"{source}: {ranked[0][0].name} or {ranked[1][0].name}? Say which with --assignment")
    return ranked[0][0]


def _belongs_to(folder: Path) -> Assignment | None:
    """Return the assignment of which most cells are in a submission."""
    cells: list[NotebookNode] = []
    for file in handed_in(folder, []):
        if file.size <= LARGEST_NOTEBOOK and looks_like_notebook(data := file.read()):
            notebook = notebook_from(data, "", [])
            cells += notebook.cells if notebook else []
    return assignment_of(cells)


def _place(root: Path, assignment: str, part: Part, deadlines: Deadlines, replace: bool) -> Line:
    """Put one part where it is graded, if that may be, and return what became of it."""
    label = printable(part.named.label)
    if part.student is None:
        return Line(None, label, "not matched", part.named.late, part.why_not)
    student, place = part.student, root / "submitted" / part.student / assignment
    line = Line(student, label, "collected", part.named.late, _lateness(part.named))
    if part.named.time:
        (part.folder / STAMP).write_text(part.named.time.strftime(NBGRADERS), encoding="utf-8")
    try:
        descriptor = open_student(root / "submitted", student)
    except OSError as error:
        return Line(student, label, "refused", part.named.late, f"submitted/{student} is a link or no folder ({error})")
    try:
        mark = {"late": part.named.late, "from": part.named.platform}
        known = attempts_of(root, assignment, student)
        mine = fingerprint_folder(part.folder, stamp=False)
        same = [attempt for attempt in known if fingerprint_folder(attempt.folder, stamp=False) == mine]
        if same:
            number = read_mark(root, assignment, student, same[0].folder).get("number")
            write_mark(root, assignment, student, same[0].folder, mark | ({"number": number} if number else {}))
            line.status = "there already"
            return line
        if os.path.lexists(place):
            if not replace:
                line.status = "another is there"
                line.said = "left alone; --replace takes this one and keeps the other"
                return line
            keep(root, assignment, student)
            line.status = "replaced"
        number = next_number(root, assignment, student)
        write_mark(root, assignment, student, part.folder, mark | {"number": number})
        os.rename(part.folder, assignment, dst_dir_fd=descriptor)
    finally:
        os.close(descriptor)
    said = put_in_place(root, assignment, student, deadlines.of(student))
    line.said = "; ".join(text for text in (line.said, said) if text)
    return line


def _lateness(named: Named) -> str:
    if named.late is not None:
        return f"{named.platform} says: {'late' if named.late else 'in time'}"
    if named.time:
        return f"handed in {named.time.isoformat(' ', 'seconds')} UTC"
    return "whether it was late is not known"
