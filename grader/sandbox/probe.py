"""Runs inside the sandbox, next to the student's code: keeps objects, calls them, returns plain data.

Its source and that of `course.checking.measure` before it make one module there, the import of that module left
out; it never sees an expected output.
"""

import contextlib
import difflib
import dis
import functools
import json
import time
import types
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from IPython import get_ipython

# left out where this source follows that of `course.checking.measure`
from course.checking.measure import WITHOUT_ARGUMENTS, describe, measure, random_numbers_kept

if TYPE_CHECKING:
    from course.checking.data import AnswerData

NAME = "_convolutions_probe"  # of its module in a kernel
MOST_CHARACTERS_SENT = 4_000_000  # of the answers to one request

GIVEN = "course"  # the package that ships given versions: they are nobody's own work
NOT_THERE = object()

kept: dict[
    str, tuple[Any, dict[str, object]]
] = {}  # task name -> (the object of the moment when its graded cell was reached, all names of that moment)


def keep(request: dict[str, Any]) -> dict[str, Any]:
    """Keep the object under `request["name"]` as it is now, and run its public cases.

    Returns {"missing", "near"} when there is no such name, or {"missing", "given"} when it is the one that ships; else
    {"public": answers} for code, {"value": plain data} for values and tests.
    """
    name, namespace = request["name"], _notebook()
    if name not in namespace:
        return {"missing": True, "near": _near(name, namespace, request.get("others", ()))}
    found = namespace[name]
    if request["kind"] == "code" and _ships_with_the_course(found):
        return {"missing": True, "near": None, "given": True}
    kept[name] = found, dict(namespace)
    if request["kind"] == "value":
        return _bounded({"value": describe(found)})
    if request["kind"] == "test":
        answer = measure(found, WITHOUT_ARGUMENTS, request["seconds"])
        return _bounded({"value": answer if "raised" in answer else answer["result"]})
    return _bounded({"public": _measure_cases(found, request)})


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Call the kept object on hidden inputs; with "given" sources, in a notebook where those names are replaced.

    With "names": "moment" the names that the object uses are those of the moment when it was kept, with "final" those
    of the end.  Returns {"answers": one for each case, without the text of any exception, "rebound": names that
    differ}.
    """
    found, moment = kept[request["name"]]
    namespace = _notebook()
    rebound = _rebound(found, moment, namespace)
    replaced = {name: moment.get(name, NOT_THERE) for name in rebound} if request["names"] == "moment" else {}
    for name, source in request.get("given", {}).items():
        given = types.ModuleType("given")
        exec(compile(source, "<probe: given>", "exec"), given.__dict__)
        replaced[name] = getattr(given, name)
    with _names_replaced(namespace, replaced):
        answers = _measure_cases(found, request)
    for each in answers:
        _forget_text(each)
    return _bounded({"answers": answers, "rebound": sorted(rebound)[:20]})


@contextlib.contextmanager
def _names_replaced(namespace: dict[str, object], replaced: dict[str, object]) -> Iterator[None]:
    """Let names mean something else for a while; `NOT_THERE` stands for a name that is not defined."""
    before = {name: namespace.get(name, NOT_THERE) for name in replaced}
    _put(namespace, replaced)
    try:
        yield
    finally:
        _put(namespace, before)


def _put(namespace: dict[str, object], names: dict[str, object]) -> None:
    for name, thing in names.items():
        if thing is NOT_THERE:
            namespace.pop(name, None)
        else:
            namespace[name] = thing


def _rebound(found: object, moment: dict[str, object], final: dict[str, object]) -> set[str]:
    """Return the names that the object uses, itself or through the notebook's code, and that a later cell rebound."""
    names_of_both = {name for name in (*moment, *final) if type(name) is str}
    changed = {name for name in names_of_both if moment.get(name, NOT_THERE) is not final.get(name, NOT_THERE)}
    changed -= {name for name in changed if name.startswith("_") and name.strip("_i0123456789") == ""}  # IPython's own
    used: set[str] = set()
    waiting, seen = [found], set()
    while waiting and changed - used:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        waiting += _parts(thing)
        for name in _globals_of(thing):
            used.add(name)
            waiting += [names[name] for names in (moment, final) if name in names]
    return changed & used


