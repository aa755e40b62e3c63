"""Score answers: compare plain data with hidden expected outputs, facet by facet, and name the mistake.

Pure: it starts no kernel and runs no student code.
"""

import builtins
import importlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, cast

from course.checking.compare import Verdict
from course.checking.crashes import explain_crash
from course.checking.data import (
    AnswerData,
    CaseData,
    FacetData,
    MistakeData,
    PackEntry,
    Plain,
    SubmissionData,
    TaskRecord,
)
from course.checking.diagnose import explain
from course.checking.facets import case_verdicts, facet_verdicts
from course.checking.feedback import Shown
from course.checking.helping import Help, help_with, in_words
from course.checking.slips import Slip
from grader.verdict.only_form import fault_of_form
from grader.verdict.values import describe_value, explain_value, other_keys, same_value

# what a hidden case's message may call an exception or a result: every other name is the student's own choice
KNOWN_NAMES = {name for name in dir(builtins) if isinstance(getattr(builtins, name), type)}
KNOWN_NAMES |= {
    "None",
    "...",
    "function",
    "method",
    "generator",
    "module",
    "OutOfTime",
    "OutOfMemoryError",
    "ShapeError",
}
KNOWN_NAMES |= {"LinAlgError", "Parameter", "tensor", "NumPy array", "text"}


@dataclass(frozen=True)
class FacetResult:
    """One facet: passed or not, and in words what was seen.  `message` never holds a hidden value."""

    name: str
    says: str
    weight: float
    passed: bool
    message: str = ""


@dataclass(frozen=True)
class TaskGrade:
    """What one task earns, and why."""

    task: str
    score: float
    max_score: float
    read: str
    facets: list[FacetResult] = field(default_factory=list)
    misconception: str | None = None
    hints: list[str] = field(default_factory=list)
    note: str = ""
    public: list[Shown] = field(default_factory=list)
    form: str = ""  # of a value or test: what is wrong with its form alone

    def as_json(self) -> dict[str, Any]:
        """Return the form that `python -m grader try --json` prints."""
        return {
            "task": self.task,
            "score": self.score,
            "max_score": self.max_score,
            "facets": [{"name": f.name, "passed": f.passed, "message": f.message} for f in self.facets],
            "misconception": self.misconception,
            "hints": self.hints,
            "note": self.note,
        }

    def as_record(self) -> TaskRecord:
        """Return everything, for the evidence."""
        return cast(TaskRecord, asdict(replace(self, public=[])))


