"""Describe as plain data what one object does with the inputs of one case.

Imports nothing of ours, because it has two homes: `check` imports it in the student's notebook, and a grading kernel
has another copy, made from this file before it starts, so that nothing a notebook defines or patches stands in between.
It never sees an expected output.

Plain data is what JSON can hold: None, bool, int, float, str, and the tagged forms
`{"tensor": {"dtype", "shape", "data"}}`, `{"ndarray": ...}`, `{"list": [...]}`, `{"tuple": [...]}`,
`{"dict": [[key, value], ...]}`, `{"other": type name}` for what is not data and `{"too_large": size}`.
"""

import contextlib
import itertools
import linecache
import random
import re
import signal
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # only to be read: this source also runs where nothing of ours is imported
    import torch

    from course.checking.data import AnswerData, CaseData, Plain, Raised

MOST_NUMBERS = 50_000  # in one answer; graded results have a few hundred
MOST_CHARACTERS = 2_000
MOST_DEPTH = 6
MOST_TEXT = 300  # of an exception
MOST_LINES = 40  # of a function that raised, before the line that did
# the one call of a test that students write
WITHOUT_ARGUMENTS: "CaseData" = {
    "facet": "",
    "name": "the test",
    "how": "call",
    "observe": ["result"],
    "args": [],
    "kwargs": {},
    "atol": 0.0,
}


class OutOfTime(BaseException):
    """A case ran longer than its limit.  Not an Exception, so that `except Exception` does not swallow it."""


# -- plain data to objects ---------------------------------------------------------------------------------------


def build(spec: "Plain") -> Any:
    """Return the object that plain data stands for.

    A tensor spec may ask for a memory layout: "cropped" (a view into a larger tensor) or "transposed" (column
    major), both non-contiguous; `"grad": True` makes a leaf that requires a gradient, `"parameter": True` an
    `nn.Parameter`.  `{"layer": {...}}` is an `nn.Conv2d` with given weights.

    >>> build({"tensor": {"dtype": "int64", "shape": [2, 1], "data": [3, 4]}})
    tensor([[3],
            [4]])
    """
    if not isinstance(spec, dict):
        return spec
    if "list" in spec:
        return [build(item) for item in spec["list"]]
    if "tuple" in spec:
        return tuple(build(item) for item in spec["tuple"])
    if "dict" in spec:
        return {key: build(value) for key, value in spec["dict"]}
    if "layer" in spec:
        return _build_layer(spec["layer"])
    return _build_tensor(spec)


def _build_tensor(spec: "Plain") -> "torch.Tensor":
    import torch

    array = spec["tensor"]
    tensor = torch.tensor(array["data"], dtype=getattr(torch, array["dtype"])).reshape(array["shape"])
    layout = spec.get("layout")
    if layout == "transposed":
        tensor = tensor.transpose(-1, -2).contiguous().transpose(-1, -2)
    elif layout == "cropped":
        wider = torch.full((*tensor.shape[:-1], tensor.shape[-1] + 2), 7).to(tensor.dtype)
        wider[..., 1:-1] = tensor
        tensor = wider[..., 1:-1]
    if spec.get("parameter"):
        return torch.nn.Parameter(tensor)
    return tensor.requires_grad_(True) if spec.get("grad") else tensor


def _build_layer(spec: "Plain") -> "torch.nn.Conv2d":
    import torch

    layer = torch.nn.Conv2d(**{key: build(value) for key, value in spec["arguments"]})
    with torch.no_grad():
        for name, value in spec.get("state", []):
            getattr(layer, name).copy_(build(value))
    return layer


# -- objects to plain data ---------------------------------------------------------------------------------------


