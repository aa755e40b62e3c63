"""What is called wrongly, or computed with although it is no tensor."""

import re

from course.checking.crash_rules.rule import Crash, Entry, says
from course.checking.slips import Slip


def _not_callable(found: re.Match, crash: Crash) -> Slip | None:
    for name in re.findall(r"(?<![\w.])(\w+)\(", crash.line):
        if re.search(r"[)\]]\s*\(", crash.line):
            break  # it may be what a call gave back that is called
        if re.search(rf"(?<![\w.]){name}\s*[-+*]?=(?!=)(?!\s*(nn\.|lambda|torch\.nn\.))", crash.code):
            return Slip(
                "name_of_a_function_reused",
                f"`{name}` was given a value, so it is a function no longer. Call the value something else.",
            )
    if found[1] in ("int", "float") and re.search(r"(?<![\w.])\d[\d.]*\s*\(", crash.line):
        said = "A number stands before a parenthesis, which Python takes for a call: is a `*` missing?"
        return Slip("times_left_out", said)
    kind = f"an {found[1]}" if found[1][0] in "aeio" else f"a {found[1]}"
    return Slip("not_a_function", f"Something in this line is called, with parentheses, that is {kind}.")


SIZES_FIRST = ("zeros", "ones", "empty", "rand", "randn", "reshape", "view")


def _own_name(called: str) -> str:
    """Return the name of a function without that of the function which it stands in."""
    return called.rsplit("<locals>.", 1)[-1]


def _takes_other_arguments(found: re.Match, crash: Crash) -> Slip:
    called = _own_name(found[1])
    method = called.split(".")[-1].removesuffix("()")
    if (
        method in ("forward", "__init__") and (found[2], found[3]) == ("1", "2") and not crash.line
    ):  # called by the task
        argument = "X" if method == "forward" else "kernel_size"
        # the same is said by nn.Module itself, where a misspelt method is none
        return Slip(
            "method_without_arguments",
            f"`{method}` is called with `{argument}`, and takes nothing but the object itself. It begins with "
            f"`def {method}(self, {argument}):`. Is one of the two missing there, or is the name misspelt?",
        )
    if "." not in called and method in SIZES_FIRST and crash.line:  # torch says this of a float among the sizes
        said = f"`{method}` takes whole numbers, or one tuple of them. What it gets here is something else: a float?"
        return Slip("number_of_arguments", said)
    of_an_object = "." in called  # Python counts the object, too, which no call names
    takes, given = (int(number) - of_an_object for number in (found[2], found[3]))
    arguments = f"{takes or 'no'} argument{'' if takes == 1 else 's'}"
    return Slip(
        "number_of_arguments",
        f"`{called}` takes {arguments} and was given {given}. {_where_to_look(crash)}",
    )


def _plus_something(found: re.Match, crash: Crash) -> Slip:
    kind, other = found.groups()
    said = f"`+` joins a {kind} to another {kind}, and here comes something of the kind {other}."
    if kind == "str":
        return Slip("text_plus_something", f"{said} `print` takes several things, with commas between them.")
    return Slip(
        "list_plus_something",
        f"{said} Is one entry of the {kind} meant, `[0]`? To compute with all of them make a tensor of it first; to "
        f"join the two, put the {other} into brackets.",
    )


def _unknown_argument(found: re.Match, crash: Crash) -> Slip:
    function, name = found.groups()
    if re.search(rf"\b{name}\s*=(?!=)", crash.line):
        return Slip(
            "no_such_argument",
            f"This line says `{name}=...`, and `{function}` has no argument of that name. Is it misspelt, or given by "
            "its place?",
        )
    if crash.line:  # of a call over several lines one is known
        return Slip("no_such_argument", f"`{function}` has no argument called `{name}`. Is it misspelt?")
    return Slip(
        "other_argument_names",
        f"The task calls this with `{name}=...`, and it has no argument of that name. Names are fixed.",
    )


def _lacks_arguments(found: re.Match, crash: Crash) -> Slip:
    what = "arguments" if " and " in found[2] else "an argument"
    return Slip(
        "number_of_arguments",
        f"`{_own_name(found[1])}` needs {what} that it is not given: {found[2]}. {_where_to_look(crash)}",
    )


def _where_to_look(crash: Crash) -> str:
    """Return where the mistake of a call lies: in the student's line, or in the head of what the task calls."""
    if not crash.line:
        return "The task's text says what it is called with."
    if "missing" in crash.text or "torch." not in crash.line:
        return "Look at what this line hands over."
    return "Look at what this line hands over: several numbers that belong together go into brackets of their own."


def _pair_in_arithmetic(found: re.Match, crash: Crash) -> Slip:
    # the right side is the tuple: named is only what stands there, and where the operator stands once
    right = rf"{re.escape(found[1])}\s*(stride|padding|kernel_size|dilation)\b(?!\s*[\[.(])"
    name = re.search(right, crash.line) if crash.line.count(found[1]) == 1 else None
    what = f"`{name[1]}` is a pair, (rows, columns)" if name else "One side is a tuple"
    return Slip("pair_for_a_number", f"{what}, and a number is needed here: take one entry, `[0]` or `[1]`.")


