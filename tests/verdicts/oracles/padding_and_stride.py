"""Oracles of notebook 4: places counted one by one, PyTorch's pad, conv2d and layers."""

import torch
from torch import nn
from torch.nn.functional import pad

from .compare import Checks, agree, correlate, normal, refuses


def output_size(f) -> Checks:
    settings = [(10, 4, 3, 1, 1), (8, 3, 2, 0, 1), (9, 3, 2, 0, 1), (7, 3, 3, 0, 1), (5, 1, 1, 0, 1), (6, 2, 2, 3, 1)]
    settings += [(9, 3, 1, 0, 2), (12, 4, 3, 2, 3), (3, 3, 1, 0, 1), (2, 3, 2, 1, 1), (16, 5, 5, 2, 2), (5, 3, 4, 0, 2)]
    settings += [(11, 2, 4, 0, 1), (20, 6, 7, 3, 2), (1, 3, 2, 1, 1), (4, 3, 3, 3, 1), (14, 3, 4, 1, 1)]
    for n, k, s, p, d in settings:
        want = len(range(0, n + 2 * p - d * (k - 1), s))
        yield (
            f"{n, k, s, p, d}",
            lambda a=(n, k, s, p, d), want=want: type(f(*a)) is int and f(*a) == want,
        )
        yield (
            f"{n, k, s, p, d} by name",
            lambda n=n, k=k, s=s, p=p, d=d, want=want: f(n, k, dilation=d, padding=p, stride=s) == want,
        )
    yield "defaults", lambda: (f(8, 3), f(8, 3, stride=2), f(9, 3, dilation=2)) == (6, 3, 5)
    for setting in [
        (2, 3, 1, 0, 1),
        (3, 6, 2, 1, 1),
        (5, 3, 1, 0, 3),
        (4, 5, 5, 0, 1),
        (2, 4, 1, 0, 2),
        (1, 9, 3, 2, 1),
    ]:
        yield f"refuses {setting}", lambda setting=setting: refuses(lambda: f(*setting))


def pad2d(f) -> Checks:
    for shape in [(3, 3), (2, 5), (4, 1), (3, 2, 4), (1, 3, 3), (2, 4, 3)]:
        for rows, columns in [(1, 1), (2, 1), (0, 2), (1, 0), (0, 0), (3, 2)]:
            X = normal(*shape)
            want = pad(X, (columns, columns, rows, rows))
            yield (
                f"{shape} {rows, columns}",
                lambda X=X, p=(rows, columns), want=want: agree(f(X, p), want),
            )
    X = normal(8, 9)[1:7:2, 2:].t()
    yield "sliced", lambda: agree(f(X, (2, 1)), pad(X, (1, 1, 2, 2)))


def corr2d_strided(f) -> Checks:
    shapes = [((5, 7), (2, 3)), ((6, 6), (3, 3)), ((8, 5), (3, 2)), ((9, 10), (4, 1)), ((3, 3), (2, 2))]
    for n, (image, kernel) in enumerate(shapes):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 30)
        yield f"plain {image}", lambda X=X, K=K: agree(f(X, K), correlate(X, K))
        for p in [(1, 1), (2, 0), (0, 1), (1, 2)]:
            yield f"padding {p} {image}", lambda X=X, K=K, p=p: agree(f(X, K, padding=p), correlate(X, K, padding=p))
        for s in [(2, 2), (1, 2), (3, 1), (2, 3)]:
            yield f"stride {s} {image}", lambda X=X, K=K, s=s: agree(f(X, K, stride=s), correlate(X, K, stride=s))
            want = correlate(X, K, stride=s, padding=(2, 1))
            yield f"both {s} {image}", lambda X=X, K=K, s=s, want=want: agree(f(X, K, s, (2, 1)), want)
    X, K = normal(9, 12)[::2, 1:9].t(), normal(3, 2)
    yield "sliced", lambda: agree(f(X, K, (2, 1), (1, 0)), correlate(X, K, stride=(2, 1), padding=(1, 0)))


