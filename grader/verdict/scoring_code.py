"""Score code: the answers to hidden cases, facet by facet, with the mistake behind those that are lost."""

from collections.abc import Iterable, Sequence

from course.checking.compare import Verdict
from course.checking.data import AnswerData, CaseData, MistakeData, PackEntry, SubmissionData
from course.checking.diagnose import explain
from course.checking.facets import case_verdicts, facet_verdicts
from course.checking.feedback import Shown
from course.checking.helping import Help, help_with
from course.checking.slips import Slip
from grader.verdict.grade import FacetResult, TaskGrade, earned, facet_result
from grader.verdict.wording import without_sizes


def grade_code(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    """Run through public and hidden cases; of the student's own and the given earlier functions the better counts."""
    variants, facets_of = [], []
    for answers in (submission.get("own"), submission.get("given")):
        if answers is not None:
            variants.append(case_verdicts(hidden, answers))
            facets_of.append(facet_verdicts(hidden, answers, variants[-1], without_sizes))
    if not variants:  # stopped before the hidden cases
        variants = [case_verdicts(hidden, [])]
        facets_of = [facet_verdicts(hidden, [], variants[0])]
    public_answers = _padded(submission.get("public") or [], public["cases"])
    shown = case_verdicts(public, public_answers)
    facets = []
    for facet in hidden["facets"]:
        best = max((found[facet["name"]] for found in facets_of), key=lambda verdict: verdict.passed)
        facets.append(facet_result(facet, best))
    unwritten = _unwritten(submission, hidden)
    if unwritten:
        return earned(name, hidden, facets, note=submission.get("note") or unwritten)
    lost = not all(facet.passed for facet in facets)
    helped = _help(public, public_answers, shown) if lost else None
    mistakes = _explanations(submission, public, public_answers, shown, hidden, variants, facets, facets_of)
    found = [Slip(mistake["name"], mistake["hint"]) for mistake in mistakes]
    if helped and helped.slip and not found:
        found = [helped.slip]
    note = " ".join(filter(None, [submission.get("note"), helped.message if helped else ""]))
    return earned(name, hidden, facets, found, note, _public_report(public, public_answers, shown))


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
