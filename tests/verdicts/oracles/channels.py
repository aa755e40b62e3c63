"""Oracles of notebook 5: PyTorch's conv2d in float64, its layers, and the definition of "equal up to rounding"."""

import torch
from torch import nn
from torch.nn.functional import conv2d

from .compare import Checks, accepts, agree, normal, refuses, whole


def all_maps(X, K, b=None):
    return conv2d(X.double()[None], K.double(), None if b is None else b.double())[0]


def corr2d_multi_in(f) -> Checks:
    for n, (c, image, kernel) in enumerate(
        [(2, (5, 7), (2, 3)), (2, (6, 4), (3, 1)), (1, (4, 5), (2, 2)), (3, (5, 5), (3, 3)), (5, (4, 6), (1, 2))]
    ):
        X, K = normal(c, *image, seed=n), normal(c, *kernel, seed=n + 40)
        yield f"{c} {image} {kernel}", lambda X=X, K=K: agree(f(X, K), all_maps(X, K[None])[0])
    X, K = normal(2, 4, 5), whole(2, 2, 3)
    yield "integer K", lambda: agree(f(X, K), all_maps(X, K[None])[0])
    for c, d in [(2, 3), (3, 2), (1, 3), (3, 1), (4, 2)]:
        X, K = normal(c, 4, 4), normal(d, 2, 2)
        yield f"refuses {c} {d}", lambda X=X, K=K: refuses(lambda: f(X, K))
    for c in (1, 2, 4):
        X, K = normal(c, 3, 4), normal(c, 3, 2)
        yield f"fits {c}", lambda X=X, K=K: accepts(lambda: f(X, K))


def channel_exposing_case(f) -> Checks:
    siblings = {
        "only the last channel": lambda X, K: all_maps(X[-1:], K[None, -1:])[0],
        "mean": lambda X, K: all_maps(X, K[None])[0] / len(X),
        "stacked": lambda X, K: torch.cat([all_maps(x[None], k[None, None]) for x, k in zip(X, K, strict=True)]),
        "first kernel": lambda X, K: all_maps(X, K[:1].expand(len(X), -1, -1)[None])[0],
        "added up before": lambda X, K: all_maps(X.sum(0)[None].expand_as(X), K[None])[0],
        "added up before, first kernel": lambda X, K: all_maps(X.sum(0)[None], K[None, :1])[0],
        "added up before, kernels too": lambda X, K: all_maps(X.sum(0)[None], K.sum(0)[None, None])[0],
    }

    def differs(sibling):
        X, K = f()
        if not (isinstance(X, torch.Tensor) and isinstance(K, torch.Tensor)):
            return False
        if X.dim() != 3 or K.dim() != 3 or len(X) != len(K) or len(X) > 4 or max(X.shape) > 64:
            return False
        if K.shape[1] > X.shape[1] or K.shape[2] > X.shape[2]:
            return False
        return not agree(sibling(X, K), all_maps(X, K[None])[0])

    for name, sibling in siblings.items():
        yield name, lambda sibling=sibling: differs(sibling)


SIZES = [
    (2, 3, (4, 5), (2, 3)),
    (3, 2, (5, 4), (1, 2)),
    (1, 3, (4, 4), (2, 2)),
    (3, 1, (3, 6), (2, 1)),
    (2, 2, (5, 5), (3, 3)),
]


def corr2d_multi_in_out(f) -> Checks:
    for n, (c_in, c_out, image, kernel) in enumerate([*SIZES, (1, 1, (4, 3), (2, 2)), (4, 3, (6, 5), (2, 2))]):
        X, K = normal(c_in, *image, seed=n), normal(c_out, c_in, *kernel, seed=n + 50)
        yield f"{c_in} to {c_out} {image}", lambda X=X, K=K: agree(f(X, K), all_maps(X, K))


