"""Is a crash answered by what the student's own line shows, and by nothing that it does not?"""

import pytest

from course.checking.crashes import explain_crash

SIZES = "The size of tensor a (0) must match the size of tensor b (2) at non-singleton dimension 1"
PAIR = "pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type tuple at pos 0"
NONE = "unsupported operand type(s) for +: 'NoneType' and 'Tensor'"
LONG = "result type Float can't be cast to the desired output type Long"
LEAF = "a leaf Variable that requires grad is being used in an in-place operation."
OVERWRITTEN = "one of the variables needed for gradient computation has been modified by an inplace operation"
INDEX = "only integer tensors of a single element can be converted to an index"
OUTSIDE = "index 4 is out of bounds for dimension 0 with size 3"
FLOAT = "zeros(): argument 'size' (position 1) must be tuple of ints, but found element of type float at pos 0"
FORWARD = 'Module [Conv2D] is missing the required "forward" function'
VIEW = "a view of a leaf Variable that requires grad is being used in an in-place operation."
PLACE = "out[..., r:r + X.shape[-2], c:c + X.shape[-1]] = X"
ARGUMENT = "argument_changed_in_place"
BIG = "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1"
ONE = (
    "expand(torch.FloatTensor{{[3]}}, size=[]): the number of sizes provided (0) must be "
    "greater or equal to the number of "
)
ONE += "dimensions in the tensor ({})"
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
    "an argument that another function has not": (
        ("TypeError", "ones() got an unexpected keyword argument 'columns'", "torch.ones(1, columns=n)", ""),
        "no_such_argument",
    ),
    "an argument that the task gives by name": (
        ("TypeError", "output_size() got an unexpected keyword argument 'stride'", "", ""),
        "other_argument_names",
    ),
    "nn.Module's own word where `__init__` is misspelt": (
        ("TypeError", "Conv2D.__init__() takes 1 positional argument but 2 were given", "", ""),
        "method_without_arguments",
    ),
    "a layer of torch's that takes nothing": (
        ("TypeError", "Sigmoid.__init__() takes 1 positional argument but 2 were given", "nn.Sigmoid(3)", ""),
        "number_of_arguments",
    ),
    "a helper with one argument too many, beside a division": (
        ("TypeError", "weighted() takes 1 positional argument but 2 were given", "weighted(X, K) / 2", "n = 4 / 2"),
        "number_of_arguments",
    ),
    "zeros of a float": (
        ("TypeError", "zeros() takes 1 positional argument but 2 were given", "torch.zeros(n, 2)", "n = 4 / 2"),
        "divided_with_one_slash",
    ),
    "a bias with two axes": (
        (
            "RuntimeError",
            "Given weight of size [1, 1, 2, 2], expected bias to be 1-dimensional with 1 elements, but got bias of "
            "size [2, 2] instead",
            "nn.functional.conv2d(X[None, None], K[None, None], K)",
            "",
        ),
        "bias_of_another_shape",
    ),
    "a function that is not torch's convolution": (
        ("RuntimeError", "expected 4D input (got 2D input)", "pool(X)", ""),
        None,
    ),
    "an argument changed in place": (("RuntimeError", LONG, "K /= K.sum()", "def corr2d(X, K):"), ARGUMENT),
    "an argument changed by a method": (
        ("RuntimeError", LONG, "X.div_(2)", "def corr2d(X, K):"),
        ARGUMENT,
    ),
    "a total changed in place": (("RuntimeError", LONG, "total += y", "def corr2d(X, K):"), "integer_result"),
    "a copy under the name of an argument": (
        ("RuntimeError", LONG, "K /= K.sum()", "def corr2d(X, K):\n    K = K.clone()"),
        "integer_result",
    ),
    "an argument that needs a gradient, changed in place": (
        ("RuntimeError", LEAF, "K /= K.sum()", "def corr2d(X, K):"),
        ARGUMENT,
    ),
    "a weight changed in place": (
        ("RuntimeError", LEAF, "w -= lr * w.grad", "def learn_kernel(X, Y):\n    w = torch.zeros(2)"),
        "leaf_changed_in_place",
    ),
    "a step before going back": (
        ("RuntimeError", OVERWRITTEN, "loss.backward()", "loss = net(X).sum()\nopt.step()"),
        "step_before_backward",
    ),
    "a result read while it is written": (
        ("RuntimeError", OVERWRITTEN, "loss.backward()", "Y[0] = 1"),
        "overwritten_before_the_gradient",
    ),
    "None stored": (
        ("TypeError", "can't assign a NoneType to a torch.FloatTensor", "Y[i, j] = one(X, K)", ""),
        "stores_none",
    ),
    "a layer whose bias is None": (
        ("AttributeError", "'NoneType' object has no attribute 'copy_'", "", ""),
        "parameter_is_none",
    ),
    "a size where torch wants a tensor": (
        ("AttributeError", "'tuple' object has no attribute 'detach'", "nn.Parameter(kernel_size)", ""),
        "no_tensor",
    ),
    "a pair taken for four": (
        ("ValueError", "not enough values to unpack (expected 4, got 2)", "a, b, c, d = padding", ""),
        "names_and_values",
    ),
    "two of them gone through without `zip`": (
        ("ValueError", "too many values to unpack (expected 2)", "for x, k in X, K:", ""),
        "zip_forgotten",
    ),
    "a list of triples gone through in pairs": (
        ("ValueError", "too many values to unpack (expected 2)", "for x, k in zip(X, K, b):", ""),
        "names_and_values",
    ),
    "a shape taken for fewer axes": (
        ("ValueError", "too many values to unpack (expected 3)", "c, h, w = K.shape", ""),
        "number_of_axes",
    ),
    "unpacked in somebody else's line": (
        ("ValueError", "not enough values to unpack (expected 2, got 1)", "window_sizes(X)", ""),
        None,
    ),
    "a range of a shape": (
        ("TypeError", "'torch.Size' object cannot be interpreted as an integer", "for i in range(Y.shape):", ""),
        "one_entry_needed",
    ),
    "rows taken for indices": (
        ("TypeError", INDEX, "Y[i, j] = 1", "for i in Y:\n    for j in i:"),
        "loops_over_entries",
    ),
    "a number of another kind taken for an index": (
        ("TypeError", INDEX, "Y[i, j] = X[k]", "for i in range(3):\n    for j in range(3):\n        k = X.mean()"),
        "no_index",
    ),
    "one name in two loops, one inside the other": (
        (
            "IndexError",
            OUTSIDE,
            "Y[i, j] = s",
            "for i in range(3):\n    for j in range(3):\n        for i in range(2):",
        ),
        "loop_variable_reused",
    ),
    "one name in two loops, one after the other": (
        ("IndexError", OUTSIDE, "Y[i, j] = s", "for i in range(3):\n    pass\nfor i in range(4):\n    j = 0"),
        "index_too_large",
    ),
    "a name used twice that has no part in it": (
        ("IndexError", OUTSIDE, "Y[r, c] = s", "for i in range(3):\n    for i in range(2):\n        r = c = 9"),
        "index_too_large",
    ),
    "a slice that ends at the size along rows only": (
        ("RuntimeError", SIZES, "Y[i, j] = (X[i:h, j:j + w] * K).sum()", "h, w = K.shape"),
        "slice_ends_at_the_size",
    ),
    "a slice whose ends were made of its starts": (
        (
            "RuntimeError",
            SIZES,
            "Y[top, left] = (X[top:bottom, left:right] * K).sum()",
            "bottom = top + h\nright = left + w",
        ),
        "window_over_the_end",
    ),
    "a slice whose end is counted by a loop": (
        ("RuntimeError", SIZES, "Y[i, j] = (X[i:m, j:n] * K).sum()", "for i, m in rows:\n    for j, n in columns:"),
        "window_over_the_end",
    ),
    "a window out of the tensor that is stored into": (
        ("RuntimeError", SIZES, "Y[i, j] = (Y[i:i + h, j:j + w] * K).sum()", "Y = X.clone()"),
        "window_of_the_result",
    ),
    "forward asked of nn.Module": (
        ("NotImplementedError", FORWARD, "return super().forward(X) + self.bias", ""),
        "forward_of_module",
    ),
    "no forward at all": (("NotImplementedError", FORWARD, "", ""), "forward_missing"),
    "a result that requires a gradient": (
        ("RuntimeError", VIEW, "Y[i, j] = X[i, j]", "Y = torch.zeros(2, 2, requires_grad=True)"),
        "result_requires_grad",
    ),
    "an input that requires a gradient": (
        ("RuntimeError", VIEW, "X[0] = 0", "w = torch.zeros(2, requires_grad=True)"),
        "writes_into_its_input",
    ),
    "a text and a shape": (
        ("TypeError", 'can only concatenate str (not "torch.Size") to str', 'print("is " + Y.shape)', ""),
        "text_plus_something",
    ),
    "a tuple and a number": (
        ("TypeError", 'can only concatenate tuple (not "int") to tuple', "Y.shape + 1", ""),
        "list_plus_something",
    ),
    "a convolution of a list": (
        (
            "TypeError",
            "conv2d() received an invalid combination of arguments - got (list, Parameter, tuple)",
            "f([[X]])",
            "",
        ),
        "no_tensor",
    ),
    "sizes given to torch, which no tensor stands among": (
        (
            "TypeError",
            "randn() received an invalid combination of arguments - got (tuple, int)",
            "torch.randn(s, 2)",
            "",
        ),
        None,
    ),
    "an optimizer of the image": (
        (
            "TypeError",
            "params argument given to the optimizer should be an iterable of Tensors or dicts, but got a Tensor",
            "torch.optim.SGD(X, lr=lr)",
            "",
        ),
        "optimizer_of_a_tensor",
    ),
    "a method that is not called": (
        ("TypeError", "'method' object is not iterable", "torch.optim.SGD(net.parameters, lr=lr)", ""),
        "call_forgotten",
    ),
    "a list read too far": (("IndexError", "list index out of range", "maps[3]", ""), "list_read_too_far"),
    "a place of an empty list's": (
        ("IndexError", "list index out of range", "Y[i][j] = total", "Y = []\nfor i in range(3):"),
        "list_too_short",
    ),
    "a place of an empty list's, for a window": (
        ("IndexError", "list index out of range", "Y[i][j] = (X[i:i + h, j:j + w] * K).sum()", "Y = []"),
        "list_too_short",
    ),
    "an axis too many, stored in a place of shapes": (
        ("RuntimeError", "expand(torch.FloatTensor{[2, 2, 3]}, size=[2, 3]): the number of sizes provided", PLACE, ""),
        "place_with_fewer_axes",
    ),
    "a list written too far": (
        ("IndexError", "list assignment index out of range", "maps[3] = 1", ""),
        "list_too_short",
    ),
    "a float size, made two lines before": (
        ("TypeError", FLOAT, "torch.zeros(rows, 2)", "half = n / 2\nrows = half + 1"),
        "divided_with_one_slash",
    ),
    "one of two sizes by a slash": (
        ("TypeError", "slice indices must be integers or None", "X[:m]", "m, n = c / g, d / g"),
        "divided_with_one_slash",
    ),
    "a float size beside a division of something else": (
        ("TypeError", FLOAT, "torch.zeros(rows, 2)", "K = K / 9\nrows = 0.5 * n"),
        None,
    ),
    "a float size beside a slash in a comment": (
        ("TypeError", FLOAT, "torch.zeros(rows, 2)  # rows and/or columns", "rows = 0.5 * n"),
        None,
    ),
    "a float size beside a size made whole": (
        ("TypeError", FLOAT, "torch.zeros(rows, 2.0)", "rows = int(n / 2)  # and/or more"),
        None,
    ),
    "the bias of a layer that has none": (
        ("TypeError", "'NoneType' object is not subscriptable", "Y + conv2d.bias[0]", ""),
        "layer_without_bias",
    ),
    "the bias of a layer that has none, added": (
        ("TypeError", "unsupported operand type(s) for +: 'Tensor' and 'NoneType'", "return Y + conv2d.bias", ""),
        "layer_without_bias",
    ),
    "the bias of a layer that has none, reshaped": (
        ("AttributeError", "'NoneType' object has no attribute 'reshape'", "Y + conv2d.bias.reshape(1)", ""),
        "layer_without_bias",
    ),
    "a slice by a pair": (
        ("TypeError", "slice indices must be integers or None or have an __index__ method", "Y[::stride]", ""),
        "no_slice",
    ),
    "a border of one number": (
        (
            "TypeError",
            "pad(): argument 'pad' (position 2) must be tuple of ints, not int",
            "nn.functional.pad(X, p)",
            "",
        ),
        "tuple_needed",
    ),
    "a dot product of two lengths": (
        (
            "RuntimeError",
            "inconsistent tensor size, expected tensor [6] and src [4] to have the same number of elements, but got 6",
            "torch.dot(window.flatten(), K.flatten())",
            "",
        ),
        "rows_of_two_lengths",
    ),
    "the image's size taken from the kernel": (
        ("RuntimeError", "zeros: Dimension size must be non-negative.", "torch.zeros(H - h + 1, 2)", ""),
        "negative_size",
    ),
    "a name that `math` has, too": (("NameError", "name 'gamma' is not defined", "gamma * 2", ""), "unknown_name"),
    "an entry of a list of layers' own, called as a layer": (
        ("NotImplementedError", 'Module [ModuleList] is missing the required "forward" function', "net(X)", ""),
        "forward_of_module",
    ),
    "a variable called F": (("NameError", "name 'F' is not defined", "return F.shape", ""), "unknown_name"),
    "torch's functions under their usual name": (
        ("NameError", "name 'F' is not defined", "return F.pad(X, (1, 1))", ""),
        "import_missing",
    ),
    "a variable called as a module is": (
        ("NameError", "name 'signal' is not defined", "return signal * 2", ""),
        "unknown_name",
    ),
    "the gradient of a bias, not cleared yet": (
        ("AttributeError", "'NoneType' object has no attribute 'zero_'", "net.bias.grad.zero_()", ""),
        "computes_with_none",
    ),
    "a bias beside a gradient that is None": (
        (
            "TypeError",
            "unsupported operand type(s) for *: 'float' and 'NoneType'",
            "b = net.bias - 0.1 * net.bias.grad",
            "",
        ),
        "grad_is_none",
    ),
    "a gradient beside something that is None": (
        ("TypeError", "unsupported operand type(s) for *: 'Tensor' and 'NoneType'", "w - w.grad * g()", ""),
        "computes_with_none",
    ),
    "a bias beside an entry of None": (
        ("TypeError", "'NoneType' object is not subscriptable", "return g()[0] + net.bias", ""),
        "computes_with_none",
    ),
    "a name that was None, and is no more": (
        (
            "TypeError",
            "unsupported operand type(s) for +: 'Tensor' and 'NoneType'",
            "Y + g()",
            "Y = None\nY = torch.zeros(2)",
        ),
        "computes_with_none",
    ),
    "a tuple asked for what a list has": (
        ("AttributeError", "'tuple' object has no attribute 'append'", "rows.append(3)", ""),
        "unknown_attribute",
    ),
    "a list asked for what nothing has": (
        ("AttributeError", "'list' object has no attribute 'push'", "rows.push(3)", ""),
        "unknown_attribute",
    ),
    "an entry of a weight, updated": (
        ("RuntimeError", VIEW, "w[0] -= 0.1 * w.grad[0]", "w = torch.zeros(2, requires_grad=True)"),
        "leaf_changed_in_place",
    ),
    "expanded, and stored nowhere": (
        (
            "RuntimeError",
            "The expanded size of the tensor (3) must match the existing size (2) at non-singleton "
            "dimension 1.  Target sizes: [3, 3].  Tensor sizes: [2, 2]",
            "return K.expand(3, 3)",
            "",
        ),
        "expanded_to_another_size",
    ),
    "expanded to fewer axes, and stored nowhere": (
        (
            "RuntimeError",
            "expand(torch.FloatTensor{[2, 2]}, size=[2]): the number of sizes provided (1) must be greater "
            "or equal to the number of dimensions in the tensor (2)",
            "return K.expand(2)",
            "",
        ),
        "expanded_to_another_size",
    ),
    "a place that ends before its last row": (
        (
            "RuntimeError",
            "The expanded size of the tensor (0) must match the existing size (2) at non-singleton "
            "dimension 0.  Target sizes: [0, 4].  Tensor sizes: [2, 4]",
            "Y[:-1, :] = X",
            "",
        ),
        "place_of_another_size",
    ),
    "an image stored in one place": (("RuntimeError", ONE.format(2), "Y[i, j] = X", ""), "several_stored_in_one_place"),
    "a row stored in one place, that no sum made": (
        ("RuntimeError", ONE.format(1), "Y[0, 0] = X[0]", ""),
        "several_stored_in_one_place",
    ),
    "a window stored in one place": (
        ("RuntimeError", ONE.format(2), "Y[i, j] = X[i:i + h, j:j + w] * K", ""),
        "sum_forgotten",
    ),
    "products added along one axis": (
        ("RuntimeError", ONE.format(1), "Y[i, j] = (X[i:i + h, j:j + w] * K).sum(0)", ""),
        "summed_over_one_axis",
    ),
    "an empty tensor taken for a number": (
        ("RuntimeError", "a Tensor with 0 elements cannot be converted to Scalar", "X[9:].item()", ""),
        "number_of_nothing",
    ),
    "several numbers, in the making of a tensor": (
        ("ValueError", "only one element tensors can be converted to Python scalars", "torch.tensor(float(X))", ""),
        "several_numbers_for_one",
    ),
    "rows of windows in a matrix product": (
        (
            "RuntimeError",
            "mat1 and mat2 shapes cannot be multiplied (9x4 and 1x4)",
            "return rows @ K.reshape(1, -1)",
            "rows = torch.stack([X[i:i + 2, j:j + 2].reshape(-1) for i in r for j in r])",
        ),
        "matrix_shapes",
    ),
    "a window in a matrix product": (
        (
            "RuntimeError",
            "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)",
            "Y[i, j] = (window @ K).sum()",
            "window = X[i:i + h, j:j + w]",
        ),
        "matrix_product",
    ),
    "a slice whose ends are made in the line of its starts": (
        (
            "RuntimeError",
            BIG,
            "(X[top:bottom, left:right] * K).sum()",
            "top, bottom = i, i + h\nleft, right = j, j + w",
        ),
        "sizes_do_not_match",
    ),
    "a window out of a padded image, made of zeros": (
        ("RuntimeError", BIG, "Y[i, j] = (P[i:i + h, j:j + w] * K).sum()", "P = torch.zeros(6, 6)\nP[1:5, 1:5] = X"),
        "window_over_the_end",
    ),
    "two brackets that the line has nothing to do with": (
        ("RuntimeError", BIG, "total = out + K", "corner = X[0:2][0:1]"),
        "sizes_do_not_match",
    ),
    "two slices that end before the last pixel": (
        ("RuntimeError", BIG, "(X[i:H-1, j:W-1] * K).sum()", ""),
        "sizes_do_not_match",
    ),
    "axes exchanged after unfold": (
        (
            "IndexError",
            "Dimension out of range (expected to be in range of [-3, 2], but got 3)",
            "F.unfold(X[None, None], 2).transpose(1, 3)",
            "",
        ),
        "too_few_axes",
    ),
    "an entry of a pair beside a shape": (
        ("IndexError", "tuple index out of range", "K.shape[0] + stride[2]", ""),
        None,
    ),
    "an entry of a shape": (("IndexError", "tuple index out of range", "K.shape[2] + 1", ""), "no_such_axis"),
    "an index of what is read, beside loops in steps of 1": (
        ("IndexError", OUTSIDE, "Y[i, j] = X[i + 1, j]", "for i in range(0, 4, 2):\n    for j in range(0, 4, 2):"),
        "index_too_large",
    ),
    "loops in steps of 1": (
        ("IndexError", OUTSIDE, "Y[i, j] = 1", "for i in range(0, 4, 1):\n    for j in range(0, 4, 1):"),
        "index_too_large",
    ),
    "loops in steps of a stride": (
        (
            "IndexError",
            OUTSIDE,
            "Y[i, j] = (X[i:i + h, j:j + w] * K).sum()",
            "for i in range(0, 4, s):\n    for j in range(0, 4, s):",
        ),
        "stored_under_a_stepping_index",
    ),
    "a float size, and its result divided": (
        ("TypeError", FLOAT, "return torch.zeros(n * 0.5, 2) / K.sum()", ""),
        None,
    ),
    "names for what a function makes of a shape": (
        ("ValueError", "too many values to unpack (expected 2)", "h, w = sizes(X.shape)", ""),
        "names_and_values",
    ),
    "a list's own place that nothing was appended to, beside another list": (
        ("IndexError", "list index out of range", "Y[i][0] = rows[i]", "Y = []"),
        "list_read_too_far",
    ),
    "the sizes of a tensor, not whole numbers": (
        (
            "TypeError",
            "sum() received an invalid combination of arguments - got (float), but expected one of",
            "X.sum(1.5)",
            "",
        ),
        None,
    ),
    "a pair among the sizes": (
        (
            "TypeError",
            "randn() received an invalid combination of arguments - got (int, int, Tensor), but expected one of",
            "torch.randn(2, 3, K)",
            "",
        ),
        None,
    ),
    "what a layer gave back, called": (
        ("TypeError", "'Tensor' object is not callable", "return conv(X)(2)", "conv = nn.Conv2d(1, 1, 2)"),
        "not_a_function",
    ),
    "a name of a function, given a number": (
        ("TypeError", "'int' object is not callable", "return sum(X)", "sum = 0"),
        "name_of_a_function_reused",
    ),
    "an argument in a call over several lines": (
        ("TypeError", "Conv2d.__init__() got an unexpected keyword argument 'kernel'", "return nn.Conv2d(", ""),
        "no_such_argument",
    ),
    "a layer that is given more than its kernel's size": (
        ("TypeError", "Conv2D.__init__() takes 1 positional argument but 4 were given", "", ""),
        "number_of_arguments",
    ),
    "zero raised to a negative power": (
        ("ZeroDivisionError", "0.0 cannot be raised to a negative power", "0 ** -1", ""),
        None,
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_crash_is_named_by_what_its_line_shows(row):
    raised, name = ROWS[row]
    found = explain_crash(dict(zip(("type", "text", "line", "code"), raised, strict=True)))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("tensor() takes 1 positional argument but 2 were given", "torch.tensor(1.0, 2.0)", "brackets of their own"),
        ("f() takes 1 positional argument but 2 were given", "Y = f(X, K)", "takes 1 argument and was given 2. Look"),
        (
            "Conv2d.forward() takes 2 positional arguments but 3 were given",
            "conv2d(X, 2)",
            "1 argument and was given 2",
        ),
        ("f() missing 1 required positional argument: 'K'", "Y = f(X)", "this line hands over"),
        ("f() missing 1 required positional argument: 'K'", "", "The task's text"),
        ("f() takes 1 positional argument but 2 were given", "", "The task's text"),
    ],
    ids=[
        "torch's, too many",
        "own, too many",
        "a layer's",
        "own, too few",
        "called by the task, too few",
        "called by the task, too many",
    ],
)
def test_a_call_of_ones_own_is_not_looked_up_in_the_text(text, line, said):
    assert said in explain_crash({"type": "TypeError", "text": text, "line": line}).hint


