"""Canvas' gradebook as CSV: one column for each assignment, and a note that says what was lost and why."""

import re
from collections.abc import Iterator, Sequence

from nbgrader.api import Gradebook

from grader.cohort.exports.marks import Mark
from grader.cohort.exports.matching import PlatformExport, PlatformFileError
from grader.cohort.exports.spreadsheets import points, read_csv
from grader.roster import Person

# Source: Canvas, "How do I import grades in the Gradebook?", and what its gradebook_importer.rb takes
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
CANVAS_IDS = ("SIS Login ID", "SIS User ID")
CANVAS_MORE = ("Integration ID", "Root Account")
NOTES, LONGEST_NOTE = "Notes", 255  # a column of the gradebook's own, for instructors
POINTS_POSSIBLE = "    Points Possible"


class CanvasExport(PlatformExport):
    """Canvas' gradebook: a column for each assignment, and a note that says what was lost and why."""

    default_file = "canvas.csv"

    def rows(self, gradebook: Gradebook, people: list[Person], assignments: list[str]) -> Iterator[list]:
        """Yield the header, the points possible, and a line for each student that Canvas knows."""
        lines: dict[str, list[str]]
        who: Sequence[int]
        header, lines, who, notes = list(CANVAS), {}, range(len(CANVAS)), True
        possible = {name: gradebook.find_assignment(name).max_score for name in assignments}
        if self.platform_file:
            header, *body = read_csv(self.platform_file)
            who, notes = canvas_columns(header), NOTES in header
            students = [line for line in body if "Points Possible" not in line[0] and any(line[i] for i in who)]
            lines = self.matched(people, students, header, CANVAS_IDS)
            people = [person for person in people if person.id in lines]
            self._compare_points(header, body, possible)
        if not notes:
            self.log.warning("Canvas has no column Notes: show it in the gradebook's view options and export again")
        titles = [canvas_title(header, self._title(name)) for name in assignments]
        named = [header[i] for i in who]
        yield [*named, *([NOTES] if notes else []), *titles]
        first = [POINTS_POSSIBLE] + [""] * (len(named) - 1 + notes)
        yield [*first, *(points(possible[name]) for name in assignments)]
        for person, their in self.marks_of(gradebook, people, assignments):
            line = lines.get(person.id)
            cells = [line[i] for i in who] if line else [person.sortable_name, "", "", person.id, ""]
            yield [*cells, *([self._note(their)] if notes else []), *(self.score(mark) for mark in their)]

    def _note(self, their: Sequence[Mark]) -> str:
        if len(their) == 1:
            return short_note(their[0].comment)
        lost = [mark for mark in their if mark.comment != "All points."]
        room = LONGEST_NOTE // max(1, len(lost))
        return " ".join(short_note(f"{mark.assignment}: {mark.comment}", room - 1) for mark in lost)

    def _compare_points(self, header: list[str], body: list[list[str]], possible: dict[str, float]) -> None:
        line: list[str] = next((line for line in body if "Points Possible" in line[0]), [])
        for name, best in possible.items():
            title = canvas_title(header, self._title(name))
            there = line[header.index(title)] if title in header and len(line) == len(header) else ""
            if there and there not in (points(best), f"{best:.2f}"):
                self.log.warning("%s: Canvas has %s points possible, the gradebook %s", name, there, points(best))


def canvas_columns(header: list[str]) -> list[int]:
    """Return which columns of a gradebook that Canvas exported say who somebody is, in its order.

    Raises:
        PlatformFileError: it is not such a file.
    """
    names = {"LastName", "FirstName", *CANVAS, *CANVAS_MORE}
    missing = {"ID", "SIS Login ID", "Section"} - set(header)
    if missing:
        raise PlatformFileError(f"the file is no gradebook from Canvas: it has no column {', '.join(sorted(missing))}")
    return [i for i, name in enumerate(header) if name in names]


def canvas_title(header: list[str], assignment: str) -> str:
    """Return the title of an assignment's column in a file from Canvas, which adds its own number.

    >>> canvas_title(["Student", "1-cross-correlation (8317)"], "1-cross-correlation")
    '1-cross-correlation (8317)'
    """
    return next((name for name in header if re.sub(r" \(\d+\)$", "", name) == assignment), assignment)


def short_note(text: str, most: int = LONGEST_NOTE) -> str:
    """Cut a comment at a word, so that it fits; where there are no spaces, or a very long word, within it.

    >>> short_note("corr2d 0.5 of 5: the kernel is flipped", 30)
    'corr2d 0.5 of 5: the kernel …'
    >>> short_note("请" * 40, 5)
    '请请请 …'
    """
    if len(text) <= most:
        return text
    at_a_word = text[: most - 1].rpartition(" ")[0]
    return (at_a_word if len(at_a_word) > most // 2 else text[: most - 2]) + " …"
