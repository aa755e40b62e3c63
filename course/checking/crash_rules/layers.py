"""What raises while a layer is made or called, as `nn.Module` has it."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says
from course.checking.slips import Slip

HOLDS_ONLY = ("ModuleList", "ModuleDict", "ParameterList", "ParameterDict")


def _forward_missing(found: re.Match, crash: Crash) -> Slip:
    if found[1] in HOLDS_ONLY:
        said = f"`{found[1]}` only holds what is put into it, and computes nothing: call its entries one by one."
        return Slip("forward_of_module", said)
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
        r"(?:Module \[(\w+)\] is )?missing the required .forward. function",
        _forward_missing,
    ),
    (
        "TypeError",
        r"cannot assign '([^']*)'.* as parameter '(\w+)'",
        says(
            "parameter_overwritten",
            "`.{1}` of a layer is a parameter, and a `{0}` cannot take its place: compute the numbers first, and wrap "
            "the tensor of them in `nn.Parameter` at the end.",
        ),
    ),
    (
        "RuntimeError",
        r"Only Tensors of floating point and complex dtype can require gradients",
        (
            "integer_parameter",
            "Only floats can require a gradient, as a parameter does. Are these whole numbers, or True and False?",
        ),
    ),
)
