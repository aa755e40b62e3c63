"""Right versions of the functions of assignment 5: channels in and out, biases, 1 x 1 kernels, equal up to rounding."""

import math

import numpy as np
import scipy.signal
import torch
import torch.nn.functional as F
from torch import nn

from course import corr2d
from tests.fairness.corr2d import floats

# -- corr2d_multi_in ---------------------------------------------------------------------------------------------


def require_channels(X, K):
    """Refuse kernels that are not as many as the channels."""
    if len(X) != len(K):
        raise ValueError(f"X has {len(X)} channels, K has {len(K)}")


def summed(X, K):
    require_channels(X, K)
    return sum(corr2d(x, k) for x, k in zip(X, K))  # noqa: B905 - as in D2L


def strict_zip(X, K):
    """`zip` itself raises the ValueError."""
    return torch.stack([corr2d(x, k) for x, k in zip(X, K, strict=True)]).sum(dim=0)


def added_in_place(X, K):
    require_channels(X, K)
    Y = torch.zeros(X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1)
    for c in range(X.shape[0]):
        Y += corr2d(X[c], K[c])
    return Y


def first_and_the_rest(X, K):
    require_channels(X, K)
    first = corr2d(X[0], K[0])
    return first + first_and_the_rest(X[1:], K[1:]) if len(X) > 1 else first


def by_torch(X, K):
    require_channels(X, K)
    X, K = floats(X, K)
    return F.conv2d(X.unsqueeze(0), K.unsqueeze(0)).squeeze(0).squeeze(0)


def channels_as_depth(X, K):
    require_channels(X, K)
    X, K = floats(X, K)
    return F.conv3d(X[None, None], K[None, None])[0, 0, 0]


def each_channel_a_group(X, K):
    require_channels(X, K)
    X, K = floats(X, K)
    return F.conv2d(X[None], K[:, None], groups=len(X))[0].sum(0)


def all_windows_at_once(X, K):
    require_channels(X, K)
    X, K = floats(X, K)
    return torch.einsum("cijab,cab->ij", X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1), K)


