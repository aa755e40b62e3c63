"""A window times a kernel: what does not fit, and what should be one number."""

import re

from course.checking import windows
from course.checking.crash_rules.rule import Crash, Entry, says, where
from course.checking.slips import Slip


def _window(found: re.Match, crash: Crash) -> Slip | None:
    left, right, axis = (int(number) for number in found.groups())
    said = (
        windows.slip_in(crash.code, crash.line)
        or windows.reads_elsewhere(crash.code, crash.line)
        or windows.over_the_end(crash.line, left, right, axis, crash.code)
    )
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
    squeezed = re.search(r"\.squeeze\(\s*\)", crash.seen)
    if squeezed:
        return Slip(
            "squeezed_before_the_product",
            f"A matrix product needs as many columns on the left as rows on the right, and here are {found[1]} and "
            f"{found[2]}. `squeeze()` takes away every axis of size 1, also one that counts channels.",
        )
    return Slip(
        "matrix_shapes",
        f"A matrix product needs as many columns on the left as rows on the right, and here are {found[1]} and "
        f"{found[2]}. Is a matrix product meant here? Then look at where both sides got their shapes.",
    )


def _smaller_place(found: re.Match, crash: Crash) -> Slip | None:
    said = windows.slip_of_place(crash.line, crash.code)
    if said:
        return Slip(*said)
    return Slip(
        "place_too_small",
        f"The place on the left holds ({found[1]}) numbers, and what is added to it ({found[2]}). Either its slice "
        "ends too early, or the tensor that it belongs to is too small or at its end.",
    )


def _other_place(found: re.Match, crash: Crash) -> Slip | None:
    if re.search(r":\s*-\s*\w+", crash.line) and "0" in found[1].split(", "):
        return Slip(
            "minus_zero_ends_at_once",
            "`-0` is 0, so a slice that ends at `-p` is empty where p is 0. Give its end from the front: `p : p + n`.",
        )
    return Slip(
        "place_of_another_size",
        f"The place on the left holds ({found[1]}) numbers, and on the right are ({found[2]}). Where does its slice "
        "begin and end, and is the tensor that it belongs to large enough?",
    )


def _several_for_one(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"\btorch\.(tensor|as_tensor|FloatTensor)\s*\(|\bTensor\s*\(", crash.line):
        return Slip(
            "tensor_of_tensors",
            "`torch.tensor` makes a tensor of numbers, and these are tensors already. Join them with `torch.stack`.",
        )
    return Slip("several_numbers_for_one", "One number is needed here, and these are several: is a `.sum()` missing?")


RULES: tuple[Entry, ...] = (
    (
        "RuntimeError",
        r"output with shape \[([\d, ]*)\] doesn't match the broadcast shape \[([\d, ]*)\]",
        _smaller_place,
    ),
    (
        "RuntimeError",
        r"The expanded size of the tensor.*Target sizes: \[([\d, ]*)\]\.\s+Tensor sizes: \[([\d, ]*)\]",
        _other_place,
    ),
    (
        "RuntimeError",
        r"Expected size for first two dimensions of batch2 tensor|batch1 and batch2 must have",
        where(
            r"@|matmul",
            "product_of_the_last_axes",
            "`@` multiplies the last two axes of both as matrices, rows by columns, once for each entry of the axes in "
            "front. Element by element is `*`; to add over channels, make one row of each image first: "
            "`X.reshape(len(X), -1)`.",
        ),
    ),
    (
        "RuntimeError",
        r"expand\(\w+\.?\w*\{\[([\d, ]+)\]\}, size=\[([\d, ]+)\]\): the number of sizes provided",
        says(
            "place_with_fewer_axes",
            "What is stored here has the shape ({0}), and its place ({1}): there is an axis too many. How many axes "
            "has the tensor on the left?",
        ),
    ),
    (
        "RuntimeError",
        r"expand\(.*size=\[\]\): the number of sizes provided \(( ?0)\).*dimensions in the tensor \((\d+)\)",
        _not_one_number,
    ),
    (
        "RuntimeError ValueError",
        r"only one element tensors can be converted|a Tensor with (\d+) elements cannot be converted to Scalar",
        _several_for_one,
    ),
    ("RuntimeError", r"mat1 and mat2 shapes cannot be multiplied \((\S+) and (\S+)\)", _matrix_product),
    (
        "RuntimeError",
        r"size mismatch, got input \(\d+\), mat \((\d+)x(\d+)\), vec \((\d+)\)",
        says(
            "matrix_times_vector",
            "A matrix of {0} rows and {1} columns is multiplied by a vector of {2} numbers, and there must be as many "
            "columns as numbers. Do the rows and columns of this matrix stand for what you mean?",
        ),
    ),
    (
        "RuntimeError",
        r"einsum\(\): subscript (\w) has size (\d+) for operand \d+ which does not .* previously seen size (\d+)",
        says(
            "letter_of_two_sizes",
            "In `einsum` one letter stands for one size, and `{0}` stands for {2} in one place and for {1} in another. "
            "Do the letters stand in the order of the axes?",
        ),
    ),
    (
        "RuntimeError",
        r"inconsistent tensor size, expected tensor \[(\d+)\] and src \[(\d+)\]",
        says("rows_of_two_lengths", "Number by number are multiplied here what has {0} numbers and what has {1}."),
    ),
    (
        "RuntimeError",
        r"1D tensors expected, but got (\d)D and (\d)D",
        where(
            r"\bdot\(",
            "dot_of_windows",
            "`torch.dot` takes two rows of numbers. For windows: `(window * K).sum()`, or flatten both first.",
        ),
    ),
    (
        "RuntimeError",
        r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d)",
        _window,
    ),
    (
        "RuntimeError",
        r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d)",
        says(
            "sizes_do_not_match",
            "Two tensors are combined element by element here, and along axis {2} one has {0} and the other {1}. Print "
            "the shapes of both sides before this line.",
        ),
    ),
)
