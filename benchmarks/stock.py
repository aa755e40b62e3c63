"""Grade a course folder with nbgrader as it comes: its own preprocessors, one notebook after the other."""

import sys

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from tests.submissions.demo import ASSIGNMENT

if __name__ == "__main__":
    config = Config()
    config.CourseDirectory.root = sys.argv[1]
    config.CourseDirectory.course_id = "convolutions"
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    for student in sorted(api.get_submitted_students(ASSIGNMENT)):
        result = api.autograde(ASSIGNMENT, student)
        assert result["success"], result
