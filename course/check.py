"""The graded cells' one line: run the public cases, show what differs, name the mistake, and raise.

`check` says "public checks passed", never "all": the hidden ones are run by the grader.
"""

import os
import textwrap
from collections.abc import Sequence

from course.checking import earlier, feedback
from course.checking.compare import Verdict
from course.checking.data import AnswerData, PackEntry
from course.checking.diagnose import explain
from course.checking.facets import case_verdicts, facet_verdicts
from course.checking.form import form_of_test, form_of_value
from course.checking.helping import Help, help_with
from course.checking.measure import WITHOUT_ARGUMENTS, describe, measure, random_numbers_kept
from course.checking.packs import public_task
from course.checking.plain import name_of
from course.release import misfit

SECONDS = 10  # for one public case; the slowest right answer needs about 0.01
SECONDS_LEFT = 1  # for each further one, once one did not come to an end
PATIENCE = 6  # times that, while a class that validates at once shares the processors
COLUMNS = 80  # of a message: what JupyterLab shows in a window of 1100 pixels; Validate's dialog cuts longer lines off


class CheckFailed(Exception):
    """A public check failed: shown without a stack trace, because the mistake is not in our code.

    In a notebook the block above has said it all, so that one line is enough; Validate shows nothing but this.
    """

    def __init__(self, message: str, short: str = ""):
        super().__init__(message)
        self.short = short or message

    def _render_traceback_(self) -> list[str]:
        told = str(self) if os.environ.get("NBGRADER_EXECUTION") == "validate" else self.short
        lines = f"CheckFailed: {told}".splitlines()
        return ["\n".join(textwrap.fill(line, COLUMNS, break_long_words=False) for line in lines)]


def check(name: str, candidate: object) -> None:
    """Check `candidate`, the object that task `name` asks for, on the public cases.

    Displays what is wrong, with input, expected and actual output of one case side by side.  For tasks that ask for a
    value or a test, only the form is looked at: the answer itself is graded later.

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
        verdict = form_of_value(describe(candidate), task["form"], task.get("aliases", {}))
        _check_form(name, task, "value", verdict)


def _check_code(name: str, candidate: object, task: PackEntry) -> None:
    if not callable(candidate):
        wanted = "a class" if task["kind"] == "module" else "a function"
        raise CheckFailed(f"{name} is {name_of(describe(candidate))}, expected {wanted}.")
    answers = _answers(candidate, task)
    verdicts = case_verdicts(task, answers)
    if all(verdict.passed for verdict in verdicts):
        _say_passed(name, task, f"{name}: all {len(verdicts)} public checks passed.")
        return
    told = [answer for answer in answers if "result" in answer or "raised" in answer]  # not every case looks at it
    if told and all("raised" not in answer and answer["result"] is None for answer in told):
        raise CheckFailed(f"{name} returned None: is it written yet, and is there a `return`?")
    if "corr2d" in task["needs"] and earlier.uses(candidate, "corr2d"):
        from course.given import corr2d

        with earlier.replaced(candidate, "corr2d", corr2d):
            answers_with_given = _answers(candidate, task)
        if all(verdict.passed for verdict in case_verdicts(task, answers_with_given)):
            section = public_task("corr2d")["read"]
            fault = f"The mistake is in your `corr2d`, section {section}: with the given one in its place all is right."
            _say_passed(name, task, f"{name}: this is right.", fault)
            return
        # what is wrong with the given one, too, is this task's own mistake
        answers, verdicts = answers_with_given, case_verdicts(task, answers_with_given)
    _say_failed(name, task, answers, verdicts, _broken_before(candidate, task))


def _answers(candidate: object, task: PackEntry) -> list[AnswerData]:
    answers: list[AnswerData] = []
    seconds = SECONDS
    with random_numbers_kept():
        for case in task["cases"]:
            answers.append(measure(candidate, case, seconds, PATIENCE))
            if answers[-1].get("raised", {}).get("type") == "OutOfTime":
                seconds = SECONDS_LEFT  # nobody waits that long for each of twenty cases
    return answers


def _broken_before(candidate: object, task: PackEntry) -> str:
    """Return the name of an earlier function of the student's that this one uses and that fails its own check."""
    names = earlier.names_of(candidate)
    for needed in task["needs"]:
        function = names.get(needed)
        if needed != "corr2d" and callable(function) and earlier.uses(candidate, needed):
            pack = public_task(needed)
            if not all(verdict.passed for verdict in case_verdicts(pack, _answers(function, pack))):
                return needed
    return ""


def _say_passed(name: str, task: PackEntry, headline: str, fault: str = "") -> None:
    facets = feedback.facet_list([(True, facet["says"], "") for facet in task["facets"]])
    text = "Hidden cases of the same kinds are run when your work is graded."
    parts = [feedback.paragraph("But:", fault), facets, feedback.paragraph("Next:", text)]
    _display(feedback.block(headline, *parts, good=True), f"{headline} {fault}".strip())


def _say_failed(
    name: str, task: PackEntry, answers: Sequence[AnswerData], verdicts: list[Verdict], broken: str
) -> None:
    failed = {index for index, verdict in enumerate(verdicts) if not verdict.passed}
    told = help_with(task, answers, verdicts) or Help(min(failed), task["cases"][min(failed)]["name"])
    mistakes = [] if broken else explain(answers, task, failed)
    reasons = [mistake["hint"] for mistake in mistakes] or ([told.slip.hint] if told.slip else [])
    if broken:
        reasons = [f"`{broken}`, which this builds on, fails its own check. Mend it first."]
    hint = " ".join(reasons)
    case, verdict = task["cases"][told.case], verdicts[told.case]
    item: feedback.Shown = {
        "case": case,
        "expected": task["expected"][told.case],
        "answer": answers[told.case],
        "verdict": verdict,
    }
    found = facet_verdicts(task, answers, verdicts)
    facets = [(found[f["name"]].passed, f["says"], found[f["name"]].reason) for f in task["facets"]]
    headline = f"{name}: {len(failed)} of {len(verdicts)} public checks failed."
    parts = [
        feedback.paragraph("Your code", told.does and f"{told.does}."),
        feedback.paragraph("The mistake:", hint),
        feedback.facet_list(facets),
        feedback.paragraph("For example:", case["name"]),
        feedback.public_case(item, said=bool(told.does)),
        feedback.paragraph("Read again:", f"section {public_task(broken)['read'] if broken else task['read']}"),
    ]
    seen = told.message or f"{case['name']}: {feedback.seen(item)}"
    message = f"{headline} {seen} {hint}".strip()
    _display(feedback.block(headline, *parts, good=False), message)
    raise CheckFailed(message, headline)


def _check_form(name: str, task: PackEntry, kind: str, verdict: Verdict) -> None:
    if not verdict.passed:
        raise CheckFailed(f"{name}: {verdict.reason}")
    text = f"{name}: your {kind} has the right form. Whether it is right will be graded after you submit."
    _display(feedback.block(text, good=True), text)


def _form_of_test(candidate: object, axes: dict[str, int]) -> Verdict:
    if not callable(candidate):
        return Verdict(False, f"expected a function without arguments, got {name_of(describe(candidate))}.")
    return form_of_test(measure(candidate, WITHOUT_ARGUMENTS, SECONDS), axes)


def _display(html: str, text: str) -> None:
    """Show HTML in a notebook, plain text elsewhere."""
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        print(text)
        return
    display({"text/html": html, "text/plain": text}, raw=True)
