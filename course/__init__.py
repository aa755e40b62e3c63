"""The helper package of the course on convolutions: what the notebooks import.

>>> from course import check, explorers, figures, images, reveal
"""

import importlib

from course.check import CheckFailed, check
from course.given import corr2d
from course.reveal import reveal

__all__ = ["CheckFailed", "check", "corr2d", "explorers", "figures", "images", "reveal"]


def __getattr__(name):
    # widgets and figures load when first used, so that `import course` stays quick
    if name in ("explorers", "figures", "images"):
        return importlib.import_module(f"course.{name}")
    raise AttributeError(f"module 'course' has no attribute {name!r}; it has {', '.join(__all__)}")
