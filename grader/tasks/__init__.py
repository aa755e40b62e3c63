"""Says what is graded: one folder for each assignment, one file for each task; `COURSE` lists them.

Knows no student's work and no pack; importing it imports no task, and so no torch.
"""

from grader.tasks.course import COURSE, Assignment, Course, Named
from grader.tasks.model import Task, TaskError

__all__ = ["COURSE", "Assignment", "Course", "Named", "Task", "TaskError"]
