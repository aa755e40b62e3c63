"""Say in a few letters what a task is made of, so that a pack which was made of something else is noticed.

Reads the source of the task and of what it uses from other modules below `grader/tasks/`; imports no task and so no
torch.  Wording does not count: hints, announcements of facets, names of cases, rubrics, docstrings, texts of errors,
types, comments.
"""

import ast
import functools
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from grader.tasks import Assignment

TASKS = "grader.tasks"
# constructor -> the wording among its arguments, by position and by keyword
WORDING: dict[str, tuple[set[int], set[str]]] = {
    "Task": ({3}, {"read", "rubric"}),
    "Facet": ({2}, {"says"}),
    "Misconception": ({2}, {"hint"}),
    "Case": ({1}, {"name"}),
}
Name = tuple[str, str]  # a module's path below tasks/, without its ending, and a name that it defines


@functools.lru_cache(maxsize=16)
def made_from(assignment: Assignment) -> dict[str, str]:
    """Return {task name: digest} of the tasks as they are now, as this process has first seen them."""
    tasks, own = assignment.folder.parent, assignment.folder.name
    return {name: digest(tasks, f"{own}/{name.lower()}") for name in assignment.task_names}


def digest(folder: Path, module: str) -> str:
    """Return the digest of the `TASK` of one module; `folder` is that of all tasks.

    >>> len(digest(Path(__file__).parents[1] / "tasks", "cross_correlation/corr2d"))
    16
    """
    todo: set[Name] = {(module, "TASK")}
    meant: dict[Name, str] = {}
    sources: dict[str, _Source] = {}
    while todo:
        where, name = todo.pop()
        if where not in sources:
            sources[where] = _source((folder / f"{where}.py").read_text(encoding="utf-8"))
        source = sources[where]
        if name in source.defining and (where, name) not in meant:
            meant[where, name], used = source.meaning(name)
            todo |= {source.imported.get(one, (where, one)) for one in used}
    text = json.dumps(sorted((*key, content) for key, content in meant.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class _Source:
    """One module: which of its statements define a name, and which names come from other tasks' modules."""

    def __init__(self, text: str):
        self.defining: dict[str, list[ast.stmt]] = {}
        self.imported: dict[str, Name] = {}
        self._meanings: dict[str, tuple[str, set[str]]] = {}
        for statement in _Untyped().visit(ast.parse(text)).body:
            module = (statement.module or "") if isinstance(statement, ast.ImportFrom) else ""
            if isinstance(statement, ast.ImportFrom) and module.startswith(f"{TASKS}."):
                where = module.removeprefix(f"{TASKS}.").replace(".", "/")
                self.imported |= {alias.asname or alias.name: (where, alias.name) for alias in statement.names}
            for name in _defined(statement):
                self.defining.setdefault(name, []).append(statement)

    def meaning(self, name: str) -> tuple[str, set[str]]:
        """Return what defines `name`, without its wording, and the names that it uses."""
        if name not in self._meanings:
            statements = self.defining[name]
            used = {inner for statement in statements for inner in _names(statement)}
            self._meanings[name] = json.dumps([_plain(statement) for statement in statements]), used
        return self._meanings[name]


class _Untyped(ast.NodeTransformer):
    """Takes types off variables: `x: int = 1` means what `x = 1` does.  The fields of a class mean more."""

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        return None if node.value is None else ast.Assign(targets=[node.target], value=node.value)


_source = functools.lru_cache(maxsize=256)(_Source)  # several tasks use one module


def _defined(statement: ast.stmt) -> set[str]:
    """Return the names that a statement at the top of a module defines or changes."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        return {name for target in targets for name in _names(target)}
    return set(_names(statement))  # a loop or a call may change whatever it mentions


def _names(node: ast.AST) -> Iterator[str]:
    return (inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))


def _plain(node: object) -> object:
    """Return a tree as nested lists of what means something; the same in every version of Python."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, ast.AST):
        return node if isinstance(node, (bool, int, str)) else [repr(node)]
    if isinstance(node, ast.Raise):
        node = ast.Raise(exc=node.exc.func if isinstance(node.exc, ast.Call) else node.exc)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WORDING:
        places, keywords = WORDING[node.func.id]
        meant = [argument for place, argument in enumerate(node.args) if place not in places]
        named = [keyword for keyword in node.keywords if keyword.arg not in keywords]
        node = ast.Call(func=node.func, args=meant, keywords=named)
    fields = {name: value for name, value in ast.iter_fields(node) if value not in (None, [])}
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
        fields["body"] = node.body[1:]
    for name in ("ctx", "kind", "annotation", "returns"):  # u"text" is "text"; types are for readers
        fields.pop(name, None)
    return [type(node).__name__, *([name, _plain(value)] for name, value in fields.items())]
