"""See that one grader at a time works in a course folder, and that it may open the files it needs.

A second one waits: when its turn comes, it finds graded what the first has graded.
"""

import contextlib
import fcntl
import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from grader.errors import UserError
from grader.places import private_folder

NEEDED_FILES = 512  # open at once: sockets and files of some notebooks that run side by side, and the libraries
WANTED_FILES = 4096


class TooFewFiles(UserError):
    """This process may not open as many files as grading needs."""


def room_for_files() -> None:
    """Let this process open as many files as grading needs.

    Raises:
        TooFewFiles: the limit is lower, and is not ours to raise.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limited = hard != resource.RLIM_INFINITY
    if soft != resource.RLIM_INFINITY and soft < WANTED_FILES:
        soft = min(WANTED_FILES, hard) if limited else WANTED_FILES
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft != resource.RLIM_INFINITY and soft < NEEDED_FILES:
        raise TooFewFiles(
            f"this process may have {soft} files open at once, and grading needs {NEEDED_FILES}: allow more, as by "
            f"`ulimit -n {WANTED_FILES}`, or ask the operator (the hard limit)"
        )


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the course folder's lock while grading; wait for another grader, and say so once."""

    def say(other: str) -> None:
        print(f"another grader (process {other}) is at work in {root}: waiting for it", file=sys.stderr, flush=True)

    with locked(private_folder(root) / "grading.lock", say):
        yield


@contextlib.contextmanager
def locked(path: Path, when_taken: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file `path`; where another process has it, call `when_taken` with its id, then wait for it.

    The lock is gone with its process, however it ends.  Where the file system has no locks, the gradebook's own remain.
    """
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+") as lock:
        if not _locks(lock, fcntl.LOCK_EX | fcntl.LOCK_NB):
            when_taken(lock.read(20).strip() or "?")
            _locks(lock, fcntl.LOCK_EX)
        with contextlib.suppress(OSError):  # a full disk: what is done under the lock will say so
            lock.seek(0)
            lock.truncate()
            lock.write(str(os.getpid()))
            lock.flush()
        yield


def _locks(lock: TextIO, how: int) -> bool:
    """Lock, and say whether that worked or cannot work here; False only if another one has it."""
    try:
        fcntl.flock(lock, how)
    except BlockingIOError:
        return False
    except OSError:  # no locks on this file system
        return True
    return True
