"""The course in one object: what the wings above it would otherwise have to know of convolutions.

A seventh assignment is a notebook in `source/`, a folder here, and one line in `COURSE`.  Importing this imports no
task: a task's module is imported when the assignment's tasks are asked for.
"""

import functools
import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.tasks.model import Task, TaskError

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Assignment:
    """One notebook: `name` is its folder's in `source/`, `task_names` those of its tasks in the notebook's order.

    The rest follows from the name: the tasks of "1-cross-correlation" live in `tasks/cross_correlation/`, one module
    for each, named like it in lower case; its notebook is `cross-correlation.ipynb`.
    """

    name: str
    task_names: tuple[str, ...]

    def __reduce__(self) -> tuple[Callable[[str], "Assignment"], tuple[str]]:
        return _of_this_course, (self.name,)  # to another process goes the name: the course is there, too

    @property
    def notebook(self) -> str:
        """The notebook's file name."""
        return f"{self.name.partition('-')[2]}.ipynb"

    def notebook_in(self, folder: Path) -> Path:
        """Return where its notebook lies in a folder of all assignments, such as `source/`."""
        return folder / self.name / self.notebook

    @property
    def folder(self) -> Path:
        """Where the modules of its tasks are."""
        return FOLDER / self.name.partition("-")[2].replace("-", "_")

    @functools.cached_property
    def tasks(self) -> dict[str, Task]:
        """Its tasks by name; imports their modules, and with them torch where they need it.

        Raises:
            TaskError: a module is missing, or holds a task that is not listed here; the message names it.
        """
        unregistered = {path.stem for path in self.folder.glob("*.py") if _holds_a_task(path)}
        unregistered -= {name.lower() for name in self.task_names}
        if unregistered:
            files = ", ".join(f"{self.folder.name}/{name}.py" for name in sorted(unregistered))
            raise TaskError(f"{files}: holds a task that {self.name!r} does not list in grader/tasks/course.py")
        return {name: self.task(name) for name in self.task_names}

    def task(self, name: str) -> Task:
        """Return one of its tasks; imports its module only.

        Raises:
            TaskError: there is no such module, or it holds another task; the message names it.
        """
        path = self.folder / f"{name.lower()}.py"
        if not path.exists():
            raise TaskError(f"{self.name!r} lists the task {name!r}, but there is no {path.parent.name}/{path.name}")
        task = importlib.import_module(f"{__package__}.{self.folder.name}.{path.stem}").TASK
        if task.name != name:
            raise TaskError(f"{path.parent.name}/{path.name}: its task is called {task.name!r}, not {name!r}")
        return task


def _holds_a_task(path: Path) -> bool:
    return re.search(r"^TASK\b", path.read_text(encoding="utf-8"), re.MULTILINE) is not None


