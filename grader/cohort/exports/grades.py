"""nbgrader's own table of grades, quoted."""

from collections.abc import Iterator

from nbgrader.api import Gradebook

from grader.cohort.exports.base import CourseExport
from grader.roster import Person


class GradesExport(CourseExport):
    """nbgrader's own table, column for column, but quoted: `O'Neill, Jr.` is one cell."""

    def rows(self, gradebook: Gradebook, people: list[Person], assignments: list[str]) -> Iterator[list]:
        """Yield a line for each assignment and student."""
        yield [
            *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
            *("raw_score", "late_submission_penalty", "score", "max_score"),
        ]
        for assignment in assignments:
            due = gradebook.find_assignment(assignment).duedate
            for person, (mark,) in self.marks_of(gradebook, people, [assignment]):
                raw = sum(task.score for task in mark.tasks)
                who = [person.id, person.last_name, person.first_name, person.email]
                # as nbgrader does it: who handed in nothing has 0.0
                yield [assignment, due, mark.timestamp, *who, raw, mark.penalty, mark.score or 0.0, mark.max_score]