def _parts(thing: object) -> list[object]:
    """Return what else an object of the notebook's own runs: a class its methods, a closure what it holds."""
    if isinstance(thing, functools.partial):
        return [thing.func]
    if isinstance(thing, types.MethodType):
        return [thing.__func__, thing.__self__]
    if isinstance(thing, types.FunctionType):
        cells = [cell.cell_contents for cell in thing.__closure__ or () if cell.cell_contents is not None]
        return [*cells, *(thing.__defaults__ or ()), getattr(thing, "__wrapped__", None)]
    if isinstance(thing, (staticmethod, classmethod)):
        return [thing.__func__]
    if isinstance(thing, property):
        return [thing.fget]
    if isinstance(thing, type):
        own = [base for base in thing.__mro__ if base.__module__ == "__main__"]
        return [value for base in own for value in vars(base).values()]
    if type(thing).__module__ == "__main__":
        return [type(thing), *vars(thing).values()] if hasattr(thing, "__dict__") else [type(thing)]
    return []


def _globals_of(thing: object) -> set[str]:
    """Return the global names that a function of the notebook reads, inner functions included."""
    if not isinstance(thing, types.FunctionType) or thing.__globals__ is not _notebook():
        return set()
    names, waiting = set(), [thing.__code__]
    while waiting:
        code = waiting.pop()
        names |= {step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
        waiting += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return names


def _measure_cases(found: object, request: dict[str, Any]) -> "list[AnswerData]":
    """Measure case after case until the task's time is used up; what is left then counts as too slow."""
    deadline = time.monotonic() + request["task_seconds"]
    answers: list[AnswerData] = []
    with random_numbers_kept():
        for case in request.get("cases", []):
            left = deadline - time.monotonic()
            if left <= 0:
                answers.append({"raised": {"type": "OutOfTime", "bases": [], "text": "", "line": ""}})
            else:
                answers.append(measure(found, case, min(request["seconds"], left)))
    return answers


def _forget_text(answer: "AnswerData") -> None:
    """An exception raised on hidden inputs may quote them."""
    gradients = answer.get("gradients")
    for error in (answer.get("raised"), gradients.get("raised") if isinstance(gradients, dict) else None):
        if error:
            error["text"] = error["line"] = error["code"] = ""


_shell: Any = get_ipython()  # there is one where this source is executed; a notebook may take IPython's word back


def _notebook() -> dict[str, Any]:
    """Return the notebook's names; what is no name, as `globals()[1] = 2` makes it, is nobody's answer."""
    return _shell.user_ns


def _near(name: str, namespace: dict[str, object], others: Collection[str]) -> str | None:
    """Return a name that was probably meant, as `Conv2d` for `Conv2D`; never one of the `others`, the other tasks'.

    >>> _near("corr2d_multi_in_out", {"corr2d_multi_in": print, "corr2d_multi_inout": print}, ["corr2d_multi_in"])
    'corr2d_multi_inout'
    """
    own = [key for key in namespace if type(key) is str and not key.startswith("_") and key not in others]
    own = [key for key in own if not _ships_with_the_course(namespace[key])]
    alike = {key.lower().replace("_", ""): key for key in own if not isinstance(namespace[key], types.ModuleType)}
    close = difflib.get_close_matches(name.lower().replace("_", ""), alike, n=1, cutoff=0.85)
    return alike[close[0]] if close else None


def _ships_with_the_course(thing: object) -> bool:
    """Does the course ship this object?  What it says of itself may raise anything at all."""
    try:
        return str(getattr(thing, "__module__", "")).split(".")[0] == GIVEN
    except Exception:
        return False


def _bounded(value: dict[str, Any]) -> dict[str, Any]:
    return value if len(json.dumps(value)) < MOST_CHARACTERS_SENT else {"too_large": True}
