"""The referee's place in nbgrader's pipeline: two preprocessors, named in `nbgrader_config.py`."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from grader.packs.reading import load_hidden
from grader.submission.evidence import evidence_of, write_evidence
from grader.submission.grading import grade_notebook
from grader.submission.mending import normalize, released, upgrade
from grader.tasks import COURSE

ODDITIES = "convolutions_oddities"  # notebook metadata that carries them from one pipeline to the next


class Normalize(NbGraderPreprocessor):
    """First step of sanitizing: mend the notebook against its release."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Mend `nb` and note in its metadata what was odd."""
        assignment = resources["nbgrader"]["assignment"]
        nb.metadata.pop(ODDITIES, None)  # a student may have written one
        if assignment in COURSE:
            nb = upgrade(nb)
            nb.metadata[ODDITIES] = normalize(nb, released(assignment))
            for oddity in nb.metadata[ODDITIES]:
                self.log.warning("%s: %s", resources["nbgrader"]["student"], oddity)
        return nb, resources


class GradeCells(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: runs the notebook and writes one score into each graded cell."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Run and grade `nb`; its graded cells then hold a score and a feedback block."""
        assignment, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        oddities = list(nb.metadata.pop(ODDITIES, []))
        folder = resources.get("metadata", {}).get("path") or None
        grades, oddities, isolation = grade_notebook(nb, assignment, folder, oddities, parent=self)
        pack = load_hidden(assignment)
        write_evidence(Path.cwd(), evidence_of(assignment, student, grades, pack, oddities, isolation))
        return nb, resources
