"""Which answers of a class are alike beyond what the task, its stub and the lesson force: a reason to look, no verdict.

Reads what was handed in and runs nothing.
"""

from grader.cohort.similarity import page
from grader.cohort.similarity.ranking import WARNING, Alike, AlikeTask, Comparison, similar_answers

__all__ = ["WARNING", "Alike", "AlikeTask", "Comparison", "page", "similar_answers"]
