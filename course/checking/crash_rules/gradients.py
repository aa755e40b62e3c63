"""What raises on the way to a gradient, or for want of one."""

import re

from course.checking.crash_rules.rule import Crash, Entry, writes_into_argument
from course.checking.slips import Slip


def _none_is_used(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"\.bias\b", crash.line):
        return Slip(
            "layer_without_bias", "`.bias` is None where a layer has none (`bias=False`). Call the layer itself."
        )
    return Slip(
        "computes_with_none",
        "Something that is None is used here: a function without `return`, or a `.grad` before `backward()`.",
    )


def _none_in_arithmetic(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"\.bias\b", crash.line):
        return _none_is_used(found, crash)
    if ".grad" in crash.line:
        return Slip(
            "grad_is_none",
            "`.grad` is None here. Was it cleared (`zero_grad()`) after `backward()`, or is this a new tensor, as "
            "after `w = w - lr * w.grad`? Such a one has none.",
        )
    for name in re.findall(r"\b[A-Za-z_]\w*\b", crash.line):
        if re.search(rf"(^|\n)\s*{name}\s*=\s*None\s*(#.*)?(\n|$)", crash.code):
            return Slip("starts_as_none", f"`{name}` is None to begin with, and None cannot be computed with.")
    return Slip("computes_with_none", "One side is None: did a function that was called here return nothing?")


def _leaf_changed(found: re.Match, crash: Crash) -> Slip:
    return writes_into_argument(crash) or Slip(
        "leaf_changed_in_place",
        "A weight that requires a gradient may not be changed in place while gradients are recorded. Put the update "
        "under `with torch.no_grad():`, or change its `.data`.",
    )


def _view_of_a_leaf_changed(found: re.Match, crash: Crash) -> Slip:
    into = re.match(r"\s*(\w+)\s*\[", crash.line)
    if into and re.search(rf"^\s*{into[1]}\s*=.*requires_grad", crash.code, re.MULTILINE):
        return Slip(
            "result_requires_grad",
            f"`{into[1]}` is made with `requires_grad=True`, and such a tensor cannot be written into. Leave it out: "
            "what is stored brings its own way back to the gradients.",
        )
    return Slip(
        "writes_into_its_input",
        "This line writes into the input: a slice of a tensor is a view of it. Write into a new tensor instead.",
    )


def _overwritten(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"\.step\(\s*\)", crash.code) and "backward" in crash.line:
        return Slip(
            "step_before_backward",
            "`step()` changes the weights before `backward()` has gone back through what was computed with them. First "
            "the loss, then `backward()`, then `step()`.",
        )
    return Slip(
        "overwritten_before_the_gradient",
        "A tensor is read, and later written into, that the way back to the gradients still needs as it was. Read from "
        "one tensor and write into another.",
    )


RULES: tuple[Entry, ...] = (
    (
        "RuntimeError",
        r"grad can be implicitly created only for scalar outputs",
        (
            "backward_on_several_numbers",
            "`backward()` starts from a single number, and here are several. Add them up first: `.sum()`.",
        ),
    ),
    (
        "RuntimeError",
        r"element 0 of tensors does not require grad",
        (
            "no_requires_grad",
            "Nothing that this number was computed from requires a gradient. Make the weight with "
            "`requires_grad=True`, and cut it off nowhere (`.detach()`, `.data`, `torch.no_grad()`; `w = w - ...` "
            "under `no_grad` makes a new tensor that requires none).",
        ),
    ),
    (
        "RuntimeError",
        r"a view of a leaf Variable that requires grad is being used in an in-place operation",
        _view_of_a_leaf_changed,
    ),
    (
        "RuntimeError",
        r"a leaf Variable that requires grad is being used in an in-place operation",
        _leaf_changed,
    ),
    (
        "RuntimeError",
        r"needed for gradient computation has been modified by an inplace operation",
        _overwritten,
    ),
    (
        "RuntimeError",
        r"backward through the graph a second time",
        (
            "backward_twice",
            "This goes back twice through one computation. Compute the loss anew before each `backward()`.",
        ),
    ),
    (
        "RuntimeError",
        r"Can't call numpy\(\) on Tensor that requires grad",
        (
            "leaves_torch",
            "NumPy knows no gradients, so none could flow back through this line. Compute with torch's own functions.",
        ),
    ),
    (
        "TypeError",
        r"can't assign a NoneType to",
        ("stores_none", "What is stored here is None: does the function that makes it end without a `return`?"),
    ),
    ("TypeError", r"unsupported operand type\(s\) for [^:]+: .*'NoneType'", _none_in_arithmetic),
    (
        "TypeError",
        r"'NoneType' object is not (subscriptable|iterable|callable)",
        _none_is_used,
    ),
)