def conv_layer(f) -> Checks:
    for n, (c_in, c_out, image, kernel) in enumerate([*SIZES, (2, 3, (4, 4), (2, 2)), (2, 4, (6, 3), (3, 2))]):
        X, K, b = normal(c_in, *image, seed=n), normal(c_out, c_in, *kernel, seed=n), 9 * normal(c_out, seed=n + 60)
        yield f"{c_in} to {c_out} {image}", lambda X=X, K=K, b=b: agree(f(X, K, b), all_maps(X, K, b))


def parameter_counts(value) -> Checks:
    layers = {
        "color": nn.Conv2d(3, 8, 3),
        "stride": nn.Conv2d(3, 8, 3, stride=4),
        "one_by_one": nn.Conv2d(3, 2, 1),
        "dense": nn.Linear(27, 18),
    }
    for name, layer in layers.items():
        want = [layer.weight.numel(), layer.bias.numel()]
        yield name, lambda name=name, want=want: [int(n) for n in value[name]] == want


def corr2d_multi_in_out_1x1(f) -> Checks:
    for n, (c_in, c_out, image) in enumerate(
        [(3, 2, (3, 3)), (2, 4, (4, 5)), (3, 3, (2, 6)), (1, 3, (3, 4)), (3, 1, (4, 2)), (1, 1, (2, 3))]
    ):
        X, K = normal(c_in, *image, seed=n), normal(c_out, c_in, 1, 1, seed=n + 70)
        yield f"{c_in} to {c_out} {image}", lambda X=X, K=K: agree(f(X, K), all_maps(X, K))
    K, big = normal(2, 3, 1, 1), normal(3, 6, 7)
    for name, X in {
        "crop": big[:, 1:5, 2:],
        "transposed": big.transpose(1, 2),
        "channels last": normal(4, 5, 3).permute(2, 0, 1),
    }.items():
        yield name, lambda X=X: agree(f(X, K), all_maps(X, K))


def same_result(f) -> Checks:
    nan = float("nan")
    Y = normal(2, 4, 5)
    zeros, many = Y.clone(), normal(10, 1000, seed=2)
    zeros[0, 0] = 0
    one_off, both_ways, large = many.clone(), Y.clone(), 40_000 * Y
    one_off[3, 700] += 0.006 * many.abs().max()
    both_ways[0, 0, 0] += 0.5
    both_ways[0, 0, 1] -= 0.5
    noise = 4e-7 * normal(2, 4, 5, seed=5).clamp(-2, 2)
    with_nan = Y.clone()
    with_nan[0, 1, 2] = nan
    pairs = {
        "equal": (Y, Y.clone(), True),
        "rounding": (Y, Y * (1 + noise), True),
        "at zero": (zeros, zeros + noise, True),
        "many": (many, many + 4e-7 * normal(10, 1000, seed=6).clamp(-2, 2), True),
        "large": (large, large + 40_000 * noise, True),
        "off": (Y, Y + 0.01 * Y.abs().max(), False),
        "off below": (Y, Y - 0.01 * Y.abs().max(), False),
        "one of many": (many, one_off, False),
        "large and off": (large, large * 1.01, False),
        "cancels": (Y, both_ways, False),
        "negative": (-Y.abs(), -Y.abs() - 0.02 * Y.abs().max(), False),
        "negative, rounding": (-Y.abs(), -Y.abs() * (1 + noise), True),
        "shape": (Y, Y[0], False),
        "stretches": (torch.ones(2, 3), torch.ones(1, 3), False),
        "stretches a number": (torch.ones(2, 3), torch.ones(()), False),
        "does not stretch": (torch.ones(2, 3), torch.ones(3, 2), False),
        "nan left": (with_nan, Y, False),
        "nan right": (Y, with_nan, False),
        "nan in both": (with_nan, with_nan.clone(), False),
        "zeros": (torch.zeros(3), torch.zeros(3), True),
    }
    for name, (Y1, Y2, want) in pairs.items():
        yield name, lambda Y1=Y1, Y2=Y2, want=want: bool(f(Y1, Y2)) is want
