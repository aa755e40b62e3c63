"""Says what a class understood: its figures, the page that shows them, one student's page, the same in words.

Reads the gradebook and the evidence; runs nothing, and knows no notebook but for what was written in it.
"""

from grader.cohort.report.class_page import class_page
from grader.cohort.report.facts import NoReport, class_facts, facts_of
from grader.cohort.report.figures import class_report
from grader.cohort.report.student_page import student_page, student_report
from grader.cohort.report.words import in_words, student_in_words

__all__ = [
    "NoReport",
    "class_facts",
    "class_page",
    "class_report",
    "facts_of",
    "in_words",
    "student_in_words",
    "student_page",
    "student_report",
]
