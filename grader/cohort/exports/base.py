"""What all exports share: whose lines there are, of which assignments, and the list of those who match nobody."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from tqdm import tqdm
from traitlets import Unicode

from grader.cohort.exports.marks import Mark, marks
from grader.cohort.exports.spreadsheets import write_csv
from grader.errors import UserError
from grader.gradebook.which import refuse_a_stranger, shown
from grader.roster import INSTRUCTOR, WITHDRAWN, Person, find_roster, read_roster


class CourseExport(ExportPlugin):
    """An export of one course: a subclass says what its lines are."""

    default_file = "grades.csv"
    roster = Unicode("", help="Who takes part; default: CONVOLUTIONS_ROSTER or the course's roster.csv.").tag(
        config=True
    )

    def export(self, gradebook: Gradebook) -> None:
        """Write the file; what does not match is logged as a warning.

        Raises:
            SystemExit: nothing can be written; the message says why.
        """
        self.root = getattr(getattr(self.parent, "coursedir", None), "root", None) or "."
        try:
            url = str(gradebook.engine.url.render_as_string(hide_password=False))
            self.log.info("gradebook: %s", shown(url))
            refuse_a_stranger(Path(self.root), url)
            people = self._people(gradebook)
            assignments = self._assignments(gradebook)
            target = self.to or self.default_file
            count = write_csv(target, self.rows(gradebook, people, assignments)) - 1
        except (UserError, OSError, UnicodeDecodeError) as error:
            raise SystemExit(f"error: {error}") from None
        self.log.info("%s: %d lines, %s", target, count, ", ".join(assignments))

    def rows(self, gradebook: Gradebook, people: list[Person], assignments: list[str]) -> Iterator[list]:
        """Yield the header, then the lines."""
        raise NotImplementedError

    def marks_of(
        self, gradebook: Gradebook, people: list[Person], assignments: list[str]
    ) -> Iterator[tuple[Person, tuple[Mark, ...]]]:
        """Yield each person with the marks of all assignments, one person after the other."""
        students = [person.id for person in people]
        each = [marks(gradebook, self.root, assignment, students) for assignment in assignments]
        yield from tqdm(
            zip(people, zip(*each, strict=True), strict=True), total=len(people), unit="student", disable=None
        )

    def _people(self, gradebook: Gradebook) -> list[Person]:
        """Return the students to export in the gradebook's order: of the roster, if there is one."""
        known = {
            s.id: Person(s.id, s.first_name or "", s.last_name or "", s.email or "", "student")
            for s in gradebook.students
        }
        path = self.roster or find_roster(self.root)
        if path:
            listed = {person.id: person for person in read_roster(path) if person.role != INSTRUCTOR}
            gone = [name for name in known if name in listed and listed[name].role == WITHDRAWN]
            self._say("withdrawn, left out", gone)
            self._say(f"in the gradebook but not in {path}, left out", [name for name in known if name not in listed])
            absent = [name for name, person in listed.items() if name not in known and person.role != WITHDRAWN]
            self._say(f"in {path} but not in the gradebook (python -m deploy.roster --gradebook)", absent)
            known = {name: listed[name] for name in known if name in listed and name not in gone}
        wanted = [str(name) for name in self.student]
        self._say("not among the students", [name for name in wanted if name not in known])
        people = [person for name, person in known.items() if not wanted or name in wanted]
        if not people:
            raise UserError("there is no student to export: the gradebook has none of those asked for")
        return sorted(people, key=lambda person: (person.sortable_name.lower(), person.id))

    def _assignments(self, gradebook: Gradebook) -> list[str]:
        there = [assignment.name for assignment in gradebook.assignments]
        wanted = [str(name) for name in self.assignment] or there
        unknown = [name for name in wanted if name not in there]
        if unknown or not there:
            listed = f"it has {', '.join(there)}" if there else "it has none: grade something first"
            raise UserError(f"the gradebook has no assignment {', '.join(unknown)}: {listed}".replace(" : ", ": "))
        return wanted

    def _say(self, what: str, who: Sequence[str]) -> None:
        if who:
            self.log.warning("%s: %s", what, ", ".join(who))
