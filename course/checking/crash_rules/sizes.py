"""Crashes over an index, a size or a shape that does not exist or does not fit."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says, where
from course.checking.slips import Slip

# a slice is cut short at the end of what it reads, and only an index raises
READS_BY_NUMBER = re.compile(r"(?<!\.shape)\[[^\[\]:]+\]")


def _index_too_large(found: re.Match, crash: Crash) -> Slip | None:
    index, axis, size = (int(number) for number in found.groups())
    target = re.match(r"\s*(\w+)\s*\[\s*(\w+)\s*,\s*(\w+)\s*\]\s*[-+]?=[^=]", crash.line)
    if target and not READS_BY_NUMBER.search(crash.line, target.end()):
        variable = target[2 + axis] if axis < 2 else ""
        stepping = rf"for\s+{variable}\s+in\s+range\((?:[^()]|\([^()]*\))*,(?:[^()]|\([^()]*\))*,(?!\s*1\s*\))"
        if variable and re.search(stepping, crash.code):
            return Slip(
                "stored_under_a_stepping_index",
                f"`{variable}` steps through the pixels of X, so it is too large for the places of `{target[1]}`. Let "
                f"it count places, and read X at `{variable} * stride`; or store at `{variable} // stride`.",
            )
    reused = _reused_variable(crash)
    if reused:
        return reused
    if size == 0:
        return Slip("index_too_large", f"This axis is empty: it has no index at all, and {index} is asked for.")
    return Slip(
        "index_too_large",
        f"Here are only the indices 0 to {size - 1}, and {index} is asked for. What is the largest "
        "value of each index in this line? A loop may take too many steps, count from 1 or along another axis; a "
        "number may be written down that does not fit every input; an index that is computed may lie outside; or the "
        "tensor was made too small.",
    )


def _reused_variable(crash: Crash) -> Slip | None:
    """Return the slip of a loop inside a loop that counts with the same name, if the failing line uses it."""
    loops: list[tuple[int, str]] = []
    for line in crash.code.splitlines():
        loop = re.match(r"(\s*)for\s+(\w+)\s+in\b", line)
        indent = len(line) - len(line.lstrip())
        loops = [outer for outer in loops if not line.strip() or outer[0] < indent]
        if loop is None:
            continue
        name = loop[2]
        if name in (outer for _, outer in loops) and re.search(rf"\b{name}\b", crash.line):
            return Slip(
                "loop_variable_reused",
                f"`{name}` counts in two loops, one inside the other, so the inner one changes where the outer one "
                "stands. Give each loop a name of its own.",
            )
        loops.append((indent, name))
    return None


def _unpacked(found: re.Match, crash: Crash) -> Slip:
    if re.search(r"for\s+\w+\s*,\s*\w+\s+in\s+range", crash.line):
        return Slip(
            "two_indices_from_one_range",
            "`range` gives one number at a time. Two indices take two loops, one inside the other.",
        )
    return Slip("unpacked_one_number", "On the left stand several names, and on the right is a single number.")


def _number_of_axes(found: re.Match, crash: Crash) -> Slip | None:
    if re.search(r"(=|\bin)\s*(list|tuple)?\(?[\w.\[\]]+\.(shape|size\(\))\s*(\[[^\]]*\])?\)?\s*(:|#|$)", crash.line):
        return Slip(
            "number_of_axes",
            "What is taken apart here has more or fewer numbers than there are names on the left: one for each axis.",
        )
    if re.search(r"\bfor\s+\w+\s*,\s*\w+\s+in\s+\w+\s*,\s*\w+\s*(:|$)", crash.line):
        return Slip("zip_forgotten", "To go through two of them side by side, pair their entries: `zip(X, K)`.")
    names, values = found.groups()
    if not names or not re.search(r"^[^=(\[]*,[^=(\[]*=(?!=)|\bfor\b.*,.*\bin\b", crash.line):
        return None  # somebody else's line takes it apart
    many = f"only {values}" if values else f"more than {names}"
    return Slip(
        "names_and_values", f"On the left stand {names} names, and on the right is taken apart what has {many}."
    )


def _many_truth_values(found: re.Match, crash: Crash) -> Slip:
    own = re.search(r"(?<![\w.])(max|min|sorted)\(", crash.line)
    if own:
        said = "finds which is larger by a single True or False, and a comparison of tensors gives one for each number"
        return Slip("many_truth_values", f"Python's own `{own[1]}` {said}. torch has functions for tensors.")
    return Slip(
        "many_truth_values",
        "Here are many values, and a single True or False is needed. Are they answers, one for each number? Then all "
        "of them, `.all()`, or any of them, `.any()`?",
    )


def _list_forgotten(found: re.Match, crash: Crash) -> Slip:
    name, kind = found.groups()
    said = f"`torch.{name}` takes one list of tensors, and the first thing that it gets is a {kind.lower()}:"
    advice = (
        "put what is to be joined into brackets, `[a, b]`" if kind == "Tensor" else "make a list of it, `list(...)`"
    )
    return Slip("list_forgotten", f"{said} {advice}.")


def _no_whole_number(found: re.Match, crash: Crash) -> Slip | None:
    kind = found[1].removeprefix("torch.")
    what = "a shape, which has a number for each axis" if kind == "Size" else f"a {kind}"
    return Slip(
        "one_entry_needed",
        f"A whole number is needed here, and this is {what}. Is one entry meant, `[0]`, or `len(...)`?",
    )


def _no_index(found: re.Match, crash: Crash) -> Slip:
    for name in re.findall(r"\b\w+\b", " ".join(re.findall(r"\[([^\[\]]*)\]", crash.line))):
        over = re.search(rf"\bfor\b[^:\n]*\b{name}\b[^:\n]*\bin\s+(\w+)\s*:", crash.code)
        if over:
            return Slip(
                "loops_over_entries",
                f"`{name}` goes through the entries of `{over[1]}`, and an index is their number. Is "
                f"`for {name} in range(...)` meant?",
            )
    return Slip(
        "no_index",
        "A tensor of floats, or of several numbers, stands where one whole number is due: as an index, a size, in "
        "`range`, or beside a list or tuple, which `*` repeats.",
    )


def _list_index(found: re.Match, crash: Crash) -> Slip:
    into = re.match(r"\s*(\w+)\s*\[[^=]*\]\s*\[[^=]*\]\s*=(?!=)", crash.line)
    starts_empty = into and re.search(rf"\b{into[1]}\s*=\s*\[\s*\]", crash.code)
    by_number = into and READS_BY_NUMBER.search(crash.line, into.end())
    if "assignment" in found[0] or (starts_empty and not by_number and ".append(" not in crash.code):
        return Slip(
            "list_too_short",
            "A list has only the places it was made with: writing to a new one fails. `append`, or start from "
            "`torch.zeros`.",
        )
    said = "This line asks a list for more than is in it. How long is it, and how large the index?"
    return Slip("list_read_too_far", said)


SLASH = re.compile(r"[^/]/[^/]")
MADE_WHOLE = re.compile(r"\b(int|round|floor|ceil)\(")


def _divided(code: str) -> set[str]:
    """Return the names that are made by `/`, or of such names, in these lines, and made whole by none."""
    found: set[str] = set()
    for line in code.splitlines():
        made = re.match(r"\s*([\w\s,()]+?)\s*=(?!=)(.*)", line)
        if made and not MADE_WHOLE.search(made[2]) and _has_part_of(made[2], found):
            found |= set(re.findall(r"\w+", made[1]))
    return found


def _has_part_of(text: str, names: set[str]) -> bool:
    text = text.split("#")[0]
    return bool(SLASH.search(text)) or bool(names & set(re.findall(r"\w+", text)))


def _in_brackets(line: str) -> str:
    """Return what stands within brackets, where sizes and indices are: `zeros(n / 2) / 9` divides twice."""
    depth, inside = 0, ""
    for sign in line:
        depth -= sign in ")]"
        inside += sign if depth > 0 else " "
        depth += sign in "(["
    return inside


def _float_size(found: re.Match, crash: Crash) -> Slip | None:
    if not _has_part_of(_in_brackets(crash.line), _divided(crash.code)):
        if "slice indices" not in crash.text:
            return None
        said = "A slice begins, ends and steps by whole numbers. Of a pair, such as (rows, columns), take one entry."
        return Slip("no_slice", f"{said} (A division that is to give one is `//`.)")
    return Slip("divided_with_one_slash", "`/` gives a float, and sizes and indices are ints. Divide with `//`.")


def _reshaped(found: re.Match, crash: Crash) -> Slip:
    shape, count = found.groups()
    cut = re.search(r"\w+\s*\[[^\[\]]*:[^\[\]]*\]", crash.line)
    numbers = f"{count} number{' does' if count == '1' else 's do'} not fill a shape of ({shape})."
    if cut and "reshape" in crash.line[cut.end() : cut.end() + 10]:
        return Slip(
            "reshaped_to_another_size", f"{numbers} Where does the window begin? It may lie outside or at the end."
        )
    return Slip("reshaped_to_another_size", numbers)


RULES: tuple[Entry, ...] = (
    (
        "RuntimeError",
        r"only one dimension can be inferred",
        ("two_sizes_left_open", "Only one size may be left open with `-1`: write down the other one."),
    ),
    (
        "ValueError",
        r"expected sequence of length (\d+) at dim (\d+) \(got (\d+)\)",
        says("rows_of_different_length", "The rows differ in length: where {0} numbers are expected, there are {2}."),
    ),
    (
        "IndexError",
        r"tuple index out of range",
        where(
            # nothing else on the line is asked for an entry by its number
            r"^(?!.*(?<!\.shape)(?<!\(\))\[-?\d+\](?!\.(shape|size))).*(\.shape\s*\[|\.size\(\)\s*\[)",
            "no_such_axis",
            "A shape has one number for each axis, counted from 0: in two axes the last is `shape[1]`.",
        ),
    ),
    (
        "ValueError",
        r"zip\(\) argument (\d+) is (longer|shorter) than argument",
        (
            "zipped_lengths_differ",
            "Of what `zip` pairs here, one side has more entries than the other. How many has each, at this moment?",
        ),
    ),
    (
        "RuntimeError",
        r"Boolean value of Tensor with more than one value is ambiguous",
        _many_truth_values,
    ),
    (
        "RuntimeError",
        r"linalg\.inv: A must be batches of square matrices, but they are (\d+) by (\d+) matrices",
        says(
            "inverse_of_no_square",
            "Only a square matrix has an inverse, and this one is {0} × {1}. The transpose, `.T`, is something else.",
        ),
    ),
    (
        "RuntimeError",
        r"expects a non-empty TensorList|expected a non-empty list of Tensors",
        (
            "nothing_to_stack",
            "The list is empty here. Did the loop that fills it make no step, or was nothing appended to this list?",
        ),
    ),
    (
        "TypeError",
        r"(\w*stack|cat|concat)\(\): argument 'tensors' .* must be tuple of Tensors, not (Tensor|generator|map)",
        _list_forgotten,
    ),
    (
        "TypeError",
        r"expected Tensor as element (\d+) in argument 0, but got (list|tuple)",
        says(
            "list_of_lists",
            "Entry {0} of this list is a {1}, not a tensor. If it holds tensors stack those first, or put all into one "
            "list (`extend` in place of `append`); if it holds numbers make a tensor of them.",
        ),
    ),
    (
        "RuntimeError",
        r"Sizes of tensors must match except in dimension (\d)\. Expected size (\d+) but got size (\d+)",
        says(
            "joined_sizes_differ",
            "Tensors that are joined along axis {0} must agree along all others, and here one has {1} where another "
            "has {2}.",
        ),
    ),
    (
        "ValueError",
        r"too many values to unpack",
        where(
            r"\.(shape|size\(\))\s*\*",
            "shape_repeated",
            "A shape is a tuple, and a tuple times a number is the tuple repeated. Multiply each size by itself.",
        ),
    ),
    ("IndexError", r"index (\d+) is out of bounds for dimension (\d+) with size (\d+)", _index_too_large),
    (
        "IndexError",
        r"list (?:assignment )?index out of range",
        _list_index,
    ),
    (
        "IndexError",
        r"too many indices for tensor of dimension (\d+)",
        says("too_few_axes", "This line gives more indices than the tensor has axes: it has {0}."),
    ),
    (
        "IndexError",
        r"invalid index of a 0-dim tensor|Dimension out of range",
        ("too_few_axes", "The tensor has fewer axes than this line asks for."),
    ),
    (
        "TypeError RuntimeError IndexError",
        r"'float' object cannot be interpreted as an integer|must be tuple of \w+, (?:but found|not).*float|"
        r"(?:zeros|ones|empty|full|rand\w*|reshape|view)\(\) takes 1 positional argument but 2 were given|"
        r"slice indices must be integers|argument 'size'.*float",
        _float_size,
    ),
    ("TypeError", r"'(tuple|list|torch\.Size)' object cannot be interpreted as an integer", _no_whole_number),
    ("TypeError IndexError", r"only integer tensors of a single element can be converted to an index", _no_index),
    (
        "TypeError",
        r"invalid combination of arguments - got \(tuple, tuple\)|found element of type tuple|"
        r"must be tuple of ints,but got tuple",
        where(
            r"\bkernel_size\b",
            "size_is_a_pair",
            "Is `kernel_size` a pair already, (rows, columns)? Alone it is handed over as it is, "
            "`torch.randn(kernel_size)`; beside other sizes with a star, `*kernel_size`.",
        ),
    ),
    (
        "RuntimeError",
        r"negative dimension|Dimension size must be non-negative",
        (
            "negative_size",
            "A size comes out negative here. Does what is given not fit, which is to be looked at before, do two sizes "
            "stand the wrong way round, or is the formula another one?",
        ),
    ),
    (
        "RuntimeError",
        r"view size is not compatible with input tensor's size and stride",
        (
            "view_needs_contiguous_memory",
            "`view` needs numbers that lie in order in memory; those of a slice or a transpose may not. Use `reshape`.",
        ),
    ),
    ("RuntimeError", r"shape '\[([-\d, ]+)\]' is invalid for input of size (\d+)", _reshaped),
    (
        "RuntimeError",
        r"Tensors must have same number of dimensions: got (\d+) and (\d+)",
        says(
            "joined_with_other_axes",
            "Tensors are joined here that have {0} and {1} axes, and all that are joined need the same number of them.",
        ),
    ),
    (
        "RuntimeError",
        r"stack expects each tensor to be equal size, but got \[([\d, ]*)\] at entry 0 and \[([\d, ]*)\]",
        says("stacked_sizes_differ", "Only tensors of one shape can be stacked, and here are ({0}) and ({1})."),
    ),
    (
        "ValueError",
        r"step must be greater than zero",
        ("negative_step", "torch's tensors cannot be read backwards by `::-1`. Use `.flip(0, 1)`."),
    ),
    ("TypeError", r"cannot unpack non-iterable (?:int|float) ", _unpacked),
    (
        "ValueError",
        r"(?:not enough|too many) values to unpack \(expected (\d+)(?:, got (\d+))?",
        _number_of_axes,
    ),
)
