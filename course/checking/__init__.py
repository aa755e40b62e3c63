"""Decides what an object does, whether that is right, which mistake it is: shared by `check` and the grader.

Knows no notebook, no nbgrader and no hidden case; answers are plain data, and no form of them stops it.  Its words are
those of its modules, because the sandbox takes the source of one of them alone.
"""

__all__ = [
    "compare",
    "crashes",
    "data",
    "diagnose",
    "earlier",
    "facets",
    "feedback",
    "form",
    "helping",
    "measure",
    "packs",
    "plain",
    "relations",
    "slips",
]
