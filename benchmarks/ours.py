"""Grade a course folder as `python -m grader grade` does."""

import sys

from grader.cohort import grade_class
from tests.submissions.demo import ASSIGNMENT

if __name__ == "__main__":
    results = grade_class(sys.argv[1], ASSIGNMENT, jobs=int(sys.argv[2]))
    assert all(result.status == "graded" for result in results), [r for r in results if r.status != "graded"]
