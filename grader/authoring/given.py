"""Write a task's given version as source text: for students whose own version fails, and for tasks that build on it."""

import inspect

from grader.tasks import COURSE, Task


def given_source(task: Task, tasks: dict[str, Task]) -> str:
    """Return source text that defines `task.name`: the reference, and before it what the task builds on."""
    parts = [given_source(tasks[name], tasks) for name in task.needs]
    assert task.reference is not None  # what others build on is code
    parts.append(inspect.getsource(task.reference))
    if task.reference.__name__ != task.name:
        parts.append(f"{task.name} = {task.reference.__name__}\n")
    return "\n\n".join([COURSE.given_imports, *parts])
