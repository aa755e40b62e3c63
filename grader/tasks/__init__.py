"""The assignments: one module for each, listing its tasks in the order of the notebook."""

from grader.tasks import (
    channels,
    cross_correlation,
    edge_detection,
    kernel_learning,
    matrices_and_beyond,
    padding_and_stride,
)
from grader.tasks.model import TaskError

ASSIGNMENTS = {
    "1-cross-correlation": ("cross-correlation", cross_correlation.TASKS),
    "2-edge-detection": ("edge-detection", edge_detection.TASKS),
    "3-kernel-learning": ("kernel-learning", kernel_learning.TASKS),
    "4-padding-and-stride": ("padding-and-stride", padding_and_stride.TASKS),
    "5-channels": ("channels", channels.TASKS),
    "6-matrices-and-beyond": ("matrices-and-beyond", matrices_and_beyond.TASKS),
}


def assignment_tasks(assignment):
    """Return {name: Task} of one assignment.

    Raises:
        TaskError: no such assignment; the message lists those there are.
    """
    if assignment not in ASSIGNMENTS:
        raise TaskError(f"there is no assignment {assignment!r}; there are {', '.join(ASSIGNMENTS)}")
    return {task.name: task for task in ASSIGNMENTS[assignment][1]}


def notebook_name(assignment):
    """Return the notebook's file name of one assignment."""
    assignment_tasks(assignment)
    return f"{ASSIGNMENTS[assignment][0]}.ipynb"


def find_task(name):
    """Return (assignment, Task) for a task's name.

    Raises:
        TaskError: no such task; the message lists those there are.
    """
    for assignment, (_, tasks) in ASSIGNMENTS.items():
        for task in tasks:
            if task.name == name:
                return assignment, task
    names = [task.name for _, tasks in ASSIGNMENTS.values() for task in tasks]
    raise TaskError(f"there is no task {name!r}; the tasks are {', '.join(names)}")