def _no_tensor(found: re.Match, crash: Crash) -> Slip | None:
    name, kind = found.groups()
    if not re.search(rf"(\btorch|functional|\bF|\blinalg)\.{name}\(|(?<![\w.]){name}\(|^(?!.*\.{name}\b)", crash.line):
        return None  # a method of a tensor, whose arguments are these
    an = "an" if kind == "int" else "a"
    if kind in ("list", "tuple"):
        return Slip("no_tensor", f"`{name}` works on tensors, and the first thing that it gets here is a {kind}.")
    return Slip(
        "number_for_tensor", f"`{name}` works on tensors, and the first thing that it gets here is {an} {kind}."
    )


# what makes a tensor takes numbers and tuples by right
NO_MAKER = r"(?!zeros|ones|empty|full|rand|normal|arange|linspace|eye|tensor|cat\b|stack\b|concat|einsum)"

RULES: tuple[Entry, ...] = (
    ("TypeError", r"unsupported operand type\(s\) for ([^:]+): '(?:int|float)' and 'tuple'", _pair_in_arithmetic),
    (
        "TypeError",
        r"conv2d\(\) received an invalid combination of arguments - got \(Tensor, Tensor, (?:tuple|int|list)",
        (
            "third_argument_is_the_bias",
            "The third argument of `conv2d` is the bias, a tensor. Give others by name: `stride=...`, `padding=...`.",
        ),
    ),
    (
        "AssertionError",
        r"^Tensor-likes are not (close|equal)",
        (
            "assert_in_place_of_an_answer",
            "`assert_close` raises an error where two results differ. Is an answer asked for, True or "
            "False? `torch.allclose` gives one.",
        ),
    ),
    (
        "TypeError",
        r"(\w+)\(\): argument '\w+' \(position \d+\) must be tuple of (\w+), (?:but got|not) (int|float|Tensor)",
        says("tuple_needed", "`{0}` takes a tuple of {1} here, and gets one {2}."),
    ),
    (
        "TypeError",
        r"can only concatenate (list|tuple|str) \(not \"([\w.]+)\"\) to",
        _plus_something,
    ),
    (
        "TypeError",
        rf"(?<!\w){NO_MAKER}(\w+)\(\) received an invalid combination of arguments - got "
        r"\((list|tuple), (?:Tensor|Parameter)\b",
        _no_tensor,
    ),
    (
        "TypeError",
        r"params argument given to the optimizer should be an iterable",
        ("optimizer_of_a_tensor", "An optimizer takes a list of what it is to change: `net.parameters()`, or `[w]`."),
    ),
    (
        "TypeError",
        rf"(?<!\w){NO_MAKER}(\w+)\(\) received an invalid combination of arguments - got \((bool|int|float)\b",
        _no_tensor,
    ),
    (
        "TypeError",
        r"'NoneType' object does not support item assignment",
        (
            "writes_into_none",
            "What is written into here is None. Was it never made, or by a function without `return`, or by `append`?",
        ),
    ),
    (
        "TypeError",
        r"'torch\.Size' object is not callable",
        (
            "shape_called",
            "A shape is no function, and cannot be called: it is `X.shape`, and one entry of it `X.shape[0]`.",
        ),
    ),
    (
        "TypeError",
        r"'torch\.Size' object does not support item assignment|'tuple' object does not support item assignment",
        ("tuple_changed", "A tuple cannot be changed, and neither can a shape, which is one. Build a new one."),
    ),
    (
        "TypeError",
        r"'(?:builtin_function_or_method|method)' object is not (?:subscriptable|iterable)",
        (
            "call_forgotten",
            "A function is used here as if it were its result. Are its parentheses missing, as in `X.size(0)`, or is "
            "another name meant?",
        ),
    ),
    ("TypeError", r"'([\w.]+)' object is not callable", _not_callable),
    (
        "TypeError",
        r"([\w.]+)\(\) got an unexpected keyword argument '(\w+)'",
        _unknown_argument,
    ),
    ("TypeError", r"([\w.<>]+\(\)) missing \d+ required positional arguments?: (.+)", _lacks_arguments),
    (
        "TypeError",
        r"([\w.<>]+\(\)) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given",
        _takes_other_arguments,
    ),
    (
        "TypeError",
        r"got multiple values for argument '(\w+)'",
        says("argument_given_twice", "`{0}` is given twice: once by its place, once by its name."),
    ),
    (
        "TypeError",
        r"'(int|float)' object is not (iterable|subscriptable)",
        says(
            "number_is_no_list",
            "A single number, of the kind {0}, stands here where several are needed: it is not {1}.",
        ),
    ),
    (
        "TypeError",
        r"can't multiply sequence by non-int of type '([\w.]+)'",
        says(
            "list_in_arithmetic",
            "`*` repeats a list, a tuple or a text a whole number of times, and here is a {0}. To multiply each entry "
            "make a tensor first.",
        ),
    ),
    (
        "TypeError",
        r"unsupported operand type\(s\) for [^:]+: '(list|tuple|torch\.Size)'",
        (
            "list_in_arithmetic",
            "Lists, tuples and shapes cannot be computed with. Take one entry, `[0]`, or make a tensor first.",
        ),
    ),
    (
        "TypeError",
        r"must be (?:a )?Tensor,? (?:but got|not) '?(?:list|tuple|int|float)|Tensor as element \d+",
        ("no_tensor", "torch's functions take tensors, and here comes something else."),
    ),
    (
        "RecursionError",
        r"",
        (
            "calls_itself",
            "A function calls itself, or two each other, more often than Python lets them. For which input is it to "
            "answer without a further call? (Or is another function of nearly the same name meant?)",
        ),
    ),
    ("ZeroDivisionError", r"division|modulo|^$", ("divided_by_zero", "The divisor is 0 here.")),
)
