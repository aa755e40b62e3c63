"""The feedback block of one graded task: for the notebook, formgrader and the feedback page."""

from course.checking import feedback
from grader.verdict.grade import TaskGrade


def feedback_block(grade: TaskGrade) -> str:
    """Return HTML: score, facets, the recognised mistake, where to read again, and the first wrong public case."""
    facets = [(facet.passed, facet.says, facet.message) for facet in grade.facets]
    wrong = next((item for item in grade.public if not item["verdict"].passed), None)
    full = grade.score >= grade.max_score
    return feedback.block(
        f"{grade.task}: {grade.score:g} of {grade.max_score:g} points",
        feedback.paragraph("Note:", grade.note),
        feedback.facet_list(facets),
        feedback.paragraph("The mistake:", " ".join(grade.hints)),
        feedback.paragraph("For example:", wrong["case"]["name"]) if wrong else "",
        _public_case(wrong),
        "" if full else feedback.paragraph("Read again:", f"section {grade.read}"),
        good=full,
    )


def _public_case(item: feedback.Shown | None) -> str:
    if item is None:
        return ""
    try:
        return feedback.public_case(item)
    except Exception:  # the answer is the student's data, so it may have any form at all
        return ""
