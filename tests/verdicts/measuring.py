"""Grades an answer in this process, as the sandbox would: the same cases, the same referee, no confinement."""

import contextlib
import io
import linecache
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

from course.checking.measure import describe, measure
from grader.authoring.preloading import import_what_grading_has
from grader.packs.reading import load_hidden, load_public
from grader.submission.try_file import opening_sources
from grader.tasks import COURSE
from grader.verdict.failed_cell import failure
from grader.verdict.grade import TaskGrade
from grader.verdict.referee import grade_task


def grade_in_process(name: str, path: Path) -> TaskGrade:
    """Return what the referee says of the file at `path`, which defines the object of task `name`."""
    import_what_grading_has()
    assignment = COURSE.assignment_of(name).name
    public, hidden = load_public(assignment)["tasks"][name], load_hidden(assignment)["tasks"][name]
    return grade_task(name, submission(name, path, public, hidden), public, hidden)


def submission(name: str, path: Path, public: dict, hidden: dict) -> dict:
    """Return what would come out of the sandbox for this file."""
    names: dict = {"__name__": "__main__"}
    text = path.read_text(encoding="utf-8")
    linecache.cache[str(path)] = (len(text), None, text.splitlines(keepends=True), str(path))
    with quiet():
        for source in opening_sources(name):
            exec(source, names)
        try:
            exec(compile(text, str(path), "exec"), names)
        except Exception as error:
            found = {
                "ename": type(error).__name__,
                "evalue": str(error),
                "traceback": traceback.format_exception(error),
            }
            return {"missing": True, "failed": failure(text, found)}
        if name not in names:
            return {"missing": True}
        made = names[name]
        if hidden["kind"] == "value":
            return {"value": describe(made)}
        if hidden["kind"] == "test":
            answer = measure(made, {"how": "call", "args": [], "observe": ["result"]}, 5)
            return {"value": answer if "raised" in answer else answer["result"]}
        return {"public": _answers(made, public), "own": [_forgotten(a) for a in _answers(made, hidden)]}


def _answers(made: Callable, pack: dict) -> list[dict]:
    return [measure(made, case, 5) for case in pack["cases"]]


def _forgotten(answer: dict) -> dict:
    """Take out what the sandbox takes out of answers to hidden cases."""
    if "raised" in answer:
        answer["raised"] |= {"text": "", "line": "", "code": ""}
    return answer


@contextlib.contextmanager
def quiet():
    """Swallow what student code prints and warns of."""
    nothing = io.StringIO()
    with contextlib.redirect_stdout(nothing), contextlib.redirect_stderr(nothing), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
