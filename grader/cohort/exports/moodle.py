"""Moodle's two ways in: a grade import with feedback, and an assignment's offline grading worksheet."""

import re
from collections.abc import Iterator, Sequence

from nbgrader.api import Gradebook

from grader.cohort.exports.matching import PlatformExport, PlatformFileError
from grader.cohort.exports.spreadsheets import points, read_csv
from grader.errors import UserError
from grader.roster import Person

# Source: Moodle docs, "Grade import" and "Grade export": a person chooses which column is mapped to what
MOODLE = ("First name", "Last name", "ID number", "Email address")
MOODLE_IDS = ("ID number", "Username", "Email address")
# Source: Moodle docs, "Assignment settings", offline grading worksheet: `Identifier` exists only in Moodle
WORKSHEET = ("Identifier", "Grade")
FEEDBACK = "Feedback comments"


class MoodleExport(PlatformExport):
    """Moodle: a grade import with feedback, or an assignment's offline grading worksheet filled in."""

    default_file = "moodle.csv"

    def rows(self, gradebook: Gradebook, people: list[Person], assignments: list[str]) -> Iterator[list]:
        """Yield the header and a line for each student that Moodle knows."""
        if not self.platform_file:
            yield from self._grade_import(gradebook, people, assignments)
            return
        header, *body = read_csv(self.platform_file)
        if set(WORKSHEET) <= set(header):
            yield from self._worksheet(gradebook, people, assignments, header, body)
        elif set(MOODLE_IDS) & set(header):
            yield from self._grade_import(gradebook, people, assignments, header, body)
        else:
            wanted = f"{', '.join(WORKSHEET)} (a grading worksheet) or {', '.join(MOODLE_IDS)}"
            raise PlatformFileError(f"{self.platform_file} is not from Moodle: it has no columns {wanted}")

    def _grade_import(
        self,
        gradebook: Gradebook,
        people: list[Person],
        assignments: list[str],
        header: Sequence[str] = (),
        body: Sequence[list[str]] = (),
    ) -> Iterator[list]:
        lines, who = {}, list(MOODLE)
        if header:
            lines = self.matched(people, list(body), list(header), MOODLE_IDS)
            people = [person for person in people if person.id in lines]
            who = [name for name in (*MOODLE, "Username") if name in header]
        else:
            self._say("no e-mail address, so map by ID number", [person.id for person in people if not person.email])
        names = [self._title(name) for name in assignments]
        titles = [moodle_title(list(header), name, feedback) for name in names for feedback in (False, True)]
        yield [*who, *titles]
        for person, their in self.marks_of(gradebook, people, assignments):
            line = lines.get(person.id)
            if line:
                cells = [line[header.index(name)] for name in who]
            else:
                cells = [person.first_name, person.last_name, person.id, person.email]
            yield [*cells, *(cell for mark in their for cell in (self.score(mark), mark.comment))]

    def _worksheet(
        self,
        gradebook: Gradebook,
        people: list[Person],
        assignments: list[str],
        header: list[str],
        body: list[list[str]],
    ) -> Iterator[list]:
        if len(assignments) != 1:
            raise UserError("a grading worksheet is of one assignment: name it with --assignment")
        feedback = header.index(FEEDBACK) if FEEDBACK in header else None
        if feedback is None:
            self.log.warning("the worksheet has no column %s: switch it on in Moodle's assignment", FEEDBACK)
        self._compare_points(header, body, assignments[0], gradebook.find_assignment(assignments[0]).max_score)
        lines = self.matched(people, body, header, MOODLE_IDS)
        found = {id(line): name for name, line in lines.items()}
        people = [person for person in people if person.id in lines]
        their = {person.id: mark for person, (mark,) in self.marks_of(gradebook, people, assignments)}
        yield header
        for line in body:
            mark = their.get(found.get(id(line), ""))
            if mark:
                line[header.index("Grade")] = self.score(mark)
                if feedback is not None:
                    line[feedback] = mark.comment
            yield line

    def _compare_points(self, header: list[str], body: list[list[str]], assignment: str, best: float) -> None:
        column = header.index("Maximum Grade") if "Maximum Grade" in header else None
        there = {line[column] for line in body} - {""} if column is not None else set()
        wrong = there - {points(best), f"{best:.2f}"}
        if wrong:
            self.log.warning("%s: Moodle's maximum is %s, the gradebook's %s", assignment, wrong.pop(), points(best))


def moodle_title(header: list[str], assignment: str, feedback: bool = False) -> str:
    """Return the title of an assignment's column in a grade export from Moodle.

    >>> moodle_title(["ID number", "Assignment: 1-cross-correlation (Real)"], "1-cross-correlation")
    'Assignment: 1-cross-correlation (Real)'
    """
    own = f"{assignment} (Feedback)" if feedback else assignment
    pattern = rf"(.*: )?{re.escape(assignment)} \({'Feedback' if feedback else 'Real'}\)"
    return next((name for name in header if re.fullmatch(pattern, name)), own)
