"""See that this process may open as many files as grading needs."""

import resource

from grader.errors import UserError

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
