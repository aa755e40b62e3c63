"""Decides whether an answer to a value or test task has the form that is asked for, right or wrong.

Knows only what the public pack says of the form; `check` says it in the notebook, the grader before the due date.
"""

from collections.abc import Sequence

from course.checking.compare import Verdict
from course.checking.crashes import explain_crash
from course.checking.data import AnswerData
from course.checking.helping import in_words
from course.checking.plain import Plain, kind_of, name_of, to_array


def form_of_value(plain: Plain, form: dict[str, Plain], aliases: dict[str, str]) -> Verdict:
    """Return whether a value has its form; `form` is {entry: shape, or None for no numbers}, {"": shape} for one value.

    >>> form_of_value(None, {"": []}, {}).reason
    'the value is not filled in yet.'
    """
    if list(form) == [""]:
        return _form_of_entry("the value", plain, form[""])
    if not isinstance(plain, dict) or "dict" not in plain:
        return Verdict(False, f"expected a dict with the keys {', '.join(form)}, got {name_of(plain)}.")
    given = {aliases.get(key, key): entry for key, entry in plain["dict"]}
    for key, shape in form.items():
        verdict = _form_of_entry(f"the entry {key!r}", given.get(key), shape)
        if not verdict.passed:
            return verdict
    return Verdict(True)


def _form_of_entry(what: str, plain: Plain, shape: Plain) -> Verdict:
    if plain is None or _has_gaps(plain):
        return Verdict(False, f"{what} is not filled in yet.")
    if isinstance(shape, list):
        array = to_array(plain)
        if array is None or not _fits(array.shape, shape):
            wanted = f"numbers of shape {tuple(shape)}" if shape else "one number"
            return Verdict(False, f"{what} should be {wanted}, got {name_of(plain)}.")
    return Verdict(True)


def _fits(shape: Sequence[int], wanted: Sequence[int]) -> bool:
    return [n for n in shape if n != 1] == [n for n in wanted if n != 1]


def _has_gaps(plain: Plain) -> bool:
    """Is anything still None or `...`?"""
    if plain is None:
        return True
    if isinstance(plain, dict):
        kind, content = next(iter(plain.items()))
        if kind == "other":
            return content == "..."
        if kind in ("list", "tuple"):
            return any(_has_gaps(item) for item in content)
        if kind == "dict":
            return any(_has_gaps(item) for _, item in content)
    return False


def form_of_test(answer: AnswerData, axes: dict[str, int]) -> Verdict:
    """Return whether a test, called without arguments, gave what is asked for: X and K with so many axes each.

    `answer` is {"result": plain} or {"raised": {"type", "text"}}.
    """
    if "raised" in answer:
        slip = explain_crash(answer["raised"])
        return Verdict(False, f"calling it {in_words(answer['raised'])}. {slip.hint if slip else ''}".strip())
    plain = answer["result"]
    if plain is None:
        return Verdict(False, "it returned None: is it written yet, and is there a `return`?")
    items = next(iter(plain.values())) if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or items is None or next(iter(plain)) not in ("tuple", "list") or len(items) != 2:
        return Verdict(False, f"expected two tensors, `return X, K`, got {name_of(plain)}.")
    shapes = []
    for name, item in zip("XK", items, strict=True):
        array = to_array(item)
        if array is None or array.ndim != axes[name] or kind_of(item) not in ("tensor", "ndarray"):
            return Verdict(False, f"{name} should be a tensor with {axes[name]} axes, got {name_of(item)}.")
        shapes.append(array.shape)
    if any(k > n for n, k in zip(*shapes, strict=True)):
        return Verdict(False, f"a kernel of {shapes[1]} does not fit in an image of {shapes[0]}.")
    return Verdict(True)
