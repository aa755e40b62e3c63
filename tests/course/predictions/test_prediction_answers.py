"""Are the stored answers right?  Oracles: torch.nn.functional, counting, and running what the lesson describes."""

import math

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import conv2d, conv_transpose2d, pad

from course import images
from course.predictions import all_answers
from course.predictions.kernel_learning import RETRACED, small_losses

SMALL = torch.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 0.0], [5.0, 2.0, 8.0]])
KERNEL = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
DIFFERENCE = torch.tensor([[1.0, -1.0]])
TWO = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)])
TWO_KERNELS = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])


def corr(X, K, **more):
    return conv2d(X[None, None], K[None, None], **more)[0, 0]


def size(*image, **layer):
    return tuple(nn.Conv2d(1, 1, **layer)(torch.zeros(1, 1, *image)).shape[2:])


def weights(layer):
    return layer.weight.numel()


def loop_gradient():
    k = torch.tensor([1.0, 2.0], requires_grad=True)
    sum((torch.arange(4.0)[i : i + 2] * k).sum() for i in range(3)).backward()
    return k.grad


def one_step(steps=1, keep=False):
    """Return (weights, their gradient) after gradient descent at rate 0.25 on [1, 1, 0] with the target [0, 1]."""
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    X, Y = torch.tensor([[[[1.0, 1.0, 0.0]]]]), torch.tensor([[[[0.0, 1.0]]]])
    for _ in range(steps):
        if not keep:
            w.grad = None
        ((conv2d(X, w) - Y) ** 2).sum().backward()
        w.data -= 0.25 * w.grad
    return w.data.flatten(), w.grad.flatten(), float(((conv2d(X, w) - Y) ** 2).sum())


def width_seen(layers):
    """Return how many pixels the gradient of one output reaches."""
    X = torch.zeros(1, 1, 15, 15, requires_grad=True)
    Y = X
    for _ in range(layers):
        Y = conv2d(Y, torch.ones(1, 1, 3, 3), padding=1)
    Y[0, 0, 7, 7].backward()
    return int((X.grad[0, 0, 7] != 0).sum())


