"""Do the explorers compute, in the browser's language and in Python, what PyTorch computes?"""

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from course import explorers
from course.explorers import _arithmetic

RNG = np.random.default_rng(20)
STRIPE = torch.ones(6, 8)
STRIPE[:, 2:6] = 0


def torch_conv(image, kernel, **options):
    image, kernel = (torch.tensor(a, dtype=torch.float64)[None, None] for a in (image, kernel))
    return F.conv2d(image, kernel, **options)[0, 0]


def random_cases(count):
    """Draw images, kernels and settings; every pair (rows, columns) differs in most cases, and everything fits."""
    cases = []
    while len(cases) < count:
        image, kernel = (RNG.normal(0.3, 1, RNG.integers(low, high, 2)) for low, high in ((1, 10), (1, 6)))
        stride, padding, dilation = (RNG.integers(low, high, 2).tolist() for low, high in ((1, 5), (0, 4), (1, 4)))
        spans = np.array(dilation) * (np.array(kernel.shape) - 1) + 1
        if (spans <= np.array(image.shape) + 2 * np.array(padding)).all():
            cases.append((image.tolist(), kernel.tolist(), stride, padding, dilation))
    return cases


def test_javascript_correlation_matches_conv2d(in_node):
    cases = random_cases(400)
    answers = in_node("arithmetic.js", [["correlate", *case] for case in cases])
    for (image, kernel, stride, padding, dilation), answer in zip(cases, answers, strict=True):
        expected = torch_conv(image, kernel, stride=stride, padding=padding, dilation=dilation)
        np.testing.assert_allclose(answer, expected, atol=1e-10)


def test_python_correlation_matches_conv2d():
    for image, kernel, stride, padding, dilation in random_cases(200):
        expected = torch_conv(image, kernel, stride=stride, padding=padding, dilation=dilation)
        answer = _arithmetic.correlate(image, kernel, stride, padding, dilation)
        np.testing.assert_allclose(answer, expected, atol=1e-10)


@pytest.mark.parametrize("flip", [False, True])
def test_every_step_of_the_stepper_matches_conv2d(in_node, flip):
    image, kernel = RNG.normal(0.3, 1, (6, 7)).tolist(), RNG.normal(0, 1, (2, 3)).tolist()
    used = np.flip(kernel).copy() if flip else kernel
    expected = torch_conv(image, used, stride=2, padding=1).flatten()
    settings = {"image": image, "kernel": kernel, "stride": 2, "padding": 1, "flip": flip}
    states = in_node("window_stepper.js", [["windowStep", {**settings, "step": i}] for i in range(len(expected))])
    np.testing.assert_allclose([state["sum"] for state in states], expected, atol=1e-10)
    np.testing.assert_allclose([np.sum(state["products"]) for state in states], expected, atol=1e-10)


def test_how_often_a_pixel_is_used_matches_the_gradient_of_conv2d(in_node):
    cases = [
        (n, k, s, p, d) for n in (1, 5, 8) for k in (1, 3, 4) for s in (1, 2, 3) for p in (0, 1, 3) for d in (1, 2)
    ]
    axes = in_node("padding_and_stride.js", [["axis", n, k, p, s, d] for n, k, s, p, d in cases])
    checked = 0
    for (n, k, s, p, d), axis in zip(cases, axes, strict=True):
        if d * (k - 1) + 1 > n + 2 * p:
            assert axis["count"] == 0
            continue
        signal = torch.zeros(1, 1, n, dtype=torch.float64, requires_grad=True)
        output = F.conv1d(signal, torch.ones(1, 1, k, dtype=torch.float64), stride=s, padding=p, dilation=d)
        output.sum().backward()
        assert axis["count"] == output.shape[-1]
        assert axis["uses"][p : p + n] == signal.grad[0, 0].tolist(), (n, k, s, p, d)
        checked += 1
    assert checked > 100


SETTINGS = [
    {"rate": rate, "zero_grad": zero_grad, "reduction": reduction, "bias": bias}
    for rate in (0.01, 0.03, 0.05)
    for zero_grad in (True, False)
    for reduction in ("sum", "mean")
    for bias in (True, False)
]


