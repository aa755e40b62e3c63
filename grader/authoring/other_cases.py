"""Cases that are asked like the graded ones but are none of them: other numbers, other sizes, other settings.

They decide whether an edited solution that gets full marks is right after all, or a hole in the graded cases.
"""

import dataclasses
import inspect
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from course.checking.data import AnswerData, CaseData
from course.checking.measure import measure
from grader.authoring.build import encode_case
from grader.tasks.model import Case, Input, Task

LARGEST = 8  # rows or columns


def other_cases(task: Task, seed: int | Sequence[int], count: int) -> list[tuple[CaseData, AnswerData]]:
    """Return [(plain case, what the reference does)]: `count` cases with a definite answer."""
    rng = np.random.default_rng(seed)
    assert task.reference is not None and task.cases is not None  # it asks for code
    names = list(inspect.signature(task.reference).parameters)
    refuses = any(not case.observe and case.how == "call" for case in task.cases(np.random.default_rng(0), False))
    found: list[tuple[CaseData, AnswerData]] = []
    for _ in range(20 * count):
        if len(found) >= count:
            break
        drawn = task.cases(rng, False)
        case = drawn[rng.integers(len(drawn))]
        case = _varied(case, rng) if rng.random() < 0.75 else case
        whole = _with_cotangent(task, case, rng)
        if whole is None:
            continue
        plain = encode_case(whole) | {"names": names[: len(whole.args)]}
        expected = measure(task.reference, plain, 5)
        if _definite(expected, refuses):
            found.append((plain, expected))
    return found


def _definite(expected: AnswerData, refuses: bool) -> bool:
    """Is this an answer that the task's text asks for?  Errors are, where the task grades a refusal, and only those."""
    if "raised" in expected:
        return refuses and expected["raised"]["type"] == "ValueError"
    values = expected.get("result")
    numbers = values["tensor"]["data"] if isinstance(values, dict) and "tensor" in values else [0.0]
    return bool(numbers) and bool(np.isfinite(np.asarray(numbers, dtype=float)).all())


def _varied(case: Case, rng: np.random.Generator) -> Case:
    if case.how == "module":
        return _varied_module(case, rng)
    same = rng.random() < 0.3  # change all tensors alike: what belongs together stays together
    change = rng.integers(-2, 3, size=4)
    vary = lambda value: _vary(value, rng, change if same else None)  # noqa: E731 - the same draw for all
    kwargs = {key: vary(value) for key, value in case.kwargs.items()}
    return dataclasses.replace(case, args=tuple(vary(value) for value in case.args), kwargs=kwargs)


def _varied_module(case: Case, rng: np.random.Generator) -> Case:
    """A layer's kernel and the image it is called on, both of another size."""
    if "weight" not in case.state or tuple(case.args) != (tuple(case.state["weight"].shape),):
        return case
    kernel = tuple(int(n) for n in rng.integers(1, 5, size=2))
    image = tuple(k + int(n) for k, n in zip(kernel, rng.integers(0, 6, size=2), strict=True))
    state = dict(case.state) | {"weight": _fresh(case.state["weight"], kernel, rng)}
    return dataclasses.replace(case, args=(kernel,), state=state, image=_fresh(case.image, image, rng))


def _vary(value: Any, rng: np.random.Generator, change: Any) -> Any:
    if isinstance(value, Input):
        return dataclasses.replace(value, value=_vary(value.value, rng, change))
    if isinstance(value, torch.Tensor) and value.dim():
        shape = list(value.shape)
        for axis in range(len(shape)):
            if change is not None:
                shape[axis] = (
                    max(1, shape[axis] + int(change[axis - len(shape)])) if axis >= len(shape) - 2 else shape[axis]
                )
            elif axis >= len(shape) - 2 or rng.random() < 0.25:
                shape[axis] = int(rng.integers(1, LARGEST if axis >= len(shape) - 2 else 5))
        return _fresh(value, shape, rng)
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and rng.random() < 0.5:
        return max(0, value + int(rng.integers(-1, 3)))
    if isinstance(value, tuple) and all(type(item) is int for item in value):
        return tuple(_vary(item, rng, change) for item in value)
    return value


def _fresh(like: torch.Tensor, shape: Sequence[int], rng: np.random.Generator) -> torch.Tensor:
    if like.dtype.is_floating_point:
        return torch.from_numpy(rng.normal(0.3, 1.0, tuple(shape))).to(like.dtype)
    return torch.from_numpy(rng.integers(-9, 10, tuple(shape))).to(like.dtype)


def _with_cotangent(task: Task, case: Case, rng: np.random.Generator) -> Case | None:
    """Give a gradient case a cotangent of the shape of its result, or return None where there is no result."""
    if case.cotangent is None:
        return case
    plain = encode_case(dataclasses.replace(case, observe=("result",), cotangent=None))
    result = measure(task.reference, plain, 5).get("result")
    if not isinstance(result, dict) or "tensor" not in result:
        return None
    return dataclasses.replace(case, cotangent=_fresh(torch.zeros(1), result["tensor"]["shape"], rng))
