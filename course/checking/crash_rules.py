"""The usual first slips that raise: for each the exception, its message, and what makes the hint true.

The first rule that fits speaks; a rule may look at the line and decline.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from course.checking import windows
from course.checking.names import missing_attribute, missing_name
from course.checking.slips import Slip


@dataclass(frozen=True)
class Crash:
    """What is known of an exception: its type and text, the student's line, and the lines before it in its function."""

    kind: str
    text: str
    line: str
    code: str

    @property
    def seen(self) -> str:
        """The failing line with what stands before it."""
        return f"{self.code}\n{self.line}"


Rule = Callable[[re.Match, Crash], Slip | None]


def _says(name: str, hint: str) -> Rule:
    """Return a rule whose hint quotes the message's groups as {0}, {1}, ..."""
    return lambda found, crash: Slip(name, hint.format(*found.groups()))


def _where(pattern: str, name: str, hint: str) -> Rule:
    """Return a rule that asks for a pattern in the failing line, too; {0}, {1}, ... are the message's groups."""
    return lambda found, crash: Slip(name, hint.format(*found.groups())) if re.search(pattern, crash.line) else None


def _missing_attribute(found: re.Match, crash: Crash) -> Slip | None:
    kind, attribute, meant = found.groups()
    said = missing_attribute(kind, attribute, meant, crash.line)
    return Slip(*said) if said else None


def _window(found: re.Match, crash: Crash) -> Slip | None:
    said = windows.slip_in(crash.code, crash.line)
    return Slip(*said) if said else None


def _not_one_number(found: re.Match, crash: Crash) -> Slip | None:
    if not re.search(r"\]\s*[-+*]?=[^=]", crash.line):
        return None
    if found[1].strip() == "0" and found[2] != "1":
        return Slip(
            "sum_forgotten",
            "One place takes one number, and on the right stands a whole window of them. Add the products up: "
            "`(... * K).sum()`.",
        )
    return Slip(
        "summed_over_one_axis",
        "One place takes one number, and on the right stands a row of them: the products are added along one axis. "
        "`.sum()` without an axis adds all; Python's own `sum` adds the rows of a tensor to each other.",
    )


def _matrix_product(found: re.Match, crash: Crash) -> Slip | None:
    if windows.cuts_window(crash.code, crash.line) and re.search(r"@|matmul|\.mm\(|torch\.mm", crash.line):
        return Slip(
            "matrix_product",
            "This is the matrix product (`@`, `matmul`). A window and a kernel are multiplied element by element, with "
            "`*`, and then added up.",
        )
    return Slip(
        "matrix_shapes",
        f"A matrix product needs as many columns on the left as rows on the right, and here are {found[1]} and "
        f"{found[2]}. Write the shapes of both sides beside this line.",
    )


def _index_too_large(found: re.Match, crash: Crash) -> Slip | None:
    index, axis, size = (int(number) for number in found.groups())
    target = re.match(r"\s*(\w+)\s*\[\s*(\w+)\s*,\s*(\w+)\s*\]\s*[-+]?=[^=]", crash.line)
    if target:
        variable = target[2 + axis] if axis < 2 else ""
        stepping = rf"for\s+{variable}\s+in\s+range\((?:[^()]|\([^()]*\))*,(?:[^()]|\([^()]*\))*,"
        if variable and re.search(stepping, crash.code):
            return Slip(
                "stored_under_a_stepping_index",
                f"`{variable}` steps through the pixels of X, so it is too large for the places of `{target[1]}`. Let "
                f"it count places, and read X at `{variable} * stride`; or store at `{variable} // stride`.",
            )
    return Slip(
        "index_too_large",
        f"Here are only the indices 0 to {size - 1}, and {index} is asked for. What is the largest "
        "value of each index in this line? A loop may take too many steps, count from 1 or along another axis; a "
        "number may be written down that does not fit every input; an index that is computed may lie outside.",
    )


