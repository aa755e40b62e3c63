"""Grade right solutions with small edits in them, which nobody chose: who gets full marks though wrong?

An edited solution that gets full marks is compared with the reference on many cases that are not the graded ones; if it
differs there, it is a hole in the grading, and is reported.  Edited code may do anything, so it runs in a worker
process, which is started again behind whatever ends it.
"""

import ast
import contextlib
import io
import json
import os
import random
import re
import resource
import select
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from inspect import getsource

import nbformat

from course.checking.compare import compare_answers
from course.checking.data import AnswerData, CaseData, PackEntry
from course.checking.measure import measure
from grader.authoring.given import given_source
from grader.authoring.other_cases import other_cases
from grader.authoring.syntax_edits import edited_sources
from grader.packs.reading import load_hidden
from grader.places import ROOT
from grader.tasks import COURSE, Task

FATES = ("killed", "same", "survived")
LARGEST_RUN = 250  # edits of one task, drawn with the seed when there are more
OTHER_CASES = 80
SECONDS = 1.0  # for one case; a right answer needs milliseconds
PATIENCE = 60  # seconds for one edited solution
MEMORY = 12_000_000_000  # bytes of address space, most of it torch's own


@dataclass(frozen=True)
class Edited:
    """One edited solution and its fate: "killed", "same" (it computes the same) or "survived" (wrong, full marks)."""

    task: str
    origin: str
    what: str
    fate: str
    why: str = ""
    source: str = ""

    def as_json(self) -> dict[str, object]:
        """Return what `python -m grader mutants --syntax --json` prints of it."""
        return asdict(self)


def run_syntax_mutants(seed: int = 0, tasks: Collection[str] = ()) -> Iterator[Edited]:
    """Yield an `Edited` for every edited solution of the named tasks (all code and module tasks by default)."""
    for assignment in COURSE.assignments:
        for task in assignment.tasks.values():
            if task.reference and (not tasks or task.name in tasks):
                yield from _in_workers(task, seed)


# -- the solutions -----------------------------------------------------------------------------------------------


