"""Say in the form of Gradescope's `results.json` what a student's work earned: a test for each task.

Knows no file, and runs nothing.  Source: Gradescope's "Autograder Specifications", sections "Output format" and
"Controlling Test Case Visibility".
"""

from grader.submission.one_file import GradedFile
from grader.verdict.grade import TaskGrade

# What a student may try again and again before the due date must not say whether a prediction or a value is right:
# `check` says of these only that their form is.
SHOWN = {"code": "visible", "module": "visible", "text": "visible", "value": "after_due_date", "test": "after_due_date"}


def results(graded: GradedFile) -> dict[str, object]:
    """Return what `results.json` holds; written answers have neither score nor maximum, and are in no sum.

    Nobody sees the sum before the tests that wait for the due date: so the text for the whole does not hold it, either.
    """
    grades = {grade.task: grade for grade in graded.grades}
    told = graded.as_json()
    waits = "What is shown after the due date is graded already: predictions, values and test inputs."
    return {
        "score": told["score"],
        "output": "\n".join([*graded.oddities, *([waits] if "after_due_date" in _shown(graded) else [])]),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            _test(grades[name], SHOWN[kind]) if name in grades else _to_mark(name, graded.to_mark[name])
            for name, kind in graded.kinds.items()
        ],
        "extra_data": told | {"pack": graded.pack},
    }


def failed(said: str) -> dict[str, object]:
    """Return what `results.json` holds where nothing could be graded: why, and no score."""
    return {
        "output": f"This could not be graded, which is no fault of yours. Please tell your instructor:\n{said}",
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def _shown(graded: GradedFile) -> set[str]:
    return {SHOWN[kind] for kind in graded.kinds.values()}


def _test(grade: TaskGrade, visibility: str) -> dict[str, object]:
    full = grade.score >= grade.max_score
    lines = [
        f"{'passed ' if facet.passed else 'not yet'}  {facet.says}" + ("" if facet.passed else f" ({facet.message})")
        for facet in grade.facets
    ]
    said = [line for line in dict.fromkeys([grade.note, *grade.hints]) if line]
    read = [] if full else [f"Read again: section {grade.read}"]
    return {
        "name": grade.task,
        "score": round(grade.score, 6),
        "max_score": grade.max_score,
        "status": "passed" if full else "failed",
        "output": "\n".join([*lines, *said, *read]),
        "output_format": "text",
        "visibility": visibility,
    }


def _to_mark(name: str, points: float) -> dict[str, object]:
    return {
        "name": name,
        "output": f"A person marks this answer: {points:g} points, which are not in the score above.",
        "output_format": "text",
        "visibility": SHOWN["text"],
    }
