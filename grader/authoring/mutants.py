"""Run every known misconception against its task: is it killed, and is it named for what it is?"""

from dataclasses import asdict, dataclass

from course.checking.measure import describe, measure
from grader.packs.reading import load_hidden, load_public
from grader.tasks import COURSE
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
    def killed(self):
        return self.score < self.max_score

    def as_json(self):
        return asdict(self) | {"killed": self.killed}


def run_mutants(assignments=None, names=()):
    """Yield a `Mutant` for every misconception of every task that the referee grades, or of the tasks in `names`."""
    for assignment in COURSE.assignments:
        if assignments and assignment.name not in assignments:
            continue
        public, hidden = load_public(assignment.name)["tasks"], load_hidden(assignment.name)["tasks"]
        for task in assignment.tasks.values():
            for wrong in task.misconceptions if task.name in names or not names else ():
                submission = submit(task, wrong.made, public[task.name], hidden[task.name])
                grade = grade_task(task.name, submission, public[task.name], hidden[task.name])
                known = {mistake.name for mistake in task.misconceptions}  # a slip that raises has a name of its own
                named = grade.misconception if grade.misconception in known else None
                lost = tuple(facet.name for facet in grade.facets if not facet.passed)
                yield Mutant(task.name, wrong.name, grade.score, grade.max_score, named, lost)


def submit(task, made, public, hidden):
    """Return what the kernel would bring out for an object of our own making."""
    if task.kind in ("code", "module"):
        return {
            "public": [measure(made, case, 5) for case in public["cases"]],
            "own": [measure(made, case, 5) for case in hidden["cases"]],
        }
    value = made.get("", made) if isinstance(made, dict) else made
    return {"value": describe(value)}
