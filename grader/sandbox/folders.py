"""Folders for what is passing: made, looked through, emptied, whatever was built in them.

By directory descriptors, level by level: a path may be longer than the system takes, and a tree deeper than Python's
stack.
"""

import contextlib
import fcntl
import hashlib
import itertools
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

# in the names, because some network file systems show a lock only to the machine that holds it
MACHINE = hashlib.blake2s(os.uname().nodename.encode(), digest_size=3).hexdigest()
DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW

_swept: set[tuple[Path, str]] = set()  # (parent, prefix): once for each process is enough


@contextlib.contextmanager
def scratch_folder(prefix: str, parent: Path | None = None) -> Iterator[Path]:
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
        remove(folder)
        os.close(lock)


def _sweep(parent: Path, prefix: str) -> None:
    """Remove what killed processes left; whatever it is, it must not keep this run from starting."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        for path in [entry.path for entry in entries if entry.name.startswith(prefix)]:
            try:
                lock = os.open(path, DIRECTORY)
            except OSError:  # a link, a file, or another account's
                continue
            if os.fstat(lock).st_uid == os.geteuid() and _locks(lock):
                remove(path)
            os.close(lock)


def _locks(descriptor: int) -> bool:
    """Lock what no living process has locked; False also where the file system has no such locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def walk(folder: str | Path, most_levels: int) -> Iterator[tuple[int, os.stat_result]]:
    """Yield (level, details) of everything below `folder`, links not followed, down to `most_levels`.

    Level 1 is what lies in the folder itself.  What vanishes meanwhile is passed over.
    """
    levels: list[tuple[int, Iterator[str]]] = []  # an open descriptor, and the names in it still to be looked at

    def enter(name: str, within: int | None) -> None:
        with contextlib.suppress(OSError):
            descriptor = os.open(name, DIRECTORY, dir_fd=within)
            levels.append((descriptor, iter(os.listdir(descriptor))))

    enter(str(folder), None)
    try:
        while levels:
            descriptor, names = levels[-1]
            name = next(names, None)
            if name is None:
                os.close(levels.pop()[0])
                continue
            try:
                details = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
            except OSError:
                continue
            yield len(levels), details
            if stat.S_ISDIR(details.st_mode) and len(levels) < most_levels:
                enter(name, descriptor)
    finally:
        for descriptor, _ in levels:
            os.close(descriptor)


def remove(folder: str | Path) -> bool:
    """Remove a folder and all below it, however deep; return whether it is gone.  Never raises.

    What lies in a folder of a folder is first moved up, so that there is never more than one level to look at.
    """
    with contextlib.suppress(Exception):
        top = os.open(folder, DIRECTORY)
        try:
            numbers = itertools.count()
            while names := os.listdir(top):
                for name in names:
                    _remove_entry(top, name, numbers)
        finally:
            os.close(top)
        os.rmdir(folder)
    return not os.path.lexists(folder)


def _remove_entry(top: int, name: str, numbers: Iterator[int]) -> None:
    if not stat.S_ISDIR(os.stat(name, dir_fd=top, follow_symlinks=False).st_mode):
        os.unlink(name, dir_fd=top)
        return
    os.chmod(name, 0o700, dir_fd=top)  # it may have been made without any permission
    below = os.open(name, DIRECTORY, dir_fd=top)
    try:
        for inner in os.listdir(below):
            if stat.S_ISDIR(os.stat(inner, dir_fd=below, follow_symlinks=False).st_mode):
                os.chmod(inner, 0o700, dir_fd=below)
                os.rename(inner, _unused(top, numbers), src_dir_fd=below, dst_dir_fd=top)
            else:
                os.unlink(inner, dir_fd=below)
    finally:
        os.close(below)
    os.rmdir(name, dir_fd=top)


def _unused(top: int, numbers: Iterator[int]) -> str:
    """Return a name that is not there: one that is may be a folder with something in it."""
    while True:
        name = f"moved-up-{next(numbers)}"
        try:
            os.stat(name, dir_fd=top, follow_symlinks=False)
        except FileNotFoundError:
            return name
