"""The usual first slips that raise: for each the exception, its message, and what makes the hint true.

A rule is one entry of `RULES` in the module that it is about: the types of exception, a pattern of the message, and
(name, hint), or a function that may look at the line and decline.  Modules are asked in the order below, their rules
from the top; the first that fits speaks.  A row in `tests/course/checking/test_crash_rules.py` holds it to that.
"""

from course.checking.crash_rules import calls, conv2d, gradients, layers, names, sizes, windows
from course.checking.crash_rules.rule import Crash, Entry

__all__ = ["RULES", "Crash"]

RULES: tuple[Entry, ...] = (
    *layers.RULES,
    *names.RULES,
    *gradients.RULES,
    *windows.RULES,
    *conv2d.RULES,
    *sizes.RULES,
    *calls.RULES,
)
