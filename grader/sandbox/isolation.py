"""How student code is held on this machine, in words: or why it cannot be held."""

import functools
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from grader.errors import UserError
from grader.places import ROOT
from grader.sandbox.confine import ISOLATION, lacking

TRY = """
import os, sys, tempfile
sys.path.append({root!r})
from grader.sandbox import account, confine
confine.prepare(files=False, calls={calls})
paths = confine.readable_paths()
if {account}:
    account.take_account(account.account_of(0))
    for path in (tempfile.gettempdir(), *paths):
        if not os.access(path, os.X_OK if os.path.isdir(path) else os.R_OK):
            sys.exit("an account of its own could not read " + path)
confine.confine("/nonexistent", {{"memory": 1 << 32, "cpu": 10, "file": 0}}, files=False, calls={calls})
"""


class CannotConfine(UserError):
    """This machine cannot confine student code; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Hold:
    """What holds the notebooks here: their `files` (Landlock), their `calls` (seccomp), an `account` of their own.

    All of the first two, or somebody has said `unconfined`; `missing` are the reasons, in words.
    """

    files: bool = True
    calls: bool = True
    account: bool = False
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Is everything held that this grader promises?"""
        return self.files and self.calls

    @property
    def words(self) -> str:
        """What every grade records."""
        if self.whole:
            return ISOLATION
        held = " + ".join([*["landlock"] * self.files, *["seccomp"] * self.calls, "rlimits"])
        account = "each notebook under an account of its own" if self.account else "under the grader's own account"
        return f"not confined: {held}, {account} ({'; '.join(self.missing)})"

    @property
    def parts(self) -> dict[str, Any]:
        """What a fork is told to hold itself by."""
        return {"files": self.files, "calls": self.calls, "account": self.account}


def isolation(unconfined: bool = False) -> str:
    """Return in words how notebooks are isolated here; see `hold`."""
    return hold(unconfined).words


def hold(unconfined: bool = False) -> Hold:
    """Return what holds notebooks here: all of it, or, if it may be less, whatever this machine can.

    Raises:
        CannotConfine: something is missing, and `unconfined` does not say that it may be; or this is not Linux, where
            nothing can be graded at all.
    """
    lacks = lacking()
    missing = [words for part in lacks.values() for words in part]
    if not missing:
        return Hold()
    if sys.platform != "linux":
        raise CannotConfine(
            f"grading needs Linux: {missing[0]}. Grade on a Linux machine, in WSL or in a container; --unconfined does "
            "not help here."
        )
    if not unconfined:
        raise CannotConfine(
            f"student code cannot be confined on this machine: {'; '.join(missing)}. Grade on a machine that can, or, "
            "if you trust these submissions, say so with --unconfined (in nbgrader_config.py: c.NotebookRun.unconfined "
            "= True); every grade then records it."
        )
    calls = not lacks["calls"]
    if calls and (why := _fails(calls=True)):
        calls = False
        missing.append(f"the filter of system calls cannot be loaded ({why})")
    account = os.geteuid() == 0
    if account and (why := _fails(account=True)):
        account = False
        missing.append(why)
    return Hold(not lacks["files"], calls, account, tuple(missing))


@functools.cache
def _fails(calls: bool = False, account: bool = False) -> str:
    """Try in a process of its own what cannot be undone; return why it cannot be done, or ""."""
    program = TRY.format(root=str(ROOT), calls=calls, account=account)
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=False)
    return (done.stderr.strip().splitlines() or ["it ended without a word"])[-1] if done.returncode else ""
