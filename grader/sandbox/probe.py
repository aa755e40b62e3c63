"""Runs inside the grading kernel, next to the student's code: keeps objects, calls them, returns plain data.

Its source and that of `course.checking.measure` before it make one module there, the import of that module left
out; it never sees an expected output.
"""

import difflib
import json
import time
import types

# left out where this source follows that of `course.checking.measure`
from course.checking.measure import describe, measure, random_numbers_kept

NAME = "_convolutions_probe"  # of its module in a kernel
MOST_CHARACTERS_SENT = 4_000_000  # quoted twice on the way, so about half of what one message may hold

kept = {}  # task name -> the object of the moment when its graded cell was reached


def keep(request):
    """Keep the object under `request["name"]` as it is now, and run its public cases.

    Returns JSON: {"missing", "near"} when there is no such name, else {"public": answers} for code,
    {"value": plain data} for values and tests.
    """
    request = json.loads(request)
    name, namespace = request["name"], _notebook()
    if name not in namespace:
        return json.dumps({"missing": True, "near": _near(name, namespace)})
    found = kept[name] = namespace[name]
    if request["kind"] == "value":
        return _dumps({"value": describe(found)})
    if request["kind"] == "test":
        case = {"how": "call", "args": [], "observe": ["result"]}
        answer = measure(found, case, request["seconds"])
        return _dumps({"value": answer if "raised" in answer else answer["result"]})
    return _dumps({"public": _measure_cases(found, request)})


def answer(request):
    """Call the kept object on hidden inputs; with "given" sources, in a notebook where those names are replaced.

    Returns JSON: a list of answers, one for each case, without the text of any exception.
    """
    request = json.loads(request)
    found, namespace = kept[request["name"]], _notebook()
    replaced = {}
    for name, source in request.get("given", {}).items():
        given = types.ModuleType("given")
        exec(compile(source, "<probe: given>", "exec"), given.__dict__)
        replaced[name] = (name in namespace, namespace.get(name))
        namespace[name] = getattr(given, name)
    try:
        answers = _measure_cases(found, request)
    finally:
        for name, (was_there, before) in replaced.items():
            if was_there:
                namespace[name] = before
            else:
                namespace.pop(name, None)
    for each in answers:
        _forget_text(each)
    return _dumps(answers)


def _measure_cases(found, request):
    """Measure case after case until the task's time is used up; what is left then counts as too slow."""
    deadline = time.monotonic() + request["task_seconds"]
    answers = []
    with random_numbers_kept():
        for case in request.get("cases", []):
            left = deadline - time.monotonic()
            if left <= 0:
                answers.append({"raised": {"type": "OutOfTime", "bases": [], "text": "", "line": ""}})
            else:
                answers.append(measure(found, case, min(request["seconds"], left)))
    return answers


def _forget_text(answer):
    """An exception raised on hidden inputs may quote them."""
    raised = [answer.get("raised")]
    if isinstance(answer.get("gradients"), dict):
        raised.append(answer["gradients"].get("raised"))
    for error in filter(None, raised):
        error.update(text="", line="", code="")


def _notebook():
    from IPython import get_ipython

    return get_ipython().user_ns


def _near(name, namespace):
    """Return a name that was probably meant, as `Conv2d` for `Conv2D`."""
    own = [key for key in namespace if not key.startswith("_")]
    alike = {key.lower().replace("_", ""): key for key in own if not isinstance(namespace[key], types.ModuleType)}
    close = difflib.get_close_matches(name.lower().replace("_", ""), alike, n=1, cutoff=0.85)
    return alike[close[0]] if close else None


def _dumps(value):
    text = json.dumps(value)
    return text if len(text) < MOST_CHARACTERS_SENT else json.dumps({"too_large": True})
