"""Say in words why code raised what it raised: by exception, message and line, of public cases only.

An exception of a hidden case could carry its inputs.  Where no rule fits, the exception's own message stands alone.
"""

import re

from course.checking.crash_rules import RULES, Crash
from course.checking.data import Raised
from course.checking.slips import Slip


def explain_crash(raised: Raised) -> Slip | None:
    """Return the slip behind an exception of a public case, or None where nothing certain can be said."""
    crash = Crash(*(str(raised.get(key, "")) for key in ("type", "text", "line", "code")))
    for kinds, pattern, rule in RULES:
        found = re.search(pattern, crash.text, re.IGNORECASE | re.DOTALL)
        if found and crash.kind in kinds.split():
            slip = rule(found, crash) if callable(rule) else Slip(*rule)
            if slip:
                return slip
    return None
