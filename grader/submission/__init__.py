"""Takes one student's work from what was handed in to its grades, with the evidence behind them.

Knows no other student and writes no gradebook.
"""

from grader.submission.grading import grade_notebook

__all__ = ["grade_notebook"]
