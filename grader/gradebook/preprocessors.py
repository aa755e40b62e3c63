"""The referee's place in nbgrader's pipeline: two preprocessors, named in `nbgrader_config.py`."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from grader.submission.evidence import evidence_of, write_evidence
from grader.submission.grading import grade_by
from grader.submission.mending import normalize, upgrade
from grader.submission.releases import basis, count_as_current
from grader.tasks import COURSE

ODDITIES = "convolutions_oddities"  # notebook metadata that carries them from one pipeline to the next


class Normalize(NbGraderPreprocessor):
    """First step of sanitizing: mend the notebook against its release."""

    any_release = Bool(False, help="Grade by the tasks of now, whatever release a notebook answers.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Mend `nb` and note in its metadata what was odd."""
        name = resources["nbgrader"]["assignment"]
        nb.metadata.pop(ODDITIES, None)  # a student may have written one
        if name in COURSE:
            nb = upgrade(nb)
            if self.any_release:
                count_as_current(nb)
            nb.metadata[ODDITIES] = normalize(nb, basis(nb, COURSE.assignment(name)).notebook)
            for oddity in nb.metadata[ODDITIES]:
                self.log.warning("%s: %s", resources["nbgrader"]["student"], oddity)
        return nb, resources


class GradeCells(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: runs the notebook and writes one score into each graded cell."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Run and grade `nb`; its graded cells then hold a score and a feedback block."""
        name, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        found = basis(nb, COURSE.assignment(name))
        oddities = list(nb.metadata.pop(ODDITIES, []))
        folder = resources.get("metadata", {}).get("path") or None
        grades, oddities, isolation = grade_by(found, nb, folder, oddities, parent=self)
        for line in found.said:
            self.log.warning("%s: %s", student, line)
        write_evidence(Path.cwd(), evidence_of(name, student, grades, found.graded_by, oddities, isolation))
        return nb, resources
