"""Do the explorers compute, in the browser's language and in Python, what PyTorch computes?"""

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from course import bars, explorers, images
from course.explorers import _arithmetic, _descent, _pictures

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
def test_the_largest_stable_rate_is_where_paths_turn_from_settling_to_blowing_up(bias, limit):
    exact = 2 / np.linalg.eigvalsh(_descent.hessian(bias=bias))[-1]
    assert exact == pytest.approx(limit, abs=5e-5)
    below, above = (torch_path(exact * f, True, "sum", bias, steps=300)[2] for f in (0.97, 1.03))
    assert below[-1] < below[0] / 100 and above[-1] > above[0] * 100


def test_the_plain_function_gives_the_numbers_of_the_explorer():
    settings = {"rate": 0.02, "steps": 7, "bias": True, "start": (-0.5, 2.0)}
    explorer, path = explorers.training(**settings), explorers.descend(**settings)
    assert (explorer.weights, explorer.gradients, explorer.losses, explorer.weight) == (*path, path.weight)
    counted = explorers.padding_and_stride(7, (3, 2), padding=1, stride=(2, 3)).usage
    assert explorers.usage(7, (3, 2), padding=1, stride=(2, 3)) == counted
    assert explorers.worked_matrix(form="unfold") == explorers.matrix_view(form="unfold").matrix


def test_what_a_window_sees_matches_conv2d_of_ones(in_node):
    cases = [RNG.integers((1, 1, 0, 1, 1), (13, 6, 5, 5, 4), (2, 5)).tolist() for _ in range(200)]
    cases = [pair for pair in cases if all(d * (k - 1) < n + 2 * p for n, k, p, s, d in pair)]
    axes = in_node("padding_and_stride.js", [["axis", *axis] for pair in cases for axis in pair])
    answers = in_node("padding_and_stride.js", [["seen", *axes[2 * i : 2 * i + 2]] for i in range(len(cases))])
    assert len(cases) > 100
    for pair, answer in zip(cases, answers, strict=True):
        n, k, p, s, d = zip(*pair, strict=True)
        expected = torch_conv(np.ones(n), np.ones(k), stride=s, padding=p, dilation=d).tolist()
        assert answer == expected, pair
        assert explorers.padding_and_stride(n, k, padding=p, stride=s, dilation=d).output == expected, pair


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


@pytest.mark.parametrize("image", ["portrait", "house", "four small pictures"])
@pytest.mark.parametrize("kernel", ["Sobel", "emboss", "[1, -1] transposed"])
def test_kernel_editor_answers_match_conv2d(in_node, image, kernel):
    explorer = explorers.kernel_editor(kernel, image)
    packed = explorer._photos.get(image)
    pictures = {image: in_node("kernel_editor.js", [["unpack", packed]])[0]} if packed else explorer._small
    answers = in_node("kernel_editor.js", [["responses", pictures, explorer.kernel]])[0]
    assert [answer["name"] for answer in answers] == list(explorer.output)
    for answer in answers:
        expected = torch_conv(answer["image"], explorer.kernel)
        np.testing.assert_allclose(answer["output"], expected, atol=1e-10)
        np.testing.assert_allclose(explorer.output[answer["name"]], expected, atol=1e-10)


@pytest.mark.parametrize(
    "kernel, least, most",
    [([[5, -1]], -1, 5), ("box blur", 0, 1), ([[1, -1]], -1, 1), ([[-2.0]], -2, 0)],
    ids=["5 and -1", "box blur", "1 and -1", "negative"],
)
def test_the_range_of_the_responses_is_not_taken_for_symmetric(in_node, kernel, least, most):
    explorer = explorers.kernel_editor(kernel, "four small pictures")
    answers = in_node("kernel_editor.js", [["responses", explorer._small, explorer.kernel]])
    low, high = in_node("kernel_editor.js", [["range", answers[0]]])[0]
    outputs = [torch_conv(image, explorer.kernel) for image in explorer._small.values()]
    assert (low, high) == pytest.approx((float(min(o.min() for o in outputs)), float(max(o.max() for o in outputs))))
    assert least <= low and high <= most + 1e-9


def test_packed_pictures_come_out_as_they_went_in():
    image = RNG.integers(0, 64, (5, 9)) / 63
    packed = _pictures.packed(image)
    np.testing.assert_allclose(_pictures.unpacked(packed), image, atol=5e-5)
    house, portrait = (_pictures.unpacked(_pictures.packed(_pictures.photo(name))) for name in ("house", "portrait"))
    np.testing.assert_allclose(house, images.shapes(48), atol=5e-5)
    assert portrait.shape == (120, 120) and portrait.min() < 0.1 and portrait.max() > 0.9


def torch_network(state):
    """Return nn.Sequential of the same layers, in float64, with the numbers of an explorer's state."""
    conv, linear = torch.nn.Conv2d(1, 4, 3).double(), torch.nn.Linear(4, 4).double()
    given = {name: torch.tensor(state[name], dtype=torch.float64) for name in ("weight", "bias", "vote", "vote_bias")}
    conv.load_state_dict({"weight": given["weight"][:, None], "bias": given["bias"]})
    linear.load_state_dict({"weight": given["vote"], "bias": given["vote_bias"]})
    return conv, linear


def test_the_network_matches_torch(in_node):
    cases = []
    for _ in range(40):
        numbers = {"weight": RNG.normal(0, 1, (4, 3, 3)), "bias": RNG.normal(0, 0.3, 4)}
        numbers |= {"vote": RNG.normal(0, 1, (4, 4)), "vote_bias": RNG.normal(0, 1, 4)}
        cases.append((RNG.random((12, 12)).round(2).tolist(), {name: n.tolist() for name, n in numbers.items()}))
    answers = in_node("network.js", [["look", *case] for case in cases])
    for (image, numbers), answer in zip(cases, answers, strict=True):
        conv, linear = torch_network(numbers)
        with torch.no_grad():
            maps = conv(torch.tensor(image, dtype=torch.float64)[None, None]).relu()[0]
            found = F.max_pool2d(maps, 10).flatten()
            scores = linear(found)
        np.testing.assert_allclose(answer["maps"], maps, atol=1e-10)
        np.testing.assert_allclose(answer["found"], found, atol=1e-10)
        np.testing.assert_allclose(answer["scores"], scores, atol=1e-10)
        assert answer["best"] == scores.argmax()
        for one, (row, col), most in zip(answer["maps"], answer["at"], answer["found"], strict=True):
            assert one[row][col] == most
        explorer = explorers.network(image=image)
        for name, values in numbers.items():
            setattr(explorer, name, values)
        np.testing.assert_allclose(explorer.scores, scores, atol=1e-10)
        assert explorer.answer == bars.DIRECTIONS[scores.argmax()]


@pytest.mark.parametrize("way", [(0, 1), (0, -1), (1, 0), (-1, 0)])
def test_a_moved_bar_is_the_same_bar_further_on_or_stays_inside(in_node, way):
    image = np.zeros((4, 4))
    image[1:3, 2] = 1
    moved, stuck = in_node("network.js", [["moved", image.tolist(), way], ["moved", np.ones((4, 4)).tolist(), way]])
    np.testing.assert_array_equal(moved, np.roll(image, way, (0, 1)))
    assert stuck is None  # nothing may fall off the edge
