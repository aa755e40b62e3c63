"""Keeps the answers to the notebooks' predictions, so that none stands beside its question; none is graded.

One module for each notebook.  A name is used once in the whole course.
"""

import functools
import importlib

from course.predictions.answer import Answer

__all__ = ["Answer", "all_answers", "find_answer"]

LESSONS = ("cross_correlation", "edge_detection", "kernel_learning", "padding_and_stride", "channels", "matrices")


@functools.cache
def all_answers() -> dict[str, Answer]:
    """Return {name of the question: its answer}, in the order of the notebooks."""
    answers: dict[str, Answer] = {}
    for lesson in LESSONS:
        own = importlib.import_module(f"course.predictions.{lesson}").ANSWERS
        repeated = answers.keys() & own.keys()
        if repeated:
            raise ValueError(f"course.predictions.{lesson}: {', '.join(sorted(repeated))} is asked in two notebooks")
        answers |= own
    return answers


def find_answer(name: str) -> Answer | None:
    """Return the answer to one question, or None if nothing of that name is asked."""
    return all_answers().get(name)
