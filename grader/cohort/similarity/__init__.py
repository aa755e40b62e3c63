"""Which answers of a class are alike beyond what task, stub or lesson force: a reason to look, no verdict.

Reads what was handed in and runs nothing.
"""

from grader.cohort.similarity.page import html_page
from grader.cohort.similarity.ranking import WARNING, Alike, AlikeTask, Comparison, similar_answers
from grader.cohort.similarity.words import as_json, in_words

__all__ = ["WARNING", "Alike", "AlikeTask", "Comparison", "as_json", "html_page", "in_words", "similar_answers"]
