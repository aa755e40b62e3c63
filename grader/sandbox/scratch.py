"""Folders for what is passing: gone afterwards, and those of a grader that was killed when the next one starts."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

# in the names, because some network file systems show a lock only to the machine that holds it
MACHINE = hashlib.blake2s(os.uname().nodename.encode(), digest_size=3).hexdigest()

_swept = set()  # (parent, prefix): once for each process is enough


@contextlib.contextmanager
def scratch_folder(prefix, parent=None):
    """Yield a new folder, for this account only and locked while this process lives; it is removed afterwards.

    `parent` is by default where temporary files go.  The first time, folders of the same prefix are removed there whose
    process, on this machine, was killed: a lock of this kind is gone with its process.
    """
    parent = Path(parent or tempfile.gettempdir())
    prefix = f"{prefix}{MACHINE}-"
    if (parent, prefix) not in _swept:
        _swept.add((parent, prefix))
        _sweep(parent, prefix)
    unlocked = Path(tempfile.mkdtemp(prefix=f".{prefix}", dir=parent))
    lock = os.open(unlocked, os.O_RDONLY | os.O_DIRECTORY)
    folder = unlocked.rename(parent / unlocked.name[1:]) if _locks(lock) else unlocked  # never swept without a lock
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _sweep(parent, prefix):
    with os.scandir(parent) as entries:
        found = [entry.path for entry in entries if entry.name.startswith(prefix)]
    for path in found:
        try:
            lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:  # a link, a file, or another account's
            continue
        if os.fstat(lock).st_uid == os.geteuid() and _locks(lock):
            shutil.rmtree(path, ignore_errors=True)
        os.close(lock)


def _locks(descriptor):
    """Lock what no living process has locked; False also where the file system has no such locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