def solutions(task: Task) -> dict[str, tuple[str, str | None]]:
    """Return {origin: (source that is edited, source that is run before it)} of the right solutions of a task."""
    assignment = COURSE.assignment_of(task.name)
    every = assignment.tasks
    needed = "\n\n".join([COURSE.given_imports, *(given_source(every[name], every) for name in task.needs)])
    assert task.reference is not None  # it asks for code
    found: dict[str, tuple[str, str | None]] = {"the reference": (_without_types(getsource(task.reference)), None)}
    notebook = nbformat.read(assignment.notebook_in(ROOT / "source"), as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    before = "\n\n".join([needed, *(_imports(cell.source) for cell in code)])
    for cell in code:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == task.name:
            found["the source notebook"] = (cell.source, before)
    model = ROOT / "tests" / "submissions" / assignment.name / "model.py"
    if model.exists():
        for part in re.split(r"^# %% ", model.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            if part.split("\n")[0].strip() == task.name:
                found["the model submission"] = (part.partition("\n")[2], before)
    return found


def _without_types(source: str) -> str:
    """Return a function's source without annotations: an edit of these changes nothing."""
    tree = ast.parse(textwrap.dedent(source))
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.unparse(tree)


def _imports(source: str) -> str:
    with contextlib.suppress(SyntaxError):
        return "\n".join(ast.unparse(n) for n in ast.parse(source).body if isinstance(n, (ast.Import, ast.ImportFrom)))
    return ""


def edits(task: Task, seed: int) -> list[tuple[str, str, str, str | None]]:
    """Return [(origin, what, source, source before)]: all single edits and some double ones, at most `LARGEST_RUN`."""
    found = []
    for origin, (source, before) in solutions(task).items():
        found += [(origin, what, text, before) for what, text in edited_sources(source, seed, doubles=40)]
    if len(found) > LARGEST_RUN:
        chosen = sorted(random.Random(seed).sample(range(len(found)), LARGEST_RUN))
        found = [found[index] for index in chosen]
    return found


def made_from(task: Task, source: str, before: str | None) -> object:
    """Run `source` and return the object that it defines."""
    if before is None:  # an edited reference lives among the names of its own module
        assert task.reference is not None
        namespace = dict(vars(sys.modules[task.reference.__module__]))
        name = task.reference.__name__
    else:
        namespace, name = {"__name__": "edited"}, task.name
        exec(compile(before, "<given>", "exec"), namespace)
    exec(compile(source, "<edited>", "exec"), namespace)
    return namespace[name]


# -- one edited solution -----------------------------------------------------------------------------------------


class Judge:
    """Decides the fate of one task's edited solutions."""

    def __init__(self, task: Task, hidden: PackEntry, seed: int):
        self.task, self.hidden = task, hidden
        self.others = other_cases(task, [seed, 1], OTHER_CASES)
        for source, before in solutions(task).values():  # a case that a right solution fails decides nothing
            right = made_from(task, source, before)
            self.others = [pair for pair in self.others if not self._first_difference(right, [pair])]

    def fate(self, source: str, before: str | None) -> tuple[str, str]:
        """Return (fate, why)."""
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                made = made_from(self.task, source, before)
        except BaseException as error:
            return "killed", f"it does not run: {type(error).__name__}"
        wrong = self._first_difference(made, zip(self.hidden["cases"], self.hidden["expected"], strict=True))
        if wrong:
            return "killed", wrong
        differs = self._first_difference(made, self.others)
        return ("survived", differs) if differs else ("same", "")

    def _first_difference(self, made: object, cases: Iterable[tuple[CaseData, AnswerData]]) -> str:
        for case, expected in cases:
            verdict = compare_answers(measure(made, case, SECONDS), expected, case)
            if not verdict.passed:
                settings = {key: value for key, value in case["kwargs"].items() if not isinstance(value, dict)}
                return f"{case['facet']}, {_sizes(case)} {settings or ''}: {verdict.reason}"
        return ""


def _sizes(case: CaseData) -> str:
    args = [arg.get("tensor", {}).get("shape", "...") if isinstance(arg, dict) else arg for arg in case["args"]]
    return ", ".join(str(arg) for arg in args)


# -- workers -----------------------------------------------------------------------------------------------------


def _in_workers(task: Task, seed: int) -> Iterator[Edited]:
    todo = edits(task, seed)
    done = 0
    while done < len(todo):
        for fate, why in _one_worker(task, seed, [(source, before) for _, _, source, before in todo[done:]]):
            origin, what, source, _ = todo[done]
            done += 1
            yield Edited(task.name, origin, what, fate, why, source)


def _one_worker(task: Task, seed: int, sources: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Yield (fate, why) for one source after the other, until one ends the worker, which is that one's fate."""
    with tempfile.TemporaryFile("w+") as file:
        json.dump(sources, file)
        file.seek(0)
        worker = subprocess.Popen(
            [sys.executable, "-m", "grader.authoring.syntax_mutants", task.name, str(seed)],
            cwd=ROOT,
            env=os.environ | {"OMP_NUM_THREADS": "1"},
            stdin=file,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    try:
        assert worker.stdout is not None  # a pipe
        for _ in sources:
            ready = select.select([worker.stdout], [], [], PATIENCE)[0]
            line = worker.stdout.readline() if ready else b""
            if not line:
                yield "killed", "it ended the process" if ready else "it could not be stopped"
                return
            yield tuple(json.loads(line))
    finally:
        worker.kill()
        worker.wait()


def _work(name: str, seed: int) -> None:
    sources = json.load(sys.stdin)
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # edited code may print
    assignment = COURSE.assignment_of(name)
    judge = Judge(assignment.tasks[name], load_hidden(assignment)["tasks"][name], seed)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for source, before in sources:
        answers.write(json.dumps(judge.fate(source, before)) + "\n")


if __name__ == "__main__":
    _work(sys.argv[1], int(sys.argv[2]))
