"""Is a crash answered by what the student's own line shows, and by nothing that it does not?"""

import pytest

from course.checking.crashes import explain_crash

SIZES = "The size of tensor a (0) must match the size of tensor b (2) at non-singleton dimension 1"
PAIR = "pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type tuple at pos 0"
NONE = "unsupported operand type(s) for +: 'NoneType' and 'Tensor'"
ROWS = {
    "a window cut out of the result": (
        ("RuntimeError", SIZES, "Y[i, j] = (Y[i:i + h, j:j + w] * K).sum()", "Y = torch.zeros(4, 4)"),
        "window_of_the_result",
    ),
    "a stamp is stored in the result, which cuts nothing out": (
        ("RuntimeError", SIZES, "Y[i:i + h, j:j + w] += X[i, j] * K", "Y = torch.zeros(4, 4)"),
        "sizes_do_not_match",
    ),
    "a window of the image, stored in the result": (
        ("RuntimeError", SIZES, "Y[i:i + h, j:j + w] += X[i:i + h, j:j + w] * K", "Y = torch.zeros(4, 4)"),
        "window_over_the_end",
    ),
    "a step inside a window as large as the kernel": (
        ("RuntimeError", SIZES, "Y[i, j] = (X[i:i + h:s, j:j + w:t] * K).sum()", "h, w = K.shape"),
        "step_inside_the_window",
    ),
    "a step inside a window of another size may be right": (
        ("RuntimeError", SIZES, "Y[i, j] = (X[i:i + span:s, j:j + span:s] * K).sum()", "span = 2 * s + 1"),
        "sizes_do_not_match",
    ),
    "a name that was None from the start": (
        ("TypeError", NONE, "Y = Y + corr2d(x, k)", "Y = None\nfor x, k in zip(X, K):"),
        "starts_as_none",
    ),
    "None that came from somewhere": (("TypeError", NONE, "Y = Y + f(x)", "Y = f(0)"), "computes_with_none"),
    "a text raised": (
        ("TypeError", "exceptions must derive from BaseException", 'raise "too large"', ""),
        "raises_no_exception",
    ),
    "a pair inside of a pair, in the making of a kernel": (
        ("TypeError", PAIR, "self.weight = nn.Parameter(torch.randn((kernel_size, kernel_size)))", ""),
        "size_is_a_pair",
    ),
    "a pair inside of a pair, where no kernel is made": (
        ("TypeError", PAIR, "F.pad(X[None, None], (p, p, p, p))", ""),
        None,
    ),
    "a function of `math` called": (("NameError", "name 'comb' is not defined", "comb(3, 1)", ""), "import_missing"),
    "a number before a parenthesis": (("TypeError", "'int' object is not callable", "2 (p + 1)", ""), "times_left_out"),
    "a name that ends in a digit": (
        ("TypeError", "'int' object is not callable", "n(3) + math.log2(4)", ""),
        "not_a_function",
    ),
    "a window out of an image that is no argument": (
        ("RuntimeError", SIZES, "Y[i, j] = (X_photo[i:i + h, j:j + w] * K).sum()", "def corr2d(X, K):"),
        "reads_another_image",
    ),
    "a window out of an image that was made here": (
        ("RuntimeError", SIZES, "Y[i, j] = (P[i:i + h, j:j + w] * K).sum()", "def corr2d(X, K):\n    P = pad(X)"),
        "window_over_the_end",
    ),
    "a kernel cut smaller than the window": (
        ("RuntimeError", SIZES, "Y[i, j] = (K * X[i:i + h, j:j + w]).sum()", "def corr2d(X, K):"),
        "sizes_do_not_match",
    ),
    "a list of tensors given to `torch.tensor`": (
        ("ValueError", "only one element tensors can be converted to Python scalars", "return torch.tensor(rows)", ""),
        "tensor_of_tensors",
    ),
    "several numbers where one is stored": (
        ("ValueError", "only one element tensors can be converted to Python scalars", "total += float(X * K)", ""),
        "several_numbers_for_one",
    ),
    "a number called": (("TypeError", "'int' object is not callable", "n + 2(p)", ""), "times_left_out"),
    "a name called that holds a number": (("TypeError", "'int' object is not callable", "h(2)", ""), "not_a_function"),
    "the given `corr2d` with its arguments turned round": (
        ("ValueError", "a kernel of 3x3 does not fit in an image of 2x2", "return corr2d(self.weight, X)", ""),
        "kernel_larger_than_image",
    ),
    "a name that `math` has, too": (("NameError", "name 'gamma' is not defined", "gamma * 2", ""), "unknown_name"),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_crash_is_named_by_what_its_line_shows(row):
    raised, name = ROWS[row]
    found = explain_crash(dict(zip(("type", "text", "line", "code"), raised, strict=True)))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("tensor() takes 1 positional argument but 2 were given", "torch.tensor(1.0, 2.0)", "this line hands over"),
        ("f() missing 1 required positional argument: 'K'", "Y = f(X)", "this line hands over"),
        ("f() missing 1 required positional argument: 'K'", "", "The task's text"),
        ("f() takes 1 positional argument but 2 were given", "", "The task's text"),
    ],
    ids=["torch's, too many", "own, too few", "called by the task, too few", "called by the task, too many"],
)
def test_a_call_of_ones_own_is_not_looked_up_in_the_text(text, line, said):
    assert said in explain_crash({"type": "TypeError", "text": text, "line": line}).hint


@pytest.mark.parametrize(
    ("operator", "line", "said"),
    [
        ("//", "rows = (n + 2 * p) // stride + 1", "`stride` is a pair"),
        ("+", "rows = (n + padding) // stride", "`padding` is a pair"),
        ("-", "rows = (n - shape) // stride", "One side is a tuple"),  # the pair is `shape`, whatever `stride` is
        ("-", "rows = n - shape - padding", "One side is a tuple"),
        ("+", "rows = n + padding[0] * two", "One side is a tuple"),
    ],
)
def test_a_pair_is_named_only_where_it_stands_on_the_right(operator, line, said):
    text = f"unsupported operand type(s) for {operator}: 'int' and 'tuple'"
    assert explain_crash({"type": "TypeError", "text": text, "line": line}).hint.startswith(said)
