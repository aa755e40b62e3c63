"""Score answers: plain data beside hidden expected outputs, each kind of task in its own way.

Pure: it starts no kernel and runs no student code.
"""

from dataclasses import replace

from course.checking.crashes import explain_crash
from course.checking.data import PackEntry, SubmissionData
from course.checking.helping import in_words
from grader.verdict.grade import TaskGrade, nothing
from grader.verdict.only_form import fault_of_form
from grader.verdict.scoring_code import grade_code
from grader.verdict.scoring_values import grade_test, grade_value


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
        grade = nothing(name, hidden, _missing(name, submission), slip)
    else:
        grade = _graded(name, submission, public, hidden)
    return replace(grade, form=fault_of_form(hidden["kind"], submission, public, grade.note))


def _graded(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    try:
        return _grade_kind(name, submission, public, hidden)
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        # answers are the student's data, so they may have any form at all; the class goes on
        return nothing(name, hidden, f"What came back for `{name}` cannot be read ({type(error).__name__}).")


def _grade_kind(name: str, submission: SubmissionData, public: PackEntry, hidden: PackEntry) -> TaskGrade:
    if hidden["kind"] == "value":
        return grade_value(name, submission, hidden)
    if hidden["kind"] == "test":
        return grade_test(name, submission, hidden)
    return grade_code(name, submission, public, hidden)


def _missing(name: str, submission: SubmissionData) -> str:
    near = submission.get("near")
    if near:
        return f"There is no `{name}`, but there is a `{near}`: names are fixed, capital letters included."
    if submission.get("failed"):
        return f"The cell that defines it {in_words(submission['failed'])}."
    return submission.get("note") or f"There is no `{name}` in the notebook."
