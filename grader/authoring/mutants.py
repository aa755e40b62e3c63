"""Run every known misconception against its task: is it killed, and is it named for what it is?"""

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

from course.checking.data import PackEntry, SubmissionData
from course.checking.measure import describe, measure
from grader.authoring.preloading import import_what_grading_has
from grader.packs.reading import load_hidden, load_public
from grader.tasks import COURSE, Task
from grader.verdict.referee import grade_task


@dataclass(frozen=True)
class Mutant:
    """One misconception's fate."""

    task: str
    misconception: str
    score: float
    max_score: float
    named: str | None
    lost: tuple[str, ...] = ()  # the names of the facets that it costs

    @property
    def killed(self) -> bool:
        """Does it get less than full marks?"""
        return self.score < self.max_score

    def as_json(self) -> dict[str, object]:
        """Return what `python -m grader mutants --json` prints of it."""
        return asdict(self) | {"killed": self.killed}


def run_mutants(names: Collection[str] = ()) -> Iterator[Mutant]:
    """Yield a `Mutant` for every misconception; of some tasks only, if they are named."""
    import_what_grading_has()
    for assignment in COURSE.assignments:
        chosen = [name for name in assignment.task_names if name in names or not names]
        if not chosen:
            continue
        public, hidden = load_public(assignment)["tasks"], load_hidden(assignment)["tasks"]
        for task in (assignment.tasks[name] for name in chosen):
            for wrong in task.misconceptions:
                submission = submit(task, wrong.made, public[task.name], hidden[task.name])
                grade = grade_task(task.name, submission, public[task.name], hidden[task.name])
                known = {mistake.name for mistake in task.misconceptions}  # a slip that raises has a name of its own
                named = grade.misconception if grade.misconception in known else None
                lost = tuple(facet.name for facet in grade.facets if not facet.passed)
                yield Mutant(task.name, wrong.name, grade.score, grade.max_score, named, lost)


def submit(task: Task, made: object, public: PackEntry, hidden: PackEntry) -> SubmissionData:
    """Return what the sandbox would bring out for an object of our own making."""
    if task.kind in ("code", "module"):
        return {
            "public": [measure(made, case, 5) for case in public["cases"]],
            "own": [measure(made, case, 5) for case in hidden["cases"]],
        }
    if isinstance(made, dict):  # what a mistake says nothing of is right
        made = made.get("", task.answer | made)
    return {"value": describe(made)}
