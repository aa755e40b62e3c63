"""What a rule about crashes is made of: the crash that it looks at, and two ways to write one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from course.checking.slips import Slip


@dataclass(frozen=True)
class Crash:
    """What is known of an exception: its type and text, the student's line, and the lines before it in its function."""

    kind: str
    text: str
    line: str
    code: str

    @property
    def seen(self) -> str:
        """The failing line with what stands before it."""
        return f"{self.code}\n{self.line}"


Rule = Callable[[re.Match[str], Crash], Slip | None]
Entry = tuple[str, str, Rule | tuple[str, str]]  # types of exception, pattern of its text, and a rule or (name, hint)


def says(name: str, hint: str) -> Rule:
    """Return a rule whose hint quotes the message's groups as {0}, {1}, ..."""
    return lambda found, crash: Slip(name, hint.format(*found.groups()))


def where(pattern: str, name: str, hint: str) -> Rule:
    """Return a rule that asks for a pattern in the failing line, too; {0}, {1}, ... are the message's groups."""
    return lambda found, crash: Slip(name, hint.format(*found.groups())) if re.search(pattern, crash.line) else None
