"""Reads the corpus of students' answers: what a file says of itself, and what it defines. Judges nothing."""

import ast
import contextlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

ANSWERS = Path(__file__).parent / "answers"


@dataclass(frozen=True)
class Answer:
    """One file: its head (`says`, `kind`, `repair`, `lines`, `crashes`, `cause`, `mistakes`) and its text."""

    path: Path
    text: str
    head: dict[str, str]

    @property
    def task(self) -> str:
        return self.path.parent.name

    @property
    def name(self) -> str:
        return f"{self.task}/{self.path.stem}"

    @property
    def wrong(self) -> bool:
        return self.head["kind"] == "wrong"

    @property
    def twin(self) -> Path:
        """The repaired file beside a wrong one."""
        return self.path.with_name(f"{self.path.stem}.right.py")

    @property
    def lines(self) -> list[int]:
        """The lines of this file that the repair changes; where it only adds one, the line that comes after it."""
        return [int(number) for number in self.head["lines"].split(", ")]

    @property
    def body(self) -> str:
        """The text without its head, of any file, one that does not parse included."""
        return self.text.split('"""\n', 2)[2]


def read(path: Path) -> Answer:
    """Return the answer in a file; its head is the docstring, one `key: value` a line.

    Read as text: a file with a syntax error has a head too.
    """
    text = path.read_text(encoding="utf-8")
    head = text.split('"""')[1].strip()
    return Answer(path, text, dict(line.split(": ", 1) for line in head.splitlines()))


def answers() -> list[Answer]:
    """Return every answer of the corpus, twins included, by name."""
    return [read(path) for path in sorted(ANSWERS.glob("*/*.py"))]


def shape_of_code(answer: Answer) -> str:
    """Return the code without docstrings, comments and layout: equal for two answers that are copies."""
    try:
        tree = ast.parse(answer.body)
    except SyntaxError:
        return answer.body
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)


def run(answer: Answer, names: dict) -> object:
    """Run the file as a cell of its notebook, where `names` are known; return the object of the task.

    Raises whatever the cell raises, and KeyError if it does not define the object.
    """
    names = dict(names, __name__="__main__")
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(answer.text, str(answer.path), "exec"), names)
    return names[answer.task]