@dataclass(frozen=True)
class Course:
    """A course: its name, its assignments in order, and what the wings above are handed.

    `preloaded` is what the fork server imports beside IPython, so that no notebook has to, and `preloaded_when_mentioned`
    what it imports for the first notebook that mentions the word; `warm_up` is source text whose `things` it displays
    once; `given_imports` stands before each task's given
    version; a value may be off by `tolerance` where its task says nothing else.
    """

    name: str
    preloaded: tuple[str, ...]
    preloaded_when_mentioned: dict[str, tuple[str, ...]]
    warm_up: str
    given_imports: str
    tolerance: float
    assignments: tuple[Assignment, ...]

    def __post_init__(self) -> None:
        names = [name for assignment in self.assignments for name in (assignment.name, *assignment.task_names)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise TaskError(f"the course {self.name!r} uses a name twice: {', '.join(twice)}")

    @property
    def preloads(self) -> dict[str, Any]:
        """What `grader.sandbox.preloads.Preloads` is made of."""
        when_mentioned = self.preloaded_when_mentioned
        return {"modules": self.preloaded, "when_mentioned": when_mentioned, "warm_up": self.warm_up}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its assignments, in order."""
        return tuple(assignment.name for assignment in self.assignments)

    def __contains__(self, name: str) -> bool:
        """Has the course an assignment of this name?"""
        return name in self.names

    def assignment(self, name: "Named") -> Assignment:
        """Return the assignment of this name; one that has been looked up is returned as it is.

        Raises:
            TaskError: there is none; the message lists those there are.
        """
        if isinstance(name, Assignment):
            return name
        for assignment in self.assignments:
            if assignment.name == name:
                return assignment
        raise TaskError(f"there is no assignment {name!r}; there are {', '.join(self.names)}")

    def assignment_of(self, task_name: str) -> Assignment:
        """Return the assignment that has a task of this name.

        Raises:
            TaskError: none has; the message lists the tasks there are.
        """
        for assignment in self.assignments:
            if task_name in assignment.task_names:
                return assignment
        names = ", ".join(name for assignment in self.assignments for name in assignment.task_names)
        raise TaskError(f"there is no task {task_name!r}; the tasks are {names}")


Named = str | Assignment  # what a public word takes; further in, there are only assignments


def _of_this_course(name: str) -> Assignment:
    return COURSE.assignment(name)


COURSE = Course(
    name="convolutions",
    preloaded=(
        "numpy.ma",
        "numpy.random",
        "torch",
        "torch.nn.functional",
        "torch.autograd.functional",
        "torch.optim",
        "torch.fft",
        "torch.testing",
        "torch._subclasses.schema_check_mode",
        "ipywidgets",
        "anywidget",
        "course.check",
        "course.figures",
        "course.images",
        "PIL.JpegImagePlugin",  # reads the portrait: 0.06 s
        "PIL.PngImagePlugin",  # writes it into figures
        "course.explorers",
        "course.drawing.composing",
        "course.drawing.line_plot",
    ),
    # up to a second each; every later notebook gets them for nothing
    preloaded_when_mentioned={
        "optim": ("torch._dynamo",),  # the first optimizer would import it, two of the five seconds of a case
        "compile": ("torch._dynamo",),
        "scipy": ("scipy.special", "scipy.interpolate", "scipy.stats", "scipy.signal"),  # each needs the ones before
        "matplotlib": ("matplotlib.pyplot", "matplotlib.backends.backend_agg", "matplotlib_inline.backend_inline"),
    },
    warm_up="""
import torch
from torch import nn
from course import figures, images

X = torch.arange(9.0).reshape(3, 3)
with torch.no_grad():  # autograd refuses to run in a fork of a process in which it has run
    layer = nn.Conv2d(1, 1, 2)
    things = [X, layer, layer(X[None, None]), figures.row(figures.image(X, "X"), figures.kernel(X, "K"))]
things += [figures.row(figures.image(images.portrait(64), "X"))]  # decoded once, and what writes pictures is ready
""",
    given_imports="import torch\nfrom torch import nn\nfrom course import corr2d\n",
    tolerance=1e-4,
    assignments=(
        Assignment(
            "1-cross-correlation",
            (
                "predicted_outputs",
                "corr2d",
                "corr2d_fixed",
                "exposing_case",
                "convolve2d",
                "Conv2D",
                "kernel_gradient",
                "why_no_error",
            ),
        ),
        Assignment(
            "2-edge-detection",
            (
                "edge_table",
                "two_stripes",
                "diagonal_responses",
                "transpose_identity",
                "vertical_edge",
                "sobel_x",
                "sobel_y",
                "antidiagonal_edge",
                "second_derivative",
                "laplacian",
                "integral_kernel",
                "box_blur",
            ),
        ),
        Assignment(
            "3-kernel-learning",
            (
                "learn_kernel",
                "loss_curves",
                "largest_stable_lr",
                "what_was_learned",
            ),
        ),
        Assignment(
            "4-padding-and-stride",
            (
                "output_size",
                "pad2d",
                "corr2d_strided",
                "comp_conv2d",
                "predicted_shapes",
                "smallest_width",
                "settings_for_shapes",
                "downsampled_audio",
                "why_stride",
            ),
        ),
        Assignment(
            "5-channels",
            (
                "corr2d_multi_in",
                "channel_exposing_case",
                "corr2d_multi_in_out",
                "conv_layer",
                "parameter_counts",
                "corr2d_multi_in_out_1x1",
                "same_result",
                "explain_24_95",
            ),
        ),
        Assignment(
            "6-matrices-and-beyond",
            (
                "correlation_matrix",
                "corr2d_matmul",
                "compose_kernels",
                "corr2d_dilated",
                "corr2d_grouped",
                "corr2d_transposed",
                "derivative_kernel",
                "minimum_size",
                "why_not_smaller",
            ),
        ),
    ),
)
