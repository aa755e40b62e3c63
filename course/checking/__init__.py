"""Decides what an object does, whether that is right, and which mistake it is: shared by `check` and the grader.

Knows no notebook, no nbgrader and no hidden case; answers are plain data, and no form of them stops it.
"""
