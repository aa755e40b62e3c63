"""Keep control characters from the instructor's terminal: names, messages and class names come from submissions.

One wall around both streams instead of care at every `print`: tracebacks, warnings and other people's logs pass it too.
"""

import copy
import logging
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from tornado.log import LogFormatter

LAYOUT = "\n\t\r"  # \r for progress bars


def plain(text: str) -> str:
    r"""Return text without what a terminal would obey: escape sequences, bells, marks that turn text around.

    >>> plain("a\x1b[2Jb\nc")
    'a?[2Jb\nc'
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in LAYOUT else "?" for letter in text)


class PlainStream:
    """A text stream that shows control characters as `?`, and so what its encoding does not have."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text, made plain."""
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self._stream.write(plain(text).encode(encoding, "replace").decode(encoding))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts, made plain."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        if name == "buffer":  # bytes would pass by
            raise AttributeError(name)
        return getattr(self._stream, name)


def guard_terminal() -> None:
    """Put the wall around this process's streams, for as long as it lives."""
    sys.stdout, sys.stderr = PlainStream(sys.stdout), PlainStream(sys.stderr)


class PlainFormatter(LogFormatter):
    """Formats log lines as nbgrader does, with its colours, and makes plain what they say."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with a traceback if there is one."""
        said = copy.copy(record)  # other handlers get the record as it is
        said.msg, said.args = plain(record.getMessage()), None
        said.exc_text = plain(record.exc_text) if record.exc_text else None
        return super().format(said)

    def formatException(self, ei: Any) -> str:
        """Return a traceback, whose last line is an exception's text."""
        return plain(super().formatException(ei))
