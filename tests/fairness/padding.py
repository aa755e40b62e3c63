"""Right versions of the functions of assignment 4: sizes, padding, strides, and a layer on a bare image."""

import math

import numpy as np
import scipy.signal
import torch
import torch.nn.functional as F
from torch import nn

from course import corr2d
from tests.fairness.corr2d import floats

# -- output_size -------------------------------------------------------------------------------------------------


def formula(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    if span > input_size + 2 * padding:
        raise ValueError("the window does not fit")
    return (input_size + 2 * padding - span) // stride + 1


def starts_counted(input_size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    room, last, count = input_size + 2 * padding, dilation * (kernel_size - 1), 0
    for start in range(0, room, stride):
        count += start + last < room
    if not count:
        raise ValueError("no place")
    return count


def length_of_a_range(input_size, kernel_size, stride=1, padding=0, dilation=1):
    places = range(-padding, input_size + padding - dilation * (kernel_size - 1), stride)
    if len(places) == 0:
        raise ValueError(places)
    return len(places)


def floor_of_a_fraction(input_size, kernel_size, stride=1, padding=0, dilation=1):
    steps = (input_size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride
    if steps < 0:
        raise ValueError(f"{kernel_size} does not fit in {input_size}")
    return math.floor(steps + 1)


def remainder_cut_off(input_size, kernel_size, stride=1, padding=0, dilation=1):
    places = input_size + padding + padding - (kernel_size + (kernel_size - 1) * (dilation - 1)) + 1
    if places < 1:
        raise ValueError
    whole, rest = divmod(places, stride)
    return whole + bool(rest)


def one_place_and_the_rest(input_size, kernel_size, stride=1, padding=0, dilation=1):
    room, span = input_size + 2 * padding, dilation * (kernel_size - 1) + 1
    if room < span:
        raise ValueError("does not fit")
    if room - stride < span:
        return 1
    return 1 + one_place_and_the_rest(room - stride, kernel_size, stride, 0, dilation)


def asked_of_torch(input_size, kernel_size, stride=1, padding=0, dilation=1):
    signal, weight = torch.zeros(1, 1, input_size), torch.zeros(1, 1, kernel_size)
    try:
        return F.conv1d(signal, weight, stride=stride, padding=padding, dilation=dilation).shape[-1]
    except RuntimeError as error:
        raise ValueError("torch refuses it") from error


def windows_of_numpy(input_size, kernel_size, stride=1, padding=0, dilation=1):
    """NumPy itself raises a ValueError for a window longer than the row."""
    row = np.pad(np.zeros(input_size), padding)
    return len(np.lib.stride_tricks.sliding_window_view(row, dilation * (kernel_size - 1) + 1)[::stride])


# -- pad2d -------------------------------------------------------------------------------------------------------


def padded_by_torch(X, padding):
    return F.pad(X, (padding[1], padding[1], padding[0], padding[0]))


def padded_by_a_layer(X, padding):
    rows, columns = padding
    return nn.ZeroPad2d((columns, columns, rows, rows))(X)


def laid_on_zeros(X, padding):
    """The zeros have torch's usual type, whatever X has."""
    (*channels, height, width), (p, q) = X.shape, padding
    padded = torch.zeros(*channels, height + 2 * p, width + 2 * q)
    padded[..., p : p + height, q : q + width] = X
    return padded


def glued(X, padding):
    rows = X.new_zeros(*X.shape[:-2], padding[0], X.shape[-1])
    X = torch.cat([rows, X, rows], dim=-2)
    columns = X.new_zeros(*X.shape[:-1], padding[1])
    return torch.cat([columns, X, columns], dim=-1)


def padded_by_numpy(X, padding):
    before_and_after = [(0, 0)] * (X.dim() - 2) + [(p, p) for p in padding]
    return torch.tensor(np.pad(X.numpy(), before_and_after))


def matrices_on_both_sides(X, padding):
    def shifted(size, p):
        return torch.eye(size + 2 * p, dtype=X.dtype)[:, p : p + size]

    return shifted(X.shape[-2], padding[0]) @ X @ shifted(X.shape[-1], padding[1]).T


def one_ring_at_a_time(X, padding):
    rows, columns = padding
    if rows:
        return one_ring_at_a_time(F.pad(X, (0, 0, 1, 1)), (rows - 1, columns))
    return one_ring_at_a_time(F.pad(X, (1, 1)), (0, columns - 1)) if columns else X


def channel_by_channel(X, padding):
    if X.dim() == 3:
        return torch.stack([channel_by_channel(channel, padding) for channel in X])
    padded = torch.zeros(X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1], dtype=torch.float64)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            padded[i + padding[0], j + padding[1]] = X[i, j]
    return padded


def convolved_with_one(X, padding):
    """A 1 x 1 kernel of one leaves every pixel as it is, and the layer pads."""
    image = X.reshape(-1, 1, *X.shape[-2:])
    return F.conv2d(image, torch.ones(1, 1, 1, 1, dtype=X.dtype), padding=padding).reshape(
        *X.shape[:-2], X.shape[-2] + 2 * padding[0], X.shape[-1] + 2 * padding[1]
    )


# -- corr2d_strided ----------------------------------------------------------------------------------------------


def _places(X, K, stride):
    """Return the rows and the columns where a window can start."""
    return [range(0, n - k + 1, s) for n, k, s in zip(X.shape, K.shape, stride, strict=True)]


def window_by_window(X, K, stride=(1, 1), padding=(0, 0)):
    X = padded_by_torch(X, padding)
    (h, w), (down, right) = K.shape, stride
    Y = torch.zeros(formula(X.shape[0], h, down), formula(X.shape[1], w, right))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * down : i * down + h, j * right : j * right + w] * K).sum()
    return Y


