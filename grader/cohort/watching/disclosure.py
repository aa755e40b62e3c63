"""What a page of feedback may say: before the due date nothing of value and test tasks but that their form is right.

Their scores, hints and comments are not in the page, nor in its total, its maximum or a penalty taken from the total.
"""

from dataclasses import dataclass, field

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets import Bool, Instance

from course.checking import feedback
from course.checking.data import EvidenceData
from grader.packs import load_public

HELD_KINDS = ("value", "test")


@dataclass(frozen=True)
class Disclosure:
    """What one page says: `held` is {cell: task} not to be told of, `form` {task: what is wrong with its form}.

    `answers` are the cells of the held tasks' answers, `to_mark` the written answers that wait for a person.
    """

    held: dict[str, str] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()
    form: dict[str, str] = field(default_factory=dict)
    to_mark: frozenset[str] = frozenset()
    notice: str = ""

    @property
    def full(self) -> bool:
        """Does the page tell everything?"""
        return not self.held


def leaks(page: str, told: Disclosure) -> list[str]:
    """Return the held tasks that a finished page shows as graded: a template or setting that nobody thought of."""
    return [task for cell, task in told.held.items() if f'name="{cell}"' in page or f'href="#{cell}"' in page]


def disclosure(
    assignment: str, evidence: EvidenceData | None, full: bool, to_mark: set[str], notice: str
) -> Disclosure:
    """Return what a page may say; `evidence` is what grading left, `to_mark` the cells of unmarked written answers."""
    if full:
        return Disclosure(to_mark=frozenset(to_mark), notice=notice)
    held, answers = {}, set()
    for name, entry in load_public(assignment)["tasks"].items():
        if entry["kind"] in HELD_KINDS:
            held[entry["cell"]] = name
            answers.add(name)  # the cell in which it is given is called as the task
    told = evidence.get("tasks", {}) if evidence else {}
    form = {name: told[name].get("form", "") for name in held.values() if name in told}
    return Disclosure(held, frozenset(answers), form, frozenset(to_mark), notice)


class OnlyWhatMayBeSaid(Preprocessor):
    """Comes after nbgrader's GetGrades, which has put scores and comments into the notebook's metadata."""

    enabled = Bool(True)  # nbconvert's own default is to leave a preprocessor out
    told = Instance(Disclosure)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Return the notebook as the page shows it, and the total of what it shows."""
        score = most = 0.0
        for cell in nb.cells:
            known = cell.metadata.get("nbgrader", {})
            name = known.get("grade_id")
            if name in self.told.held:
                self._hold(cell, self.told.held[name])
            elif name in self.told.answers:
                known.pop("comment", None)
            elif name in self.told.to_mark:
                known["grade"] = False  # the template then prints no score
                known["comment"] = " ".join(filter(None, [TO_MARK, known.get("comment")]))
            elif known.get("grade"):
                score += known.get("score") or 0.0
                most += known.get("points") or 0.0
        total = resources["nbgrader"]
        if not self.told.full:
            total["late_penalty"] = 0.0
        total["score"], total["max_score"] = score - total["late_penalty"], most
        if self.told.notice:
            nb.cells.insert(0, nbformat.v4.new_markdown_cell(self.told.notice))
        return nb, resources

    def _hold(self, cell: NotebookNode, task: str) -> None:
        fault = self.told.form.get(task)
        if fault:
            said = feedback.block(f"{task}: the form is not right yet", feedback.paragraph("Seen:", fault), good=False)
        elif fault == "":
            said = feedback.block(f"{task}: the form is right", feedback.paragraph("", LATER), good=True)
        else:
            said = feedback.block(f"{task}: handed in", feedback.paragraph("", LATER), good=True)
        cell.metadata = type(cell.metadata)()
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": said, "text/plain": task})]


TO_MARK = "A person still has to mark this answer; its points are not in the score of this page."
LATER = "Whether it is right is said after the due date; its points are not in the score of this page."
