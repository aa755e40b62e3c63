"""Says of an answer to a value or test task whether its form is right: all that may be said before the due date.

Looks at the public pack only, so that it cannot tell more than `check` does in the student's notebook.
"""

from typing import Any

from course.checking.data import PackEntry, SubmissionData
from course.checking.form import form_of_test, form_of_value

UNREADABLE = "what came back cannot be read."


def fault_of_form(kind: str, submission: SubmissionData, public: PackEntry, missing: str) -> str:
    """Return what is wrong with the form of an answer, or "" where nothing is, and for tasks of other kinds.

    `missing` says it of one that is not there.
    """
    if kind not in ("value", "test"):
        return ""
    value = submission.get("value")
    if submission.get("missing"):
        return missing
    try:
        if kind == "value":
            return form_of_value(value, public["form"], public.get("aliases") or {}).reason
        answer: Any = value if isinstance(value, dict) and "raised" in value else {"result": value}
        return form_of_test(answer, public["form"]).reason
    except Exception:  # the answer is the student's data, so it may have any form at all
        return UNREADABLE
