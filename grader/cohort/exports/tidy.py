"""What every student did with every facet of every task, as one long table."""

from collections.abc import Iterator

from nbgrader.api import Gradebook
from traitlets import Bool

from grader.cohort.exports.base import CourseExport
from grader.cohort.exports.marks import Mark
from grader.cohort.pseudonyms import pseudonyms
from grader.packs import load_public
from grader.roster import Person
from grader.tasks import COURSE


class TidyExport(CourseExport):
    """One line for each student, task and facet, with the recognised mistake: for pandas, R or a pivot table."""

    default_file = "facets.csv"
    pseudonyms = Bool(False, help="For sharing: no ids, and none of the messages that may quote a student.").tag(
        config=True
    )

    def rows(self, gradebook: Gradebook, people: list[Person], assignments: list[str]) -> Iterator[list]:
        """Yield the lines of each student, assignment by assignment; under pseudonyms in the order of these."""
        yield [
            *("student", "assignment", "handed_in", "task", "kind", "task_score", "task_max_score", "to_mark"),
            *("facet", "facet_says", "facet_weight", "facet_passed", "message", "mistake", "mistake_says"),
        ]
        called = pseudonyms(self.root, [p.id for p in people]) if self.pseudonyms else {p.id: p.id for p in people}
        people = sorted(people, key=lambda person: called[person.id])
        for person, their in self.marks_of(gradebook, people, assignments):
            for mark in their:
                yield from self._lines(called[person.id], mark)

    def _lines(self, called: str, mark: Mark) -> Iterator[list]:
        if not mark.tasks:
            yield [called, mark.assignment, "no" if mark.score is None else "yes", *[""] * 12]
        tasks = load_public(mark.assignment)["tasks"] if mark.assignment in COURSE else {}
        kinds = {name: entry["kind"] for name, entry in tasks.items()}
        for task in mark.tasks:
            begins = [called, mark.assignment, "yes", task.task, kinds.get(task.task, ""), task.score, task.max_score]
            begins.append("yes" if task.to_mark else "no")
            mistake = [task.mistake, " ".join(task.record["hints"]) if task.record else ""]
            facets = task.record["facets"] if task.record else []
            for facet in facets:
                passed, message = "yes" if facet["passed"] else "no", "" if self.pseudonyms else facet["message"]
                yield [*begins, facet["name"], facet["says"], facet["weight"], passed, message, *mistake]
            if not facets:
                yield [*begins, *[""] * 5, *mistake]
