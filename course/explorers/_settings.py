"""The settings an explorer accepts: their types, and what it says about a value it cannot take."""

import math
from collections.abc import Sequence
from numbers import Real
from typing import Any, NoReturn

import traitlets


class Setting(traitlets.TraitType):
    """A synced trait whose errors are `ValueError`s that say what to do."""

    def __init__(self, default: object, **kwargs: Any):
        super().__init__(default, **kwargs)
        self.tag(sync=True)

    def refuse(self, value: object, rule: str) -> NoReturn:
        raise ValueError(f"{self.name} must be {rule}; got {_short(value)}.")


class Whole(Setting):
    """A whole number from `low` to `high`, both included."""

    def __init__(self, default: int, low: int, high: int):
        super().__init__(default)
        self.low, self.high = low, high

    def validate(self, obj: object, value: Any) -> int:
        if not _is_whole(value, self.low, self.high):
            self.refuse(value, f"a whole number from {self.low} to {self.high}")
        return int(value)


class Pair(Setting):
    """Whole numbers for (rows, columns); one number stands for both, as in `torch.nn.Conv2d`."""

    def __init__(self, default: int, low: int, high: int):
        super().__init__([default, default])
        self.low, self.high = low, high

    def validate(self, obj: object, value: Any) -> list[int]:
        pair = [value, value] if _is_number(value) else _to_lists(value)
        fits = isinstance(pair, list) and len(pair) == 2
        if not fits or not all(_is_whole(n, self.low, self.high) for n in pair):
            rule = f"one whole number or (rows, columns), each from {self.low} to {self.high}"
            self.refuse(value, rule)
        return [int(n) for n in pair]


class Number(Setting):
    """A number from `low` to `high`."""

    def __init__(self, default: float, low: float, high: float):
        super().__init__(default)
        self.low, self.high = low, high

    def validate(self, obj: object, value: Any) -> float:
        if not _is_number(value) or not self.low <= value <= self.high:
            self.refuse(value, f"a number from {self.low} to {self.high}")
        return float(value)


class Switch(Setting):
    """True or False."""

    def validate(self, obj: object, value: object) -> bool:
        if not isinstance(value, bool):
            self.refuse(value, "True or False")
        return value


class Choice(Setting):
    """One of a few words."""

    def __init__(self, *words: str):
        super().__init__(words[0])
        self.words = words

    def validate(self, obj: object, value: object) -> str:
        if value not in self.words:
            self.refuse(value, " or ".join(repr(word) for word in self.words))
        return value


class Array(Setting):
    """Numbers in `axes` nested lists, each axis between `low` and `high` long.

    Takes a tensor, a numpy array, nested lists, or the name of a ready-made array in `named`.
    """

    def __init__(
        self,
        default: object,
        low: tuple[int, ...],
        high: tuple[int, ...],
        *,
        axes: int = 2,
        named: dict[str, Any] | None = None,
    ):
        super().__init__(default)
        self.low, self.high, self.axes, self.named = low, high, axes, named or {}

    def validate(self, obj: object, value: object) -> list:
        names = f", or one of {', '.join(map(repr, self.named))}" if self.named else ""
        if isinstance(value, str):
            if value not in self.named:
                self.refuse(value, f"an array{names}")
            return _to_lists(self.named[value])  # a fresh copy: nobody may edit the sample itself
        numbers = _to_lists(value)
        shape = _shape(numbers)
        kind = {1: "a list of numbers", 2: "2-D (rows, columns)", 3: "3-D (channels, rows, columns)"}
        rule = kind.get(self.axes, "4-D (channels out, channels in, rows, columns)")
        if shape is None or len(shape) != self.axes:
            self.refuse(value, f"{rule} and hold finite numbers{names}")
        if not all(low <= n <= high for low, n, high in zip(self.low, shape, self.high, strict=True)):
            sizes = " x ".join(f"{low}..{high}" for low, high in zip(self.low, self.high, strict=True))
            given = " x ".join(map(str, shape))
            raise ValueError(f"{self.name} must be {rule} of size {sizes}; got {given}. Use a smaller example.")
        return numbers


def require_fit(
    image_size: Sequence[int],
    kernel_size: Sequence[int],
    padding: Sequence[int] = (0, 0),
    dilation: Sequence[int] = (1, 1),
) -> None:
    """Raise ValueError when a kernel has no place on an image; every argument is (rows, columns)."""
    for axis, n, k, p, d in zip(("rows", "columns"), image_size, kernel_size, padding, dilation, strict=True):
        span = d * (k - 1) + 1
        if span > n + 2 * p:
            raise ValueError(
                f"the kernel covers {span} {axis}, but the image has {n + 2 * p} ({n} + 2*{p} padding); "
                "use a smaller kernel or dilation, or more padding."
            )


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: Any, low: int, high: int) -> bool:
    return _is_number(value) and value == int(value) and low <= value <= high


def _to_lists(value: Any) -> Any:
    """Return nested lists for a tensor, a numpy array or nested tuples, anything else as it is."""
    if hasattr(value, "detach"):  # a torch tensor; nothing here may import torch
        value = value.detach()
    if hasattr(value, "tolist"):
        return value.tolist()
    return [_to_lists(item) for item in value] if isinstance(value, (list, tuple)) else value


def _shape(numbers: object) -> tuple[int, ...] | None:
    """Return the sizes of nested lists, () for a number, None when ragged or not numbers."""
    if not isinstance(numbers, list):
        return () if _is_number(numbers) else None
    shapes = {_shape(item) for item in numbers}
    inner = shapes.pop() if len(shapes) == 1 else None
    return None if inner is None else (len(numbers), *inner)


def _short(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else text[:57] + "..."