def test_an_attribute_that_torch_asked_for_is_not_named():
    raised = {"type": "AttributeError", "text": "'tuple' object has no attribute 'detach'"}
    assert explain_crash(raised | {"line": "nn.Parameter(size)"}).hint.startswith("A tensor is needed in this line")
    assert explain_crash(raised | {"line": "size.detach()"}).hint.startswith("`detach` belongs to tensors")


def test_brackets_are_advised_for_torchs_own_functions_only():
    text = "f() takes 1 positional argument but 2 were given"
    assert explain_crash({"type": "TypeError", "text": text, "line": "Y = f(X, K)"}).hint.endswith("hands over.")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d", "t(X)", "`conv_transpose2d` wants"),
        (
            "Expected 2D (unbatched) or 3D (batched) input to conv1d",
            "f(X)",
            "`conv1d` wants an image of (batch, channels, c",
        ),
        (
            "weight of size [1, 2, 2], expected input[1, 3, 3] to have 2 channels, but got 3 channels instead",
            "nn.functional.conv1d(X[None], K[None])",
            "`conv1d` reads",
        ),
        (
            "weight of size [1, 2, 2, 2], expected input[1, 3, 3, 3] to have 2 channels, but got 3 channels instead",
            "net(X)",
            "`conv2d` reads",
        ),
    ],
)
def test_a_convolution_is_called_by_its_own_name(text, line, said):
    assert explain_crash({"type": "RuntimeError", "text": text, "line": line}).hint.startswith(said)


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


