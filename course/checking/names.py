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
# a variable may be called the same: then it is asked for other things than the module is
ASKED_OF = {"F": r"(?!shape|T\b|size|dim)", "signal": r"(correlate|convolve)"}
TENSORS_HAVE = """
shape size dim ndim numel dtype sum mean abs max min grad data backward detach clone item numpy tolist T t flip reshape
view flatten squeeze unsqueeze permute transpose unfold contiguous float double long zero_ requires_grad expand repeat
"""
TENSORS_ALSO_HAVE = """
add sub mul div pow sqrt exp log square sign clamp relu matmul mm dot prod std var norm all any eq ne lt gt le ge argmax
argmin where fill_ copy_ requires_grad_ add_ sub_ mul_ div_ device bool int to type new_zeros new_ones mT mH movedim
swapaxes roll diagonal diag trace tril triu fold stride ravel cumsum topk is_floating_point allclose equal rot90
broadcast_to expand_as view_as reshape_as type_as unfold round floor ceil grad_fn is_leaf
"""


def missing_name(name: str, code: str) -> tuple[str, str]:
    """Return (slip, hint) for a NameError about `name`, in a function whose text so far is `code`."""
    if name in IMPORTS and re.search(rf"\b{name}\s*\.\s*{ASKED_OF.get(name, '')}", code):
        return "import_missing", f"`{name}` is not known at this line: `{IMPORTS[name]}` must come first."
    if hasattr(math, name) and re.search(rf"\b{name}\s*\(", code):
        return (
            "import_missing",
            f"Nothing is called `{name}` at this line. Is that of `math` meant, for single numbers? Then `from math "
            f"import {name}` must come first.",
        )
    if re.search(r"def \w+\(\s*self\b", code) and name in ("weight", "bias", "kernel_size"):
        return (
            "self_left_out",
            f"Nothing is called `{name}` in this method. Is the layer's meant, `self.{name}`, or an argument that its "
            "head calls otherwise?",
        )
    return (
        "unknown_name",
        f"Nothing is called `{name}` at this line. Is it misspelt, a text without its quotes, or made elsewhere: "
        "in another function, in a cell that was not run, or further down?",
    )


def missing_attribute(kind: str, attribute: str, meant: str | None, line: str) -> tuple[str, str] | None:
    """Return (slip, hint) for an AttributeError: a `kind` of object has no `attribute`; Python suggests `meant`."""
    if kind in ("builtin_function_or_method", "method", "function"):
        said = "A function stands here where its result is needed. Are the parentheses of a call missing, or is another"
        return "call_forgotten", f"{said} name meant?"
    if kind == "NoneType" and not line:  # the task's own lines asked a layer for its parameters
        return "parameter_is_none", "A parameter of the layer is None: `self.weight` and `self.bias` both hold numbers."
    if kind == "NoneType" and re.search(rf"\.bias\.{attribute}\b", line):
        return "layer_without_bias", "`.bias` is None where a layer has none (`bias=False`). Call the layer itself."
    if kind == "NoneType":
        said = f"None has no `{attribute}`: did a function return nothing, or was `.grad` read before `backward()`?"
        return "computes_with_none", said
    if kind == "bool":
        leave = " already" if attribute in ("all", "any", "item", "bool") else ""
        said = f"This is a plain True or False{leave}, which has no `{attribute}`"
        return "plain_truth", f"{said}: leave it out." if leave else f"{said} as tensors have."
    if kind in ("list", "tuple", "int", "float"):
        if not line:  # the task's own lines set a layer's parameters
            return (
                "no_tensor",
                f"A parameter of the layer is a {kind}: `self.weight` and `self.bias` are `nn.Parameter`s.",
            )
        if attribute not in line:  # asked for by torch's own lines
            return "no_tensor", f"A tensor is needed in this line, and it gets {'an' if kind == 'int' else 'a'} {kind}."
        if attribute not in (TENSORS_HAVE + TENSORS_ALSO_HAVE).split():
            ending = f"Is `{meant}` meant?" if meant else "Is it misspelt, or asked of the wrong thing?"
            if kind == "tuple" and hasattr(list, attribute):
                ending = "A list has it, and a tuple cannot be changed."
            return "unknown_attribute", f"{'An' if kind == 'int' else 'A'} {kind} has no `{attribute}`. {ending}"
        return "no_tensor", f"`{attribute}` belongs to tensors, and this is {'an' if kind == 'int' else 'a'} {kind}."
    if not line and attribute in ("weight", "bias"):
        said = f"The layer has no `{attribute}`. The names are fixed: `self.weight` and `self.bias`."
        return "other_parameter_names", said
    if attribute == "grad":
        return (
            "grad_of_a_layer",
            f"A {kind} has no `grad`: gradients belong to tensors that require them, such as `net.weight`.",
        )
    if kind in ("Tensor", "Parameter") and not meant:
        meant = next(iter(difflib.get_close_matches(attribute, TENSORS_HAVE.split(), n=1, cutoff=0.7)), None)
    ending = f" Is `{meant}` meant?" if meant else " Is it misspelt, or asked of the wrong thing?"
    return "unknown_attribute", f"A {kind} has no `{attribute}`.{ending}"
