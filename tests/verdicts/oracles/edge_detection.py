"""Oracles of notebook 2: responses by PyTorch, kernels by what they must answer."""

import torch

from course import images

from .compare import Checks, agree, correlate

K = torch.tensor([[1.0, -1.0]])


def edge_table(value) -> Checks:
    stripe = images.stripes(4, 4, dark=[(2, 4)])
    pictures = {"A": stripe, "B": images.stripes(4, 4, dark=[(0, 2)]), "C": stripe.t(), "D": images.diagonal_step(4)}
    for kernel_name, kernel in {"K": K, "K.t()": K.t()}.items():
        for name, X in pictures.items():
            response = correlate(X, kernel)
            want = float(response.max() if response.max() > 0 else response.min())
            yield f"{kernel_name} on {name}", lambda k=f"{kernel_name} on {name}", want=want: value[k] == want


def two_stripes(value) -> Checks:
    want = torch.ones(8, 8)
    want[:, [2, 4, 5]] = 0
    assert correlate(want, K)[0].tolist() == [0, 1, -1, 1, 0, -1, 0]
    yield "image", lambda: agree(torch.as_tensor(value), want)


def diagonal_responses(value) -> Checks:
    for name, X in {"line": images.diagonal(3), "step": images.diagonal_step(3)}.items():
        for key, want in {
            name: correlate(X, K),
            f"{name}, X transposed": correlate(X.t(), K),
            f"{name}, K transposed": correlate(X, K.t()),
        }.items():
            yield key, lambda key=key, want=want: agree(torch.as_tensor(value[key]), want)


def _kernel(*choices):
    wanted = [torch.tensor(choice) for choice in choices]

    def oracle(value) -> Checks:
        def is_one():
            given = torch.as_tensor(value)
            given = given[None] if given.dim() == 1 and wanted[0].shape[0] == 1 else given  # brackets may be missing
            return any(agree(given, want) for want in wanted)

        yield "numbers", is_one

    return oracle


vertical_edge = _kernel([[1.0, -1.0]])
sobel_x = _kernel([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
sobel_y = _kernel([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
antidiagonal_edge = _kernel([[0.0, 1.0], [-1.0, 0.0]], [[0.0, -1.0], [1.0, 0.0]])
second_derivative = _kernel([[1.0, -2.0, 1.0]])
laplacian = _kernel([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])


def integral_kernel(f) -> Checks:
    for length in (1, 2, 3, 6, 9):
        yield f"length {length}", lambda length=length: agree(f(length), torch.ones(1, length))


def box_blur(f) -> Checks:
    for size in (1, 2, 3, 4, 5, 8):
        yield f"size {size}", lambda size=size: agree(f(size), torch.full((size, size), 1 / size**2), 1e-6)
