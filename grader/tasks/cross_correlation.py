"""Assignment 1, cross-correlation and the layer: its eight tasks, in the order of the notebook."""

import torch
from torch import nn

from grader.tasks.corr2d_mistakes import (
    CORR2D_MISCONCEPTIONS,
    FLIPPED,
    LAST_ROW,
    LOOPS_OVER_KERNEL,
    READS_OUTPUT,
    SEED_KERNEL,
    TRANSPOSED,
    corr2d,
)
from grader.tasks.draws import signed, tolerance_with_bias
from grader.tasks.exposing import judge_exposing_case
from grader.tasks.model import Case, Facet, Input, Misconception, Task

COUNTING = torch.arange(9.0).reshape(3, 3)
ASYMMETRIC = torch.tensor([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])  # public cases: every sum is exact in float32
PICTURE = torch.tensor(
    [
        [1.0, 0.0, -2.0, 1.5, 3.0],
        [0.5, -1.0, 2.0, 0.0, 1.0],
        [-3.0, 2.0, 1.0, -0.5, 2.0],
        [2.0, 1.0, 0.0, 4.0, -1.0],
    ]
)


def _whole(rng, *shape):
    return torch.from_numpy(rng.integers(-9, 10, shape))


def _layouts(X, K):
    return [(Input(X, layout="cropped"), K), (Input(X, layout="transposed"), Input(K, layout="transposed"))]


