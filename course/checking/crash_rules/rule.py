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


def writes_into_argument(crash: Crash) -> Slip | None:
    """Return the slip of a line that changes an argument of its function in place, where the text shows it."""
    head = re.search(r"^\s*def \w+\(([^)]*)\)", crash.code, re.MULTILINE)
    into = re.match(r"\s*(\w+)\s*(?:\[[^=]*\]\s*)?(?:[-+*/@]|//|\*\*)=|\s*(\w+)\.\w+_\(", crash.line)
    name = into and (into[1] or into[2])
    if not head or not name or not re.search(rf"\b{name}\b", head[1]):
        return None
    if re.search(rf"^\s*(?:\w+,\s*)*{name}\b(?:,\s*\w+)*\s*=(?!=)", crash.code, re.MULTILINE):
        return None  # by now the name is of something else
    return Slip(
        "argument_changed_in_place",
        f"This line changes `{name}` itself, and it belongs to whoever calls the function. Make a new tensor, such as "
        f"`{name} = {name} * 2` in place of `{name} *= 2`.",
    )
