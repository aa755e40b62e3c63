"""Grades a class: workers on this machine or on a cluster, and the report on what the class understood.

Knows nothing of a notebook's inside.
"""

from grader.cohort.grading import grade_class

__all__ = ["grade_class"]