def comp_conv2d(f) -> Checks:
    layers = [((3, 3), 1, 1), ((5, 3), (2, 1), 1), ((3, 5), (0, 1), (3, 4)), ((1, 2), 0, 1), ((2, 2), 0, 2)]
    for bias in (True, False):
        for kernel_size, padding, stride in layers:
            layer = nn.Conv2d(1, 1, kernel_size, padding=padding, stride=stride, bias=bias)
            X = normal(6, 9)
            yield f"{kernel_size} {bias}", lambda layer=layer, X=X: agree(f(layer, X), layer(X[None, None])[0, 0])
    for image, kernel in [((1, 7), (1, 3)), ((6, 1), (2, 1)), ((5, 6), (5, 2)), ((5, 6), (2, 6)), ((1, 1), (1, 1))]:
        layer, X = nn.Conv2d(1, 1, kernel), normal(*image)
        yield f"single {image} {kernel}", lambda layer=layer, X=X: agree(f(layer, X), layer(X[None, None])[0, 0])

    def gradient():
        layer, X = nn.Conv2d(1, 1, (2, 3)), normal(5, 6).requires_grad_()
        Y = f(layer, X)
        if not Y.requires_grad:
            return False
        Y.sum().backward()
        got = X.grad, layer.weight.grad, layer.bias.grad
        if any(gradient is None for gradient in got):
            return False
        got = [gradient.clone() for gradient in got]
        X.grad = layer.weight.grad = layer.bias.grad = None
        layer(X[None, None]).sum().backward()
        return all(agree(a, b) for a, b in zip(got, (X.grad, layer.weight.grad, layer.bias.grad), strict=True))

    yield "gradient", gradient


SEEN = {
    "In [33]": ((3, 3), (1, 1), (1, 1)),
    "In [34]": ((5, 3), (2, 1), (1, 1)),
    "In [35]": ((3, 3), (1, 1), (2, 2)),
    "In [36]": ((5, 3), (2, 1), (2, 2)),
    "In [37]": ((3, 5), (0, 1), (3, 4)),
    "even kernel": ((4, 2), (2, 0), (1, 1)),
}


def predicted_shapes(value) -> Checks:
    for name, (kernel_size, padding, stride) in SEEN.items():
        layer = nn.Conv2d(1, 1, kernel_size, padding=padding, stride=stride)
        want = tuple(layer(torch.ones(1, 1, 8, 8)).shape[2:])
        yield name, lambda name=name, want=want: tuple(int(n) for n in value[name]) == want


def smallest_width(value) -> Checks:
    wrong = [n for n in range(1, 40) if (n - 5 + 1 + 4) // 4 != len(range(0, n + 2 - 5 + 1, 4))]
    yield "number", lambda: int(value) == wrong[0]


def settings_for_shapes(value) -> Checks:
    wanted = {
        "same size": ((3, 5), (8, 12)),
        "half the size": ((4, 4), (4, 6)),
        "fewer columns": ((3, 3), (8, 3)),
        "larger": ((2, 4), (9, 15)),
    }

    def reached(name):
        kernel_size, want = wanted[name]
        if any(isinstance(value[name][key], int) for key in ("padding", "stride")):
            return False  # (rows, columns) is asked for
        padding, stride = (tuple(value[name][key]) for key in ("padding", "stride"))
        if any(int(n) != n for n in padding + stride) or min(stride) < 1:
            return False
        layer = nn.Conv2d(1, 1, kernel_size, padding=padding, stride=stride)
        return tuple(layer(torch.ones(1, 1, 8, 12)).shape[2:]) == want

    for name in wanted:
        yield name, lambda name=name: reached(name)


def downsampled_audio(value) -> Checks:
    tone = torch.sin(2 * torch.pi * 5000 * torch.arange(16000) / 16000)[::2]
    want = {"sample_rate": len(tone), "lands_at": int(torch.fft.rfft(tone).abs().argmax()), "cost_ratio": 16}
    for name, number in want.items():
        yield name, lambda name=name, number=number: float(value[name]) == number