def numpy_windows(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    require_channels(X, K)
    X, K = X.numpy(), K.numpy()
    Y = np.zeros((X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1))
    for i, j in np.ndindex(*Y.shape):
        Y[i, j] = (X[:, i : i + K.shape[1], j : j + K.shape[2]] * K).sum()
    return torch.from_numpy(Y)


def spectra_added(X, K):
    require_channels(X, K)
    n = tuple(X.shape[1:])
    spectrum = (torch.fft.rfft2(X.double()) * torch.fft.rfft2(K.double(), s=n).conj()).sum(0)
    return torch.fft.irfft2(spectrum, s=n)[: n[0] - K.shape[1] + 1, : n[1] - K.shape[2] + 1]


def scipy_in_three_dimensions(X, K):
    require_channels(X, K)
    return torch.tensor(scipy.signal.correlate(X.double().numpy(), K.double().numpy(), mode="valid")[0])


# -- corr2d_multi_in_out -----------------------------------------------------------------------------------------


def stacked(X, K):
    return torch.stack([summed(X, k) for k in K], 0)


def written_into_zeros(X, K):
    Y = torch.zeros(len(K), X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1)
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            Y[o] += corr2d(X[c], K[o, c])
    return Y


def layer_of_torch(X, K):
    return F.conv2d(X[None], K)[0]


def weights_times_windows(X, K):
    rows, columns = X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1
    return (K.flatten(1) @ F.unfold(X[None], K.shape[2:])[0]).unflatten(1, (rows, columns))


def one_matrix_for_each_place(X, K):
    """Each place of the window holds a c_out x c_in matrix, and the results are added up."""
    rows, columns = X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1
    return sum(
        torch.tensordot(K[:, :, a, b], X[:, a : a + rows, b : b + columns], dims=1)
        for a in range(K.shape[2])
        for b in range(K.shape[3])
    )


def glued_maps(X, K):
    return torch.cat([channels_as_depth(X, kernels).unsqueeze(0) for kernels in K])


def mapped_over_kernels(X, K):
    return torch.vmap(all_windows_at_once, in_dims=(None, 0))(X, K)


def nested_lists(X, K):
    maps = [[corr2d(x.double(), k.double()).numpy() for x, k in zip(X, kernels, strict=True)] for kernels in K]
    return torch.tensor(np.array(maps).sum(axis=1))


# -- conv_layer --------------------------------------------------------------------------------------------------


def reshaped_bias(X, K, b):
    return stacked(X, K) + b.reshape(-1, 1, 1)


def bias_of_torch(X, K, b):
    return F.conv2d(X[None], K, bias=b)[0]


def channel_and_number(X, K, b):
    return torch.stack([summed(X, kernels) + number for kernels, number in zip(K, b, strict=True)])


def added_into_a_copy(X, K, b):
    Y = layer_of_torch(X, K).clone()
    for o, number in enumerate(b.tolist()):
        Y[o] += number
    return Y


def one_channel_of_ones(X, K, b):
    """The bias as the weight of one more input channel, which is 1 everywhere."""
    X = torch.cat([X, torch.ones_like(X[:1])])
    extra = torch.zeros(len(K), 1, *K.shape[2:])
    extra[:, 0, 0, 0] = b
    return weights_times_windows(X, torch.cat([K, extra], dim=1))


def product_and_bias_at_once(X, K, b):
    rows = X.shape[1] - K.shape[2] + 1
    return torch.addmm(b[:, None], K.flatten(1), F.unfold(X[None], K.shape[2:])[0]).reshape(len(b), rows, -1)


def channels_last(X, K, b):
    return (one_matrix_for_each_place(X, K).permute(1, 2, 0) + b).permute(2, 0, 1)


def module_with_these_weights(X, K, b):
    layer = nn.Conv2d(K.shape[1], K.shape[0], tuple(K.shape[2:]))
    layer.weight, layer.bias = nn.Parameter(K), nn.Parameter(b)
    return layer(X)


# -- corr2d_multi_in_out_1x1 -------------------------------------------------------------------------------------


def matrix_product(X, K):
    c_in, h, w = X.shape
    return (K.reshape(-1, c_in) @ X.reshape(c_in, h * w)).reshape(-1, h, w)


def einsum(X, K):
    return torch.einsum("oc,cij->oij", K[:, :, 0, 0], X)


def tensordot(X, K):
    return torch.tensordot(K.flatten(1), X, dims=([1], [0]))


def dense_at_every_pixel(X, K):
    return F.linear(X.permute(1, 2, 0), K.squeeze((2, 3))).permute(2, 0, 1)


def pixel_by_pixel(X, K):
    Y = torch.empty(len(K), *X.shape[1:], dtype=torch.float64)
    for i in range(X.shape[1]):
        for j in range(X.shape[2]):
            Y[:, i, j] = K[:, :, 0, 0].double() @ X[:, i, j].double()
    return Y


def weighted_sums(X, K):
    return torch.stack([sum(weight.item() * x for weight, x in zip(kernels, X, strict=True)) for kernels in K])


def broadcast(X, K):
    return (K * X).sum(dim=1)


def row_by_row(X, K):
    """Matrix products of many rows at once: (h, c_out, c_in) times (h, c_in, w)."""
    rows = X.transpose(0, 1)
    return torch.bmm(K[None, ..., 0, 0].expand(len(rows), -1, -1), rows).transpose(0, 1)


def numpy_product(X, K):
    return torch.tensor(np.matmul(K.numpy()[..., 0, 0], X.numpy().reshape(len(X), -1)).reshape(-1, *X.shape[1:]))


# -- same_result -------------------------------------------------------------------------------------------------


def largest_difference(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-5 * torch.maximum(Y1.abs().max(), Y2.abs().max()))


def allclose(Y1, Y2):
    """With a tolerance from the largest number, not from each one; a tolerance of NaN would be an error."""
    if Y1.shape != Y2.shape or Y1.isnan().any():
        return False
    return torch.allclose(Y1, Y2, rtol=0, atol=1e-4 * Y1.abs().max().item())


def numpy_allclose(Y1, Y2):
    Y1, Y2 = Y1.detach().numpy(), Y2.detach().numpy()
    if Y1.shape != Y2.shape:
        return False
    return np.allclose(Y1, Y2, rtol=0, atol=1e-3 * np.abs(Y2).max())


def tensor_as_answer(Y1, Y2):
    if Y1.shape != Y2.shape:
        return torch.tensor(False)
    return ((Y1 - Y2).abs() <= 1e-4 * Y1.abs().max()).all()


def numpy_answer(Y1, Y2):
    """NumPy's own True and False, in double precision."""
    one, two = np.asarray(Y1, dtype=float), np.asarray(Y2, dtype=float)
    return np.bool_(one.shape == two.shape) and np.all(np.abs(one - two) < 2e-3 * np.max(np.abs([one, two])))


def number_by_number(Y1, Y2):
    if list(Y1.shape) != list(Y2.shape):
        return False
    one, two = Y1.flatten().tolist(), Y2.flatten().tolist()
    largest = max(abs(number) for number in one + two)
    return all(math.isclose(a, b, rel_tol=0, abs_tol=2e-6 * largest) for a, b in zip(one, two, strict=True))


def lengths_of_vectors(Y1, Y2):
    """The length of the difference, as a part of the length of the result."""
    return Y1.shape == Y2.shape and bool(torch.dist(Y1, Y2) < 1e-5 * torch.linalg.vector_norm(Y1))


def torch_testing(Y1, Y2):
    largest = float(torch.nan_to_num(Y1).abs().max())
    try:
        torch.testing.assert_close(Y1, Y2, rtol=0, atol=1e-4 * largest)
    except AssertionError:
        return False
    return True


MULTI_IN = (
    summed,
    strict_zip,
    added_in_place,
    first_and_the_rest,
    by_torch,
    channels_as_depth,
    each_channel_a_group,
    all_windows_at_once,
    numpy_windows,
    spectra_added,
    scipy_in_three_dimensions,
)
MULTI_IN_OUT = (
    stacked,
    written_into_zeros,
    layer_of_torch,
    weights_times_windows,
    one_matrix_for_each_place,
    glued_maps,
    mapped_over_kernels,
    nested_lists,
)
CONV_LAYER = (
    reshaped_bias,
    bias_of_torch,
    channel_and_number,
    added_into_a_copy,
    one_channel_of_ones,
    product_and_bias_at_once,
    channels_last,
    module_with_these_weights,
)
ONE_BY_ONE = (
    matrix_product,
    einsum,
    tensordot,
    dense_at_every_pixel,
    pixel_by_pixel,
    weighted_sums,
    broadcast,
    row_by_row,
    numpy_product,
)
SAME_RESULT = (
    largest_difference,
    allclose,
    numpy_allclose,
    tensor_as_answer,
    numpy_answer,
    number_by_number,
    lengths_of_vectors,
    torch_testing,
)
