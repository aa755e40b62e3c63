"""A made-up class of any size: a gradebook and evidence as grading leaves them, without running a notebook.

`python -m tests.submissions.made_up_class FOLDER [--students 300]`; students are s001, s002, ..., and have no names.
"""

import copy
import json
import random
import shutil
import warnings
from pathlib import Path

import click
from nbgrader.api import Grade, Gradebook, SubmittedNotebook

from grader.gradebook.pipelines import ensure_assignment, open_course
from grader.packs import load_hidden
from grader.places import ROOT, private_folder, write_json
from grader.submission.evidence import evidence_path
from grader.tasks import COURSE
from tests.submissions.build import released

ASSIGNMENT = "1-cross-correlation"
ANSWERS = (
    "`X` needs no gradient, so changing it in place breaks nothing; a **leaf** that needs one refuses.",
    "Because the update happens under `torch.no_grad()`, autograd records nothing: $w \\leftarrow w - \\eta g$.",
    "The kernel is a leaf, the output is not. If a<b and c>d the graph stays the same.",
    "I am not sure. It worked when I ran it twice.",
)
ODD = ("cell check-corr2d was edited: put right", "cross-correlation-Copy1.ipynb was graded as cross-correlation.ipynb")
LIMITS = ("task corr2d: a call took longer than 5 seconds", "task Conv2D: it needed more memory than 6 GiB")


def make_class(root: Path, students: int = 300, assignment: str = ASSIGNMENT, seed: int = 0) -> None:
    """Fill the course folder `root` with a class: most are graded, some wait, some handed in nothing."""
    draw = random.Random(seed)
    shutil.copytree(ROOT / "source" / assignment, root / "source" / assignment)
    private_folder(root)
    ensure_assignment(root, assignment)
    pack, pattern = load_hidden(assignment)["tasks"], released(assignment)
    with open_course(root).gradebook as gradebook:
        for number in range(1, students + 1):
            student = f"s{number:03}"
            gradebook.add_student(student)
            fate = draw.random()
            if fate < 0.04:
                continue
            (root / "submitted" / student / assignment).mkdir(parents=True)
            if fate >= 0.06:
                _graded(root, gradebook, assignment, student, draw, pack, pattern)


def _graded(root, gradebook: Gradebook, assignment, student, draw, pack, pattern):
    ability = min(1.0, max(0.0, draw.gauss(0.75, 0.32)))
    records = {name: _record(name, task, ability, draw) for name, task in pack.items()}
    evidence = {"assignment": assignment, "student": student, "tasks": records, "oddities": []}
    evidence["oddities"] += [draw.choice(ODD)] if draw.random() < 0.05 else []
    evidence["oddities"] += [draw.choice(LIMITS)] if draw.random() < 0.02 else []
    evidence["changes"] = ["corr2d: 3 -> 4.5 (the cases changed)"] if draw.random() < 0.03 else []
    write_json(evidence_path(root, assignment, student), evidence)
    answer = "" if draw.random() < 0.1 else draw.choice(ANSWERS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SQLAlchemy's, about nbgrader's models: known and harmless
        submission = gradebook.add_submission(assignment, student)
    cells = {task["cell"]: name for name, task in pack.items()}
    grades = gradebook.db.query(Grade).join(SubmittedNotebook).filter(SubmittedNotebook.assignment_id == submission.id)
    for grade in grades:
        name = cells.get(grade.cell.name)
        if name and pack[name]["kind"] == "text":
            grade.needs_manual_grade = bool(answer) and draw.random() < 0.4
            grade.auto_score = None if answer else 0.0
            if answer and not grade.needs_manual_grade:
                grade.manual_score = draw.choice((0.5, 1.0, 1.5, 2.0))
        elif name:
            grade.auto_score, grade.needs_manual_grade = records[name]["score"], False
    gradebook.db.commit()
    _written(
        root, assignment, student, pattern, {task["cell"] for task in pack.values() if task["kind"] == "text"}, answer
    )


def _record(name, task, ability, draw):
    """Return the evidence of one task: right, a known mistake, something else, or nothing."""
    facets = [dict(facet, passed=True, message="") for facet in task["facets"]]
    record = {"task": name, "max_score": task["points"], "read": task["read"], "public": [], "note": "", "hints": []}
    record |= {"misconception": None, "facets": facets}
    fate = draw.random() - ability
    if fate > 0.55:
        for facet in facets:
            facet |= {"passed": False, "message": "not filled in" if task["kind"] == "value" else "not reached"}
        record["note"] = "" if task["kind"] == "value" else "It always returns None: is it written yet?"
    elif fate > -0.35 and facets:
        wrong = draw.sample(facets, k=max(1, round(len(facets) * draw.uniform(0.2, 0.8))))
        for facet in wrong:
            facet |= {"passed": False, "message": "3 of 5 cases are wrong"}
        known = task.get("misconceptions") or []
        if known and draw.random() < 0.75:
            place = min(int(draw.expovariate(0.5)), len(known) - 1)  # few mistakes are frequent, most are rare
            record |= {"misconception": known[place]["name"], "hints": [known[place]["hint"]]}
    record["score"] = task["points"] * sum(facet["weight"] for facet in facets if facet["passed"])
    return record


def _written(root, assignment, student, pattern, cells, answer):
    notebook = copy.deepcopy(pattern)
    for cell in notebook.cells:
        if answer and cell.metadata.get("nbgrader", {}).get("grade_id") in cells:
            cell.source = answer
    folder = root / "autograded" / student / assignment
    folder.mkdir(parents=True)
    (folder / COURSE.assignment(assignment).notebook).write_text(json.dumps(notebook))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--students", default=300, show_default=True)
def main(folder, students):
    """Make a class in FOLDER."""
    make_class(folder, students)


if __name__ == "__main__":
    main()
