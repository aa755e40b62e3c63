"""What raises while a layer is made or called, as `nn.Module` has it."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says
from course.checking.slips import Slip


def _forward_missing(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"super\(.*\)\.forward\(", crash.line):
        said = "`nn.Module` has no `forward` of its own to build on: what the layer computes is written here."
        return Slip("forward_of_module", said)
    return Slip(
        "forward_missing", "There is no method called `forward`: is its name misspelt, or its indentation wrong?"
    )


RULES: tuple[Entry, ...] = (
    (
        "AttributeError",
        r"before Module\.__init__\(\) call",
        ("super_init_forgotten", "Call `super().__init__()` first: only then can a module hold parameters."),
    ),
    (
        "NotImplementedError",
        r"missing the required .forward. function",
        _forward_missing,
    ),
    (
        "TypeError",
        r"cannot assign .* as parameter '(\w+)'",
        says(
            "parameter_overwritten",
            "`self.{0}` is a parameter, and an ordinary tensor cannot take its place. Compute first, and wrap the "
            "result in `nn.Parameter` at the end.",
        ),
    ),
    (
        "RuntimeError",
        r"Only Tensors of floating point and complex dtype can require gradients",
        ("integer_parameter", "A parameter holds floats, and these are whole numbers: they cannot have a gradient."),
    ),
)
