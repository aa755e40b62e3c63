"""Score what a student found out: a value, entry by entry, or a test that is to expose a mistake."""

import importlib
from collections.abc import Iterable

from course.checking.compare import Verdict
from course.checking.crashes import explain_crash
from course.checking.data import PackEntry, Plain, SubmissionData
from course.checking.helping import in_words
from course.checking.slips import Slip
from grader.verdict.entry import same_value
from grader.verdict.grade import TaskGrade, earned, facet_result, nothing
from grader.verdict.value_mistakes import describe_value, explain_value, other_keys


def grade_value(name: str, submission: SubmissionData, hidden: PackEntry) -> TaskGrade:
    value, answer = submission.get("value"), hidden.get("answer", {})
    entries = _entries(answer, value, hidden.get("aliases", {}))
    verdicts = _judged(hidden, value) if "judge" in hidden else _compared(hidden, entries)
    facets = []
    for facet in hidden["facets"]:
        verdict = verdicts[facet["name"]]
        blank = not verdict.passed and _empty(entries.get(facet["name"], value))
        facets.append(facet_result(facet, Verdict(False, "not filled in") if blank else verdict))
    wrong = [facet.name for facet in facets if not facet.passed]
    wrong = [""] if wrong and not answer else wrong
    found = other_keys(hidden, value, wrong)
    if not any(facet.message == "not filled in" for facet in facets):
        found = (
            explain_value(hidden, entries, wrong)
            or _advice(hidden, value, wrong)
            or describe_value(hidden, entries, wrong)
        )
    return earned(name, hidden, facets, found, submission.get("note", ""))


def grade_test(name: str, submission: SubmissionData, hidden: PackEntry) -> TaskGrade:
    answer = submission.get("value")
    if isinstance(answer, dict) and "raised" in answer:
        # it is called without arguments, so there is nothing hidden that its exception could carry
        raised = answer["raised"]
        return nothing(name, hidden, f"`{name}()` {in_words(raised)}.", explain_crash(raised))
    verdicts = _judged(hidden, answer)
    facets = [facet_result(facet, verdicts[facet["name"]]) for facet in hidden["facets"]]
    found = _advice(hidden, answer, [facet.name for facet in facets if not facet.passed])
    return earned(name, hidden, facets, found, submission.get("note", ""))


def _entries(answer: Iterable[str], value: Plain, aliases: dict[str, str]) -> dict[str, Plain]:
    """Return {entry: plain data} of the student's value, an entry missing as None."""
    if list(answer) in ([], [""]):
        return {"": value}
    given = dict(value["dict"]) if isinstance(value, dict) and "dict" in value else {}
    given = {aliases.get(name, name): entry for name, entry in given.items()}
    return {name: given.get(name) for name in answer}


def _advice(hidden: PackEntry, plain: Plain, wrong: list[str]) -> list[Slip]:
    """Ask the task itself why a value or a test is wrong; it needs no torch for that."""
    if "advice" not in hidden or not wrong:
        return []
    advise = importlib.import_module(hidden["advice"]).TASK.advise
    try:
        said = advise(plain)
    except Exception:  # the value is the student's data, so it may have any form at all
        said = None
    return [Slip(*said)] if said else []


def _compared(hidden: PackEntry, entries: dict[str, Plain]) -> dict[str, Verdict]:
    verdicts = {}
    for name, wanted in hidden["answer"].items():
        try:
            verdicts[name] = same_value(entries[name], wanted, hidden["atol"])
        except Exception:  # the entry is the student's data, so it may have any form at all
            verdicts[name] = Verdict(False, "the value has an unexpected form")
    return verdicts


def _judged(hidden: PackEntry, plain: Plain) -> dict[str, Verdict]:
    """Ask the judge, who lives in the task's own module and needs no torch."""
    judge = importlib.import_module(hidden["judge"]).TASK.judge
    try:
        verdicts = judge(plain)
    except Exception:
        verdicts = {}
    unexpected = Verdict(False, "the value has an unexpected form")
    return {facet["name"]: verdicts.get(facet["name"], unexpected) for facet in hidden["facets"]}


def _empty(plain: Plain) -> bool:
    if isinstance(plain, dict) and "other" in plain:
        return plain["other"] == "..."
    if isinstance(plain, dict) and ("list" in plain or "tuple" in plain):
        return all(_empty(item) for item in next(iter(plain.values())))
    return plain is None