def _not_callable(found: re.Match, crash: Crash) -> Slip | None:
    for name in re.findall(r"(?<![\w.])(\w+)\(", crash.line):
        if re.search(rf"(?<![\w.]){name}\s*[-+*]?=[^=]", crash.code):
            return Slip(
                "name_of_a_function_reused",
                f"`{name}` was given a value, so it is a function no longer. Call the value something else.",
            )
    return Slip("not_a_function", f"Something in this line is called, with parentheses, that is a {found[1]}.")


def _takes_other_arguments(found: re.Match, crash: Crash) -> Slip:
    if found[1].endswith("forward()") or found[1].endswith("__init__()"):
        method = found[1].split(".")[-1].removesuffix("()")
        if found[2] == "1":
            return Slip("self_forgotten", f"A method's first argument is the object itself: `def {method}(self, ...)`.")
    arguments = f"{found[2]} argument{'' if found[2] == '1' else 's'}"
    return Slip(
        "number_of_arguments",
        f"`{found[1]}` takes {arguments} and was given {found[3]}. {_where_to_look(found[1], crash)}",
    )


def _lacks_arguments(found: re.Match, crash: Crash) -> Slip:
    return Slip(
        "number_of_arguments",
        f"`{found[1]}` needs arguments that it is not given: {found[2]}. {_where_to_look(found[1], crash)}",
    )


def _where_to_look(called: str, crash: Crash) -> str:
    """Return where the mistake of a call lies: in the student's line, or in the head of what the task calls."""
    name = called.removesuffix("()").split(".")[-1]
    if re.search(rf"\b{name}\s*\(", crash.line):
        return "Look at what this line hands over: several numbers that belong together go into brackets of their own."
    return "The task's text says what it is called with."


def _none_in_arithmetic(found: re.Match, crash: Crash) -> Slip:
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


def _unpacked(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"for\s+\w+\s*,\s*\w+\s+in\s+range", crash.line):
        return Slip(
            "two_indices_from_one_range",
            "`range` gives one number at a time. Two indices take two loops, one inside the other.",
        )
    return Slip("unpacked_one_number", "On the left stand several names, and on the right is a single number.")


def _number_of_axes(found: re.Match, crash: Crash) -> Slip | None:
    if ".shape" not in crash.line and ".size()" not in crash.line:
        return None
    return Slip(
        "number_of_axes",
        "What is taken apart here has more or fewer numbers than there are names on the left: one for each axis.",
    )


def _float_size(found: re.Match, crash: Crash) -> Slip | None:
    if not re.search(r"[^/]/[^/]", crash.seen):
        return None
    return Slip("divided_with_one_slash", "`/` gives a float, and sizes and indices are ints. Divide with `//`.")


def _of_four_axes(found: re.Match, crash: Crash) -> Slip:
    if not re.search(r"\bcorr2d\s*\(", crash.line):
        return Slip("number_of_axes", "What is given here has another number of axes than this function takes.")
    return Slip(
        "axes_into_corr2d",
        f"`corr2d` takes one image and one kernel of two axes each, and got {found[1]} and {found[2]}. Pick one "
        "channel (or take away the axes of size 1) before the call.",
    )