def describe(value: object, depth: int = 0) -> "Plain":
    """Return `value` as plain data, reading tensors through the base class and cutting what is too large.

    >>> describe((1, "two"))
    {'tuple': [1, 'two']}
    """
    import numpy as np
    import torch

    if value is None or type(value) in (bool, float):
        return value
    if type(value) is int:
        return value if value.bit_length() < 64 else {"too_large": f"an integer of {value.bit_length()} bits"}
    if type(value) is str:
        return value[:MOST_CHARACTERS]
    if isinstance(value, torch.Tensor):
        return _describe_tensor(value)
    if isinstance(value, (np.ndarray, np.generic)):
        if value.size > MOST_NUMBERS:
            return {"too_large": f"{value.size} numbers"}
        if value.dtype.kind not in "biuf":
            return {"ndarray": {"dtype": str(value.dtype), "shape": list(value.shape), "data": []}}
        data = np.asarray(value).ravel().tolist()
        return {"ndarray": {"dtype": str(value.dtype), "shape": list(value.shape), "data": data}}
    if isinstance(value, (list, tuple, dict)) and (depth > MOST_DEPTH or len(value) > 1_000):
        return {"too_large": f"a {type(value).__name__} of {len(value)} entries"}
    if isinstance(value, dict):
        items = ((key if isinstance(key, str) else repr(key)[:80], item) for key, item in value.items())
        return {"dict": [[key, describe(item, depth + 1)] for key, item in items]}
    if isinstance(value, tuple):
        return {"tuple": [describe(item, depth + 1) for item in value]}
    if isinstance(value, list):
        return {"list": [describe(item, depth + 1) for item in value]}
    return {"other": "..." if value is Ellipsis else type(value).__name__[:80]}


def _describe_tensor(value: "torch.Tensor") -> "Plain":
    import torch

    # a subclass may answer anything through __torch_function__; its numbers are those of the tensor itself
    with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
        shape = list(torch.Tensor.size(value))
        numel = 1
        for size in shape:
            numel *= size
        dtype = str(value.dtype).removeprefix("torch.")
        if numel > MOST_NUMBERS:
            return {"too_large": f"a tensor of {numel} numbers"}
        if value.layout is not torch.strided:
            value = torch.Tensor.to_dense(value)
        if value.is_complex():
            return {"tensor": {"dtype": dtype, "shape": shape, "data": []}}
        value = torch.Tensor.detach(value).cpu()
        return {"tensor": {"dtype": dtype, "shape": shape, "data": torch.Tensor.flatten(value).tolist()}}


# -- one case ----------------------------------------------------------------------------------------------------


def measure(candidate: Any, case: "CaseData", seconds: float | None = None, patience: int = 1) -> "AnswerData":
    """Return what `candidate` does with the inputs of `case`, as plain data.

    It has `seconds`; up to `patience` times as long where others use the processor and it has hardly run.

    `case["how"]` is "call" (a function) or "module" (a class derived from `nn.Module`); `case["observe"]` lists
    what is looked at; when it is empty, only whether the call raises.  Whatever happens, an answer comes back: an
    exception becomes `{"raised": {"type", "bases", "refused", "text", "line", "code"}}`.
    """
    how = {"call": _measure_call, "module": _measure_module}[case["how"]]
    with random_numbers_kept(), _usual_modes():
        try:
            with _time_limit(seconds, patience):
                return how(candidate, case) | _signature(candidate, case)
        except OutOfTime:
            return {"raised": {"type": "OutOfTime", "bases": [], "text": f"longer than {seconds} s", "line": ""}}
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit included: a student's exit() must not end the grading
            return {"raised": _describe_error(error)} | _signature(candidate, case)


def _signature(candidate: object, case: "CaseData") -> "AnswerData":
    """Return the names of a function's arguments, where the case says what they should be."""
    code = getattr(candidate, "__code__", None)
    if "names" not in case or not isinstance(code, types.CodeType):
        return {}
    return {"signature": [name[:40] for name in code.co_varnames[: min(code.co_argcount, 12)]]}


