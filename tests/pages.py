"""Read the commands of a page of docs/ as somebody does who follows it: fenced blocks, and commands in the text.

A fence may say more than its language, "bash as grader, with SQLite"; who reads the page sees nothing of it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*) ?(?P<says>[^\n`]*)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"(?:nbgrader|python -m|python3 -m|make|jupyterhub) \S")


@dataclass(frozen=True)
class Step:
    """What stands on a page to be typed, or copied: `says` is what its fence adds, `line` where it stands."""

    text: str
    language: str
    says: str
    line: int


def blocks(page: str) -> list[Step]:
    """Return a page's fenced blocks in their order, without their indentation."""
    found = []
    for match in FENCE.finditer(page):
        indent = len(match["indent"])
        text = "\n".join(line[indent:] for line in match["text"].splitlines())
        found.append(Step(text, match["language"], match["says"].strip(), page.count("\n", 0, match.start()) + 1))
    return found


def commands(page: str) -> list[Step]:
    """Return every command of a page in its order, one for each: lines of fenced blocks, and `code` in the text."""
    found = []
    prose = list(page)
    for block, match in zip(blocks(page), FENCE.finditer(page), strict=True):
        prose[match.start() : match.end()] = [c if c == "\n" else " " for c in match.group()]
        if block.language in ("", "bash"):
            joined = block.text.replace("\\\n", " ")
            found += [Step(line.strip(), "", block.says, block.line) for line in joined.splitlines() if line.strip()]
    for match in re.finditer(r"`([^`\n]+)`", "".join(prose)):
        if COMMAND.match(match[1]):
            found.append(Step(match[1], "", "", page.count("\n", 0, match.start()) + 1))
    return sorted(found, key=lambda step: step.line)


def read(name: str) -> str:
    """Return the text of a page of docs/."""
    return (Path(__file__).resolve().parent.parent / "docs" / name).read_text(encoding="utf-8")
