"""What a running fork uses, counted from outside, where nothing that it says has to be believed.

rlimits hold one process and one file; all files together and threads are counted here.
"""

import contextlib
import os
import stat

from grader.sandbox.folders import walk

MOST_LEVELS = 50  # of folders in folders
SAMPLE = 10_000  # entries looked at: a count that gets there is too large anyway


def exceeded(
    folder: str, pid: int, most_disk: int, most_files: int, most_threads: int, given: tuple[int, int] = (0, 0)
) -> str | None:
    """Return in words which limit the fork with this process id and private folder exceeds, or None.

    `most_disk` is in bytes, as blocks on disk; `given` are bytes and entries that were there before it began.
    """
    used, files, deep = disk_use(folder, max(SAMPLE, most_files + given[1] + 1))
    if deep:
        return f"it made folders more than {MOST_LEVELS} levels deep"
    used += _deleted_but_open(pid) - given[0]
    if used > most_disk:
        return f"it wrote more than {most_disk / 1e6:.0f} MB of files"
    if files - given[1] > most_files:
        return f"it made more than {most_files} files"
    if _threads(pid) > most_threads:
        return f"it started more than {most_threads} threads"
    return None


def disk_use(folder: str, sample: int = SAMPLE) -> tuple[int, int, bool]:
    """Return (bytes on disk, entries, whether something lies too deep) below `folder`, links not followed."""
    used = entries = 0
    for level, details in walk(folder, MOST_LEVELS):
        entries += 1
        used += details.st_blocks * 512
        if level >= MOST_LEVELS:
            return used, entries, True
        if entries >= sample:
            break
    return used, entries, False


def _deleted_but_open(pid: int) -> int:
    """Return the bytes of files that the process has deleted and still holds open."""
    used = 0
    with contextlib.suppress(OSError):  # the process is gone
        for number in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(OSError):
                details = os.stat(f"/proc/{pid}/fd/{number}")
                if stat.S_ISREG(details.st_mode) and details.st_nlink == 0:
                    used += details.st_blocks * 512
    return used


def _threads(pid: int) -> int:
    with contextlib.suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/task"))
    return 0
