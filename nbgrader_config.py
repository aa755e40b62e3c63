"""The course's own settings, and the referee's place in nbgrader's pipelines.

nbgrader reads this file last, so it must not set what belongs to a deployment: exchange, authentication, database.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))  # `grader` runs from the checkout; it is not an installed distribution

c = get_config()  # noqa: F821 - given by traitlets

c.CourseDirectory.course_id = "convolutions"
c.CourseDirectory.root = str(HERE)
# the one place that says which gradebook: every command reads it, in the hub's terminal and outside
_address = HERE / "private" / "database"
if _address.is_file():
    c.CourseDirectory.db_url = _address.read_text(encoding="utf-8").strip()
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".pytest_cache", "README.md"]

# a statement that does nothing, at the top level as well as in a function: a released notebook runs without errors
# (`...` would be shown as "Ellipsis" below every cell that ends with it)
c.ClearSolutions.code_stub = {"python": "pass  # YOUR CODE HERE"}

# "generate again" means it, in a terminal as in formgrader: else an older release stays, with a warning and status 0
c.GenerateAssignment.force = True

# no CheckCellMetadata: Normalize replaces all nbgrader metadata by the released one, which is more than a check
c.Autograde.sanitize_preprocessors = [
    "grader.gradebook.preprocessors.Normalize",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
]
c.Autograde.autograde_preprocessors = [
    "grader.gradebook.preprocessors.GradeCells",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]

c.NotebookExporter.optimistic_validation = True  # once at the end instead of after each preprocessor

# texts from submissions stand in nbgrader's log; a terminal must not obey them
c.NbGrader.logging_config = {"formatters": {"console": {"class": "grader.terminal.PlainFormatter"}}}

c.NotebookRun.timeout = 30  # seconds for one cell
c.NotebookRun.case_seconds = 5.0  # for one call of a student's object
c.NotebookRun.task_seconds = 20.0  # for all calls that grade one task
c.NotebookRun.total_seconds = 300  # for one notebook, replays included

# pictures before widgets, so that formgrader and feedback pages show explorers as their static pictures
c.WidgetsDataTypeFilter.display_data_priority = [
    "text/html",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/markdown",
    "text/latex",
    "text/plain",
]

# nbgrader's own writes names with commas into two columns
c.ExportApp.plugin_class = "grader.cohort.exports.GradesExport"

# nothing of a submission runs in the instructor's browser: every page that is made here is cleaned, cell by cell;
# rubric and model answer beside a written answer, in formgrader's marking page only
c.HTMLExporter.preprocessors = [
    "grader.gradebook.safe_html.SafeHtml",
    "grader.gradebook.marking.ShowRubric",
    "grader.gradebook.page_style.PageStyle",
]
