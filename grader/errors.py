"""The kind of error that a person can mend: the command line prints its message as one line, without a traceback.

Imports nothing, so that the command line can name it before anything else is loaded.
"""


class UserError(Exception):
    """Something is missing or wrong that the user can put right; the message says what."""


def printable(text: str) -> str:
    """Return text for a terminal and a log: a name in a submission may hold escape sequences.

    >>> printable("a\x1b[2Jb")
    'a?[2Jb'
    """
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:500]
