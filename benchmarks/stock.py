"""Grade a course folder with nbgrader as it comes: its own preprocessors, one notebook after the other.

Imports nothing of ours: what the grader changes in nbgrader, Jupyter and their start-up must not help it here.
"""

import sys
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

if __name__ == "__main__":
    config = Config()
    config.CourseDirectory.root = sys.argv[1]
    config.CourseDirectory.course_id = "convolutions"
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    [assignment] = [folder.name for folder in (Path(sys.argv[1]) / "source").iterdir()]
    for student in sorted(api.get_submitted_students(assignment)):
        result = api.autograde(assignment, student)
        assert result["success"], result
    assert "grader" not in sys.modules