def every_place_then_some(X, K, stride=(1, 1), padding=(0, 0)):
    return corr2d(glued(X, padding), K)[:: stride[0], :: stride[1]]


def by_torch(X, K, stride=(1, 1), padding=(0, 0)):
    return F.conv2d(X[None, None], K[None, None], stride=stride, padding=padding)[0, 0]


def columns_of_windows(X, K, stride=(1, 1), padding=(0, 0)):
    windows = F.unfold(X[None, None], K.shape, stride=stride, padding=padding)[0]
    rows = formula(X.shape[0], K.shape[0], stride[0], padding[0])
    return (K.flatten() @ windows).reshape(rows, -1)


def unfolded_twice(X, K, stride=(1, 1), padding=(0, 0)):
    windows = laid_on_zeros(X, padding).unfold(0, K.shape[0], stride[0]).unfold(1, K.shape[1], stride[1])
    return torch.einsum("ijab,ab->ij", windows, K)


def view_with_wider_steps(X, K, stride=(1, 1), padding=(0, 0)):
    X = padded_by_torch(X, padding)
    (h, w), (one_down, one_right) = K.shape, X.stride()
    rows, columns = (len(places) for places in _places(X, K, stride))
    steps = (stride[0] * one_down, stride[1] * one_right, one_down, one_right)
    return torch.tensordot(X.as_strided((rows, columns, h, w), steps, X.storage_offset()), K, dims=2)


def weight_by_weight(X, K, stride=(1, 1), padding=(0, 0)):
    """Each weight meets every stride-th pixel, from its own place on."""
    X, Y = padded_by_torch(X, padding), 0
    rows, columns = _places(X, K, stride)
    for a in range(K.shape[0]):
        for b in range(K.shape[1]):
            pixels = X[a : a + rows.stop : stride[0], b : b + columns.stop : stride[1]]
            Y = Y + K[a, b] * pixels
    return Y


def lists_of_numbers(X, K, stride=(1, 1), padding=(0, 0)):
    X = padded_by_numpy(X, padding)
    rows, columns = _places(X, K, stride)
    image, kernel, Y = X.tolist(), K.tolist(), []
    for top in rows:
        Y.append([])
        for left in columns:
            products = (
                image[top + a][left + b] * weight for a, line in enumerate(kernel) for b, weight in enumerate(line)
            )
            Y[-1].append(math.fsum(products))
    return torch.tensor(Y)


def by_scipy(X, K, stride=(1, 1), padding=(0, 0)):
    padded = np.pad(X.detach().numpy(), [(p, p) for p in padding])
    return torch.from_numpy(scipy.signal.correlate(padded, K.detach().numpy(), mode="valid", method="fft").copy())[
        :: stride[0], :: stride[1]
    ]


def border_not_stored(X, K, stride=(1, 1), padding=(0, 0)):
    """The padding is never made: a pixel outside the image adds nothing."""
    (H, W), (h, w) = X.shape, K.shape
    X, K = floats(X, K)
    Y = X.new_zeros(formula(H, h, stride[0], padding[0]), formula(W, w, stride[1], padding[1]))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    row, column = i * stride[0] + a - padding[0], j * stride[1] + b - padding[1]
                    if 0 <= row < H and 0 <= column < W:
                        Y[i, j] += X[row, column] * K[a, b]
    return Y


# -- comp_conv2d -------------------------------------------------------------------------------------------------


def reshaped(conv2d, X):
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(Y.shape[2:])


def none_and_zero(conv2d, X):
    return conv2d(X[None, None])[0, 0]


def channel_only(conv2d, X):
    """A layer takes an image without the axis for examples, too."""
    return conv2d(X.unsqueeze(0)).squeeze(0)


def squeezed_by_number(conv2d, X):
    return conv2d(torch.unsqueeze(torch.unsqueeze(X, 0), 0)).squeeze((0, 1))


def flattened(conv2d, X):
    return torch.flatten(conv2d(X.view(1, 1, *X.size())), end_dim=2)


def settings_read(conv2d, X):
    settings = (conv2d.bias, conv2d.stride, conv2d.padding, conv2d.dilation, conv2d.groups)
    return F.conv2d(X[None, None], conv2d.weight, *settings)[0, 0]


def on_own_function(conv2d, X):
    Y = unfolded_twice(X, conv2d.weight[0, 0], conv2d.stride, conv2d.padding)
    return Y if conv2d.bias is None else Y + conv2d.bias


def one_example_of_many(conv2d, X):
    return torch.vmap(lambda image: conv2d(image[None])[0])(torch.stack([X, X]))[0]


OUTPUT_SIZE = (
    formula,
    starts_counted,
    length_of_a_range,
    floor_of_a_fraction,
    remainder_cut_off,
    one_place_and_the_rest,
    asked_of_torch,
    windows_of_numpy,
)
PAD2D = (
    padded_by_torch,
    padded_by_a_layer,
    laid_on_zeros,
    glued,
    padded_by_numpy,
    matrices_on_both_sides,
    one_ring_at_a_time,
    channel_by_channel,
    convolved_with_one,
)
CORR2D_STRIDED = (
    window_by_window,
    every_place_then_some,
    by_torch,
    columns_of_windows,
    unfolded_twice,
    view_with_wider_steps,
    weight_by_weight,
    lists_of_numbers,
    by_scipy,
    border_not_stored,
)
COMP_CONV2D = (
    reshaped,
    none_and_zero,
    channel_only,
    squeezed_by_number,
    flattened,
    settings_read,
    on_own_function,
    one_example_of_many,
)
