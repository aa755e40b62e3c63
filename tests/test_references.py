"""Are the references right?  Each against oracles that share no code with it: torch in float64, SciPy, ONNX."""

import warnings

import numpy as np
import onnx
import pytest
import scipy.signal
import torch
from onnx.backend.test.case.node import collect_testcases
from torch.nn.functional import conv2d

import course
from grader.tasks.corr2d_mistakes import corr2d
from grader.tasks.cross_correlation import TASKS, Conv2D, convolve2d

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
    answers = {task.name: task.answer for task in TASKS if task.kind == "value"}
    X, K = torch.arange(9.0).reshape(1, 1, 3, 3), torch.tensor([[[[0.0, 1.0], [2.0, 3.0]]]])
    assert conv2d(X, K)[0, 0].tolist() == answers["predicted_outputs"]["counting"]
    X, K = torch.tensor([[[[1.0, 2, 3], [2, 3, 4], [3, 4, 5]]]]), torch.tensor([[[[1.0, 2], [2, 3]]]])
    assert conv2d(X, K)[0, 0].tolist() == answers["predicted_outputs"]["symmetric"]
    layer = torch.nn.Conv2d(1, 1, 2)
    layer(torch.tensor([[[[1.0, 0, 2], [3, 5, 0], [0, 4, 7]]]])).sum().backward()
    assert layer.weight.grad[0, 0].tolist() == answers["kernel_gradient"][""]
