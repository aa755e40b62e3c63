"""Grades in the form that others read: nbgrader's own table, Canvas, Moodle, and a tidy one of every facet.

`nbgrader export --exporter=grader.cohort.exports.CanvasExport --to canvas.csv`; each is an `ExportPlugin` of nbgrader.
"""

from grader.cohort.exports.canvas import CanvasExport
from grader.cohort.exports.grades import GradesExport
from grader.cohort.exports.moodle import MoodleExport
from grader.cohort.exports.tidy import TidyExport

__all__ = ["CanvasExport", "GradesExport", "MoodleExport", "TidyExport"]
