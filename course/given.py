"""Given code: what a student has written in notebook 1, for the notebooks that build on it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def corr2d(X: "torch.Tensor", K: "torch.Tensor") -> "torch.Tensor":
    """Return the 2-D cross-correlation of an image X (H, W) with a kernel K (h, w): shape (H - h + 1, W - w + 1).

    >>> import torch
    >>> corr2d(torch.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 0.0]]), torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[23., 15.]])

    Raises:
        ValueError: an input is not 2-D, or the kernel is larger than the image.

    Source: `torch.nn.functional.conv2d`, which despite its name correlates.
    """
    import torch
    from torch.nn.functional import conv2d

    if X.dim() != 2 or K.dim() != 2:
        raise ValueError(f"X and K must be 2-D, got shapes {tuple(X.shape)} and {tuple(K.shape)}")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError(f"a kernel of shape {tuple(K.shape)} does not fit in an image of shape {tuple(X.shape)}")
    dtype = torch.result_type(X, K)
    if not dtype.is_floating_point:
        dtype = torch.get_default_dtype()  # conv2d takes no integers
    return conv2d(X.to(dtype)[None, None], K.to(dtype)[None, None])[0, 0]
