"""The referee: staff only, never in the student wheel.

Start reading at `submission/grading.py`: one notebook's way; each wing's `__init__` says what it decides.
"""

from grader import patches  # noqa: F401 - before what it is about is imported
