"""A window times a kernel: what does not fit, and what should be one number."""

import re

from course.checking import windows
from course.checking.crash_rules.rule import Crash, Entry, says, where
from course.checking.slips import Slip

STORES = re.compile(r"\s*[\w.]+\s*\[.*\]\s*[-+*/]?=(?!=)")  # brackets may stand within its brackets


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
    if found[2] != "1" and windows.cuts_window(crash.code, crash.line) and "*" in crash.seen:
        return Slip(
            "sum_forgotten",
            "One place takes one number, and on the right stands a whole window of them. Add the products up: "
            "`(... * K).sum()`.",
        )
    if not _sums_products(crash):
        axes = "1 axis" if found[2] == "1" else f"{found[2]} axes"
        return Slip(
            "several_stored_in_one_place",
            f"One place takes one number, and on the right stands a tensor of {axes}. "
            "Is a sum missing, or are more places meant on the left?",
        )
    return Slip(
        "summed_over_one_axis",
        "One place takes one number, and on the right stands a row of them: the products are added along one axis. "
        "`.sum()` without an axis adds all; Python's own `sum` adds the rows of a tensor to each other.",
    )


def _sums_products(crash: Crash) -> bool:
    return bool(re.search(r"\bsum\(", crash.seen) and re.search(r"\*|\bmul", crash.seen))


def _multiplies_window(crash: Crash) -> bool:
    """Is a window a side of this line's product, as it was cut out: not made a row of its numbers?"""
    rows = re.compile(r"reshape|flatten|ravel|view")
    for name, text in re.findall(r"^\s*(\w+)\s*=(?!=)(.*)", crash.code, re.MULTILINE):
        if windows.cuts_window("", text) and not rows.search(text) and re.search(rf"\b{name}\b", crash.line):
            return not rows.search(crash.line)
    return windows.cuts_window("", crash.line) and not rows.search(crash.line)


def _matrix_product(found: re.Match, crash: Crash) -> Slip | None:
    if _multiplies_window(crash) and re.search(r"@|matmul|\.mm\(|torch\.mm", crash.line):
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
            f"{found[2]}. Did `squeeze()` take away one axis too many? It takes all of size 1.",
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
        f"What is changed in place here has the shape ({found[1]}), and together with the other side it would be "
        f"({found[2]}). Does a slice end too early, is the tensor too small, or the other side of a wrong shape?",
    )


def _other_place(found: re.Match, crash: Crash) -> Slip | None:
    if not STORES.match(crash.line):
        return Slip(
            "expanded_to_another_size",
            f"A tensor of the shape ({found[2]}) cannot be expanded to ({found[1]}): only an axis of size 1 can be.",
        )
    minus = re.search(r":\s*-\s*([A-Za-z_]\w*)", crash.line)
    if minus and "0" in found[1].split(", "):
        return Slip(
            "minus_zero_ends_at_once",
            f"The place on the left is empty, ({found[1]}). Is `{minus[1]}` 0 here? `-0` is 0, so a slice that ends "
            "there is empty. Give its end from the front: `p : p + n`.",
        )
    return Slip(
        "place_of_another_size",
        f"The place on the left has the shape ({found[1]}), and what is stored there ({found[2]}). Is the place cut as "
        "it should be, and is the tensor that it belongs to large enough?",
    )


def _fewer_axes(found: re.Match, crash: Crash) -> Slip:
    if not STORES.match(crash.line):
        said = f"A tensor of the shape ({found[1]}) has more axes than ({found[2]}), so it cannot be expanded to that."
        return Slip("expanded_to_another_size", said)
    return Slip(
        "place_with_fewer_axes",
        f"What is stored here has the shape ({found[1]}), and its place ({found[2]}), which has fewer axes. How many "
        "has the tensor on the left?",
    )


def _several_for_one(found: re.Match, crash: Crash) -> Slip:
    if found[1] == "0":
        return Slip("number_of_nothing", "One number is needed here, and this tensor is empty: it holds none.")
    makes = re.search(r"\btorch\.(tensor|as_tensor|FloatTensor)\s*\(|\bTensor\s*\(", crash.line)
    if makes and found[1] is None and not re.search(r"\b(float|int|bool)\s*\(", crash.line):
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
        _fewer_axes,
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
