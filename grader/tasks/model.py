"""What a graded task is: inputs, a slow and obviously right reference, facets with weights, known misconceptions.

Definitions are validated here, when a task module is imported, not when two hundred students submit.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.errors import UserError

KINDS = ("code", "module", "value", "test", "text")


class TaskError(UserError):
    """A task is defined wrongly; the message names the task and the rule."""


@dataclass(frozen=True)
class Facet:
    """One thing that is graded: worth `weight` of the task's points, announced to students in the words of `says`.

    `form` marks a facet that no mistake in the values is about, such as "the result is an int": it pays where some
    result is right, or is what a known mistake gives.
    """

    name: str
    weight: float
    says: str
    form: bool = False


@dataclass(frozen=True)
class Input:
    """A tensor argument with a memory layout ("cropped", "transposed") or a gradient; see `course.checking.measure.build`."""

    value: Any
    layout: str | None = None
    grad: bool = False


@dataclass(frozen=True)
class Layer:
    """An `nn.Conv2d(**arguments)` with the given parameters, as an argument of a student's function."""

    arguments: dict
    state: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One call of the student's object.

    `observe` lists what is looked at: "result", "kind" (only of what kind it is), "inputs" (afterwards), "gradients",
    "parameters", "fresh" (two new modules), "again" (do two calls agree?); nothing: does the call raise?  `atol` is the largest error allowed; by default `fair_tolerance` of the
    first two tensors among the arguments (of image and weight for a module).  With `any_number`, a result that should
    be a whole number may be one of any type: 4, 4.0 or an array that holds nothing but a 4.
    """

    facet: str
    name: str
    args: tuple = ()
    kwargs: dict = field(default_factory=dict)
    observe: tuple = ("result",)
    how: str = "call"
    state: dict = field(default_factory=dict)
    image: Any = None
    cotangent: Any = None
    atol: float | None = None
    any_number: bool = False
    by_chance: bool = False


@dataclass(frozen=True)
class Misconception:
    """A known mistake: `made` is the wrong function, class or value; `hint` explains it in a student's words.

    `about` names the facets that it costs, where these are not all the facets about values that it gets wrong; in the
    others the answers are compared with what this mistake gives.  `by_chance`: its numbers are random ones, which differ
    from one processor to another in their last digits; it stays out of public packs.

    `before` is for a mistake that is made before the work begins: it takes the arguments and returns those that the
    work is then done with.  Where it is given, this mistake is also known together with each of the others.
    """

    name: str
    made: Any
    hint: str
    about: tuple[str, ...] = ()
    by_chance: bool = False
    before: Callable[..., tuple] | None = None


@dataclass(frozen=True)
class Task:
    """A graded task.  `name` is the object's name, fixed for students and for the gradebook.

    code, module: `reference` and `cases(rng, public)`.
    value: `answer` {entry: value}, one facet for each entry, the key "" for a value without entries; or, where more
    than one value is right, `judge(plain data) -> {facet: Verdict}`.
    test: `judge` too, which runs the student's input on right and broken versions.  text: `rubric`.
    `advise(plain data)` says of a wrong value or test that no known mistake explains, as (name, hint), why it is wrong.
    `aliases` {earlier name: entry} lets an answer to an earlier release keep its keys.
    `form` says what a value must look like: {entry: shape}, or None for an entry that is not an array; of a test's
    X and K, how many axes they have.
    `read` is the notebook section to read again.  `taught` marks a prediction whose answer the lesson itself shows
    afterwards, so that it is no secret.
    """

    name: str
    kind: str
    points: float
    read: str
    facets: tuple[Facet, ...] = ()
    reference: Callable | None = None
    cases: Callable[[np.random.Generator, bool], list[Case]] | None = None
    needs: tuple[str, ...] = ()
    answer: dict = field(default_factory=dict)
    atol: float = 1e-4
    form: dict = field(default_factory=dict)
    advise: Callable[[object], tuple[str, str] | None] | None = None
    aliases: dict = field(default_factory=dict)
    judge: Callable | None = None
    misconceptions: tuple[Misconception, ...] = ()
    rubric: tuple[str, ...] = ()
    taught: bool = False

    def __post_init__(self) -> None:
        self._require(self.kind in KINDS, f"kind {self.kind!r} is not one of {', '.join(KINDS)}")
        self._require(self.points > 0, "a task is worth more than 0 points")
        if self.kind == "text":
            self._require(bool(self.rubric), "a text task has a rubric")
            return
        names = [facet.name for facet in self.facets]
        self._require(bool(names) and len(set(names)) == len(names), "facets have names of their own")
        total = sum(facet.weight for facet in self.facets)
        self._require(abs(total - 1) < 1e-9, f"the weights of its facets add up to {total:g}, not to 1")
        wrong = [m.name for m in self.misconceptions]
        self._require(len(set(wrong)) == len(wrong), "misconceptions have names of their own")
        for mistake in self.misconceptions:
            self._require(set(mistake.about) <= set(names), f"{mistake.name!r} is about facets that it has")
        if self.kind in ("code", "module"):
            self._require(bool(self.reference and self.cases), "a code task has a reference and cases")
        elif self.kind == "value":
            fits = set(self.answer) == set(names) or (self.judge and not self.answer)
            self._require(fits, "a value task has a judge, or an answer with one entry for each facet")
            self._require(bool(self.form), "a value task says what form its value has")
        else:
            self._require(self.judge is not None, "a test task has a judge")

    def _require(self, holds: object, rule: str) -> None:
        if not holds:
            raise TaskError(f"task {self.name!r}: {rule}")

    @property
    def cell(self) -> str:
        """The grade_id of the cell that carries the score."""
        return f"answer-{self.name}" if self.kind == "text" else f"check-{self.name}"
