"""What torch's own convolutions refuse: axes, channels, types."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says, where, writes_into_argument
from course.checking.slips import Slip


def _of_four_axes(found: re.Match, crash: Crash) -> Slip:
    if not re.search(r"\bcorr2d\s*\(", crash.line):
        return Slip("number_of_axes", "What is given here has another number of axes than this function takes.")
    most = max(int(axes[:-2]) if axes.endswith("-D") else len(re.findall(r"\d+", axes)) for axes in found.groups())
    advice = "Pick one channel (or take away the axes of size 1) before the call."
    return Slip(
        "axes_into_corr2d",
        f"`corr2d` takes one image and one kernel of two axes each, and got {found[1]} and {found[2]}. "
        f"{advice if most > 2 else 'Was a row picked where a whole image is meant?'}",
    )


def _called(crash: Crash) -> tuple[str, str] | None:
    """Return (name, axes) of the convolution of torch's that the line or the message speaks of, or None."""
    called = re.search(r"\bconv(?:_transpose)?([123])d\b", f"{crash.line}\n{crash.text}")
    layer = re.search(r"\bConv([123])d\b", crash.seen)
    if called is None and layer is None:
        return None
    name, number = (called[0], called[1]) if called else (f"conv{layer[1]}d", layer[1])  # type: ignore[index]
    return name, {"1": "columns", "2": "rows, columns", "3": "depth, rows, columns"}[number]


def _channels(found: re.Match, crash: Crash) -> Slip:
    weight, image, wanted, given = found.groups()
    name, axes = _called(crash) or ("conv2d", "rows, columns")
    said = (
        f"`{name}` reads the image as (batch, channels, {axes}): of ({image}) {given} is the number of channels. A "
        f"weight of ({weight}) expects {wanted}."
    )
    if re.search(r"\bdef \w+\([^)]*\bgroups\b", crash.code) and not re.search(r"\bgroups\b", _calls(crash.seen)):
        said += " It was not told of `groups`."
    elif re.search(r"\.(transpose|permute|swapaxes|movedim)\(|\.T\b|\.mT\b", crash.seen):
        said += " Axes were exchanged before: which number counts the inputs now?"
    return Slip("conv2d_channels", said)


def _calls(code: str) -> str:
    """Return the code without the heads of functions."""
    return re.sub(r"def \w+\([^)]*\)", "", code)


def _written_in_place(found: re.Match, crash: Crash) -> Slip:
    input_changed = writes_into_argument(crash)
    if input_changed:
        return input_changed
    advice = "Make it a float tensor" if found[1] in ("Float", "Double") else "Convert one of the two"
    said = f"What is written into holds {found[2]} numbers and cannot take {found[1]} ones. {advice}."
    return Slip("integer_result", said)


def _does_not_fit(found: re.Match, crash: Crash) -> Slip | None:
    if not re.search(r"\bcorr2d\s*\(", crash.line):
        return None
    kernel, image = found.groups()
    return Slip(
        "kernel_larger_than_image",
        f"`corr2d` gets an image of {image} here, and a kernel of {kernel}, which does not fit. Does the image come "
        "first, then the kernel, and is the image padded as it should be?",
    )


def _four_axes(found: re.Match, crash: Crash) -> Slip | None:
    """Say what the function takes that is called; of another one than torch's convolutions nothing is known."""
    called = _called(crash)
    if called is None:
        return None
    name, axes = called
    channels = "in, out" if "transpose" in name else "out, in"
    return Slip(
        "conv2d_wants_four_axes",
        f"`{name}` wants an image of (batch, channels, {axes}) and a weight of ({channels}, {axes}). {_advice(crash)}",
    )


def _advice(crash: Crash) -> str:
    """Return what to do about the axes, by the shape that the message names, if it does."""
    shape = re.search(r"got input of size: \[([\d, ]*)\]", crash.text)
    wanted = re.search(r"or (\d)D \(batched\)", crash.text)
    if shape and wanted and len(shape[1].split(",")) > int(wanted[1]):
        return f"What it gets as an image has {len(shape[1].split(','))} axes, ({shape[1]})."
    return "Put the missing axes in front, such as `X[None, None]`, and take them off the result."


def _channels_and_kernels(found: re.Match, crash: Crash) -> Slip | None:
    called = re.search(r"\b(corr2d_multi_in(?:_out)?)\s*\(", crash.line)
    if not called:
        return None
    return Slip(
        "channels_and_kernels",
        f"`{called[1]}` gets {found[1]} channels and {found[2]} kernels here. It takes the whole image, all of its "
        "channels, and a kernel for each of them.",
    )


RULES: tuple[Entry, ...] = (
    ("ValueError ShapeError", r"X has (\d+) channels? and K has (\d+)", _channels_and_kernels),
    ("ValueError ShapeError", r"a kernel of (.+) does not fit in an image of (.+)", _does_not_fit),
    (
        "RuntimeError",
        r"(mean|std|var)\w*\(\): could not infer output dtype|mean\(\): .*must be either a floating point",
        (
            "mean_of_integers",
            "torch computes no mean of whole numbers, nor of True and False. Is a mean asked for? Then make floats "
            "first, `.float()`.",
        ),
    ),
    (
        "IndexError RuntimeError",
        r"Dimension out of range \(expected to be in range of \[-[12], [01]\]|Expected 3D or 4D|non-empty 3D or 4D",
        where(
            r"(functional|F)\.unfold\((?!.*\)\s*[.\[])|Unfold\(",
            "unfold_wants_four_axes",
            "`nn.functional.unfold` wants (batch, channels, rows, columns). Of a single image that is `X[None, None]`.",
        ),
    ),
    (
        "RuntimeError",
        r"expected bias to be 1-dimensional with (\d+) elements?, but got bias of size \[([\d, ]*)\]",
        says(
            "bias_of_another_shape",
            "The bias of a convolution has one axis, with a number for each output channel, here ({0},), and what is "
            "given is ({1}).",
        ),
    ),
    (
        "RuntimeError",
        r"weight of size \[([\d, ]+)\], expected input\[([\d, ]+)\] to have (\d+) channels, but got (\d+) channels",
        _channels,
    ),
    (
        "RuntimeError",
        r"Expected \dD .* input to conv|weight should have at least three dimensions|expected 4D input|"
        r"Given weight of size|weight must have|non-empty 3D or 4D",
        _four_axes,
    ),
    (
        "RuntimeError ValueError",
        r"Kernel size can't be greater than actual input size",
        (
            "kernel_does_not_fit",
            "The kernel is larger here than what it is laid on. If that is so of the arguments themselves, a "
            "`ValueError` of your own is due; if not, look at the axes and the padding of this image.",
        ),
    ),
    ("ValueError ShapeError", r"must be 2-D, got (?:shapes )?(\([\d, ]*\)|\d-D) and (\([\d, ]*\)|\d-D)", _of_four_axes),
    (
        "RuntimeError",
        r"expected scalar type \w+ but found \w+|to have (the )?same dtype|"
        r"Input type \([\w.]+\) and (?:bias|weight) type \([\w.]+\)",
        (
            "types_differ",
            "The two sides hold numbers of different types. Convert one first, such as `.to(K.dtype)` or `.float()`.",
        ),
    ),
    (
        "RuntimeError",
        r"result type (\w+) can't be cast to the desired output type (\w+)",
        _written_in_place,
    ),
)
