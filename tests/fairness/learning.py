"""Right versions of `learn_kernel`: one descent on the summed squared error, from many starts and in many hands."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from course import corr2d


def layer_and_data(X, Y, num_steps=10, lr=3e-2):
    """As In [15] of the seed."""
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    for _ in range(num_steps):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        layer.weight.data[:] -= lr * layer.weight.grad
    return layer.weight.data


def returns_its_parameter(X, Y, num_steps=10, lr=3e-2, verbose=True):
    layer = nn.LazyConv2d(1, (1, 2), bias=False)
    layer(X)
    for step in range(1, num_steps + 1):
        loss = F.mse_loss(layer(X), Y, reduction="sum")
        if verbose:
            print(f"epoch {step}, loss {loss.item():.3f}")
        layer.zero_grad()
        loss.backward()
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return layer.weight


def sgd(X, Y, num_steps=10, lr=3e-2):
    net = nn.Sequential(nn.Conv2d(1, 1, (1, 2), bias=False))
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    criterion = nn.MSELoss(reduction="sum")
    for _ in range(num_steps):
        optimizer.zero_grad()
        criterion(net(X), Y).backward()
        optimizer.step()
    return net[0].weight.detach()


def new_leaf_each_step(X, Y, num_steps=10, lr=3e-2):
    weight = torch.randn(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        (gradient,) = torch.autograd.grad((F.conv2d(X, weight) - Y).pow(2).sum(), weight)
        weight = (weight - lr * gradient).detach().requires_grad_()
    return weight


def functional_gradient(X, Y, num_steps=10, lr=3e-2):
    slope = torch.func.grad(lambda weight: ((F.conv2d(X, weight) - Y) ** 2).sum())
    weight = torch.zeros(1, 1, 1, 2)
    for _ in range(num_steps):
        weight = weight - lr * slope(weight)
    return weight


def own_gradient(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(2)
    left, right = X[0, 0, :, :-1], X[0, 0, :, 1:]
    for _ in range(num_steps):
        error = w[0] * left + w[1] * right - Y[0, 0]
        w = w - lr * 2 * torch.stack([(error * left).sum(), (error * right).sum()])
    return w.reshape(1, 1, 1, 2)


def numpy_matrices(X, Y, num_steps=10, lr=3e-2):
    X, Y = X.numpy().astype(np.float64), Y.numpy().astype(np.float64)
    pairs = np.stack([X[..., :-1].ravel(), X[..., 1:].ravel()], axis=1)
    w = np.random.default_rng(0).normal(size=2)
    for _ in range(num_steps):
        w -= lr * 2 * pairs.T @ (pairs @ w - Y.ravel())
    return torch.tensor(w, dtype=torch.float32).view(1, 1, 1, 2)


def numbers_one_by_one(X, Y, num_steps=10, lr=3e-2):
    image, target = X[0, 0].tolist(), Y[0, 0].tolist()
    a, b = 1.0, 1.0
    for _ in range(num_steps):
        down_a = down_b = 0.0
        for row, wanted in zip(image, target, strict=True):
            for here, following, y in zip(row[:-1], row[1:], wanted, strict=True):
                error = a * here + b * following - y
                down_a += 2 * error * here
                down_b += 2 * error * following
        a, b = a - lr * down_a, b - lr * down_b
    return torch.tensor([[[[a, b]]]])


def own_layer(X, Y, num_steps=10, lr=3e-2):
    """A module of its own on the given `corr2d`, image by image."""

    class Conv2D(nn.Module):
        def __init__(self, kernel_size):
            super().__init__()
            self.weight = nn.Parameter(torch.rand(kernel_size))

        def forward(self, X):
            return torch.stack([corr2d(image[0], self.weight)[None] for image in X])

    net = Conv2D((1, 2))
    for _ in range(num_steps):
        net.zero_grad()
        ((net(X) - Y) ** 2).sum().backward()
        for parameter in net.parameters():
            parameter.data = parameter.data - lr * parameter.grad
    return net.weight.data[None, None]


def in_double_precision(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, (1, 2), bias=False).double()
    for _ in range(num_steps):
        layer.weight.grad = None
        (layer(X.double()) - Y.double()).square().sum().backward()
        layer.weight.data.add_(layer.weight.grad, alpha=-lr)
    return layer.weight.detach().clone()


def with_a_frozen_bias(X, Y, num_steps=10, lr=3e-2):
    layer = nn.Conv2d(1, 1, (1, 2))
    nn.init.zeros_(layer.bias)
    layer.bias.requires_grad_(False)
    optimizer = torch.optim.SGD([p for p in layer.parameters() if p.requires_grad], lr=lr, momentum=0.0)
    for _ in range(num_steps):
        optimizer.zero_grad(set_to_none=False)
        (layer(X) - Y).norm().pow(2).backward()
        optimizer.step()
    return layer.weight


def from_the_far_corner(X, Y, num_steps=10, lr=3e-2):
    """The farthest start that the text allows."""
    weight = torch.tensor([[[[-5.0, 5.0]]]], requires_grad=True)
    for _ in range(num_steps):
        ((F.conv2d(X, weight) - Y) ** 2).sum().backward()
        with torch.no_grad():
            weight -= lr * weight.grad
        weight.grad.zero_()
    return weight


def closed_form(X, Y, num_steps=10, lr=3e-2):
    """All steps at once: the error shrinks by the same matrix in each."""
    pairs = torch.stack([X[..., :-1].flatten(), X[..., 1:].flatten()], 1).double()
    curvature = 2 * pairs.T @ pairs
    goal = torch.linalg.solve(curvature, 2 * pairs.T @ Y.double().flatten())
    shrink = torch.linalg.matrix_power(torch.eye(2, dtype=torch.float64) - lr * curvature, num_steps)
    return (goal - shrink @ goal).reshape(1, 1, 1, 2)


LEARN_KERNEL = (
    layer_and_data,
    returns_its_parameter,
    sgd,
    new_leaf_each_step,
    functional_gradient,
    own_gradient,
    numpy_matrices,
    numbers_one_by_one,
    own_layer,
    in_double_precision,
    with_a_frozen_bias,
    from_the_far_corner,
    closed_form,
)