def grade_task(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    """Return the `TaskGrade` for the task `name`, from its entries in the public and in the hidden pack.

    `submission` is what came out of the kernel for it; each list of answers in it fits the cases of the public or the
    hidden entry, with None for a case that was never answered.

    Raises:
        ValueError: it is a written answer, which a person marks.
    """
    if hidden["kind"] == "text":
        raise ValueError("a written answer is marked by a person")
    if submission.get("missing"):
        slip = explain_crash(submission["failed"]) if submission.get("failed") else None
        grade = _nothing(name, hidden, _missing(name, submission), slip)
    else:
        grade = _graded(name, submission, public, hidden)
    return replace(grade, form=fault_of_form(hidden["kind"], submission, public, grade.note))


def _graded(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    try:
        return _grade_kind(name, submission, public, hidden)
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        # answers are the student's data, so they may have any form at all; the class goes on
        return _nothing(name, hidden, f"What came back for `{name}` cannot be read ({type(error).__name__}).")


def all_right(answers: Sequence[AnswerData | None] | None, pack: PackEntry) -> bool:
    """Are these the right answers to every case of a pack entry?"""
    return all(verdict.passed for verdict in case_verdicts(pack, answers or []))


def _grade_kind(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    if hidden["kind"] == "value":
        return _grade_value(name, submission, hidden)
    if hidden["kind"] == "test":
        return _grade_test(name, submission, hidden)
    return _grade_code(name, submission, public, hidden)


def _missing(name: str, submission: SubmissionData) -> str:
    near = submission.get("near")
    if near:
        return f"There is no `{name}`, but there is a `{near}`: names are fixed, capital letters included."
    if submission.get("failed"):
        return f"The cell that defines it {in_words(submission['failed'])}."
    return submission.get("note") or f"There is no `{name}` in the notebook."


def _nothing(name: str, entry: PackEntry, note: str, slip: Slip | None = None) -> TaskGrade:
    not_reached = Verdict(False, "not reached")
    facets = [_facet_result(facet, not_reached) for facet in entry["facets"]]
    named: dict[str, Any] = {"misconception": slip.name, "hints": [slip.hint]} if slip else {}
    return TaskGrade(name, 0.0, entry["points"], entry["read"], facets, note=note, **named)


def _facet_result(facet: FacetData, verdict: Verdict) -> FacetResult:
    return FacetResult(facet["name"], facet["says"], facet["weight"], verdict.passed, verdict.reason)


# -- code --------------------------------------------------------------------------------------------------------


def _grade_code(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    """Run through public and hidden cases; of the student's own and the given earlier functions the better counts."""
    variants, facets_of = [], []
    for answers in (submission.get("own"), submission.get("given")):
        if answers is not None:
            variants.append(case_verdicts(hidden, answers))
            facets_of.append(facet_verdicts(hidden, answers, variants[-1], _without_sizes))
    if not variants:  # stopped before the hidden cases
        variants = [case_verdicts(hidden, [])]
        facets_of = [facet_verdicts(hidden, [], variants[0])]
    public_answers = _padded(submission.get("public") or [], public["cases"])
    shown = case_verdicts(public, public_answers)
    facets, passed_weight = [], 0.0
    for facet in hidden["facets"]:
        best = max((found[facet["name"]] for found in facets_of), key=lambda verdict: verdict.passed)
        facets.append(_facet_result(facet, best))
        passed_weight += facet["weight"] * best.passed
    unwritten = _unwritten(submission, hidden)
    helped = None if unwritten or passed_weight >= 1 else _help(public, public_answers, shown)
    found = (
        []
        if unwritten
        else _explanations(submission, public, public_answers, shown, hidden, variants, facets, facets_of)
    )
    hints = [(mistake["name"], mistake["hint"]) for mistake in found]
    if helped and helped.slip and not hints:
        hints = [(helped.slip.name, helped.slip.hint)]
    notes = [submission.get("note") or unwritten, helped.message if helped else ""]
    return TaskGrade(
        name,
        _points(hidden, passed_weight),
        hidden["points"],
        hidden["read"],
        facets,
        misconception=hints[0][0] if hints else None,
        hints=[hint for _, hint in hints],
        note=" ".join(note for note in notes if note),
        public=[] if unwritten else _public_report(public, public_answers, shown),
    )


def _help(public: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> Help | None:
    try:
        return help_with(public, answers, verdicts)
    except Exception:  # the answers are the student's data, so they may have any form at all
        return None


def _unwritten(submission: SubmissionData, hidden: PackEntry) -> str:
    """Return a note if the object always returns None, as an empty stub does, else an empty text."""
    own = [
        a for a, case in zip(submission.get("own") or [], hidden["cases"], strict=False) if "result" in case["observe"]
    ]
    if own and all(isinstance(answer, dict) and answer.get("result", 0) is None for answer in own):
        return "It always returns None: is it written yet, and is there a `return`?"
    return ""


def _padded(answers: list[AnswerData | None] | None, cases: Sequence[CaseData]) -> list[AnswerData | None]:
    answers = list(answers or [])[: len(cases)]
    return answers + [None] * (len(cases) - len(answers))


def _without_sizes(reason: str) -> str:
    """Say what was wrong without sizes, and without names that the student's code could have chosen.

    A class named after a hidden input, or a tensor with as many numbers, would carry that input into the feedback.

    >>> _without_sizes("returned a tensor of shape (12, 7), expected a number")
    'returned a tensor, expected a number'
    """
    if reason.startswith("returned shape"):
        return "the result has the wrong shape"
    if " has shape " in reason:
        return reason.split(" has shape ")[0] + " has the wrong shape"
    if reason.startswith("returned ") and ", expected " in reason:
        what, wanted = reason.removeprefix("returned ").rsplit(", expected ", 1)
        what = _only_kind(what)
        return f"returned {what if _is_known(what) else 'something else'}, expected {_only_kind(wanted)}"
    if reason.startswith("raised "):
        raised, *due = reason.removeprefix("raised ").rsplit(", expected ", 1)
        return ", expected ".join([f"raised {raised if _is_known(raised) else 'an exception of its own'}", *due])
    return reason


def _is_known(what: str) -> bool:
    return re.sub(r"^an? ", "", what) in KNOWN_NAMES


def _only_kind(wanted: str) -> str:
    return wanted.split(" of shape ")[0].split(" without axes")[0]


def _explanations(
    submission: SubmissionData,
    public: PackEntry,
    public_answers: list[AnswerData | None],
    shown: list[Verdict],
    hidden: PackEntry,
    variants: list[list[Verdict]],
    facets: list[FacetResult],
    facets_of: list[dict[str, Verdict]],
) -> list[MistakeData]:
    """Return the misconceptions behind the failed facets: found in the hidden cases, or in the public ones if alone.

    A facet that passes although its cases are wrong carries a mistake forward, so they have to be explained as well.
    """
    lost = {facet.name for facet in facets if not facet.passed}
    if not lost:
        return []
    # the given version isolates this task's own mistake from that of an earlier one
    for key in ("given", "own"):
        if submission.get(key) is None:
            continue
        answers = _padded(submission[key], hidden["cases"])
        which = 0 if key == "own" else -1
        carries = {name for name, verdict in facets_of[which].items() if verdict.passed}
        looked_at = [case["facet"] in lost | carries for case in hidden["cases"]]
        failed = {i for i, v in enumerate(variants[which]) if not v.passed and looked_at[i]}
        found = _safely_explain(answers, hidden, failed)
        if found:
            return found
    if any(submission.get(key) for key in ("given", "own")):
        return []  # what the few public cases suggest, the hidden ones have just denied
    failed = {i for i, verdict in enumerate(shown) if not verdict.passed}
    return _safely_explain(public_answers, public, failed)


def _safely_explain(answers: Sequence[AnswerData | None], pack: PackEntry, failed: Iterable[int]) -> list[MistakeData]:
    try:
        return explain(answers, pack, failed)
    except Exception:  # malformed answers explain nothing
        return []


def _public_report(public: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> list[Shown]:
    report: list[Shown] = []
    for case, expected, answer, verdict in zip(public["cases"], public["expected"], answers, verdicts, strict=True):
        report.append({"case": case, "expected": expected, "answer": answer, "verdict": verdict})
    return report


def _points(entry: PackEntry, passed_weight: float) -> float:
    return round(entry["points"] * min(passed_weight, 1.0), 6)


# -- values ------------------------------------------------------------------------------------------------------


def _entries(answer: Iterable[str], value: Plain, aliases: dict[str, str]) -> dict[str, Plain]:
    """Return {entry: plain data} of the student's value, an entry missing as None."""
    if list(answer) in ([], [""]):
        return {"": value}
    given = dict(value["dict"]) if isinstance(value, dict) and "dict" in value else {}
    given = {aliases.get(name, name): entry for name, entry in given.items()}
    return {name: given.get(name) for name in answer}


def _grade_value(name: str, submission: SubmissionData, hidden: PackEntry) -> TaskGrade:
    value, answer = submission.get("value"), hidden.get("answer", {})
    entries = _entries(answer, value, hidden.get("aliases", {}))
    verdicts = _judged(hidden, value) if "judge" in hidden else _compared(hidden, entries)
    facets = []
    for facet in hidden["facets"]:
        verdict = verdicts[facet["name"]]
        blank = not verdict.passed and _empty(entries.get(facet["name"], value))
        facets.append(_facet_result(facet, Verdict(False, "not filled in") if blank else verdict))
    wrong = [facet.name for facet in facets if not facet.passed]
    wrong = [""] if wrong and not answer else wrong
    found = other_keys(hidden, value, wrong)
    if not any(facet.message == "not filled in" for facet in facets):
        found = (
            explain_value(hidden, entries, wrong)
            or _advice(hidden, value, wrong)
            or describe_value(hidden, entries, wrong)
        )
    return _found_out(name, submission, hidden, facets, found)


def _found_out(
    name: str, submission: SubmissionData, hidden: PackEntry, facets: list[FacetResult], found: list[Slip]
) -> TaskGrade:
    """Return the grade of a value or a test: what its facets earn, and what is behind those that are lost."""
    return TaskGrade(
        name,
        _points(hidden, sum(facet.weight for facet in facets if facet.passed)),
        hidden["points"],
        hidden["read"],
        facets,
        misconception=found[0].name if found else None,
        hints=[slip.hint for slip in found],
        note=submission.get("note", ""),
    )


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


# -- tests written by the student --------------------------------------------------------------------------------


def _grade_test(name: str, submission: SubmissionData, hidden: PackEntry) -> TaskGrade:
    answer = submission.get("value")
    if isinstance(answer, dict) and "raised" in answer:
        # it is called without arguments, so there is nothing hidden that its exception could carry
        raised = answer["raised"]
        return _nothing(name, hidden, f"`{name}()` {in_words(raised)}.", explain_crash(raised))
    verdicts = _judged(hidden, answer)
    facets = [_facet_result(facet, verdicts[facet["name"]]) for facet in hidden["facets"]]
    found = _advice(hidden, answer, [facet.name for facet in facets if not facet.passed])
    return _found_out(name, submission, hidden, facets, found)
