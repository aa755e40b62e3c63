"""What leaves the house: release, export, the search for leaks, and JupyterLab as a student sees it.

Grades nothing.  Its words are those of its modules, each a command of its own.
"""

__all__ = ["export", "gradescope", "lab", "release", "secrets"]
