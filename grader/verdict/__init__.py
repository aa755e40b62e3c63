"""Scores answers and says why: plain data in, plain data out.

Starts no process, runs no student code, opens no file.
"""

from grader.verdict.referee import TaskGrade, grade_task

__all__ = ["TaskGrade", "grade_task"]
