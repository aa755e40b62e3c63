"""Judge an input that a student chose to expose a bug: run it on the right, the planted and the sibling versions."""

import numpy as np
import torch

from course.checking.compare import Verdict, fair_tolerance, to_array

LARGEST = 64  # rows or columns; the broken loops are slow
MOST_CHANNELS = 4


def judge_exposing_case(right, planted, siblings):
    """Return a judge: plain data of one (X, K) in, {facet: Verdict} and the bugs not exposed out.

    The student's input is data by now, so the versions run here, outside the student's kernel.
    """

    def judge(plain):
        image, kernel, problem = _pair(plain)
        if problem:
            return {"planted": Verdict(False, problem), "siblings": Verdict(False, problem)}
        try:
            expected = right(image, kernel)
        except ValueError as error:
            verdict = Verdict(False, f"the right version refuses this input: {error}")
            return {"planted": verdict, "siblings": verdict}
        tolerance = fair_tolerance(image.tolist(), kernel.tolist())
        if not torch.isfinite(expected).all() or not tolerance < float("inf"):
            verdict = Verdict(False, "the numbers are too large: their products overflow")
            return {"planted": verdict, "siblings": verdict}
        verdicts = {}
        exposes = _differs(planted.made, image, kernel, expected, tolerance)
        same = "the broken loop gives the right result for this X and K: choose an image whose responses are not all 0"
        verdicts["planted"] = Verdict(exposes, "" if exposes else same)
        missed = sum(not _differs(s.made, image, kernel, expected, tolerance) for s in siblings)
        reason = "" if not missed else f"{missed} of {len(siblings)} other bugs still give the right result"
        verdicts["siblings"] = Verdict(not missed, reason)
        return verdicts

    return judge


def _pair(plain):
    """Return (X, K, None) as tensors, or (None, None, what is wrong)."""
    items = plain.get("tuple") or plain.get("list") if isinstance(plain, dict) else None
    if not items or len(items) != 2:
        return None, None, "return two tensors: `return X, K`"
    arrays = [to_array(item) for item in items]
    for name, array in zip(("X", "K"), arrays, strict=True):
        if array is None or array.ndim != 2:
            return None, None, f"{name} is not a 2-D tensor"
        if max(array.shape) > LARGEST or not array.size:
            return None, None, f"{name} has shape {array.shape}: between 1 and {LARGEST} rows and columns, please"
        if not np.isfinite(array).all():
            return None, None, f"{name} holds NaN or infinity, which differs from everything and so exposes nothing"
    return *(torch.as_tensor(array, dtype=torch.float64) for array in arrays), None


def _differs(version, image, kernel, expected, tolerance):
    try:
        result = version(image, kernel)
    except Exception:
        return True  # an error shows the bug as well as a wrong number does
    if result.shape != expected.shape:
        return True
    return not bool(((result - expected).abs() <= tolerance).all())


def judge_exposing_channels(right, planted, siblings):
    """Return a judge like `judge_exposing_case`, for X (c_in, rows, columns) and K (c_in, h, w)."""

    def judge(plain):
        image, kernels, problem = _pair_with_channels(plain)
        if not problem:
            try:
                expected = right(image, kernels)
            except ValueError as error:
                problem = f"the right version refuses this input: {error}"
        tolerance = 0.0 if problem else fair_tolerance(image.tolist(), kernels.tolist())
        if not problem and not (torch.isfinite(expected).all() and tolerance < float("inf")):
            problem = "the numbers are too large: their products overflow"
        if problem:
            return {"planted": Verdict(False, problem), "siblings": Verdict(False, problem)}
        exposes = _differs(planted.made, image, kernels, expected, tolerance)
        same = "the version of In [38] gives the right result for this X and K: what do the earlier channels add?"
        missed = sum(not _differs(s.made, image, kernels, expected, tolerance) for s in siblings)
        reason = "" if not missed else f"{missed} of {len(siblings)} other bugs still give the right result"
        return {
            "planted": Verdict(exposes, "" if exposes else same),
            "siblings": Verdict(not missed, reason),
        }

    return judge


def _pair_with_channels(plain):
    """Return (X, K, None) as 3-D tensors, or (None, None, what is wrong)."""
    items = plain.get("tuple") or plain.get("list") if isinstance(plain, dict) else None
    if not items or len(items) != 2:
        return None, None, "return two tensors: `return X, K`"
    arrays = [to_array(item) for item in items]
    for name, array in zip(("X", "K"), arrays, strict=True):
        if array is None or array.ndim != 3:
            return None, None, f"{name} is not a 3-D tensor (channels, rows, columns)"
        if max(array.shape[1:]) > LARGEST or array.shape[0] > MOST_CHANNELS or not array.size:
            limits = f"at most {MOST_CHANNELS} channels of {LARGEST} rows and columns"
            return None, None, f"{name} has shape {array.shape}: {limits}, please"
        if not np.isfinite(array).all():
            return None, None, f"{name} holds NaN or infinity, which differs from everything and so exposes nothing"
    return *(torch.as_tensor(array, dtype=torch.float64) for array in arrays), None
