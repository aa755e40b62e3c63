"""Right versions of the functions of assignment 6: matrix forms, and composed, dilated, grouped, transposed kernels."""

import numpy as np
import scipy.signal
import torch
import torch.nn.functional as F

from course import corr2d
from tests.fairness.corr2d import shift_and_add

# -- correlation_matrix ------------------------------------------------------------------------------------------


def places(K, image_shape):
    """Return rows and columns of the output.

    Raises:
        ValueError: K does not fit.
    """
    rows, columns = (n - k + 1 for n, k in zip(image_shape, K.shape, strict=True))
    if rows < 1 or columns < 1:
        raise ValueError("K does not fit")
    return rows, columns


def kernel_laid_out(K, image_shape):
    rows, columns = places(K, image_shape)
    lines = []
    for i in range(rows):
        for j in range(columns):
            image = torch.zeros(image_shape)
            image[i : i + K.shape[0], j : j + K.shape[1]] = K
            lines.append(image.flatten())
    return torch.stack(lines)


def kernel_padded(K, image_shape):
    rows, columns = places(K, image_shape)
    around = [(j, columns - 1 - j, i, rows - 1 - i) for i in range(rows) for j in range(columns)]
    return torch.stack([F.pad(K, sides).reshape(-1) for sides in around])


def weight_by_weight(K, image_shape):
    (h, w), (H, W) = K.shape, image_shape
    rows, columns = places(K, image_shape)
    T = torch.zeros(rows * columns, H * W)
    for n in range(rows * columns):
        i, j = divmod(n, columns)
        for a in range(h):
            for b in range(w):
                T[n, (i + a) * W + j + b] = K[a, b]
    return T


def columns_from_single_pixels(K, image_shape):
    """Column p is what the correlation makes of an image with a single 1, at pixel p."""
    places(K, image_shape)
    pixels = torch.eye(image_shape[0] * image_shape[1])
    return torch.stack([corr2d(pixel.reshape(image_shape), K).flatten() for pixel in pixels], dim=1)


def all_pixels_as_one_batch(K, image_shape):
    places(K, image_shape)
    count = image_shape[0] * image_shape[1]
    return F.conv2d(torch.eye(count).reshape(count, 1, *image_shape), K[None, None]).flatten(1).T


def shifts_of_rows_and_columns(K, image_shape):
    """Moving by (a, b) is the Kronecker product of moving by a and moving by b."""
    rows, columns = places(K, image_shape)
    down, right = torch.eye(image_shape[0]), torch.eye(image_shape[1])
    return sum(
        K[a, b] * torch.kron(down[a : a + rows], right[b : b + columns])
        for a in range(K.shape[0])
        for b in range(K.shape[1])
    )


def derivatives(K, image_shape):
    """The matrix of a linear map is its derivative."""
    rows, columns = places(K, image_shape)
    J = torch.autograd.functional.jacobian(lambda X: shift_and_add(X, K), torch.zeros(image_shape))
    return J.reshape(rows * columns, -1)


def numbered_pixels(K, image_shape):
    """An image of pixel numbers says which pixels each window meets."""
    places(K, image_shape)
    numbers = torch.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    windows = numbers.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1).flatten(0, 1).flatten(1)
    return torch.zeros(len(windows), numbers.numel()).scatter(1, windows, K.flatten().expand(len(windows), -1))


def sparse(K, image_shape):
    T = kernel_padded(K.double(), image_shape)
    return T.to_sparse()


# -- corr2d_matmul -----------------------------------------------------------------------------------------------


def own_matrix_times_image(X, K):
    return (kernel_padded(K, X.shape) @ X.flatten()).reshape(places(K, X.shape))


def row_vector_times_matrix(X, K):
    return torch.matmul(X.reshape(1, -1), shifts_of_rows_and_columns(K, X.shape).T).view(places(K, X.shape))


def stacked_windows_times_kernel(X, K):
    rows, columns = places(K, X.shape)
    h, w = K.shape
    windows = torch.stack([X[i : i + h, j : j + w].flatten() for i in range(rows) for j in range(columns)])
    return (windows @ K.flatten()).unflatten(0, (rows, columns))


# -- compose_kernels ---------------------------------------------------------------------------------------------


def copies_added(K1, K2):
    K = torch.zeros(K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1)
    for i in range(K1.shape[0]):
        for j in range(K1.shape[1]):
            K[i : i + K2.shape[0], j : j + K2.shape[1]] += K1[i, j] * K2
    return K


def correlated_with_the_flipped(K1, K2):
    h, w = K2.shape
    return corr2d(F.pad(K1, (w - 1, w - 1, h - 1, h - 1)), torch.flip(K2, (0, 1)))


def transposed_convolution(K1, K2):
    return F.conv_transpose2d(K2[None, None], K1[None, None]).squeeze(0).squeeze(0)


def product_of_spectra(K1, K2):
    size = [a + b - 1 for a, b in zip(K1.shape, K2.shape, strict=True)]
    return torch.fft.irfft2(torch.fft.rfft2(K1, s=size) * torch.fft.rfft2(K2, s=size), s=size)