def corr2d_cases(rng, public):
    """Cases for any function that must equal `corr2d`, in the order of its facets."""
    if public:
        square = [(COUNTING, SEED_KERNEL), (PICTURE[:, :4], ASYMMETRIC[:, 1:])]
        rectangular = [(PICTURE, ASYMMETRIC), (PICTURE, torch.tensor([[1.0, -1.0]]))]
        dtypes = [
            (torch.tensor([[1, 0, 2], [4, -1, 3]]), torch.tensor([[2, -3]])),
            (PICTURE.double(), ASYMMETRIC.double()),
        ]
        views = [(Input(PICTURE, layout="cropped"), Input(ASYMMETRIC, layout="transposed"))]
        gradient = [(PICTURE[:3, :3], ASYMMETRIC[:, :2])]
        unfitting = [(COUNTING, torch.ones(2, 4)), (COUNTING.reshape(1, 1, 3, 3), SEED_KERNEL), (COUNTING, COUNTING)]
    else:
        square = [(signed(rng, n, n), signed(rng, k, k)) for n, k in ((5, 2), (6, 3), (7, 4), (4, 1), (3, 3))]
        sizes = [((6, 9), (1, 2)), ((9, 6), (3, 2)), ((5, 8), (2, 3)), ((8, 5), (4, 1)), ((4, 7), (4, 3))]
        rectangular = [(signed(rng, *image), signed(rng, *kernel)) for image, kernel in sizes]
        dtypes = [
            (_whole(rng, 5, 7), _whole(rng, 3, 2)),
            (signed(rng, 6, 5).double(), signed(rng, 2, 3).double()),
        ]
        views = _layouts(signed(rng, 6, 8), signed(rng, 3, 2))
        gradient = [(signed(rng, 5, 6), signed(rng, 2, 3)), (signed(rng, 6, 4), signed(rng, 3, 1))]
        unfitting = [
            (signed(rng, 4, 6), signed(rng, 5, 2)),
            (signed(rng, 4, 6), signed(rng, 2, 7)),
            (signed(rng, 2, 5, 6), signed(rng, 2, 2)),
            (signed(rng, 5, 6), signed(rng, 2, 2, 2)),
            (signed(rng, 7), signed(rng, 2, 2)),
            (signed(rng, 4, 5), signed(rng, 4, 5)),
            (signed(rng, 4, 5), signed(rng, 1, 5)),
            (signed(rng, 5, 4), signed(rng, 5, 2)),
        ]
        unfitting = [unfitting[i] for i in rng.permutation(len(unfitting))]
    cases = []
    for facet, pairs in (("square", square), ("rectangular", rectangular), ("dtypes", dtypes)):
        cases += [Case(facet, _sizes(X, K), (X, K)) for X, K in pairs]
    cases += [Case("views", _sizes(X, K), (X, K), observe=("result", "inputs")) for X, K in views]
    for X, K in gradient:
        cotangent = signed(rng, X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
        pair = (Input(X, grad=True), Input(K, grad=True))
        cases.append(Case("gradient", _sizes(X, K), pair, observe=("result", "gradients"), cotangent=cotangent))
    cases += [Case("unfitting", _sizes(X, K), (X, K), observe=()) for X, K in unfitting]
    return cases


def _sizes(X, K):
    shapes = [tuple((t.value if isinstance(t, Input) else t).shape) for t in (X, K)]
    return f"X {shapes[0]}, K {shapes[1]}"


CORR2D_FACETS = (
    Facet("square", 0.30, "square images and kernels, with negative numbers"),
    Facet("rectangular", 0.30, "rectangular images and kernels"),
    Facet("dtypes", 0.10, "integer and float64 inputs"),
    Facet("views", 0.10, "sliced or transposed inputs, and X and K left unchanged"),
    Facet("gradient", 0.10, "the gradient flows to X and K"),
    Facet("unfitting", 0.10, "a ValueError if K does not fit in X or an input is not 2-D, and only then"),
)


# -- convolve2d --------------------------------------------------------------------------------------------------


def convolve2d(X, K):
    """True convolution: flip the kernel both ways, then correlate (SciPy: `convolve2d(X, K, mode="valid")`)."""
    return corr2d(X, K.flip(0, 1))


def convolve2d_cases(rng, public):
    if public:
        pairs = [("values", COUNTING, SEED_KERNEL), ("rectangular", PICTURE, ASYMMETRIC)]
    else:
        pairs = [("values", signed(rng, n, n), signed(rng, k, k)) for n, k in ((5, 2), (6, 3))]
        sizes = [((6, 9), (1, 2)), ((9, 6), (3, 2)), ((5, 8), (2, 4)), ((8, 5), (3, 1))]
        pairs += [("rectangular", signed(rng, *image), signed(rng, *kernel)) for image, kernel in sizes]
    return [Case(facet, _sizes(X, K), (X, K)) for facet, X, K in pairs]


CONVOLVE2D_MISCONCEPTIONS = (
    Misconception(
        "not_flipped",
        lambda X, K: corr2d(X, K).float(),
        "This is cross-correlation: the kernel is not flipped. True convolution turns it by 180 degrees first.",
    ),
    Misconception(
        "flipped_rows_only",
        lambda X, K: corr2d(X, K.flip(0)).float(),
        "Only the rows of the kernel are flipped. True convolution flips rows and columns.",
    ),
    Misconception(
        "flipped_columns_only",
        lambda X, K: corr2d(X, K.flip(1)).float(),
        "Only the columns of the kernel are flipped. True convolution flips rows and columns.",
    ),
    Misconception(
        "transposed_not_flipped",
        lambda X, K: corr2d(X, K.T).float(),
        "The kernel is transposed. Flipping is something else: K.flip(0, 1) reverses the order along both axes.",
    ),
    Misconception(
        "turned_by_90_degrees",
        lambda X, K: corr2d(X, torch.rot90(K)).float(),
        "The kernel is turned by 90 degrees. Convolution turns it by 180 degrees: K.flip(0, 1).",
    ),
    Misconception(
        "turned_by_90_degrees_clockwise",
        lambda X, K: corr2d(X, torch.rot90(K, -1)).float(),
        "The kernel is turned by 90 degrees. Convolution turns it by 180 degrees: K.flip(0, 1).",
    ),
    Misconception(
        "transposed_and_flipped",
        lambda X, K: corr2d(X, K.T.flip(0, 1)).float(),
        "The kernel is flipped and also transposed. Only the flip belongs here.",
    ),
    Misconception(
        "image_flipped",
        lambda X, K: corr2d(X.flip(0, 1), K).float(),
        "The image is flipped instead of the kernel, so the result comes out backwards.",
    ),
    Misconception(
        "output_flipped",
        lambda X, K: corr2d(X, K).float().flip(0, 1),
        "The output is flipped instead of the kernel.",
    ),
    Misconception(
        "negated_kernel",
        lambda X, K: corr2d(X, -K).float(),
        "The kernel's sign is changed. Flipping reverses its order, not its sign.",
    ),
    Misconception(
        "sorted_kernel",
        lambda X, K: corr2d(X, K.flatten().sort(descending=True).values.reshape(K.shape)).float(),
        "The kernel's values are sorted. Flipping reverses their order in place, whatever they are.",
    ),
    Misconception(
        "reads_output",
        lambda X, K: torch.zeros_like(corr2d(X, K)).float(),
        "Every result is 0: does the `corr2d` that this builds on read Y instead of X?",
    ),
)


# -- Conv2D ------------------------------------------------------------------------------------------------------


class Conv2D(nn.Module):
    """The reference layer: one kernel, one bias."""

    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias.double()


def conv2d_layer_cases(rng, public):
    sizes = [((3, 3), (2, 2))] if public else [((5, 8), (1, 2)), ((8, 6), (3, 2))]
    cases = []
    for number, (image, kernel) in enumerate(sizes):
        make = {"how": "module", "args": (kernel,)}
        name = f"Conv2D({kernel}) on an image of {image}"
        X = COUNTING if public else signed(rng, *image)
        state = {
            "weight": SEED_KERNEL if public else signed(rng, *kernel),
            "bias": torch.tensor([1.5 if public else (-1) ** number * float(rng.uniform(0.75, 1.5))]),
        }
        cotangent = signed(rng, image[0] - kernel[0] + 1, image[1] - kernel[1] + 1)
        rounded = make | {"atol": tolerance_with_bias(X, **state)}
        cases += [
            Case("parameters", name, observe=("parameters",), **make),
            Case("bias", name, observe=("result",), state=state, image=X, **rounded),
            Case("behaviour", name, observe=("fresh", "result", "again"), state=state, image=X, **rounded),
            Case("gradients", name, observe=("gradients",), state=state, image=X, cotangent=cotangent, **make),
        ]
    return cases


def _layer(weight=torch.randn, bias=lambda: nn.Parameter(torch.zeros(1)), forward=None, register=nn.Parameter):
    """Return the right layer class with parts replaced."""

    class Wrong(nn.Module):
        def __init__(self, kernel_size):
            super().__init__()
            self.weight = register(weight(kernel_size))
            self.bias = bias()

        def forward(self, X):
            if forward:
                return forward(self, X)
            return corr2d(X, self.weight) + self.bias.double()

    return Wrong


class _NewWeightEachCall(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, torch.randn(self.weight.shape)) + self.bias


CONV2D_MISCONCEPTIONS = (
    Misconception(
        "bias_never_added",
        _layer(forward=lambda self, X: corr2d(X, self.weight)),
        "The bias is declared but never added in `forward`. It starts at 0, which hides this until it is trained.",
    ),
    Misconception(
        "weight_data",
        _layer(forward=lambda self, X: corr2d(X, self.weight.data) + self.bias.double()),
        "`forward` uses `weight.data` (or `.detach()`), so no gradient reaches the kernel: it would never learn.",
    ),
    Misconception(
        "gradients_switched_off",
        _layer(
            register=lambda t: nn.Parameter(t, requires_grad=False),
            bias=lambda: nn.Parameter(torch.zeros(1), requires_grad=False),
        ),
        "The parameters do not require gradients, so an optimizer has nothing to change.",
    ),
    Misconception(
        "bias_gradient_switched_off",
        _layer(bias=lambda: nn.Parameter(torch.zeros(1), requires_grad=False)),
        "The bias does not require a gradient, so it would never learn.",
    ),
    Misconception(
        "kernel_shape_transposed",
        _layer(weight=lambda size: torch.randn(tuple(size)[::-1])),
        "The kernel's shape is stored the wrong way round: kernel_size is (rows, columns).",
    ),
    Misconception(
        "not_a_parameter",
        _layer(register=lambda t: t, bias=lambda: torch.zeros(1)),
        "Weight and bias are plain tensors. Only `nn.Parameter` registers them, so that `net.parameters()` finds them.",
    ),
    Misconception(
        "not_registered",
        _layer(register=lambda t: t.requires_grad_(), bias=lambda: torch.zeros(1, requires_grad=True)),
        "Weight and bias are tensors with gradients, but not `nn.Parameter`s, so `net.parameters()` does not find them.",
    ),
    Misconception(
        "bias_not_a_parameter",
        _layer(bias=lambda: torch.zeros(1)),
        "The bias is a plain tensor. Only `nn.Parameter` registers it, so that `net.parameters()` finds it.",
    ),
    Misconception(
        "same_weights",
        _layer(weight=torch.ones),
        "Every new layer starts with the same weights. Draw them at random, `torch.randn(kernel_size)`, and do not seed "
        "the generator inside `__init__`.",
    ),
    Misconception(
        "new_weight_each_call",
        _NewWeightEachCall,
        "`forward` draws a new kernel in every call. Use `self.weight`, which `__init__` made once.",
    ),
    Misconception(
        "bias_subtracted",
        _layer(forward=lambda self, X: corr2d(X, self.weight) - self.bias.double()),
        "The bias is subtracted. It must be added.",
    ),
    Misconception(
        "bias_multiplied",
        _layer(forward=lambda self, X: corr2d(X, self.weight) * self.bias.double()),
        "The output is multiplied by the bias. It must be added.",
    ),
    Misconception(
        "bias_for_each_weight",
        lambda size: _BiasOfShape(size),
        "The bias has the shape of the kernel. This layer has one bias, a single number, for all positions.",
    ),
    Misconception(
        "true_convolution",
        _layer(forward=lambda self, X: corr2d(X, self.weight.flip(0, 1)) + self.bias.double()),
        "This layer flips its kernel (true convolution). Layers correlate: they use the kernel as it is.",
    ),
    Misconception(
        "kernel_transposed_in_forward",
        _layer(forward=lambda self, X: corr2d(X, self.weight.T) + self.bias.double()),
        "`forward` transposes the kernel.",
    ),
    Misconception(
        "bias_added_before",
        _layer(forward=lambda self, X: corr2d(X + self.bias.double(), self.weight)),
        "The bias is added to the image, before the kernel is applied. It must be added to the output.",
    ),
    Misconception(
        "activation_included",
        _layer(forward=lambda self, X: (corr2d(X, self.weight) + self.bias.double()).relu()),
        "Negative outputs are cut off (ReLU). The activation is not part of this layer.",
    ),
)


class _BiasOfShape(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias.sum()


# -- values ------------------------------------------------------------------------------------------------------


def _prediction(counting, symmetric=None):
    return {"counting": counting, "symmetric": symmetric or [[18, 26], [26, 34]]}


PREDICTION_MISCONCEPTIONS = (
    Misconception(
        "flipped_kernel",
        _prediction([[5, 11], [23, 29]], [[14, 22], [22, 30]]),
        "The kernel was flipped. Lay it on the window as it is: its top left number meets the top left pixel.",
    ),
    Misconception(
        "transposed_kernel",
        _prediction([[17, 23], [35, 41]]),
        "Rows and columns of the kernel were swapped. The symmetric example cannot show this, the other one does.",
    ),
    Misconception(
        "transposed_output",
        _prediction([[19, 37], [25, 43]]),
        "The numbers are right, but rows and columns of the output are swapped. The symmetric example cannot show it.",
    ),
    Misconception(
        "kernel_ignored",
        _prediction([[8, 12], [20, 24]], [[8, 12], [12, 16]]),
        "The pixels of each window were added up without multiplying them by the kernel.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _prediction([[4.75, 6.25], [9.25, 10.75]], [[4.5, 6.5], [6.5, 8.5]]),
        "The products were averaged. They are added up.",
    ),
    Misconception(
        "matrix_product",
        _prediction([[25, 35], [55, 65]], [[21, 31], [31, 41]]),
        "Window and kernel were multiplied as matrices. Multiply number by number, then add.",
    ),
)

KERNEL_GRADIENT_MISCONCEPTIONS = (
    Misconception(
        "twice", {"": [[18, 14], [24, 32]]}, "Twice the gradient: `backward` adds to `.grad`. Zero it first."
    ),
    Misconception(
        "mean", {"": [[2.25, 1.75], [3, 4]]}, "The gradient of the mean. The task asks for the sum of the output."
    ),
    Misconception("transposed", {"": [[9, 12], [7, 16]]}, "Rows and columns are swapped."),
    Misconception("image", {"": [[1, 0], [3, 5]]}, "Only the first window. Every position of the kernel contributes."),
    Misconception("ones", {"": [[1, 1], [1, 1]]}, "The gradient with respect to the output, not to the kernel."),
    Misconception(
        "bias", {"": [[4, 4], [4, 4]]}, "The bias's gradient: the number of outputs. Ask the kernel's `.grad`."
    ),
    Misconception("kernel", {"": [[0, 1], [2, 3]]}, "This is a kernel, not its gradient: ask `net.weight.grad`."),
)


TASKS = (
    Task(
        "predicted_outputs",
        "value",
        2,
        "1.1",
        facets=(
            Facet("counting", 0.5, "your prediction for the image that counts from 0 to 8"),
            Facet("symmetric", 0.5, "your prediction for the symmetric example"),
        ),
        answer=_prediction([[19, 25], [37, 43]]),
        taught=True,
        form={"counting": (2, 2), "symmetric": (2, 2)},
        misconceptions=PREDICTION_MISCONCEPTIONS,
    ),
    Task(
        "corr2d",
        "code",
        5,
        "1.2",
        facets=CORR2D_FACETS,
        reference=corr2d,
        cases=corr2d_cases,
        misconceptions=CORR2D_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_fixed",
        "code",
        2,
        "1.3",
        facets=CORR2D_FACETS,
        reference=corr2d,
        cases=corr2d_cases,
        misconceptions=CORR2D_MISCONCEPTIONS,
    ),
    Task(
        "exposing_case",
        "test",
        2,
        "1.3",
        facets=(
            Facet("planted", 0.5, "the broken loop and the right one give different results for your X and K"),
            Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right loop"),
        ),
        judge=judge_exposing_case(
            right=corr2d,
            planted=READS_OUTPUT,
            siblings=(TRANSPOSED, FLIPPED, LAST_ROW, LOOPS_OVER_KERNEL),
        ),
        form={"X": 2, "K": 2},
    ),
    Task(
        "convolve2d",
        "code",
        2,
        "1.4",
        facets=(
            Facet("values", 0.5, "square images and kernels that are not symmetric"),
            Facet("rectangular", 0.5, "rectangular images and kernels"),
        ),
        reference=convolve2d,
        cases=convolve2d_cases,
        needs=("corr2d",),
        misconceptions=CONVOLVE2D_MISCONCEPTIONS,
    ),
    Task(
        "Conv2D",
        "module",
        4,
        "1.5",
        facets=(
            Facet("parameters", 0.25, "weight and bias are registered parameters of the right shape with gradients"),
            Facet("bias", 0.25, "the output is the cross-correlation plus the bias"),
            Facet("behaviour", 0.25, "two new layers differ, and two calls of one layer agree"),
            Facet("gradients", 0.25, "the gradients of weight and bias"),
        ),
        reference=Conv2D,
        cases=conv2d_layer_cases,
        needs=("corr2d",),
        misconceptions=CONV2D_MISCONCEPTIONS,
    ),
    Task(
        "kernel_gradient",
        "value",
        1,
        "1.6",
        facets=(Facet("", 1.0, "the gradient of the summed output with respect to the kernel"),),
        answer={"": [[9, 7], [12, 16]]},
        form={"": (2, 2)},
        misconceptions=KERNEL_GRADIENT_MISCONCEPTIONS,
    ),
    Task(
        "why_no_error",
        "text",
        2,
        "1.6",
        rubric=(
            "1 point: writing `Y[i, j] = ...` into a fresh tensor that is not a leaf requiring a gradient is recorded by "
            "autograd, so the looped layer trains.",
            "0.5 points: `net.grad` fails because gradients belong to parameters (`net.weight.grad`), not to modules.",
            "0.5 points: at least two of the three messages: `object has no attribute 'grad'`; `grad can be implicitly "
            "created only for scalar outputs`; `a view of a leaf Variable that requires grad is being used in an "
            "in-place operation`.",
        ),
    ),
)
