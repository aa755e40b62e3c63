"""The graded cells' one line: run the public cases, show what differs, name the mistake, and raise.

`check` says "public checks passed", never "all": the hidden ones are run by the grader.
"""

import textwrap

from course.checking import feedback
from course.checking.compare import Verdict, compare_answers, name_of, to_array
from course.checking.diagnose import explain
from course.checking.measure import describe, measure, random_numbers_kept
from course.checking.packs import public_task
from course.release import misfit

SECONDS = 10  # for one public case; the slowest right answer needs about 0.01
PATIENCE = 6  # times that, while a class that validates at once shares the processors
COLUMNS = 88  # of a message; Validate's dialog does not wrap lines, and cuts them off at its edge


class CheckFailed(Exception):
    """A public check failed.  Shows its message without a stack trace: the mistake is not in our code."""

    def _render_traceback_(self):
        lines = f"CheckFailed: {self}".splitlines()
        return ["\n".join(textwrap.fill(line, COLUMNS, break_long_words=False) for line in lines)]


def check(name, candidate):
    """Check `candidate`, the object that task `name` asks for, on the public cases.

    Displays input, expected and actual output of the first wrong case side by side.  For tasks that ask for a value
    or a test, only the form is looked at: the answer itself is graded later.

    Raises:
        CheckFailed: some public check fails, so that nbgrader's Validate sees it.
        KeyError: there is no task of that name.
    """
    if another := misfit():
        _display(feedback.block(another, good=False), another)
    task = public_task(name)
    if task["kind"] in ("code", "module"):
        _check_code(name, candidate, task)
    elif task["kind"] == "test":
        _check_form(name, task, "function", _form_of_test(candidate, task["form"]))
    else:
        _check_form(name, task, "value", _form_of_value(describe(candidate), task["form"]))


def _check_code(name, candidate, task):
    if not callable(candidate):
        raise CheckFailed(f"{name} is {name_of(describe(candidate))}, expected a function or a class.")
    cases, expected = task["cases"], task["expected"]
    with random_numbers_kept():
        answers = [measure(candidate, case, SECONDS, PATIENCE) for case in cases]
    verdicts = [compare_answers(a, e, c) for a, e, c in zip(answers, expected, cases, strict=True)]
    failed = {index for index, verdict in enumerate(verdicts) if not verdict.passed}
    facets = []
    for facet in task["facets"]:
        own = [i for i in range(len(cases)) if cases[i]["facet"] == facet["name"]]
        reason = next((verdicts[i].reason for i in own if i in failed), "")
        facets.append((not reason, facet["says"], reason))
    if not failed:
        text = "Hidden cases of the same kinds are run when your work is graded."
        headline = f"{name}: all {len(cases)} public checks passed."
        _display(
            feedback.block(headline, feedback.facet_list(facets), feedback.paragraph("Next:", text), good=True),
            headline,
        )
        return
    unwritten = all("raised" not in answer and answer.get("result") is None for answer in answers)
    if unwritten:
        raise CheckFailed(f"{name} returned None: is it written yet, and is there a `return`?")
    mistakes = explain(answers, task, failed)
    hint = " ".join(mistake["hint"] for mistake in mistakes)
    worst = min(failed)
    item = {"case": cases[worst], "expected": expected[worst], "answer": answers[worst], "verdict": verdicts[worst]}
    headline = f"{name}: {len(failed)} of {len(cases)} public checks failed."
    parts = [
        feedback.facet_list(facets),
        feedback.paragraph("The mistake:", hint),
        feedback.paragraph("For example:", cases[worst]["name"]),
        feedback.public_case(item),
        feedback.paragraph("Read again:", f"section {task['read']}"),
    ]
    message = f"{headline} {cases[worst]['name']}: {verdicts[worst].reason}. {hint}".strip()
    _display(feedback.block(headline, *parts, good=False), message)
    raise CheckFailed(message)


def _check_form(name, task, kind, verdict):
    if not verdict.passed:
        raise CheckFailed(f"{name}: {verdict.reason}")
    text = f"{name}: your {kind} has the right form. Whether it is right will be graded after you submit."
    _display(feedback.block(text, good=True), text)


def _form_of_value(plain, form):
    if list(form) == [""]:
        return _form_of_entry("the value", plain, form[""])
    if not isinstance(plain, dict) or "dict" not in plain:
        return Verdict(False, f"expected a dict with the keys {', '.join(form)}, got {name_of(plain)}.")
    given = dict(plain["dict"])
    for key, shape in form.items():
        verdict = _form_of_entry(f"the entry {key!r}", given.get(key), shape)
        if not verdict.passed:
            return verdict
    return Verdict(True)


def _form_of_entry(what, plain, shape):
    if plain is None or _has_gaps(plain):
        return Verdict(False, f"{what} is not filled in yet.")
    if isinstance(shape, list):
        array = to_array(plain)
        if array is None or not _fits(array.shape, shape):
            return Verdict(False, f"{what} should be numbers of shape {tuple(shape)}, got {name_of(plain)}.")
    return Verdict(True)


def _fits(shape, wanted):
    return [n for n in shape if n != 1] == [n for n in wanted if n != 1]


def _has_gaps(plain):
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


def _form_of_test(candidate, axes):
    if not callable(candidate):
        return Verdict(False, f"expected a function without arguments, got {name_of(describe(candidate))}.")
    answer = measure(candidate, {"how": "call", "args": [], "observe": ["result"]}, SECONDS)
    if "raised" in answer:
        raised = answer["raised"]
        return Verdict(False, f"calling it raised {raised['type']}: {raised['text']}")
    plain = answer["result"]
    if plain is None:
        return Verdict(False, "it returned None: is it written yet, and is there a `return`?")
    items = next(iter(plain.values())) if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or next(iter(plain)) not in ("tuple", "list") or len(items) != 2:
        return Verdict(False, f"expected two tensors, `return X, K`, got {name_of(plain)}.")
    arrays = [to_array(item) for item in items]
    for name, array, item in zip("XK", arrays, items, strict=True):
        if array is None or array.ndim != axes[name]:
            return Verdict(False, f"{name} should be a tensor with {axes[name]} axes, got {name_of(item)}.")
    if any(k > n for n, k in zip(arrays[0].shape, arrays[1].shape, strict=True)):
        return Verdict(False, f"a kernel of {arrays[1].shape} does not fit in an image of {arrays[0].shape}.")
    return Verdict(True)


def _display(html, text):
    """Show HTML in a notebook, plain text elsewhere."""
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        print(text)
        return
    display({"text/html": html, "text/plain": text}, raw=True)
