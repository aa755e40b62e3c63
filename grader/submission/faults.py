"""Say in one line what went wrong, for whoever can mend it.

A fault that a person can mend (no room, no right, a lock, too few open files) is told with what to do.
"""

import errno
import re
import traceback
from collections.abc import Iterator

from grader.errors import UserError, printable

AGAIN = "nothing that was graded is lost; run the same command again"
_NUMBERS = {
    errno.ENOSPC: "the disk is full: make room",
    errno.EDQUOT: "this account may write no more to the disk: make room",
    errno.EMFILE: "too few files may be open at once: allow more, as by `ulimit -n 1024`",
    errno.ENFILE: "too few files may be open at once on this machine",
    errno.EROFS: "the disk can only be read: grade where it can be written",
    errno.EACCES: "this account may not read or write it: ask its owner, or grade as the account that owns the course",
    errno.EPERM: "this account may not change it: ask its owner, or grade as the account that owns the course",
    errno.EIO: "the disk cannot be read or written",
    errno.ENOMEM: "there is no memory left: grade with fewer --jobs",
}
_WORDS = (  # what databases and libraries say where the number is lost
    (r"database or disk is full|No space left on device", _NUMBERS[errno.ENOSPC]),
    (
        r"database is locked|database table is locked",
        "another program has locked the gradebook: let it end, or close it",
    ),
    (r"attempt to write a readonly database", "the gradebook can only be read: grade as the account that owns it"),
    (r"unable to open database file", "the gradebook cannot be opened: grade as the account that owns it"),
    (r"file is not a database|disk image is malformed", "the gradebook is damaged: bring it back from your backup"),
    (r"disk I/O error", "the gradebook's disk cannot be read or written"),
    (r"Too many open files", _NUMBERS[errno.EMFILE]),
)


class Failure(str):
    """Why a submission could not be graded, in one line; it carries its traceback along."""

    traceback = ""

    @classmethod
    def of(cls, error: BaseException) -> "Failure":
        """Return the failure that an exception, which has been caught, means."""
        failure = cls(in_words(error))
        if not isinstance(error, UserError):  # that one says all there is to know
            failure.traceback = "".join(traceback.format_exception(error))
        return failure


def known_fault(error: BaseException) -> str:
    """Return in one line which fault of the machine an exception comes from, or "" if it comes from none.

    >>> known_fault(OSError(28, "No space left on device", "/srv/course/a"))[:40]
    'the disk is full: make room (/srv/course'
    """
    for cause in _chain(error):
        number = getattr(cause, "errno", None) if isinstance(cause, OSError) else None
        if number in _NUMBERS:
            where = f" ({printable(str(filename))})" if (filename := getattr(cause, "filename", None)) else ""
            return f"{_NUMBERS[number]}{where}; {AGAIN}"
        for pattern, words in _WORDS:
            if re.search(pattern, str(cause)):
                return f"{words}; {AGAIN}"
        if isinstance(cause, MemoryError):
            return f"{_NUMBERS[errno.ENOMEM]}; {AGAIN}"
    return ""


def in_words(error: BaseException) -> str:
    """Return what an exception says in one line: the fault of the machine, or the last error that it names."""
    said = known_fault(error)
    if said or isinstance(error, UserError):
        return said or printable(str(error))
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    named = [line for line in lines if re.match(r"[\w.]*(Error|Exception|Warning|Interrupt)\b", line)]
    line = (named or lines or [""])[-1] if len(lines) > 1 else f"{type(error).__name__}: {''.join(lines)}"
    return printable(line)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield error
        error = error.__cause__ or error.__context__
