"""Name the modules that a notebook needs but that are not installed where it is graded.

The names come from the cells' own run, so they may be anything: only identifiers are repeated.
"""

import re
from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

from course.checking.data import Raised, SubmissionData

_NAMED = re.compile(r"No module named '([\w.]{1,80})'")
NOTE = "The module `{module}` is not installed where notebooks are graded."
CALLED = "`{task}` imports the module `{module}`, which is not installed where notebooks are graded."


def missing_modules(nb: NotebookNode) -> dict[str, str]:
    """Return {module: where it was asked for, in words} for the cells that could not import one."""
    found: dict[str, str] = {}
    for index, cell in enumerate(nb.cells):
        for output in cell.get("outputs", ()) if cell.cell_type == "code" else ():
            if output.output_type == "error" and output.ename == "ModuleNotFoundError":
                module = module_named(output.evalue)
                if module:
                    found.setdefault(module, f"cell {index + 1} (`{_importing_line(cell.source, module)}`)")
    return found


def modules_called_for(submissions: Mapping[str, SubmissionData]) -> dict[str, str]:
    """Return {module: which task asks for it, in words} of those that a task's object could not import when called."""
    found: dict[str, str] = {}
    for task, submission in submissions.items():
        for raised in _raised(submission):
            if raised.get("type") == "ModuleNotFoundError" and (module := module_named(str(raised.get("text", "")))):
                found.setdefault(module, f"task `{task}`")
    return found


def module_named(text: str) -> str:
    """Return the module that an exception's text names, or "".

    >>> module_named("No module named 'd2l.torch'"), module_named("No module named '<b>'")
    ('d2l.torch', '')
    """
    found = _NAMED.search(text)
    name = found[1] if found else ""
    return name if all(part.isidentifier() for part in name.split(".")) else ""


def note_missing_module(task: str, submission: SubmissionData, missing: dict[str, str]) -> str:
    """Return what to tell the student about a task that lacks what a module would have brought, or ""."""
    for raised in _raised(submission):
        module = module_named(str(raised.get("text", "")))
        if raised.get("type") == "ModuleNotFoundError" and module:
            return CALLED.format(task=task, module=module)
    lacks = submission.get("missing") or any(raised.get("type") == "NameError" for raised in _raised(submission))
    if not lacks or not missing:
        return ""
    first = NOTE.format(module=next(iter(missing))) if len(missing) == 1 else _several(missing)
    return f"{first} What your code takes from there is missing."


def in_words(missing: dict[str, str]) -> list[str]:
    """Return one line for the instructor for each module."""
    return [f"the module {module} is not installed here: {where} needs it" for module, where in missing.items()]


def _several(missing: Mapping[str, str]) -> str:
    names = ", ".join(f"`{module}`" for module in list(missing)[:5])
    return f"The modules {names} are not installed where notebooks are graded."


def _raised(submission: SubmissionData) -> Iterator[Raised]:
    for answers in (submission.get("public"), submission.get("own")):
        for answer in answers if isinstance(answers, list) else ():
            raised = answer.get("raised") if isinstance(answer, dict) else None
            if isinstance(raised, dict):
                yield raised


def _importing_line(source: str, module: str) -> str:
    """Return the line that asks for the module: the first that imports it, else the first of the cell."""
    top = module.split(".")[0]
    lines = [line.strip() for line in source.strip().split("\n")]
    asking = (line for line in lines if re.match(rf"(from|import)\b.*\b{top}\b", line))
    return next(asking, lines[0])[:60]
