"""Find what students must not get: hidden numbers, model answers, rubrics, solutions, answers of value tasks.

Looks into every file of a tree, into wheels and into notebooks.
"""

import contextlib
import json
import re
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

import nbformat

from course import images
from grader.gradebook.marking import model_answer
from grader.packs.reading import load_hidden, load_public
from grader.packs.seed import secret_seed
from grader.places import ROOT
from grader.tasks import COURSE, Assignment

NUMBER = re.compile(r"-?\d+\.\d{5,}(?:e-?\d+)?")  # rare enough that only a copy of a hidden number has it
FRACTION = re.compile(r"(\d)\1{4}\d?(?:e|$)")  # 8.33333333 is a third of something, as in every style sheet
PORTRAIT = re.compile(r"images\.portrait\((\d*)")
PICTURE = re.compile(r"base64,[A-Za-z0-9+/=]+")


def find_secrets(
    folder: Path, before_submission: bool = True, of: Collection[str] | None = None
) -> list[tuple[str, str]]:
    """Return [(path, what)] for every secret found below `folder`.

    Before a submission, in what students are given, solutions and the answers of value tasks are secrets too; in
    graded notebooks and feedback a student may have found them.  `of` names the assignments whose secrets count; by
    default all do.
    """
    numbers, seed = hidden_numbers(of), secret_seed()
    texts = staff_texts(of) | (solution_texts(of) if before_submission else set())
    values = value_patterns(of) if before_submission else []
    found = []
    for name, text in _texts_in(Path(folder)):
        plain = _squeezed(text)
        found += [(name, "a hidden number") for n in NUMBER.findall(text) if n.lstrip("-") in numbers]
        found += [(name, "the secret seed")] if seed in text else []
        found += [(name, f"staff text {secret[:60]!r}") for secret in texts if secret in plain]
        found += [(name, f"the answer of {task}") for task, pattern in values if pattern.search(text)]
        if before_submission and "BEGIN SOLUTION" in text:
            found.append((name, "a solution region"))
    return found


def _those(of: Collection[str] | None) -> list[Assignment]:
    return [assignment for assignment in COURSE.assignments if not of or assignment.name in of]


def hidden_numbers(of: Collection[str] | None = None) -> set[str]:
    """Return the numbers of the hidden packs as text, without sign, less those that are public anyway.

    Numbers that an assignment which does not count has, too, are no secret of the others.
    """
    numbers, public = set(), _pixels_shown()
    for assignment in COURSE.assignments:
        found = _numbers_in(json.dumps(load_hidden(assignment)["tasks"]))
        if of is None or assignment.name in of:
            numbers |= found
        else:
            public |= found
        public |= _numbers_in(json.dumps(load_public(assignment)["tasks"]))
    return {number for number in numbers - public if not FRACTION.search(number)}


def _pixels_shown() -> set[str]:
    """Return the pixels of the photograph as notebooks show it: of so many, one or the other is hidden by chance."""
    notebooks = [path.read_text(encoding="utf-8") for path in (ROOT / "source").rglob("*.ipynb")]
    sizes = {int(size or 96) for text in notebooks for size in PORTRAIT.findall(text)}
    photos = [images.portrait(size, color=color) for size in sizes for color in (False, True)]
    return {str(pixel) for photo in photos for pixel in photo.flatten().tolist()}


def _numbers_in(text: str) -> set[str]:
    return {number.lstrip("-") for number in NUMBER.findall(text)}


def staff_texts(of: Collection[str] | None = None) -> set[str]:
    """Return rubric lines and sentences of model answers, with white space squeezed."""
    texts = set()
    for assignment in _those(of):
        for task in assignment.tasks.values():
            if task.kind == "text":
                texts |= {line.split(":", 1)[-1] for line in task.rubric}
                texts |= set(re.split(r"(?<=[.:;]) ", _squeezed(model_answer(assignment, task))))
    return {squeezed for text in texts if len(squeezed := _squeezed(text)) >= 40}


def solution_texts(of: Collection[str] | None = None) -> set[str]:
    """Return the distinctive lines of solutions, less those that the released notebook shows anyway."""
    texts = set()
    for assignment in _those(of):
        source = nbformat.read(assignment.notebook_in(ROOT / "source"), as_version=4)
        shown = {_squeezed(line) for cell in source.cells for line in _lines(cell.source, inside=False)}
        inside = {_squeezed(line) for cell in source.cells for line in _lines(cell.source, inside=True)}
        texts |= {line for line in inside - shown if len(line) >= 40}
    given = _squeezed((ROOT / "course" / "given.py").read_text(encoding="utf-8"))  # in the wheel on purpose
    return {text for text in texts if text not in given}


def value_patterns(of: Collection[str] | None = None) -> list[tuple[str, re.Pattern]]:
    """Return [(task name, pattern)] that find the answers of value tasks, however their numbers are punctuated.

    A few numbers, or zeros and ones, stand everywhere and give nothing away.
    """
    patterns = []
    for assignment in _those(of):
        for task in assignment.tasks.values():
            if task.kind == "value" and not task.taught:
                for value in task.answer.values():
                    numbers = [n for n in _flat(value) if isinstance(n, (int, float))]
                    if len(numbers) >= 4 and len(set(numbers)) >= 3:
                        parts = [rf"(?<![\d.]){n:g}(?:\.0*)?(?![\d.]*\d)" for n in numbers]
                        patterns.append((task.name, re.compile(r"[\s,\[\]()]+".join(parts))))
    return patterns


def _flat(value: object) -> list:
    if isinstance(value, (list, tuple)):
        return [number for item in value for number in _flat(item)]
    return [value]


def _lines(source: str, inside: bool) -> Iterator[str]:
    """Yield the lines of a cell inside of its solutions, or outside of them."""
    within = False
    for line in source.split("\n"):
        if "SOLUTION" in line:
            within = "BEGIN" in line
        elif within == inside:
            yield line


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = str(path.relative_to(folder))
        if path.suffix in (".whl", ".zip"):
            with zipfile.ZipFile(path) as archive:
                for entry in archive.namelist():
                    yield f"{name}/{entry}", _decoded(entry, archive.read(entry))
        else:
            yield name, _decoded(name, path.read_bytes())


def _decoded(name: str, content: bytes) -> str:
    text = content.decode("utf-8", errors="replace")
    if name.endswith((".ipynb", ".json")):
        with contextlib.suppress(ValueError):
            text += "\n" + "\n".join(_strings(json.loads(text)))
    return PICTURE.sub("", text)


def _strings(value: object) -> Iterator[str]:
    """Yield every string of a JSON value, lists of strings joined, so that escapes and line breaks hide nothing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
