"""Oracles of notebook 1: PyTorch's conv2d, SciPy's convolve2d and autograd say what is right."""

import scipy.signal
import torch
from torch import nn

from .compare import (
    Checks,
    accepts,
    agree,
    correlate,
    normal,
    refuses,
    same_gradients,
    untouched,
    whole,
)


def values(f) -> Checks:
    """What `corr2d` and its repaired twin owe: values, kinds of input, gradients."""
    for n, (image, kernel) in enumerate([((3, 3), (2, 2)), ((5, 5), (3, 3)), ((6, 6), (2, 2)), ((4, 4), (1, 1))]):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 10)
        yield f"square {image} {kernel}", lambda X=X, K=K: agree(f(X, K), correlate(X, K))
    for n, (image, kernel) in enumerate([((5, 7), (2, 3)), ((8, 4), (3, 1)), ((4, 8), (1, 2)), ((3, 6), (2, 4))]):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 20)
        yield f"rectangular {image} {kernel}", lambda X=X, K=K: agree(f(X, K), correlate(X, K))
    X, K = whole(5, 6, seed=1), whole(2, 3, seed=2)
    yield "integers", lambda: agree(f(X, K), correlate(X, K))
    yield "integer image", lambda: agree(f(X, K / 3), correlate(X, K / 3))
    yield "float64", lambda: agree(f(X / 3.0, K.double()), correlate(X / 3.0, K))
    Xd, Kd = normal(5, 6, dtype=torch.float64), normal(3, 2, dtype=torch.float64)
    yield "both float64", lambda: agree(f(Xd, Kd), correlate(Xd, Kd))
    big = normal(12, 14, seed=3)
    for name, view in {"transposed": big.t(), "sliced": big[1:9:2, 3:], "column step": big[:, ::3]}.items():
        K = normal(2, 3, seed=4).t()
        yield name, lambda X=view, K=K: agree(f(X, K), correlate(X, K))
    yield "unchanged", lambda: untouched(f, normal(5, 4), normal(2, 3))
    yield "gradient", lambda: same_gradients(f, correlate, normal(5, 6), normal(2, 3))


def corr2d(f) -> Checks:
    yield from values(f)
    shapes = [((3, 3), (4, 2)), ((3, 3), (2, 4)), ((3, 3), (4, 4)), ((1, 1, 8, 8), (1, 2)), ((2, 5, 5), (2, 2))]
    shapes += [((5, 5), (2, 2, 2)), ((5, 5), (1, 1, 2, 2)), ((5,), (2, 2)), ((5, 5), (2,))]
    for image, kernel in shapes:
        X, K = normal(*image), normal(*kernel)
        yield f"refuses {image} {kernel}", lambda X=X, K=K: refuses(lambda: f(X, K))
    for image, kernel in [((3, 3), (3, 3)), ((2, 4), (2, 1)), ((4, 2), (1, 2)), ((1, 1), (1, 1))]:
        X, K = normal(*image), normal(*kernel)
        yield (
            f"fits {image} {kernel}",
            lambda X=X, K=K: accepts(lambda: f(X, K)) and agree(f(X, K), correlate(X, K)),
        )


corr2d_fixed = values


def broken(X, K):
    """The loop of In [19] as the notebook prints it."""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return Y


def small_output(X, K):
    """Loops over as many places as the kernel has numbers: right where the output is as large as the kernel."""
    Y = correlate(X, K)
    mask = torch.zeros_like(Y)
    mask[: K.shape[0], : K.shape[1]] = 1
    return Y * mask


def exposing_case(f) -> Checks:
    """The bugs that the text names."""
    siblings = {
        "In [19]": broken,
        "kernel transposed": lambda X, K: correlate(X, K.t()),
        "kernel flipped": lambda X, K: correlate(X, K.flip(0, 1)),
        "last row": lambda X, K: torch.cat([correlate(X, K)[:-1], torch.zeros_like(correlate(X, K)[-1:])]),
        "as large as the kernel": small_output,
    }

    def differs(sibling):
        X, K = f()
        if not (isinstance(X, torch.Tensor) and isinstance(K, torch.Tensor)):
            return False
        fits = X.dim() == K.dim() == 2 and X.shape[0] >= K.shape[0] and X.shape[1] >= K.shape[1]
        if not fits or max(X.shape) > 64 or not (X.isfinite().all() and K.isfinite().all()):
            return False
        try:
            return not agree(sibling(X, K), correlate(X, K))
        except RuntimeError:
            return True

    for name, sibling in siblings.items():
        yield name, lambda sibling=sibling: differs(sibling)


def convolve2d(f) -> Checks:
    for n, (image, kernel) in enumerate([((3, 3), (2, 2)), ((6, 6), (3, 3)), ((5, 7), (2, 3)), ((7, 4), (4, 1))]):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 5)
        want = torch.from_numpy(scipy.signal.convolve2d(X.double().numpy(), K.double().numpy(), mode="valid"))
        yield f"{image} {kernel}", lambda X=X, K=K, want=want: agree(f(X, K), want)


def Conv2D(cls) -> Checks:
    for size in [(2, 2), (1, 3), (3, 2), torch.Size([2, 1])]:

        def registered(size=size):
            found = dict(cls(size).named_parameters())
            return set(found) == {"weight", "bias"} and found["weight"].shape == size and found["bias"].numel() == 1

        yield f"parameters {tuple(size)}", registered
        yield f"bias at first 0 {tuple(size)}", lambda size=size: float(cls(size).bias.detach().sum()) == 0

        def output(size=size):
            layer, X = cls(size), normal(5, 6)
            with torch.no_grad():
                layer.weight.copy_(normal(*size, seed=3))
                layer.bias.fill_(2.5)
            return agree(layer(X), correlate(X, layer.weight) + 2.5)

        yield f"output {tuple(size)}", output
    X = normal(5, 6)
    yield "two layers differ", lambda: not torch.equal(cls((2, 3)).weight, cls((2, 3)).weight)

    def two_calls():
        layer = cls((2, 3))
        return torch.equal(layer(X), layer(X))

    yield "two calls agree", two_calls

    def gradients():
        layer = cls((2, 3))
        layer(X).sum().backward()
        if layer.weight.grad is None or layer.bias.grad is None:
            return False
        K = torch.zeros(2, 3, dtype=torch.float64, requires_grad=True)
        correlate(X, K).sum().backward()
        return agree(layer.weight.grad, K.grad) and float(layer.bias.grad.sum()) == 16

    yield "gradients", gradients


def kernel_gradient(value) -> Checks:
    layer = nn.Conv2d(1, 1, 2)
    layer(torch.tensor([[1.0, 0.0, 2.0], [3.0, 5.0, 0.0], [0.0, 4.0, 7.0]])[None, None]).sum().backward()
    want = layer.weight.grad
    yield "numbers", lambda: agree(torch.as_tensor(value), want) or agree(torch.as_tensor(value), want[0, 0])


def predicted_outputs(value) -> Checks:
    X = {"counting": torch.arange(9.0).reshape(3, 3), "symmetric": torch.tensor([[1.0, 2, 3], [2, 3, 4], [3, 4, 5]])}
    K = {"counting": torch.tensor([[0.0, 1], [2, 3]]), "symmetric": torch.tensor([[1.0, 2], [2, 3]])}
    for name in X:
        yield name, lambda name=name: name in value and agree(torch.as_tensor(value[name]), correlate(X[name], K[name]))
