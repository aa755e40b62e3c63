"""What raises on the way to a gradient, or for want of one."""

import re

from course.checking.crash_rules.rule import Crash, Entry, writes_into_argument
from course.checking.slips import Slip

NO_BIAS = Slip("layer_without_bias", "`.bias` is None where a layer has none (`bias=False`). Call the layer itself.")
NO_MORE = r"(?!\s*[\w.\[(])"  # the name ends here, and nothing is asked of it


def _none_is_used(found: re.Match, crash: Crash) -> Slip:
    used = {"subscriptable": r"\.bias\s*\[", "iterable": rf"\bin\s+[\w.]*\.bias\b{NO_MORE}"}.get(found[1])
    if used and re.search(used, crash.line):
        return NO_BIAS
    return Slip(
        "computes_with_none",
        "Something that is used here is None. Is it what a function without `return` gives, an `append`, or a `.grad` "
        "before `backward()`?",
    )


def _none_side(name: str, found: re.Match, line: str) -> bool:
    """Does what matches `name` stand beside the operator, on the side that the message calls None?"""
    operator, left, right = (re.escape(found[1]), found[2], found[3])
    before, after = rf"(?:{name})\s*{operator}", rf"{operator}\s*[\w.]*?(?:{name}){NO_MORE}"
    return any(kind == "NoneType" and re.search(side, line) for kind, side in ((left, before), (right, after)))


def _none_in_arithmetic(found: re.Match, crash: Crash) -> Slip:
    if _none_side(r"\.bias\b", found, crash.line):
        return NO_BIAS
    if _none_side(r"\.grad\b", found, crash.line):
        return Slip(
            "grad_is_none",
            "`.grad` is None here. Was there a `backward()`, was it cleared (`zero_grad()`) afterwards, or is this a "
            "new tensor, as after `w = w - lr * w.grad`? Such a one has none.",
        )
    for name in re.findall(r"\b[A-Za-z_]\w*\b", crash.line):
        given = re.findall(rf"^\s*{name}\s*[-+*/@]?=(?!=)(.*)", crash.code, re.MULTILINE)
        only_none = len(given) == 1 and given[0].split("#")[0].strip() == "None"
        if only_none and _none_side(rf"\b{name}\b", found, crash.line):
            return Slip("starts_as_none", f"`{name}` is None to begin with, and None cannot be computed with.")
    return Slip("computes_with_none", "One side is None: did a function that was called here return nothing?")


def _leaf_changed(found: re.Match, crash: Crash) -> Slip:
    return writes_into_argument(crash) or Slip(
        "leaf_changed_in_place",
        "What this line changes in place requires a gradient, and that may not be while gradients are recorded. Put "
        "the update of a weight under `with torch.no_grad():`; make a result without `requires_grad`.",
    )


def _view_of_a_leaf_changed(found: re.Match, crash: Crash) -> Slip:
    into = re.match(r"\s*(\w+)\s*\[", crash.line)
    if into and f"{into[1]}.grad" in crash.line:
        return _leaf_changed(found, crash)
    if into and re.search(rf"^\s*{into[1]}\s*=.*requires_grad", crash.code, re.MULTILINE):
        return Slip(
            "result_requires_grad",
            f"`{into[1]}` is made with `requires_grad=True`, and such a tensor cannot be written into. For a result "
            "leave that out: what is stored brings its own way back to the gradients.",
        )
    return Slip(
        "writes_into_its_input",
        "This line writes into a tensor that requires a gradient, an input or a weight, or into a slice of it, which "
        "is a view. Write into a new tensor instead.",
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
        "A tensor is computed with, and later changed in place, that the way back to the gradients still needs as it "
        "was. Is a result read while it is written, or a weight changed (`step()`, `-=`) before `backward()`?",
    )


RULES: tuple[Entry, ...] = (
    (
        "RuntimeError",
        r"grad can be implicitly created only for scalar outputs",
        (
            "backward_on_several_numbers",
            "`backward()` starts from a single number, and here is another size of tensor. Is a `.sum()` missing?",
        ),
    ),
    (
        "RuntimeError",
        r"element 0 of tensors does not require grad",
        (
            "no_requires_grad",
            "No way leads back from this number to a tensor that requires a gradient. Make the weight with "
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
            "This goes back twice through one computation, or through a part of it. Compute the loss, with all that it "
            "is made of, anew before each `backward()`.",
        ),
    ),
    (
        "RuntimeError",
        r"Can't call numpy\(\) on Tensor that requires grad",
        (
            "leaves_torch",
            "NumPy knows no gradients, so none would flow back through here. Compute with torch's own functions, or, "
            "where no gradient is needed any more, take `.detach()` first.",
        ),
    ),
    (
        "TypeError",
        r"can't assign a NoneType to",
        ("stores_none", "What is stored here is None: does the function that makes it end without a `return`?"),
    ),
    (
        "TypeError",
        r"unsupported operand type\(s\) for ([^:]+): (?=.*'NoneType')'(.*?)' and '(.*?)'",
        _none_in_arithmetic,
    ),
    (
        "TypeError",
        r"'NoneType' object is not (subscriptable|iterable|callable)",
        _none_is_used,
    ),
)
