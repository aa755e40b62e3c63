"""Collects what is known of a class in one assignment: who is in it, their marks, and what grading kept as evidence."""

import difflib
import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Gradebook

from course.checking.data import PackEntry
from grader.cohort.exports.marks import Mark, marks
from grader.cohort.pseudonyms import pseudonyms as made_up
from grader.cohort.report.answers import read_answers
from grader.cohort.watching.told import Summary, summary
from grader.errors import UserError
from grader.gradebook.pipelines import has_gradebook, open_course, students_with_submissions
from grader.packs import load_public
from grader.roster import INSTRUCTOR, WITHDRAWN, find_roster, read_roster
from grader.tasks import COURSE

TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # Unicode's embeddings and overrides
STRANGERS = "in the gradebook, not in the roster"


class NoReport(UserError):
    """There is nothing to report on; the message says what is missing."""


@dataclass
class Facts:
    """A class in one assignment.  `tasks` is what the pack says of each task, {} for another course's."""

    assignment: str
    names: dict[str, str]
    marks: list[Mark]  # of those who have been graded
    waiting: list[str]  # handed in, not graded yet
    absent: list[str]  # nothing handed in
    tasks: dict[str, PackEntry]
    due: datetime | None = None
    answers: dict[str, dict[str, str]] = field(default_factory=dict)  # {task: {student: what was written}}
    missing: list[str] = field(default_factory=list)  # what could not be found, in words
    watched: Summary = field(default_factory=Summary)  # what was graded and answered on arrival

    @property
    def before_deadline(self) -> bool:
        """Is there a due date that has not passed?"""
        return self.due is not None and self.due > datetime.now(UTC).replace(tzinfo=None)

    def name(self, student: str) -> str:
        """Return how a student is called."""
        return self.names.get(student) or student


def class_facts(
    root: Path | str, assignment: str, progress: Callable[[Iterable], Iterable] = iter, student: str | None = None
) -> Facts:
    """Return the facts of a class; with `student`, of this one only.

    Raises:
        NoReport: the folder, the assignment or the student is not there.
    """
    root = Path(root)
    if not root.is_dir():
        raise NoReport(f"{root}: there is no such folder; --course names the course folder")
    missing: list[str] = []
    due, names, found = None, {}, []
    ours = assignment in COURSE
    tasks = _tasks(assignment, missing) if ours else {}
    handed_in = set(students_with_submissions(root, assignment))
    if has_gradebook(root):
        with open_course(root).gradebook as gradebook:
            names = {s.id: " ".join(filter(None, (s.first_name, s.last_name))) for s in gradebook.students}
            known = [entry.name for entry in gradebook.assignments]
            if assignment in known:
                due = gradebook.find_assignment(assignment).duedate
                found = _marks(gradebook, root, assignment, [student] if student else sorted(names), progress)
            elif not ours:
                there = ", ".join(sorted({*known, *COURSE.names}))
                raise NoReport(f"{assignment}: neither this course nor its gradebook has it; there are {there}")
            else:
                missing.append(f"nothing has been graded: python -m grader grade {assignment}")
    else:
        COURSE.assignment(assignment)  # or it says which there are
        missing.append(f"there is no gradebook yet: python -m grader grade {assignment}")
    names, withdrawn = _from_roster(root, names, missing)
    _student_is_known(student, {*names, *handed_in})
    everybody = {student} if student else ({*names, *handed_in} - withdrawn)
    found = [mark for mark in found if mark.student in everybody]
    graded = {mark.student for mark in found}
    unknown = {task.task for mark in found for task in mark.tasks} - set(tasks)
    if tasks and unknown:
        missing.append(f"graded by another version of the course: {', '.join(sorted(unknown))}")
    lost = [mark.student for mark in found if tasks and not mark.evidence]
    if lost:
        missing.append(f"no sentences for {len(lost)} of {len(found)} students: they were graded without this grader")
    names = _told_apart(names)
    if student:  # nobody else's data
        names = {student: names.get(student, "")}
        missing = [line for line in missing if not line.startswith(STRANGERS)]
    return Facts(
        assignment,
        names,
        found,
        sorted((handed_in & everybody) - graded),
        sorted(everybody - handed_in - graded),
        tasks,
        due,
        read_answers(root, assignment, tasks, sorted(graded)),
        missing,
        Summary() if student else summary(root, assignment),
    )


