"""A class of any size, made without running anything, with names that break tables.

`python -m tests.big_class FOLDER --students 1000` makes one to try reports, exports and comparisons on.
"""

import json
import random
import shutil
from datetime import datetime
from pathlib import Path

import click
from nbgrader.api import Grade, GradeCell, Notebook, Student, SubmittedAssignment, SubmittedNotebook, new_uuid

from grader.gradebook.pipelines import ensure_assignment, open_course
from grader.packs.reading import load_public
from grader.places import ROOT
from grader.submission.evidence import write_evidence
from grader.tasks import COURSE

ASSIGNMENT = "1-cross-correlation"
NAMES = [  # first name, last name
    ("Sean", "O'Neill, Jr."),
    ("=1+1", '=HYPERLINK("http://127.0.0.1/?"&A1)'),
    ("@SUM(A1)", "+49 30"),
    ('Anna "Ann"', "Müller-Lüdenscheidt"),
    ("", "Suharto"),
    ("三", "张"),
    ("-2", "\tTab"),
    ("Jane", "Doe; DROP"),
    ("Two\nlines", 'Break "of" a\r\nname'),
    ('"', '""'),
    ("Zoë 🙂", "e\u0301 ﬁ ñ"),
    ("نور", "\u202eelcic"),
    (",", ";\t,"),
    ("'=1", "'"),
]
IDS = ("s{:04}", "{:08}", "jane.doe{}", "jane{}@uni.edu", "JDoe{}")


def people(count):
    """Yield (id, first name, last name, e-mail address) for a class, ids as five schools write them."""
    for number in range(count):
        first, last = NAMES[number % len(NAMES)]
        yield IDS[number % len(IDS)].format(number + 1), first, last, f"student{number + 1}@uni.edu"


def make_class(root, count, seed=0, solutions=None):
    """Make a course folder with a graded class below `root`; one in fifty handed in nothing.

    `solutions(number)` may return {task: source} for what student `number` wrote.
    """
    root, draw = Path(root), random.Random(seed)
    shutil.copytree(ROOT / "source" / ASSIGNMENT, root / "source" / ASSIGNMENT, dirs_exist_ok=True)
    ensure_assignment(root, ASSIGNMENT)
    listed = list(people(count))
    with open_course(root).gradebook as book:
        notebook = book.db.query(Notebook).one()
        cells = {cell.name: cell for cell in book.db.query(GradeCell)}
        for number, (name, first, last, email) in enumerate(listed):
            book.db.add(Student(id=name, first_name=first, last_name=last, email=email))
            if number % 50 != 49:
                _hand_in(book, root, name, notebook, cells, draw)
                _notebook(root, name, solutions(number) if solutions else {})
        book.db.commit()
    return listed


def _hand_in(book, root, student, notebook, cells, draw):
    submission = SubmittedAssignment(
        id=new_uuid(), assignment_id=notebook.assignment_id, student_id=student, timestamp=datetime(2026, 11, 1)
    )
    handed_in = SubmittedNotebook(id=new_uuid(), notebook_id=notebook.id, assignment_id=submission.id)
    book.db.add_all([submission, handed_in])
    records = {}
    for task in COURSE.assignment(ASSIGNMENT).tasks.values():
        record = None if task.kind == "text" else _record(task, draw)
        score = record["score"] if record else 0.0
        waiting = record is None
        cell = cells[task.cell]
        book.db.add(
            Grade(
                id=new_uuid(), cell_id=cell.id, notebook_id=handed_in.id, auto_score=score, needs_manual_grade=waiting
            )
        )
        if record:
            records[task.name] = record
    evidence = {"assignment": ASSIGNMENT, "student": student, "oddities": [], "tasks": records, "isolation": "confined"}
    write_evidence(root, evidence)


def _record(task, draw):
    known = load_public(ASSIGNMENT)["tasks"][task.name].get("misconceptions") or []
    facets = [
        {"name": f.name, "says": f.says, "weight": f.weight, "passed": draw.random() < 0.8, "message": ""}
        for f in task.facets
    ]
    for facet in facets:
        facet["message"] = "" if facet["passed"] else "=3 of 12 values differ"
    right = all(facet["passed"] for facet in facets)
    mistake = draw.choice(known) if known and not right and draw.random() < 0.5 else None
    return {
        "task": task.name,
        "score": round(task.points * sum(f["weight"] for f in facets if f["passed"]), 6),
        "max_score": task.points,
        "read": task.read,
        "facets": facets,
        "misconception": mistake and mistake["name"],
        "hints": [mistake["hint"]] if mistake else [],
        "note": "",
        "public": [],
    }


def _notebook(root, student, sources):
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    name = COURSE.assignment(ASSIGNMENT).notebook
    text = (ROOT / "release" / ASSIGNMENT / name).read_text(encoding="utf-8")
    if sources:
        nb = json.loads(text)
        for cell in nb["cells"]:
            grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if grade_id in sources:
                cell["source"] = sources[grade_id]
        text = json.dumps(nb)
    (folder / name).write_text(text, encoding="utf-8")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--students", default=1000, show_default=True)
def main(folder, students):
    """Make a class in FOLDER."""
    make_class(folder, students)
    click.echo(f"{students} students in {folder}")


if __name__ == "__main__":
    main()
