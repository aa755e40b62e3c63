"""What a case is called: the shapes of its tensors."""

from typing import TYPE_CHECKING

from grader.tasks.model import Input

if TYPE_CHECKING:
    import torch


def shape_of(tensor: "torch.Tensor | Input") -> tuple[int, ...]:
    """Return the shape of a tensor or of an `Input`."""
    return tuple((tensor.value if isinstance(tensor, Input) else tensor).shape)


def case_name(*tensors: "torch.Tensor | Input") -> str:
    """Name image, kernel and bias by their shapes, as many as there are.

    >>> import torch
    >>> case_name(torch.ones(3, 3), torch.ones(2, 2))
    'X (3, 3), K (2, 2)'
    """
    return ", ".join(f"{name} {shape_of(tensor)}" for name, tensor in zip("XKb", tensors, strict=False))