def torch_path(rate, zero_grad, reduction, bias, steps=12, start=(1.5, 1.0)):
    """Train nn.Conv2d with autograd; return weights (and bias), gradients and losses of every step."""
    layer = torch.nn.Conv2d(1, 1, (1, 2), bias=bias).double()
    image = STRIPE.double()[None, None]
    target = image[..., :-1] - image[..., 1:]
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(start).reshape(1, 1, 1, 2))
        if bias:
            layer.bias.zero_()
    path = []
    for _ in range(steps + 1):
        loss = getattr((layer(image) - target) ** 2, reduction)()
        if zero_grad:
            layer.zero_grad()
        loss.backward()
        parameters = [p.detach().flatten().clone() for p in layer.parameters()]
        gradients = [p.grad.flatten().clone() for p in layer.parameters()]
        path.append((torch.cat(parameters), torch.cat(gradients), loss.item()))
        with torch.no_grad():
            for parameter in layer.parameters():
                parameter -= rate * parameter.grad
    return [np.array([np.asarray(entry[i]) for entry in path]) for i in range(3)]


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda s: " ".join(map(str, s.values())))
def test_training_path_matches_autograd(in_node, settings):
    weights, gradients, losses = torch_path(**settings)
    given = {**settings, "start": [1.5, 1.0], "steps": 12}
    path = in_node("training.js", [["descend", STRIPE.tolist(), given]])[0]
    count = weights.shape[1]
    np.testing.assert_allclose([step["weight"][:count] for step in path], weights, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose([step["gradient"][:count] for step in path], gradients, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose([step["loss"] for step in path], losses, rtol=1e-8, atol=1e-8)

    explorer = explorers.training(steps=12, **settings)
    np.testing.assert_allclose(explorer.weights, weights, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(explorer.gradients, gradients, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(explorer.losses, losses, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("bias, limit", [(False, 0.0333), (True, 0.0161)])
def test_the_stability_limit_separates_paths_that_settle_from_paths_that_blow_up(in_node, bias, limit):
    explorer = explorers.training(bias=bias)
    assert explorer.limit == pytest.approx(limit, abs=5e-5)
    H = in_node("training.js", [["hessian", STRIPE.tolist(), {"reduction": "sum", "bias": bias}]])[0]
    assert 2 / in_node("training.js", [["largestEigenvalue", H]])[0] == pytest.approx(explorer.limit)
    below, above = (torch_path(explorer.limit * f, True, "sum", bias, steps=300)[2] for f in (0.97, 1.03))
    assert below[-1] < below[0] / 100 and above[-1] > above[0] * 100


def test_unfold_matrix_matches_torch_and_toeplitz_matches_its_product(in_node):
    cases = [(RNG.normal(0, 1, RNG.integers(3, 6, 2)), RNG.normal(0, 1, RNG.integers(1, 4, 2))) for _ in range(60)]
    unfolded, toeplitz = (
        in_node("matrix_view.js", [[name, image.tolist(), kernel.tolist()] for image, kernel in cases])
        for name in ("unfold", "toeplitz")
    )
    for (image, kernel), *both in zip(cases, unfolded, toeplitz, strict=True):
        columns = F.unfold(torch.tensor(image)[None, None], tuple(kernel.shape))[0]
        expected = torch_conv(image, kernel).flatten()
        for form, matrix in zip(("unfold", "toeplitz"), both, strict=True):
            product = kernel.ravel() @ np.array(matrix) if form == "unfold" else np.array(matrix) @ image.ravel()
            np.testing.assert_allclose(product, expected, atol=1e-10)
            explorer = explorers.matrix_view(image, kernel, form=form)
            np.testing.assert_allclose(explorer.matrix, matrix, atol=1e-10)
            np.testing.assert_allclose(explorer.output, expected.reshape(np.shape(explorer.output)), atol=1e-10)
        np.testing.assert_allclose(both[0], columns, atol=1e-10)


def test_channel_sums_match_conv2d(in_node):
    cases = []
    for c_in, c_out, rows, cols in RNG.integers(1, 5, (60, 4)):
        image = RNG.normal(0.3, 1, (c_in, rows + 1, cols + 1))
        cases.append((image, RNG.normal(0, 1, (c_out, c_in, *RNG.integers(1, 3, 2)))))
    answers = in_node("channel_mixer.js", [["mix", image.tolist(), weight.tolist()] for image, weight in cases])
    for (image, weight), mixed in zip(cases, answers, strict=True):
        expected = F.conv2d(torch.tensor(image)[None], torch.tensor(weight))[0]
        np.testing.assert_allclose([channel["output"] for channel in mixed], expected, atol=1e-10)
        np.testing.assert_allclose([np.sum(channel["maps"], axis=0) for channel in mixed], expected, atol=1e-10)
        explorer = explorers.channel_mixer(image, weight)
        np.testing.assert_allclose(explorer.output, expected, atol=1e-10)


def test_kernel_editor_answers_match_conv2d(in_node):
    explorer = explorers.kernel_editor("Sobel")
    answers = in_node("kernel_editor.js", [["responses", explorer._images, explorer.kernel]])[0]
    assert [answer["name"] for answer in answers] == list(explorer.output)
    for answer in answers:
        expected = torch_conv(answer["image"], [[1, 0, -1], [2, 0, -2], [1, 0, -1]])
        np.testing.assert_allclose(answer["output"], expected, atol=1e-10)
        np.testing.assert_allclose(explorer.output[answer["name"]], expected, atol=1e-10)
