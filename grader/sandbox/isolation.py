"""How student code is held on this machine, in words, and the refusal where it cannot be held."""

import sys

from grader.errors import UserError
from grader.sandbox.confine import ISOLATION, NO_ISOLATION, missing


class CannotConfine(UserError):
    """This machine cannot confine student code; the message says what is missing and what to do."""


def isolation(unconfined: bool = False) -> str:
    """Return in words how notebooks are isolated here.

    Raises:
        CannotConfine: something is missing, and `unconfined` does not say that it may be; or this is not Linux, where
            nothing can be graded at all.
    """
    lacking = missing()
    if not lacking:
        return ISOLATION
    if sys.platform != "linux":
        raise CannotConfine(
            f"grading needs Linux: {lacking[0]}. Grade on a Linux machine, in WSL or in a container; --unconfined does "
            "not help here."
        )
    if unconfined:
        return f"{NO_ISOLATION} ({'; '.join(lacking)})"
    raise CannotConfine(
        f"student code cannot be confined on this machine: {'; '.join(lacking)}. Grade on a machine that can, or, if "
        "you trust these submissions, say so with --unconfined (in nbgrader_config.py: c.NotebookRun.unconfined = "
        "True); every grade then records it."
    )
