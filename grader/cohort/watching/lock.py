"""See that one watcher at a time answers for a course folder."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from grader.cohort.watching.journal import FOLDER
from grader.errors import UserError
from grader.places import private_folder


class AnotherWatches(UserError):
    """There is a watcher already."""


@contextlib.contextmanager
def only_watcher(root: Path) -> Iterator[None]:
    """Hold the watcher's lock, which is gone with its process however it ends.

    Raises:
        AnotherWatches: another process has it.
    """
    path = private_folder(root, FOLDER) / "lock"
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = lock.read(20).strip() or "?"
            raise AnotherWatches(
                f"another watcher (process {other}) is at work in {root}: stop it first, or let it be"
            ) from None
        except OSError:
            pass  # no locks on this file system
        lock.seek(0)
        lock.truncate()
        lock.write(str(os.getpid()))
        lock.flush()
        yield
