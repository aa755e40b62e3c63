"""Say what is wrong with a name that Python does not find."""

import difflib
import math
import re

IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "F": "import torch.nn.functional as F",
    "math": "import math",
    "plt": "import matplotlib.pyplot as plt",
    "scipy": "import scipy",
    "signal": "from scipy import signal",
    "optim": "from torch import optim",
    "itertools": "import itertools",
    "d2l": "from d2l import torch as d2l",
}
TENSORS_HAVE = """
shape size dim ndim numel dtype sum mean abs max min grad data backward detach clone item numpy tolist T t flip reshape
view flatten squeeze unsqueeze permute transpose unfold contiguous float double long zero_ requires_grad expand repeat
"""


def missing_name(name: str, code: str) -> tuple[str, str]:
    """Return (slip, hint) for a NameError about `name`, in a function whose text so far is `code`."""
    if name in IMPORTS:
        return "import_missing", f"`{name}` is not imported in this notebook: `{IMPORTS[name]}` must come first."
    if hasattr(math, name) and re.search(rf"\b{name}\s*\(", code):
        return (
            "import_missing",
            f"`{name}` is not imported in this notebook: `from math import {name}` must come first.",
        )
    if re.search(r"def \w+\(\s*self\b", code) and name in ("weight", "bias", "kernel_size"):
        return "self_left_out", f"`{name}` belongs to the layer: write `self.{name}`."
    return (
        "unknown_name",
        f"Nothing is called `{name}` at this line. Is it misspelt, a text without its quotes, or made elsewhere: "
        "in another function, in a cell that was not run, or further down?",
    )


def missing_attribute(kind: str, attribute: str, meant: str | None, line: str) -> tuple[str, str] | None:
    """Return (slip, hint) for an AttributeError: a `kind` of object has no `attribute`; Python suggests `meant`."""
    if kind in ("builtin_function_or_method", "method", "function"):
        said = "A function stands here where its result is meant: its parentheses, with what it needs, are missing."
        return "call_forgotten", said
    if kind == "NoneType" and not line:  # the task's own lines asked a layer for its parameters
        return "parameter_is_none", "A parameter of the layer is None: `self.weight` and `self.bias` both hold numbers."
    if kind == "NoneType" and re.search(r"\.bias\b", line):
        return "layer_without_bias", "`.bias` is None where a layer has none (`bias=False`). Call the layer itself."
    if kind == "NoneType":
        said = f"None has no `{attribute}`: did a function return nothing, or was `.grad` read before `backward()`?"
        return "computes_with_none", said
    if kind == "bool":
        said = f"This is a plain True or False already, which has no `{attribute}`: leave it out."
        return "plain_truth", said
    if kind in ("list", "tuple", "int", "float"):
        if attribute not in line:  # asked for by torch's own lines
            return "no_tensor", f"A tensor is needed in this line, and it gets {'an' if kind == 'int' else 'a'} {kind}."
        return "no_tensor", f"`{attribute}` belongs to tensors, and this is {'an' if kind == 'int' else 'a'} {kind}."
    if not line and attribute in ("weight", "bias"):
        said = f"The layer has no `{attribute}`. The names are fixed: `self.weight` and `self.bias`."
        return "other_parameter_names", said
    if attribute == "grad":
        return "grad_of_a_layer", f"A {kind} has no `grad`: gradients belong to parameters, as to `net.weight`."
    if kind in ("Tensor", "Parameter") and not meant:
        meant = next(iter(difflib.get_close_matches(attribute, TENSORS_HAVE.split(), n=1, cutoff=0.7)), None)
    ending = f" Is `{meant}` meant?" if meant else " Is it misspelt, or asked of the wrong thing?"
    return "unknown_attribute", f"A {kind} has no `{attribute}`.{ending}"
