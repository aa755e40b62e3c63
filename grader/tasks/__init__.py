"""Says what is graded: one folder for each assignment, one file for each task; `COURSE` lists them.

Knows no student's work and no pack; importing it imports no task, and so no torch.
"""

from collections.abc import Iterator, Mapping

from grader.tasks.course import COURSE, Assignment, Course
from grader.tasks.model import Task, TaskError

__all__ = ["ASSIGNMENTS", "COURSE", "Assignment", "Course", "Task", "TaskError", "assignment_tasks", "find_task"]


class _Assignments(Mapping):
    """{assignment: (notebook without its ending, tasks)}; its tasks are imported when they are asked for."""

    def __getitem__(self, name: str) -> tuple[str, tuple[Task, ...]]:
        if name not in list(self):
            raise KeyError(name)
        assignment = COURSE.assignment(name)
        return assignment.notebook.removesuffix(".ipynb"), tuple(assignment.tasks.values())

    def __iter__(self) -> Iterator[str]:
        return (assignment.name for assignment in COURSE.assignments)

    def __len__(self) -> int:
        return len(COURSE.assignments)


ASSIGNMENTS = _Assignments()


def assignment_tasks(assignment: str) -> dict[str, Task]:
    """Return {name: Task} of one assignment; `COURSE.assignment(name).tasks` is the same.

    Raises:
        TaskError: no such assignment; the message lists those there are.
    """
    return COURSE.assignment(assignment).tasks


def notebook_name(assignment: str) -> str:
    """Return the notebook's file name of one assignment."""
    return COURSE.assignment(assignment).notebook


def find_task(name: str) -> tuple[str, Task]:
    """Return (assignment, Task) for a task's name.

    Raises:
        TaskError: no such task; the message lists the tasks there are.
    """
    assignment = COURSE.assignment_of(name)
    return assignment.name, assignment.tasks[name]
