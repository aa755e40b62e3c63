"""Scores answers, with the reason: plain data in, plain data out.

Starts no process, runs no student code, opens no file.
"""

from grader.verdict.grade import TaskGrade
from grader.verdict.referee import grade_task

__all__ = ["TaskGrade", "grade_task"]