def scipy_convolution(K1, K2):
    return torch.from_numpy(scipy.signal.convolve2d(K1.numpy(), K2.numpy()))


def seen_on_one_white_pixel(K1, K2):
    """Both in a row on a single white pixel show the composed kernel, upside down and mirrored."""
    h, w = K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1
    X = torch.zeros(2 * h - 1, 2 * w - 1)
    X[h - 1, w - 1] = 1
    return corr2d(corr2d(X, K1), K2).flip(0, 1)


def folded(K1, K2):
    """All products, and `fold` adds those that meet."""
    size = (K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1)
    return F.fold(torch.outer(K2.flatten(), K1.flatten())[None], size, K2.shape)[0, 0]


def product_of_polynomials(K1, K2):
    """Rows laid end to end with room between them, so that one 1-D convolution does it."""
    width = K1.shape[1] + K2.shape[1] - 1
    lines = [np.pad(K.numpy().astype(float), ((0, 0), (0, width - K.shape[1]))).ravel() for K in (K1, K2)]
    return torch.tensor(np.convolve(*lines)[: (K1.shape[0] + K2.shape[0] - 1) * width].reshape(-1, width))


# -- corr2d_dilated ----------------------------------------------------------------------------------------------


def require_span(X, K, dilation):
    """Return rows and columns of the output, and refuse a window that does not fit."""
    rows, columns = X.shape[0] - dilation * (K.shape[0] - 1), X.shape[1] - dilation * (K.shape[1] - 1)
    if min(rows, columns) <= 0:
        raise ValueError("too large")
    return rows, columns


def every_dth_pixel(X, K, dilation=1):
    rows, columns = require_span(X, K, dilation)
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = X[i::dilation, j::dilation][: K.shape[0], : K.shape[1]]
            Y[i, j] = (window * K).sum()
    return Y


def spread_kernel(X, K, dilation=1):
    """The given `corr2d` refuses what is too large."""
    wide = torch.zeros(dilation * (K.shape[0] - 1) + 1, dilation * (K.shape[1] - 1) + 1)
    wide[::dilation, ::dilation] = K
    return corr2d(X, wide)


def spread_by_kronecker(X, K, dilation=1):
    dot = torch.zeros(dilation, dilation)
    dot[0, 0] = 1
    wide = torch.kron(K, dot)
    return corr2d(X, wide[: wide.shape[0] - dilation + 1, : wide.shape[1] - dilation + 1])


def dilation_of_torch(X, K, dilation=1):
    try:
        return F.conv2d(X[None, None], K[None, None], dilation=dilation)[0, 0]
    except RuntimeError as error:
        raise ValueError(str(error)) from error


def unfold_of_torch(X, K, dilation=1):
    size = require_span(X, K, dilation)
    return (K.reshape(1, -1) @ F.unfold(X[None, None], K.shape, dilation=dilation)[0]).reshape(size)


def moved_images(X, K, dilation=1):
    rows, columns = require_span(X, K, dilation)
    Y = 0
    for a, line in enumerate(K):
        for b, weight in enumerate(line):
            Y = Y + weight * X[a * dilation :, b * dilation :][:rows, :columns]
    return Y


def images_thinned_out(X, K, dilation=1):
    """Pixels of equal remainder form small images of their own; each is correlated without gaps."""
    Y = X.new_zeros(require_span(X, K, dilation))
    for i in range(min(dilation, Y.shape[0])):
        for j in range(min(dilation, Y.shape[1])):
            Y[i::dilation, j::dilation] = corr2d(X[i::dilation, j::dilation], K)
    return Y


def index_arrays(X, K, dilation=1):
    rows, columns = require_span(X, K, dilation)
    i = np.arange(rows)[:, None, None, None] + dilation * np.arange(K.shape[0])[:, None]
    j = np.arange(columns)[:, None, None] + dilation * np.arange(K.shape[1])
    return torch.from_numpy(np.einsum("ijab,ab->ij", X.numpy()[i, j], K.numpy()))


# -- corr2d_grouped ----------------------------------------------------------------------------------------------


def require_groups(X, K, groups):
    """Refuse channels that the groups do not divide, and kernels with another number of channels."""
    if X.shape[0] % groups != 0 or K.shape[0] % groups != 0:
        raise ValueError("groups must divide the channels")
    if K.shape[1] != X.shape[0] // groups:
        raise ValueError(f"each kernel needs {X.shape[0] // groups} channels")