def _measure_call(function: Callable[..., Any], case: "CaseData") -> "AnswerData":
    import torch

    arguments = [build(spec) for spec in case["args"]]
    keywords = {key: build(spec) for key, spec in case.get("kwargs", {}).items()}
    observe = case["observe"]
    result = function(*arguments, **keywords)
    answer: AnswerData = {"result": describe(result)} if "result" in observe else {}
    if "kind" in observe:
        answer["kind"] = describe(result)
    if "inputs" in observe:
        answer["inputs"] = [describe(argument) for argument in arguments]
    if "gradients" in observe:
        leaves: list[torch.Tensor] = []
        for argument in arguments:
            if isinstance(argument, torch.nn.Module):
                leaves += argument.parameters()
            elif isinstance(argument, torch.Tensor) and argument.requires_grad:
                leaves.append(argument)
        answer["gradients"] = _gradients(result, leaves, case["cotangent"])
    return answer


def _measure_module(module_class: Callable[..., Any], case: "CaseData") -> "AnswerData":
    import torch

    arguments = [build(spec) for spec in case["args"]]
    observe = case["observe"]
    module = module_class(*arguments)
    answer: AnswerData = {}
    if not isinstance(module, torch.nn.Module):
        return {"not_a_module": type(module).__name__[:80]}
    parameters = dict(module.named_parameters())
    if "parameters" in observe:
        answer["parameters"] = {
            name: {"shape": list(p.shape), "requires_grad": p.requires_grad, "zero": not bool(p.any())}
            for name, p in parameters.items()
        }
    if "fresh" in observe:
        answer["fresh"] = [describe(m.weight) for m in (module, module_class(*arguments))]
    with torch.no_grad():
        for name, spec in case.get("state", {}).items():
            value = build(spec)
            parameter = getattr(module, name)
            # as often as there is room, if it is of another size: what comes of that is the student's own doing
            parameter.copy_(value.flatten()[torch.arange(parameter.numel()) % value.numel()].reshape(parameter.shape))
    if {"result", "again", "gradients"} & set(observe):
        image = build(case["image"])
        result = module(image)
        if "result" in observe:
            answer["result"] = describe(result)
        if "again" in observe:
            answer["again"] = [describe(result), describe(module(image))]
        if "gradients" in observe:
            leaves = [parameters[name] for name in sorted(case["state"]) if name in parameters]
            answer["gradients"] = _gradients(result, leaves, case["cotangent"])
    return answer


def _gradients(result: object, leaves: "Sequence[torch.Tensor]", cotangent: "Plain") -> "list[Plain] | dict[str, Any]":
    """Return the gradient of sum(result * cotangent) for each leaf, None for one that got no gradient.

    A result of another shape gets another cotangent: its gradients are not the right ones, but may be those of a
    known mistake.  `{"cut": True}` says that the result knows nothing of the leaves; `{"raised": ...}` that going back
    failed.
    """
    import torch

    weights = build(cotangent)
    if not isinstance(result, torch.Tensor) or not result.requires_grad:
        return {"cut": True}
    if result.shape != weights.shape:
        weights = (torch.arange(result.numel()) % 7 - 3.0).reshape(result.shape)
    try:
        # result.backward(weights) is the same, and imports symbolic algebra for half a second
        (result * weights.to(result.dtype)).sum().backward()
    except Exception as error:
        return {"raised": _describe_error(error)}
    return [describe(leaf.grad) for leaf in leaves]


def _describe_error(error: BaseException) -> "Raised":
    """Return type, text and the last line of the student's own code that led to `error`.

    "refused" says that this line raised it by a `raise` or an `assert` of its own: a decision, not an accident.
    """
    line, code, last = "", "", None
    in_notebook, function = False, None
    for frame, number in traceback.walk_tb(error.__traceback__):
        filename = frame.f_code.co_filename
        last = None
        if filename == __file__ or "site-packages" in filename or "<probe" in filename or _is_given(frame):
            continue
        here = frame.f_globals.get("__name__") == "__main__"
        if here or not in_notebook:  # what a module of Python's raises is blamed on the line that called it
            in_notebook = in_notebook or here
            last = linecache.getline(filename, number).strip()
            if function is None or frame.f_code.co_name[0] != "<" or function.f_code.co_filename != filename:
                function = frame  # a comprehension belongs to the function that it stands in
            if last:
                line, code = last, _lines_before(function, filename, number)
    return {
        "type": type(error).__name__[:80],
        "bases": [base.__name__[:80] for base in type(error).__mro__][:12],
        "refused": bool(last and re.search(r"\b(raise|assert)\b", last)),
        "text": _text_of(error),
        "line": line[:200],
        "code": code,
    }


