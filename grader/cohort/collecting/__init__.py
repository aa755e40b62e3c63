"""Brings a learning platform's download of one assignment into `submitted/`; guesses nothing, overwrites nothing.

Knows no grade and runs no code.
"""

from grader.cohort.collecting.collect import Collected, collect
from grader.cohort.collecting.parts import NothingToCollect

__all__ = ["Collected", "NothingToCollect", "collect"]