@pytest.mark.parametrize(
    ("kind", "text", "line", "said", "unsaid"),
    [
        ("TypeError", "cannot assign 'tuple' as parameter 'weight'", "net.weight = s", "`tuple`", "self.weight"),
        ("NameError", "name 'kernel_size' is not defined", "def __init__(self, k): f(kernel_size)", "?", "write"),
        ("UnboundLocalError", "cannot access local variable 'n' where it", "n += 1", "in this line itself", "after"),
        (
            "AttributeError",
            "'method' object has no attribute 'shape'",
            "input.shape",
            "another name meant?",
            "with what",
        ),
        ("AttributeError", "'bool' object has no attribute 'shape'", "torch.equal(X, Y).shape", "no `shape`", "leave"),
        ("RuntimeError", "grad can be implicitly created only for scalar outputs", "Y.backward()", "?", "several"),
        ("RuntimeError", VIEW, "w[0] = 1", "or a weight", "into the input"),
        ("RuntimeError", LEAF, "Y += X", "make a result without", "A weight that"),
        ("RuntimeError", OVERWRITTEN, "loss.backward()", "`step()`", "Read from"),
        (
            "RuntimeError",
            "output with shape [3, 1] doesn't match the broadcast shape [3, 3]",
            "Y += X",
            "would be",
            "Its",
        ),
        (
            "RuntimeError",
            "mean(): could not infer output dtype. Got: Bool",
            "(X > 0).mean()",
            "True and False",
            "Whole",
        ),
        (
            "RuntimeError",
            "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [1, 1, 1, 3, 3]",
            "F.conv2d(X, K)",
            "has 5 axes",
            "missing",
        ),
        (
            "RuntimeError",
            "result type ComplexFloat can't be cast to the desired output type Float",
            "Y += 1j",
            "Convert",
            "Make",
        ),
        (
            "RuntimeError",
            "Boolean value of Tensor with more than one value is ambiguous",
            "max(X, 0)",
            "own `max`",
            ".all()",
        ),
        (
            "RuntimeError",
            "stack expects a non-empty TensorList",
            "torch.stack(rows)",
            "nothing appended",
            "the loop before",
        ),
        (
            "TypeError",
            "stack(): argument 'tensors' (position 1) must be tuple of Tensors, not map",
            "torch.stack(map(f, X))",
            "`list(...)`",
            "brackets",
        ),
        (
            "TypeError",
            "hstack(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor",
            "torch.hstack(X)",
            "`torch.hstack`",
            "`torch.stack`",
        ),
        (
            "TypeError",
            "expected Tensor as element 0 in argument 0, but got list",
            "torch.stack([[1.0]])",
            "numbers",
            "The e",
        ),
        ("IndexError", "index 2 is out of bounds for dimension 0 with size 0", "X[2]", "is empty", "-1"),
        (
            "TypeError",
            "can't multiply sequence by non-int of type 'float'",
            "[0] * (n / 2)",
            "a float",
            "cannot be computed",
        ),
        ("ValueError", "X and K must be 2-D, got (3,) and (2, 2)", "corr2d(X[0], K)", "row picked", "channel"),
        ("AttributeError", "'list' object has no attribute 'numel'", "", "`nn.Parameter`s", "this line"),
        (
            "AttributeError",
            "'builtin_function_or_method' object has no attribute 'detach'",
            "nn.Parameter(torch.zeros)",
            "parentheses",
            "detach",
        ),
        ("TypeError", INDEX, "range(X.mean())", "in `range`", "as an index, or"),
        (
            "TypeError",
            "f.<locals>.part() takes 1 positional argument but 2 were given",
            "part(1, 2)",
            "`part()` takes 1 argument and was given 2",
            "no argument",
        ),
        (
            "TypeError",
            "zeros() takes 1 positional argument but 2 were given",
            "torch.zeros(n * 0.5, 2)",
            "a float?",
            "brackets",
        ),
        ("TypeError", "'torch.Size' object is not callable", "X.shape(0)", "`X.shape[0]`", "leave out"),
        (
            "RecursionError",
            "maximum recursion depth exceeded",
            "f(n - 1)",
            "more often than Python lets",
            "without an end",
        ),
        ("AssertionError", "Tensor-likes are not close!", "assert_close(X, Y)", "?", "is asked for"),
    ],
)
def test_a_hint_says_no_more_than_message_and_line_show(kind, text, line, said, unsaid):
    """Each line raises this for another reason than the usual one: is that one not claimed?"""
    hint = explain_crash({"type": kind, "text": text, "line": line}).hint
    assert said in hint
    assert unsaid not in hint