def _lines_before(frame: types.FrameType, filename: str, number: int) -> str:
    """Return what the failing line's function says before it."""
    first = max(frame.f_code.co_firstlineno, number - MOST_LINES)
    return "".join(linecache.getline(filename, n) for n in range(first, number))[:MOST_CHARACTERS]


def _is_given(frame: types.FrameType) -> bool:
    """Does this frame run code that the course gives, as `course.corr2d`?"""
    name = frame.f_globals.get("__name__") or ""
    return name == "given" or str(name).split(".")[0] == "course"


def _text_of(error: BaseException) -> str:
    try:
        # with Python's own "Did you mean", which `str` leaves out
        told = traceback.TracebackException(type(error), error, error.__traceback__, limit=0, lookup_lines=False)
        text = str(error) if isinstance(error, SyntaxError) else str(told)
        text = text[:MOST_TEXT]
    except Exception:
        return ""
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)  # no terminal escapes


@contextlib.contextmanager
def _time_limit(seconds: float | None, patience: int) -> Iterator[None]:
    """Raise `OutOfTime` in the main thread after `seconds`; elsewhere, or with None, do nothing.

    When it rings and less than half of the time was spent in this process, it rings again later, `patience` times.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return

    rings = itertools.count(1)
    begun = time.process_time() if patience > 1 else 0  # a notebook may have patched it: not while it is graded

    def ring(*_: object) -> None:
        if next(rings) < patience and time.process_time() - begun < seconds / 2:
            signal.setitimer(signal.ITIMER_REAL, seconds)
            return
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


_kept = False  # are we inside of `random_numbers_kept`?


@contextlib.contextmanager
def random_numbers_kept() -> Iterator[None]:
    """Leave random numbers as they were; around many cases once for all, because NumPy's take longer than a case."""
    import numpy as np
    import torch

    global _kept
    if _kept:
        yield
        return
    states = random.getstate(), np.random.get_state(), torch.get_rng_state()
    _kept = True
    try:
        yield
    finally:
        _kept = False
        random.setstate(states[0])
        np.random.set_state(states[1])
        torch.set_rng_state(states[2])


@contextlib.contextmanager
def _usual_modes() -> Iterator[None]:
    """Call the object in torch's usual modes and leave them as they were.

    Random numbers are seeded, so that grading twice gives the same grade.
    Deterministic mode makes `torch.empty` NaN, so that an accumulator that was never zeroed fails every time
    instead of now and then.  Source: `torch.utils.deterministic.fill_uninitialized_memory`.
    """
    import warnings

    import numpy as np
    import torch

    modes = torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled()
    # torch.use_deterministic_algorithms does this and, for one setting of its compiler's, a second of imports
    set_deterministic = torch._C._set_deterministic_algorithms
    dtype = torch.get_default_dtype()
    # of a GPU at home, say; being in this context makes each call of torch's slower, so only where it is needed
    at_home = torch.device("cpu") if torch.get_default_device().type != "cpu" else contextlib.nullcontext()
    try:
        with warnings.catch_warnings(), torch.inference_mode(False), torch.enable_grad(), at_home:
            warnings.simplefilter("ignore")
            set_deterministic(True, warn_only=True)
            torch.set_default_dtype(torch.float32)  # inputs are float32, so layers made for them have to be, too
            random.seed(0)
            np.random.seed(0)
            torch.default_generator.manual_seed(0)  # torch.manual_seed also asks each kind of GPU: 2 ms
            yield
    finally:
        torch.set_default_dtype(dtype)
        set_deterministic(modes[0], warn_only=modes[1])
