"""The helper package of the course on convolutions: what the notebooks import.

>>> from course import check, explorers, figures, images, reveal
"""

import importlib
from types import ModuleType

from course.check import CheckFailed, check
from course.given import corr2d
from course.release import release
from course.reveal import reveal

__version__ = "1.1.0"  # of the wheel, and of every released notebook
__all__ = ["CheckFailed", "check", "corr2d", "explorers", "figures", "images", "release", "reveal"]


def __getattr__(name: str) -> ModuleType:
    # widgets and figures load when first used, so that `import course` stays quick
    if name in ("explorers", "figures", "images"):
        return importlib.import_module(f"course.{name}")
    raise AttributeError(f"module 'course' has no attribute {name!r}; it has {', '.join(__all__)}")
