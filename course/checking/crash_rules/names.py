"""A name or an attribute that Python does not find."""

import math
import re

from course.checking.crash_rules.rule import Crash, Entry, says
from course.checking.names import missing_attribute, missing_name
from course.checking.slips import Slip


def _missing_attribute(found: re.Match, crash: Crash) -> Slip | None:
    kind, attribute, meant = found.groups()
    said = missing_attribute(kind, attribute, meant, crash.line)
    return Slip(*said) if said else None


def _missing_function(found: re.Match, crash: Crash) -> Slip:
    module, name, meant = found.groups()
    if meant:
        return Slip("unknown_function", f"`{module}` has no `{name}`. Is `{meant}` meant?")
    if hasattr(math, name):
        return Slip(
            "unknown_function", f"`{module}` has no `{name}`, but Python has: `import math`, then `math.{name}`."
        )
    return Slip("unknown_function", f"`{module}` has no `{name}`. Is it misspelt?")


RULES: tuple[Entry, ...] = (
    ("NameError UnboundLocalError", r"name '(\w+)' is not defined", lambda f, c: Slip(*missing_name(f[1], c.seen))),
    (
        "UnboundLocalError",
        r"local variable '(\w+)'",
        says(
            "used_before_assigned",
            "`{0}` has no value in this function when this line reads it. Does it get one only later, in this line "
            "itself (`+=`), or in a branch or a loop that was not entered? What has the same name outside is not seen.",
        ),
    ),
    (
        "TypeError",
        r"exceptions must derive from BaseException",
        ("raises_no_exception", '`raise` takes an exception, as in `raise ValueError("...")`.'),
    ),
    ("AttributeError", r"'(\w+)' object has no attribute '(\w+)'(?:\. Did you mean: '(\w+)')?", _missing_attribute),
    ("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'(?:\. Did you mean: '(\w+)')?", _missing_function),
)
