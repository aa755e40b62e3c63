"""Build the hidden cases that are not there, as a step that is seen; in a process of its own, for it needs torch."""

import subprocess
import sys

from grader.errors import UserError
from grader.packs.reading import hidden_path
from grader.places import ROOT
from grader.tasks import COURSE, Named


def build_missing(assignment: Named) -> bool:
    """Build the hidden pack of an assignment unless there is one; return whether it was built.

    A pack that is there and does not belong to the tasks as they are now is left alone, because grades may rest on it:
    loading it says so.

    Raises:
        UserError: it could not be built; the reason stands above.
        TaskError: no such assignment.
    """
    found = COURSE.assignment(assignment)
    if hidden_path(found).exists():
        return False
    print(f"building the hidden cases of {found.name} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "grader", "references", found.name]
    if subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode:
        raise UserError(f"the hidden cases of {found.name} could not be built")
    return True