def facts_of(
    root: Path | str,
    assignment: str | None = None,
    student: str | None = None,
    progress: Callable[[Iterable], Iterable] = iter,
    pseudonyms: bool = False,
) -> list[Facts]:
    """Return the facts of one assignment, or of all in which somebody handed in anything.

    Raises:
        NoReport: there is nothing to report on; the message says what is missing.
    """
    if assignment:
        found = [class_facts(root, assignment, progress, student)]
    else:
        every = [class_facts(root, name, progress, student) for name in COURSE.names]
        found = [facts for facts in every if facts.marks or facts.waiting]
        if not found:
            raise NoReport(f"{Path(root) / 'submitted'}: nobody has handed in anything yet")
    return [_under_pseudonyms(root, facts) for facts in found] if pseudonyms else found


def _under_pseudonyms(root: Path | str, facts: Facts) -> Facts:
    """Return the same facts of students who have a pseudonym for an id: nothing that is made of them has another."""
    called = made_up(root, {*facts.names, *facts.waiting, *facts.absent, *(mark.student for mark in facts.marks)})

    def marked(mark: Mark) -> Mark:
        own = re.compile(rf"(?<![\w.@-]){re.escape(mark.student)}(?![\w@-])")
        called_so = functools.partial(own.sub, called[mark.student])
        evidence = mark.evidence
        if evidence:
            odd, changes = list(map(called_so, mark.oddities)), list(map(called_so, mark.changes))
            evidence = {**evidence, "oddities": odd, "changes": changes}
        return replace(mark, student=called[mark.student], evidence=evidence)

    return replace(
        facts,
        names={name: name for name in called.values()},
        marks=[marked(mark) for mark in facts.marks],
        waiting=sorted(called[student] for student in facts.waiting),
        absent=sorted(called[student] for student in facts.absent),
        answers={
            task: {called[s]: said for s, said in of.items() if s in called} for task, of in facts.answers.items()
        },
        missing=[line.partition(": ")[0] if line.startswith(STRANGERS) else line for line in facts.missing],
        watched=replace(
            facts.watched, person={called[s]: said for s, said in facts.watched.person.items() if s in called}
        ),
    )


def _tasks(assignment: str, missing: list[str]) -> dict[str, PackEntry]:
    try:
        return load_public(assignment)["tasks"]
    except UserError as error:
        missing.append(str(error))
        return {}


def _marks(
    gradebook: Gradebook,
    root: Path,
    assignment: str,
    students: Iterable[str],
    progress: Callable[[Iterable], Iterable[Mark]],
) -> list[Mark]:
    known = {student.id for student in gradebook.students}
    asked = [student for student in students if student in known]
    return [mark for mark in progress(marks(gradebook, root, assignment, asked)) if mark.score is not None]


def _from_roster(root: Path, names: dict[str, str], missing: list[str]) -> tuple[dict[str, str], set[str]]:
    """Return ({student: name}, the withdrawn): the roster's names where there is one, else the gradebook's."""
    path = find_roster(root)
    if path is None:
        return names, set()
    try:
        people = read_roster(path)
    except UserError as error:
        missing.append(f"the roster is not used: {str(error).splitlines()[0]}")
        return names, set()
    listed = {person.id: person for person in people if person.role != INSTRUCTOR}
    strangers = sorted(set(names) - {person.id for person in people})
    if strangers:
        missing.append(f"{STRANGERS}: {', '.join(strangers[:10])}")
    names = names | {name: person.name for name, person in listed.items()}
    staff = {person.id for person in people if person.role == INSTRUCTOR}
    return names, staff | {name for name, person in listed.items() if person.role == WITHDRAWN}


def _told_apart(names: dict[str, str]) -> dict[str, str]:
    """Return names, with the id where two are called alike, and without marks that turn the direction of writing.

    >>> _told_apart({"s001": "Jane Doe", "s002": "Jane Doe", "s003": "Ann", "s004": ""})
    {'s001': 'Jane Doe (s001)', 's002': 'Jane Doe (s002)', 's003': 'Ann', 's004': ''}
    """
    names = {id: name.translate(TURNING) for id, name in names.items()}
    often = Counter(names.values())
    return {id: f"{name} ({id})" if name and often[name] > 1 else name for id, name in names.items()}


def _student_is_known(student: str | None, everybody: set[str]) -> None:
    if student and student not in everybody:
        near = difflib.get_close_matches(student, sorted(everybody), 3)
        raise NoReport(f"{student}: no such student" + (f"; is it {' or '.join(near)}?" if near else ""))
