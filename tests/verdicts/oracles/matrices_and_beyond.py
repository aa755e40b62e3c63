"""Oracles of notebook 6: PyTorch's dilation, groups, transposed convolution; SciPy's convolution, Pascal's triangle."""

import math

import scipy.signal
import scipy.special
import torch
from torch.nn.functional import conv2d, conv_transpose2d

from .compare import Checks, accepts, agree, correlate, normal, refuses, same_gradients, untouched

SHAPES = [((3, 3), (2, 2)), ((5, 5), (3, 3)), ((4, 6), (2, 3)), ((6, 3), (1, 2)), ((5, 4), (4, 1))]
TOO_LARGE = [((3, 3), (4, 2)), ((3, 3), (2, 4)), ((2, 2), (3, 3))]


def correlation_matrix(f) -> Checks:
    for n, (image, kernel) in enumerate(SHAPES):
        K = normal(*kernel, seed=n)
        want = torch.stack(
            [correlate(e.reshape(image), K).flatten() for e in torch.eye(image[0] * image[1])], 1
        )  # a column for each pixel
        yield f"{image} {kernel}", lambda K=K, image=image, want=want: agree(f(K, image), want)
    for image, kernel in TOO_LARGE:
        K = normal(*kernel)
        yield f"refuses {image} {kernel}", lambda K=K, image=image: refuses(lambda: f(K, image))
    for shape in [(3, 3), (2, 4)]:
        K = normal(*shape)
        yield f"fits {shape}", lambda K=K, shape=shape: accepts(lambda: f(K, shape))


def corr2d_matmul(f) -> Checks:
    for n, (image, kernel) in enumerate(SHAPES):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 80)
        yield f"{image} {kernel}", lambda X=X, K=K: agree(f(X, K), correlate(X, K))
    big, K_turned = normal(10, 12), normal(2, 3).t()
    for name, X in {"transposed": big.t(), "sliced": big[1::2, 2:9]}.items():
        yield name, lambda X=X, K=K_turned: agree(f(X, K), correlate(X, K))
    yield "unchanged", lambda: untouched(f, normal(4, 5), normal(2, 2))
    yield "gradient", lambda: same_gradients(f, correlate, normal(4, 5), normal(2, 3))
    for image, kernel in TOO_LARGE:
        X, K = normal(*image), normal(*kernel)
        yield f"refuses {image} {kernel}", lambda X=X, K=K: refuses(lambda: f(X, K))
    yield "fits", lambda: accepts(lambda: f(normal(3, 4), normal(3, 4)))


def compose_kernels(f) -> Checks:
    for n, (first, second) in enumerate(
        [((2, 2), (2, 2)), ((3, 3), (3, 3)), ((3, 2), (2, 4)), ((1, 2), (1, 2)), ((1, 3), (4, 1)), ((2, 4), (3, 1))]
    ):
        K1, K2 = normal(*first, seed=n), normal(*second, seed=n + 90)
        want = torch.from_numpy(scipy.signal.convolve2d(K1.double().numpy(), K2.double().numpy(), mode="full"))
        yield f"{first} {second}", lambda K1=K1, K2=K2, want=want: agree(f(K1, K2), want)


def corr2d_dilated(f) -> Checks:
    for n, (image, kernel) in enumerate(
        [((9, 9), (3, 3)), ((7, 7), (2, 2)), ((8, 10), (2, 3)), ((7, 9), (1, 3)), ((10, 7), (3, 2))]
    ):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 100)
        yield f"none given {image}", lambda X=X, K=K: agree(f(X, K), correlate(X, K))
        for d in (1, 2, 3):
            yield f"dilation {d} {image}", lambda X=X, K=K, d=d: agree(f(X, K, d), correlate(X, K, dilation=d))
    for image, kernel, d in [((4, 9), (3, 2), 2), ((9, 4), (2, 3), 2), ((5, 5), (3, 3), 3), ((2, 2), (3, 3), 1)]:
        X, K = normal(*image), normal(*kernel)
        yield f"refuses {image} {kernel} {d}", lambda X=X, K=K, d=d: refuses(lambda: f(X, K, d))
    for image, kernel, d in [((5, 5), (3, 3), 2), ((4, 7), (2, 3), 3), ((2, 3), (2, 1), 1)]:
        X, K = normal(*image), normal(*kernel)
        yield f"fits {image} {kernel} {d}", lambda X=X, K=K, d=d: accepts(lambda: f(X, K, d))


def corr2d_grouped(f) -> Checks:
    def grouped(X, K, groups=1):
        return conv2d(X.double()[None], K.double(), groups=groups)[0]

    yield (
        "none given",
        lambda: agree(f(normal(3, 4, 5), normal(2, 3, 2, 2)), grouped(normal(3, 4, 5), normal(2, 3, 2, 2))),
    )
    for c_in, c_out, g in [(4, 6, 2), (6, 3, 3), (4, 4, 4), (3, 6, 3), (4, 2, 2), (2, 3, 1), (6, 4, 2), (2, 2, 2)]:
        X, K = normal(c_in, 5, 6, seed=g), normal(c_out, c_in // g, 2, 3, seed=c_out)
        yield f"{c_in} to {c_out} in {g}", lambda X=X, K=K, g=g: agree(f(X, K, groups=g), grouped(X, K, g))
        yield f"{c_in} to {c_out} in {g} accepted", lambda X=X, K=K, g=g: accepts(lambda: f(X, K, g))
    for c_in, c_out, c_kernel, g in [(5, 4, 2, 2), (4, 5, 2, 2), (4, 4, 4, 2), (4, 4, 1, 2), (3, 2, 2, 1)]:
        X, K = normal(c_in, 4, 4), normal(c_out, c_kernel, 2, 2)
        yield f"refuses {c_in, c_out, c_kernel, g}", lambda X=X, K=K, g=g: refuses(lambda: f(X, K, g))


def corr2d_transposed(f) -> Checks:
    for n, (image, kernel) in enumerate(
        [((1, 2), (1, 2)), ((3, 3), (2, 2)), ((2, 4), (3, 1)), ((3, 2), (2, 3)), ((1, 1), (3, 2))]
    ):
        X, K = normal(*image, seed=n), normal(*kernel, seed=n + 110)
        for stride in (1, 2, 3):
            want = conv_transpose2d(X.double()[None, None], K.double()[None, None], stride=stride)[0, 0]
            yield (
                f"stride {stride} {image} {kernel}",
                lambda X=X, K=K, s=stride, want=want: agree(f(X, K, stride=s), want),
            )
        want = conv_transpose2d(X.double()[None, None], K.double()[None, None])[0, 0]
        yield f"none given {image}", lambda X=X, K=K, want=want: agree(f(X, K), want)


def derivative_kernel(f) -> Checks:
    for degree in range(1, 8):
        want = [(-1) ** (degree - i) * scipy.special.comb(degree, i) for i in range(degree + 1)]
        assert sum(k * i**degree for i, k in enumerate(want)) == math.factorial(degree)
        yield f"degree {degree}", lambda degree=degree, want=want: agree(f(degree), torch.tensor([want]))


def minimum_size(f) -> Checks:
    for degree in (1, 2, 3, 5, 8):

        def smallest(degree=degree):
            x = torch.arange(degree + 1, dtype=torch.float64)
            rank = int(torch.linalg.matrix_rank(x ** torch.arange(degree + 1)[:, None]))
            return type(f(degree)) is int and f(degree) == rank

        yield f"degree {degree}", smallest