def output_by_output(X, K, groups=1):
    require_groups(X, K, groups)
    size, per_group = K.shape[1], K.shape[0] // groups
    maps = []
    for o in range(len(K)):
        block = X[o // per_group * size : (o // per_group + 1) * size]
        maps.append(sum(corr2d(x, k) for x, k in zip(block, K[o], strict=True)))
    return torch.stack(maps)


def chunks(X, K, groups=1):
    require_groups(X, K, groups)
    pairs = zip(X.chunk(groups), K.chunk(groups), strict=True)
    return torch.cat([F.conv2d(x[None], k)[0] for x, k in pairs])


def groups_of_torch(X, K, groups=1):
    try:
        return F.conv2d(X[None], K, groups=groups)[0]
    except RuntimeError as error:
        raise ValueError("channels and groups do not fit") from error


def full_kernels_with_zeros(X, K, groups=1):
    """The same layer without groups: weights between groups are 0."""
    require_groups(X, K, groups)
    outputs, inputs = K.shape[0] // groups, K.shape[1]
    full = torch.zeros(K.shape[0], X.shape[0], *K.shape[2:], dtype=torch.float64)
    for g in range(groups):
        rows, columns = slice(g * outputs, (g + 1) * outputs), slice(g * inputs, (g + 1) * inputs)
        full[rows, columns] = K[rows].double()
    return F.conv2d(X.double()[None], full)[0]


def an_axis_for_groups(X, K, groups=1):
    require_groups(X, K, groups)
    h, w = K.shape[2:]
    windows = X.unflatten(0, (groups, -1)).unfold(2, h, 1).unfold(3, w, 1)
    return torch.einsum("gcijab,gocab->goij", windows, K.unflatten(0, (groups, -1))).flatten(0, 1)


def every_pair_by_scipy(X, K, groups=1):
    require_groups(X, K, groups)
    Y = np.zeros((K.shape[0], X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1))
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            group = o * groups // K.shape[0]
            Y[o] += scipy.signal.correlate2d(X[group * K.shape[1] + c].numpy(), K[o, c].numpy(), "valid")
    return torch.tensor(Y, dtype=torch.float32)


# -- corr2d_transposed -------------------------------------------------------------------------------------------


def stamps(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            Y[i * stride : i * stride + h, j * stride : j * stride + w] += X[i, j] * K
    return Y


def weights_moved(X, K, stride=1):
    """The other way round: each weight puts down the whole image, its pixels `stride` apart."""
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for a in range(h):
        for b in range(w):
            Y[a : a + (H - 1) * stride + 1 : stride, b : b + (W - 1) * stride + 1 : stride] += K[a, b] * X
    return Y


def transposed_by_torch(X, K, stride=1):
    return F.conv_transpose2d(X[None, None], K[None, None], stride=stride)[0, 0]


def stamps_folded(X, K, stride=1):
    size = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape, strict=True)]
    return F.fold((K.reshape(-1, 1) * X.reshape(1, -1))[None], size, tuple(K.shape), stride=stride)[0, 0]


def spread_image(X, K, stride=1):
    """Zeros between the pixels and around them, then a correlation with the flipped kernel."""
    (H, W), (h, w) = X.shape, K.shape
    wide = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    wide[::stride, ::stride] = X
    return corr2d(F.pad(wide, (w - 1, w - 1, h - 1, h - 1)), K.flip(0, 1))


def matrix_transposed(X, K, stride=1):
    shape = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape, strict=True)]
    rows, columns = places(K, shape)
    T = kernel_padded(K, shape).reshape(rows, columns, -1)[::stride, ::stride].flatten(0, 1)
    return (T.T @ X.flatten()).reshape(shape)


def gradient_of_the_correlation(X, K, stride=1):
    shape = [(n - 1) * stride + k for n, k in zip(X.shape, K.shape, strict=True)]
    image = torch.zeros(1, 1, *shape, requires_grad=True)
    F.conv2d(image, K[None, None], stride=stride).backward(X[None, None])
    return image.grad[0, 0]


def numpy_stamps(X, K, stride=1):
    X, K = X.numpy().astype(np.float64), K.numpy().astype(np.float64)
    wide = np.zeros([(n - 1) * stride + 1 for n in X.shape])
    wide[::stride, ::stride] = X
    return torch.from_numpy(scipy.signal.convolve2d(wide, K, mode="full"))


CORRELATION_MATRIX = (
    kernel_laid_out,
    kernel_padded,
    weight_by_weight,
    columns_from_single_pixels,
    all_pixels_as_one_batch,
    shifts_of_rows_and_columns,
    derivatives,
    numbered_pixels,
    sparse,
)
CORR2D_MATMUL = (own_matrix_times_image, row_vector_times_matrix, stacked_windows_times_kernel)
COMPOSE_KERNELS = (
    copies_added,
    correlated_with_the_flipped,
    transposed_convolution,
    product_of_spectra,
    scipy_convolution,
    seen_on_one_white_pixel,
    folded,
    product_of_polynomials,
)
CORR2D_DILATED = (
    every_dth_pixel,
    spread_kernel,
    spread_by_kronecker,
    dilation_of_torch,
    unfold_of_torch,
    moved_images,
    images_thinned_out,
    index_arrays,
)
CORR2D_GROUPED = (
    output_by_output,
    chunks,
    groups_of_torch,
    full_kernels_with_zeros,
    an_axis_for_groups,
    every_pair_by_scipy,
)
CORR2D_TRANSPOSED = (
    stamps,
    weights_moved,
    transposed_by_torch,
    stamps_folded,
    spread_image,
    matrix_transposed,
    gradient_of_the_correlation,
    numpy_stamps,
)
