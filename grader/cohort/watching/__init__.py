"""Answers submissions while the mistake is fresh: takes, grades and returns feedback as they arrive, within limits.

Decides when something is graded and what may be said of it before the due date; how it is graded it leaves to grading.
"""

from grader.cohort.watching.settings import Settings, Watch, settings_for
from grader.cohort.watching.watch import NotAnswered, watch

__all__ = ["NotAnswered", "Settings", "Watch", "settings_for", "watch"]
