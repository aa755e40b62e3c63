"""Score code: the answers to hidden cases, facet by facet, with the mistake behind those that are lost."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from course.checking.compare import Verdict
from course.checking.data import AnswerData, CaseData, MistakeData, PackEntry, SubmissionData
from course.checking.diagnose import explain
from course.checking.facets import case_verdicts, facet_verdicts
from course.checking.feedback import Shown
from course.checking.helping import Help, help_with
from course.checking.slips import Slip
from grader.verdict.grade import TaskGrade, earned, facet_result
from grader.verdict.wording import without_sizes


class Tried(NamedTuple):
    """The hidden cases with the student's own earlier functions, or with the given ones: what came of them."""

    answers: list[AnswerData | None]
    verdicts: list[Verdict]
    facets: dict[str, Verdict]


def grade_code(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    """Run through public and hidden cases; of the student's own and the given earlier functions the better counts."""
    asked = {"own": submission.get("own"), "given": submission.get("given")}
    tried = {key: _tried(answers, hidden) for key, answers in asked.items() if answers is not None}
    facets_of = [one.facets for one in tried.values()] or [_tried([], hidden).facets]  # stopped before the hidden cases
    facets = []
    for facet in hidden["facets"]:
        best = max((found[facet["name"]] for found in facets_of), key=lambda verdict: verdict.passed)
        facets.append(facet_result(facet, best))
    unwritten = _unwritten(submission, hidden)
    if unwritten:
        return earned(name, hidden, facets, note=submission.get("note") or unwritten)
    public_answers = _padded(submission.get("public") or [], public["cases"])
    shown = case_verdicts(public, public_answers)
    report = _public_report(public, public_answers, shown)
    lost = {facet.name for facet in facets if not facet.passed}
    if not lost:
        return earned(name, hidden, facets, (), submission.get("note") or "", report)
    helped = _help(public, public_answers, shown)
    if any(one.answers for one in tried.values()):
        mistakes = _explanations(tried, hidden, lost)  # what the few public cases suggest, these may have denied
    else:
        mistakes = _safely_explain(public_answers, public, {i for i, verdict in enumerate(shown) if not verdict.passed})
    found = [Slip(mistake["name"], mistake["hint"]) for mistake in mistakes]
    if helped and helped.slip and not found:
        found = [helped.slip]
    note = " ".join(filter(None, [submission.get("note"), helped.message if helped else ""]))
    return earned(name, hidden, facets, found, note, report)


def _tried(answers: list[AnswerData | None], hidden: PackEntry) -> Tried:
    verdicts = case_verdicts(hidden, answers)
    return Tried(answers, verdicts, facet_verdicts(hidden, answers, verdicts, without_sizes))


def all_right(answers: Sequence[AnswerData | None] | None, pack: PackEntry) -> bool:
    """Are these the right answers to every case of a pack entry?"""
    return all(verdict.passed for verdict in case_verdicts(pack, answers or []))


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


def _explanations(tried: dict[str, Tried], hidden: PackEntry, lost: set[str]) -> list[MistakeData]:
    """Return the misconceptions behind the `lost` facets.

    A facet that passes although its cases are wrong carries a mistake forward, so they have to be explained as well.
    """
    for key in ("given", "own"):  # the given version isolates this task's own mistake from that of an earlier one
        if key in tried:
            answers, verdicts, facets = tried[key]
            looked_at = lost | {name for name, verdict in facets.items() if verdict.passed}
            cases = enumerate(zip(hidden["cases"], verdicts, strict=True))
            failed = {i for i, (case, verdict) in cases if not verdict.passed and case["facet"] in looked_at}
            if found := _safely_explain(_padded(answers, hidden["cases"]), hidden, failed):
                return found
    return []


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
