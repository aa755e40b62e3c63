"""Give a fork an account of its own, which owns nothing on this machine: what holds files where Landlock cannot.

Only root can.  Such an account reads what everybody may read, and nothing of the grader's that is closed to others.
Imports nothing of ours.
"""

import ctypes
import os
from pathlib import Path

# neither Debian nor systemd gives these numbers to anybody
FIRST_ACCOUNT, ACCOUNTS = 60_600, 500
PR_SET_NO_NEW_PRIVS = 38


def account_of(number: int) -> int:
    """Return the account of fork `number`: another one for each of those that run at the same time."""
    return FIRST_ACCOUNT + number % ACCOUNTS


def take_account(account: int, folder: str | Path | None = None) -> None:
    """Turn this process, which is root's, into one of `account` for good; `folder` and what is in it become its own.

    The folder above it can then be passed through, but neither listed nor written.

    Raises:
        OSError: it could not be done, or could be undone; the process must not go on.
    """
    if folder is not None:
        os.chmod(os.path.dirname(folder), 0o711)
        for path in (str(folder), *_below(str(folder))):
            os.chown(path, account, account, follow_symlinks=False)
        os.chmod(folder, 0o700)
    os.setgroups([])
    os.setresgid(account, account, account)
    os.setresuid(account, account, account)
    if ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):  # else `su` would be a way back
        raise OSError("no_new_privs could not be set")
    try:
        os.setresuid(0, 0, 0)
    except PermissionError:
        return
    raise OSError("the fork could become root again")


def _below(folder: str) -> list[str]:
    return [os.path.join(where, name) for where, folders, names in os.walk(folder) for name in (*folders, *names)]
