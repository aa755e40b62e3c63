"""What torch's own convolutions refuse: axes, channels, types."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says, where
from course.checking.slips import Slip


def _of_four_axes(found: re.Match, crash: Crash) -> Slip:
    if not re.search(r"\bcorr2d\s*\(", crash.line):
        return Slip("number_of_axes", "What is given here has another number of axes than this function takes.")
    return Slip(
        "axes_into_corr2d",
        f"`corr2d` takes one image and one kernel of two axes each, and got {found[1]} and {found[2]}. Pick one "
        "channel (or take away the axes of size 1) before the call.",
    )


def _channels(found: re.Match, crash: Crash) -> Slip:
    weight, image, wanted, given = found.groups()
    said = (
        f"`conv2d` reads the image as (batch, channels, rows, columns): of ({image}) the second number, {given}, is "
        f"the channels. A weight of ({weight}) expects {wanted}."
    )
    if re.search(r"\bdef \w+\([^)]*\bgroups\b", crash.code) and not re.search(r"\bgroups\b", _calls(crash.seen)):
        said += " It was not told of `groups`."
    elif re.search(r"\.(transpose|permute|swapaxes|movedim)\(|\.T\b|\.mT\b", crash.seen):
        said += " Axes were exchanged before: which number counts the inputs now?"
    return Slip("conv2d_channels", said)


def _calls(code: str) -> str:
    """Return the code without the heads of functions."""
    return re.sub(r"def \w+\([^)]*\)", "", code)


def _does_not_fit(found: re.Match, crash: Crash) -> Slip | None:
    if not re.search(r"\bcorr2d\s*\(", crash.line):
        return None
    kernel, image = found.groups()
    return Slip(
        "kernel_larger_than_image",
        f"`corr2d` gets an image of {image} here, and a kernel of {kernel}, which does not fit. Does the image come "
        "first, then the kernel, and is the image padded as it should be?",
    )


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
        ("mean_of_integers", "Whole numbers have no mean in torch. Make floats of them first: `.float()`."),
    ),
    (
        "IndexError RuntimeError",
        r"Dimension out of range|Expected 3D or 4D|non-empty 3D or 4D",
        where(
            r"(functional|F)\.unfold\(|Unfold\(",
            "unfold_wants_four_axes",
            "`nn.functional.unfold` wants (batch, channels, rows, columns): put two axes in front, `X[None, None]`.",
        ),
    ),
    (
        "RuntimeError",
        r"Expected 3D \(unbatched\) or 4D \(batched\) input to conv2d",
        (
            "conv2d_wants_four_axes",
            "`conv2d` wants (batch, channels, rows, columns). Put the missing axes in front of image and kernel, "
            "`X[None, None]`, and take them off the result, `[0, 0]`.",
        ),
    ),
    (
        "RuntimeError",
        r"weight of size \[([\d, ]+)\], expected input\[([\d, ]+)\] to have (\d+) channels, but got (\d+) channels",
        _channels,
    ),
    (
        "RuntimeError",
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
        says("integer_result", "The result holds {1} numbers and cannot take {0} ones. Make it a float tensor."),
    ),
)
