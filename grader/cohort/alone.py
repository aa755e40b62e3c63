"""See that one grader at a time works in a course folder.

A second one waits: when its turn comes, it finds graded what the first has graded.
"""

import contextlib
import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from grader.places import private_folder


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