_F = "RuntimeError"
_T = "TypeError"
RULES: tuple[tuple[str, str, Any], ...] = (
    ("NameError UnboundLocalError", r"name '(\w+)' is not defined", lambda f, c: Slip(*missing_name(f[1], c.seen))),
    (
        "UnboundLocalError",
        r"local variable '(\w+)'",
        _says(
            "used_before_assigned", "`{0}` gets its value in this function only after this line, or not on this way."
        ),
    ),
    (
        _T,
        r"exceptions must derive from BaseException",
        ("raises_no_exception", '`raise` takes an exception, as in `raise ValueError("...")`.'),
    ),
    # layers
    (
        "AttributeError",
        r"before Module\.__init__\(\) call",
        ("super_init_forgotten", "Call `super().__init__()` first: only then can a module hold parameters."),
    ),
    (
        "NotImplementedError",
        r"missing the required .forward. function",
        ("forward_missing", "There is no method called `forward`: is its name misspelt, or its indentation wrong?"),
    ),
    (
        _T,
        r"cannot assign .* as parameter '(\w+)'",
        _says(
            "parameter_overwritten",
            "`self.{0}` is a parameter, and an ordinary tensor cannot take its place. Compute first, and wrap the "
            "result in `nn.Parameter` at the end.",
        ),
    ),
    (
        _F,
        r"Only Tensors of floating point and complex dtype can require gradients",
        ("integer_parameter", "A parameter holds floats, and these are whole numbers: they cannot have a gradient."),
    ),
    ("AttributeError", r"'(\w+)' object has no attribute '(\w+)'(?:\. Did you mean: '(\w+)')?", _missing_attribute),
    (
        "AttributeError",
        r"module '([\w.]+)' has no attribute '(\w+)'(?:\. Did you mean: '(\w+)')?",
        lambda f, c: Slip(
            "unknown_function", f"`{f[1]}` has no `{f[2]}`." + (f" Is `{f[3]}` meant?" if f[3] else " Is it misspelt?")
        ),
    ),
    # gradients
    (
        _F,
        r"grad can be implicitly created only for scalar outputs",
        (
            "backward_on_several_numbers",
            "`backward()` starts from a single number, and here are several. Add them up first: `.sum()`.",
        ),
    ),
    (
        _F,
        r"element 0 of tensors does not require grad",
        (
            "no_requires_grad",
            "Nothing that this number was computed from requires a gradient. Make the weight with "
            "`requires_grad=True`, and cut it off nowhere (`.detach()`, `.data`, `torch.no_grad()`).",
        ),
    ),
    (
        _F,
        r"a view of a leaf Variable that requires grad is being used in an in-place operation",
        (
            "writes_into_its_input",
            "This line writes into the input: a slice of a tensor is a view of it. Write into a new tensor instead.",
        ),
    ),
    (
        _F,
        r"a leaf Variable that requires grad is being used in an in-place operation",
        (
            "leaf_changed_in_place",
            "A weight that requires a gradient may not be changed in place while gradients are recorded. Put the "
            "update under `with torch.no_grad():`, or change its `.data`.",
        ),
    ),
    (
        _F,
        r"backward through the graph a second time",
        (
            "backward_twice",
            "This goes back twice through one computation. Compute the loss anew before each `backward()`.",
        ),
    ),
    (
        _F,
        r"Can't call numpy\(\) on Tensor that requires grad",
        (
            "leaves_torch",
            "NumPy knows no gradients, so none could flow back through this line. Compute with torch's own functions.",
        ),
    ),
    (
        _T,
        r"unsupported operand type\(s\) for [^:]+: .*'NoneType'",
        _none_in_arithmetic,
    ),
    (
        "TypeError",
        r"'NoneType' object is not (subscriptable|iterable|callable)",
        _says(
            "computes_with_none",
            "Something that is None is used here: a function without `return`, or a `.grad` before `backward()`.",
        ),
    ),
    # one number for one place
    (
        _F,
        r"expand\(.*size=\[\]\): the number of sizes provided \(( ?0)\).*dimensions in the tensor \((\d+)\)",
        _not_one_number,
    ),
    (
        "RuntimeError ValueError",
        r"only one element tensors can be converted|a Tensor with (\d+) elements cannot be converted to Scalar",
        ("several_numbers_for_one", "One number is needed here, and these are several: is a `.sum()` missing?"),
    ),
    # windows
    (_F, r"mat1 and mat2 shapes cannot be multiplied \((\S+) and (\S+)\)", _matrix_product),
    (
        _F,
        r"inconsistent tensor size|1D tensors expected, but got (\d)D and (\d)D",
        _where(
            r"\bdot\(",
            "dot_of_windows",
            "`torch.dot` takes two rows of numbers. For windows: `(window * K).sum()`, or flatten both first.",
        ),
    ),
    (
        _F,
        r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d)",
        _window,
    ),
    (
        _F,
        r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d)",
        _says(
            "sizes_do_not_match",
            "Two tensors are combined element by element here, and along axis {2} one has {0} and the other {1}. Print "
            "the shapes of both sides before this line.",
        ),
    ),
    # conv2d
    (
        _F,
        r"Expected 3D \(unbatched\) or 4D \(batched\) input to conv2d",
        (
            "conv2d_wants_four_axes",
            "`conv2d` wants (batch, channels, rows, columns). Put the missing axes in front of image and kernel, "
            "`X[None, None]`, and take them off the result, `[0, 0]`.",
        ),
    ),
    (
        _F,
        r"weight of size \[([\d, ]+)\], expected input\[([\d, ]+)\] to have (\d+) channels, but got (\d+) channels",
        _says(
            "conv2d_channels",
            "`conv2d` reads the image as (batch, channels, rows, columns): of ({1}) the second number, {3}, is the "
            "channels. A weight of ({0}) expects {2}.",
        ),
    ),
    (
        _F,
        r"weight should have at least three dimensions|expected 4D input|Given weight of size|weight must have|"
        r"Expected \dD .* input to conv|non-empty 3D or 4D",
        (
            "conv2d_wants_four_axes",
            "`conv2d` wants four axes: (batch, channels, rows, columns) and (out, in, rows, columns).",
        ),
    ),
    (
        "RuntimeError ValueError",
        r"Kernel size can't be greater than actual input size",
        (
            "kernel_does_not_fit",
            "The kernel does not fit here, and PyTorch's own error is not the ValueError asked for.",
        ),
    ),
    (
        "ValueError ShapeError",
        r"must be 2-D, got (?:shapes )?(\([\d, ]*\)|\d-D) and (\([\d, ]*\)|\d-D)",
        _of_four_axes,
    ),
    # types
    (
        _F,
        r"expected scalar type \w+ but found \w+|to have (the )?same dtype|"
        r"Input type \([\w.]+\) and (?:bias|weight) type \([\w.]+\)",
        (
            "types_differ",
            "The two sides hold numbers of different types. Convert one first, such as `.to(K.dtype)` or `.float()`.",
        ),
    ),
    (
        _F,
        r"result type (\w+) can't be cast to the desired output type (\w+)",
        _says("integer_result", "The result holds {1} numbers and cannot take {0} ones. Make it a float tensor."),
    ),
    # indices, sizes
    ("IndexError", r"index (\d+) is out of bounds for dimension (\d+) with size (\d+)", _index_too_large),
    (
        "IndexError",
        r"list (assignment )?index out of range",
        (
            "list_too_short",
            "A list has only the places it was made with: writing to a new one fails. `append`, or start from "
            "`torch.zeros`.",
        ),
    ),
    (
        "IndexError",
        r"too many indices for tensor of dimension (\d+)",
        _says("too_few_axes", "This line gives more indices than the tensor has axes: it has {0}."),
    ),
    (
        "IndexError",
        r"invalid index of a 0-dim tensor|Dimension out of range",
        ("too_few_axes", "The tensor has fewer axes than this line asks for."),
    ),
    (
        "TypeError RuntimeError IndexError",
        r"'float' object cannot be interpreted as an integer|must be tuple of \w+, (?:but found|not).*float|"
        r"takes 1 positional argument but 2 were given|slice indices must be integers|argument 'size'.*float",
        _float_size,
    ),
    (
        _T,
        r"invalid combination of arguments - got \(tuple, tuple\)|found element of type tuple",
        (
            "size_is_a_pair",
            "`kernel_size` is a pair already, (rows, columns): hand it over as it is, `torch.randn(kernel_size)`.",
        ),
    ),
    (
        _F,
        r"negative dimension",
        (
            "negative_size",
            "A size comes out negative here: what is given does not fit. Look at this before making the result.",
        ),
    ),
    (
        _F,
        r"view size is not compatible with input tensor's size and stride",
        (
            "view_needs_contiguous_memory",
            "`view` needs numbers that lie in order in memory; those of a slice do not. Use `reshape`.",
        ),
    ),
    (
        _F,
        r"shape '\[([-\d, ]+)\]' is invalid for input of size (\d+)",
        _says("reshaped_to_another_size", "{1} numbers do not fill a shape of ({0})."),
    ),
    (
        _F,
        r"Tensors must have same number of dimensions: got (\d+) and (\d+)",
        _says(
            "joined_with_other_axes",
            "Tensors are joined here that have {0} and {1} axes, and all that are joined need the same number of them.",
        ),
    ),
    (
        _F,
        r"stack expects each tensor to be equal size, but got \[([\d, ]*)\] at entry 0 and \[([\d, ]*)\]",
        _says("stacked_sizes_differ", "Only tensors of one shape can be stacked, and here are ({0}) and ({1})."),
    ),
    (
        "ValueError",
        r"step must be greater than zero",
        ("negative_step", "torch's tensors cannot be read backwards by `::-1`. Use `.flip(0, 1)`."),
    ),
    ("TypeError", r"cannot unpack non-iterable (?:int|float|Tensor)", _unpacked),
    ("ValueError", r"not enough values to unpack|too many values to unpack", _number_of_axes),
    # functions and their arguments
    (
        _T,
        r"'torch\.Size' object is not callable",
        ("shape_called", "`shape` is no function: leave out its parentheses, `X.shape`."),
    ),
    (
        _T,
        r"'torch\.Size' object does not support item assignment|'tuple' object does not support item assignment",
        ("tuple_changed", "A shape is a tuple, and a tuple cannot be changed. Build a new one."),
    ),
    (
        _T,
        r"'(?:builtin_function_or_method|method)' object is not subscriptable",
        (
            "call_forgotten",
            "A function is used here as if it were its result: its parentheses are missing, as in `X.size(0)`.",
        ),
    ),
    (_T, r"'([\w.]+)' object is not callable", _not_callable),
    (
        _T,
        r"got an unexpected keyword argument '(\w+)'",
        _says(
            "other_argument_names",
            "The task calls this with `{0}=...`, and it has no argument of that name. Names are fixed.",
        ),
    ),
    (
        _T,
        r"([\w.]+\(\)) missing \d+ required positional arguments?: (.+)",
        _lacks_arguments,
    ),
    (
        _T,
        r"([\w.]+\(\)) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given",
        _takes_other_arguments,
    ),
    (
        _T,
        r"got multiple values for argument '(\w+)'",
        _says("argument_given_twice", "`{0}` is given twice: once by its place, once by its name."),
    ),
    (
        _T,
        r"'(int|float)' object is not (iterable|subscriptable)",
        _says("number_is_no_list", "A single number stands here where several are needed: an {0} is not {1}."),
    ),
    (
        "TypeError",
        r"can't multiply sequence by non-int|unsupported operand type\(s\) for [^:]+: '(list|tuple)'",
        (
            "list_in_arithmetic",
            "Lists and tuples cannot be computed with. Make a tensor first, `torch.tensor(...)`, or take one entry.",
        ),
    ),
    (
        _T,
        r"must be (?:a )?Tensor,? (?:but got|not) '?(?:list|tuple|int|float)|Tensor as element \d+",
        ("no_tensor", "torch's functions take tensors, and here comes something else."),
    ),
    (
        "RecursionError",
        r"",
        (
            "calls_itself",
            "The function calls itself without an end. For which input is it to answer without a further call? (Or is "
            "another function of nearly the same name meant?)",
        ),
    ),
    ("ZeroDivisionError", r"", ("divided_by_zero", "The divisor is 0 here.")),
)
