"""Is what stands in every notebook the same in every notebook, and can code in a sentence be copied?"""

import re

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import COURSE

SUBMIT = """**To submit**

1. *Kernel → Restart Kernel and Run All Cells*: the run stops at the first check that fails.
2. Press **Validate**: it lists every check that fails.
3. Save. On a hub *Nbgrader → Assignment List → Submit*; elsewhere upload this notebook."""
FIRST = re.compile(
    r"# (?P<number>\d) · [^\n]+\n\n.+?\n\n\*\*After this you can\*\*\n\n(?:- .+?[;.]\n)+\n"
    r"\*\*(?:Bonus: )?\d+ minutes, \d+ tasks, \d+ points\.\*\* ◆◇◇ is quick, ◆◆◇ takes thought, ◆◆◆ takes patience\.\s+"
    r"You need .+\s+Run\s+this cell first:",
    re.DOTALL,
)
TASK = re.compile(
    r"^### Task (\d+) · `\w+`\n\n[◆◇]{3} · \d+ min · (?:½ point|1 point|\d+(?:\.5)? points)\n", re.MULTILINE
)
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def lesson(assignment):
    path = ROOT / "source" / assignment / COURSE.assignment(assignment).notebook
    return [
        cell
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader", {}).get("solution")
    ]


def not_to_be_copied(markdown):
    """Return the pieces of code that hold U+00A0: it looks like a space, and in a cell it is a SyntaxError."""
    return [code for code in CODE.findall(markdown) if "\u00a0" in code]


@pytest.mark.parametrize("assignment", COURSE.names)
def test_first_and_last_words(assignment):
    cells = lesson(assignment)
    assert (match := FIRST.fullmatch(cells[0].source)), "title, aims, minutes, what is needed"
    number = match["number"]
    assert assignment.startswith(number)
    (last,) = [cell.source for cell in cells if "**To submit" in cell.source]
    assert re.match(rf"## {number}\.\d What you can do now\n", last) and last.endswith(SUBMIT)
    assert cells[1].source.endswith("`check` sees only the form.") or "`check(...)` runs open tests" in cells[1].source


@pytest.mark.parametrize("assignment", COURSE.names)
def test_sections_and_tasks_are_numbered_without_a_gap(assignment):
    text = "\n\n".join(cell.source for cell in lesson(assignment))
    sections = re.findall(r"^## (\d)\.(\d) ", text, re.MULTILINE)
    assert sections == [(assignment[0], str(n + 1)) for n in range(len(sections))]
    tasks = [int(number) for number in TASK.findall(text)]
    assert tasks == list(range(1, len(COURSE.assignment(assignment).tasks) + 1))
    assert len(re.findall(r"^###", text, re.MULTILINE)) == len(tasks), "every third heading is a task's, in its form"


@pytest.mark.parametrize("assignment", COURSE.names)
def test_code_in_a_sentence_can_be_copied(assignment):
    assert [(cell.id, code) for cell in lesson(assignment) for code in not_to_be_copied(cell.source)] == []


@pytest.mark.parametrize(
    "markdown, found",
    [
        ("with `[1, -1]` on it", []),
        ("with `[1,\u00a0-1]` on it, 3\u00a0×\u00a03", ["[1,\u00a0-1]"]),
        ("| `no\u00a0zero_grad` | a key |", ["no\u00a0zero_grad"]),
        ("`X`\u00a0and `K`", []),
    ],
)
def test_code_that_cannot_be_copied_is_found(markdown, found):
    assert not_to_be_copied(markdown) == found
