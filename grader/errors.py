"""The kind of error that a person can mend: the command line prints its message as one line, without a traceback.

Imports nothing, so that the command line can name it before anything else is loaded.
"""


class UserError(Exception):
    """Something is missing or wrong that the user can put right; the message says what."""
