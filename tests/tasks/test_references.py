"""Are the references right?  Each against oracles that share no code with it: torch in float64, SciPy, ONNX."""

import ast
import warnings

import nbformat
import numpy as np
import onnx
import pytest
import scipy.signal
import torch
from onnx.backend.test.case.node import collect_testcases
from torch.nn.functional import conv2d

import course
from grader.places import ROOT
from grader.tasks import COURSE
from grader.tasks.cross_correlation.conv2d import Conv2D
from grader.tasks.cross_correlation.convolve2d import convolve2d
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.images import STRIPES
from grader.tasks.kernel_learning.loss_curves import CURVE_OF

SIZES = [((5, 5), (2, 2)), ((6, 9), (1, 2)), ((9, 6), (3, 2)), ((4, 7), (4, 3)), ((3, 3), (3, 3)), ((5, 8), (1, 1))]


def _pair(image, kernel):
    rng = np.random.default_rng(sum(image) * 31 + sum(kernel))
    return (torch.from_numpy(rng.normal(0.3, 1, shape)) for shape in (image, kernel))


@pytest.mark.parametrize("image, kernel", SIZES)
def test_corr2d_matches_torch_and_scipy(image, kernel):
    X, K = _pair(image, kernel)
    torch.testing.assert_close(corr2d(X, K), conv2d(X[None, None], K[None, None])[0, 0])
    np.testing.assert_allclose(corr2d(X, K), scipy.signal.correlate2d(X, K, mode="valid"))
    torch.testing.assert_close(course.corr2d(X, K), corr2d(X, K))


@pytest.mark.parametrize("image, kernel", SIZES)
def test_convolve2d_matches_scipy(image, kernel):
    X, K = _pair(image, kernel)
    np.testing.assert_allclose(convolve2d(X, K), scipy.signal.convolve2d(X, K, mode="valid"))


@pytest.mark.parametrize("function", [corr2d, course.corr2d])
@pytest.mark.parametrize("image, kernel", [((3, 3), (4, 1)), ((3, 3), (1, 4)), ((1, 3, 3), (2, 2)), ((3,), (2, 2))])
def test_what_does_not_fit_is_refused(function, image, kernel):
    with pytest.raises(ValueError):
        function(torch.zeros(image), torch.zeros(kernel))


@pytest.mark.parametrize("dtype", [torch.int64, torch.float32, torch.float64])
def test_given_code_takes_integers_and_floats(dtype):
    X, K = torch.arange(9).reshape(3, 3).to(dtype), torch.tensor([[0, 1], [2, 3]]).to(dtype)
    assert course.corr2d(X, K).tolist() == [[19, 25], [37, 43]]


def test_layer_matches_torch():
    X, K = _pair((6, 5), (2, 3))
    ours, torchs = Conv2D((2, 3)), torch.nn.Conv2d(1, 1, (2, 3), dtype=torch.float64)
    with torch.no_grad():
        ours.weight.copy_(K)
        torchs.weight.copy_(ours.weight[None, None])
        ours.bias.fill_(1.5)
        torchs.bias.fill_(1.5)
    G, _ = _pair((5, 3), (1, 1))
    ours(X).backward(G)
    torchs(X[None, None]).backward(G[None, None])
    torch.testing.assert_close(ours(X), torchs(X[None, None])[0, 0])
    torch.testing.assert_close(ours.weight.grad.double(), torchs.weight.grad[0, 0], rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(ours.bias.grad.double(), torchs.bias.grad, rtol=1e-5, atol=1e-5)


def onnx_conv_cases():
    """The ONNX package's node tests for Conv: (name, image, weight, attributes, expected)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package builds all node tests on import, some of which overflow
        cases = collect_testcases("Conv")
    for test in cases:
        (node,) = test.model.graph.node
        if node.op_type == "Conv":
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            (inputs, outputs), *_ = test.data_sets
            yield test.name, *inputs[:2], attributes, outputs[0]


@pytest.mark.parametrize("test", list(onnx_conv_cases()), ids=lambda test: test[0])
def test_corr2d_matches_the_onnx_node_tests(test):
    """ONNX's Conv correlates, as layers do; its padding and strides are done here by hand."""
    _, image, weight, attributes, expected = test
    auto_same = attributes.get("auto_pad", b"").startswith(b"SAME")
    top, left, bottom, right = attributes.get("pads", [1, 1, 1, 1] if auto_same else [0, 0, 0, 0])
    padded = torch.from_numpy(np.pad(image[0, 0], ((top, bottom), (left, right))))
    rows, columns = attributes.get("strides", [1, 1])
    result = corr2d(padded, torch.from_numpy(weight[0, 0]))[::rows, ::columns]
    np.testing.assert_allclose(result, expected[0, 0], rtol=1e-6)


def test_there_are_onnx_node_tests():
    assert len(list(onnx_conv_cases())) >= 4


def test_values_match_torch():
    """The answers of the value tasks, computed again."""
    tasks = COURSE.assignment("1-cross-correlation").tasks
    answers = {task.name: task.answer for task in tasks.values() if task.kind == "value"}
    X, K = torch.arange(9.0).reshape(1, 1, 3, 3), torch.tensor([[[[0.0, 1.0], [2.0, 3.0]]]])
    assert conv2d(X, K)[0, 0].tolist() == answers["predicted_outputs"]["counting"]
    X, K = torch.tensor([[[[1.0, 2, 3], [2, 3, 4], [3, 4, 5]]]]), torch.tensor([[[[1.0, 2], [2, 3]]]])
    assert conv2d(X, K)[0, 0].tolist() == answers["predicted_outputs"]["symmetric"]
    layer = torch.nn.Conv2d(1, 1, 2)
    layer(torch.tensor([[[[1.0, 0, 2], [3, 5, 0], [0, 4, 7]]]])).sum().backward()
    assert layer.weight.grad[0, 0].tolist() == answers["kernel_gradient"][""]


def loss_curve(bug, steps):
    """Return the summed squared error at every step, to 3 digits, from the start that the notebook tells of.

    All but the one whose rate is too large use a rate of 0.018.
    """
    pairs = torch.stack([STRIPES[:, :-1].flatten(), STRIPES[:, 1:].flatten(), torch.ones(42)], 1).double()
    curvature = 2 * pairs.T @ pairs
    if bug != "bias kept":
        curvature[2], curvature[:, 2] = 0, 0
    weight = torch.tensor([-0.54407, -0.347, 0.0], dtype=torch.float64)
    rate = {"ascent": -0.018, "rate too large": 0.1, "mean loss": 0.018 / 42}.get(bug, 0.018)
    held, losses = 0, []
    for _ in range(steps):
        error = weight - torch.tensor([1.0, -1.0, 0.0])
        slope = curvature @ error
        losses.append(float(f"{float(error @ slope / 2):.3g}"))
        held = held + slope if bug == "no zero_grad" else slope
        weight = weight - rate * held
    return losses


def test_the_plotted_loss_curves_are_those_of_the_bugs_in_the_answer():
    notebook = nbformat.read(ROOT / "source" / "3-kernel-learning" / "kernel-learning.ipynb", as_version=4)
    (cell,) = (cell for cell in notebook.cells if cell.cell_type == "code" and '"healthy": [' in cell.source)
    plotted = next(ast.literal_eval(node) for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Dict))
    for bug, letter in {"none": "healthy", **CURVE_OF}.items():
        assert loss_curve(bug, len(plotted[letter])) == plotted[letter], bug