ORACLES = {
    "dense weights": lambda: 96**4 / 1e6,
    "second output": lambda: corr(SMALL, KERNEL)[0, 1],
    "difference shape": lambda: tuple(corr(torch.zeros(8, 8), DIFFERENCE).shape),
    "four axes": lambda: tuple(torch.zeros(1 - 1 + 1, 1 - 2 + 1).shape),
    "corner": lambda: corr(torch.eye(8), DIFFERENCE)[0, 0],
    "loop gradient": loop_gradient,
    "last row": lambda: conv_transpose2d(torch.eye(4).reshape(4, 1, 2, 2), KERNEL[None, None])[3].flatten(),
    "stripe row": lambda: corr(images.stripes(), DIFFERENCE)[0],
    "lying stripe": lambda: corr(images.stripes().t(), DIFFERENCE).abs().max(),
    "zero matrix": lambda: (corr(torch.eye(8), DIFFERENCE) != 0).sum(),
    "second differences": lambda: np.diff(np.arange(6) ** 2, 2),
    "bend of a step": lambda: np.diff([0, 0, 0, 1, 1, 1], 2),
    "window sums": lambda: np.convolve(np.arange(1, 7), np.ones(3), "valid"),
    "tenth loss": lambda: RETRACED[9],
    "one step": lambda: {"weights": one_step()[0], "loss": one_step()[2]},
    "held gradient": lambda: one_step(2, keep=True)[1],
    "mean rate": lambda: 0.03 * 6 * 7,
    "one-weight limit": lambda: 2 / (2 * (1**2 + 2**2)),
    "near the limit": lambda: {rate: small_losses(float(rate))[-1] < 1 for rate in ("0.37", "0.39")},
    "textbook curve": lambda: [-0.0010, -0.0028],
    "epoch 8": lambda: 3.276268482208252 * (1 - 0.03 * 14) ** 16,
    "learned sum": lambda: torch.tensor([[1, 0, -1], [2, 0, -2], [1, 0, -1]]).sum(),
    "places": lambda: len([place for place in range(0, 12, 3) if place + 4 <= 12]),
    "top row": lambda: corr(pad(SMALL, (1, 1, 1, 1)), KERNEL)[0],
    "jump": lambda: corr(pad(SMALL, (1, 1, 1, 1)), KERNEL, stride=(3, 2)),
    "four axes of a stripe": lambda: tuple(torch.zeros(6, 8)[None, None].shape),
    "white": lambda: corr(torch.ones(1, 2), torch.tensor([[0.9395, -1.0352]]))[0, 0],
    "nine by nine": lambda: size(9, 9, kernel_size=(5, 3), padding=(2, 1), stride=2),
    "saving": lambda: {
        "times fewer": 224**2 / (size(224, 224, kernel_size=3, padding=1, stride=2)[0]) ** 2,
        "parameters": sum(p.numel() for p in nn.Conv2d(3, 16, 3, stride=2).parameters()),
    },
    "alias": lambda: np.fft.rfftfreq(80, 2 / 16_000)[
        np.abs(np.fft.rfft(np.sin(2 * np.pi * 7_000 * np.arange(0, 160, 2) / 16_000))).argmax()
    ],
    "integer kernels": lambda: conv2d(TWO[None], torch.tensor([[[[1.0, 2], [3, 4]], [[4, 5], [5, 6]]]]))[0, 0, 0, 0],
    "three outputs": lambda: {
        "first numbers": conv2d(TWO[None], torch.stack([TWO_KERNELS + n for n in range(3)]))[0, :, 0, 0],
        "shape": (3, 2, 2),
    },
    "three biases": lambda: (torch.zeros(3, 2, 3) + torch.tensor([1.0, 2.0, 3.0]))[0, 0, 2],
    "red minus green": lambda: conv2d(torch.ones(1, 3, 1, 1), torch.tensor([1.0, -1.0, 0.0]).reshape(1, 3, 1, 1)),
    "reshape": lambda: TWO.reshape(9, 2)[1],
    "order of adding": lambda: (0.1 + 0.2) + 0.3 == 0.1 + (0.2 + 0.3),
    "allclose": lambda: torch.allclose(torch.tensor([3.0, 0.0]), torch.tensor([3.0, 1e-7])),
    "leaf": lambda: (torch.zeros(2, requires_grad=True) - 1).is_leaf,
    "third row": lambda: 4 - 2,
    "matrix shape": lambda: ((3 - 2 + 1) * (4 - 2 + 1), 3 * 4),
    "matrix size": lambda: corr(torch.zeros(28, 28), torch.zeros(3, 3)).numel() * 28 * 28,
    "twice": lambda: np.convolve([1, -1], [1, -1]),
    "composed size": lambda: np.add(np.add((3, 2), (2, 4)), -1),
    "receptive field": lambda: {"two layers": width_seen(2), "three layers": width_seen(3)},
    "dilation or stride": lambda: {
        "dilation 3": size(1, 9, kernel_size=(1, 3), dilation=(1, 3))[1],
        "stride 3": size(1, 9, kernel_size=(1, 3), stride=(1, 3))[1],
    },
    "grouped weights": lambda: {f"{g} groups": weights(nn.Conv2d(64, 128, 3, groups=g)) for g in (4, 64)},
    "stamps": lambda: np.convolve([1, 10], [1, 2]),
    "inverse": lambda: torch.equal(conv_transpose2d(corr(SMALL, KERNEL)[None, None], KERNEL[None, None])[0, 0], SMALL),
    "third derivative": lambda: [(-1) ** (3 - i) * math.comb(3, i) for i in range(4)],
    "independent rows": lambda: np.linalg.matrix_rank([[1, 1, 1], [0, 1, 2], [0, 1, 4]]),
    "mirror": lambda: np.pad([1, 2, 3], 2, "reflect"),
    "cost": lambda: {"channels doubled": 2 * 2, "padding doubled": 58**2 / 56**2},
}


@pytest.mark.parametrize("name", ORACLES)
def test_a_stored_answer_is_what_comes_out(name):
    answer, wanted = all_answers()[name], ORACLES[name]()
    pairs = (
        [(answer.value[key], wanted[key]) for key in answer.value]
        if isinstance(wanted, dict)
        else [(answer.value, wanted)]
    )
    for stored, computed in pairs:
        computed = computed.detach() if torch.is_tensor(computed) else computed
        np.testing.assert_allclose(np.ravel(stored), np.ravel(computed), atol=0.5 * 10.0**-answer.digits)


def test_every_answer_in_numbers_has_an_oracle():
    """The finale's are measured by its own tests."""
    in_numbers = {name for name, answer in all_answers().items() if not answer.words and answer.value is not True}
    assert in_numbers - set(ORACLES) <= {"luck", "parameters", "equal usage"}


def test_padding_two_uses_every_pixel_of_a_3x3_window_equally():
    used = conv_transpose2d(torch.ones(1, 1, 8, 8), torch.ones(1, 1, 3, 3))[0, 0, 2:-2, 2:-2]
    assert used.unique().tolist() == [9]
    assert all_answers()["equal usage"].value == 2
