"""Programs that differ from a right one by slips, which nobody chose: one small edit of its syntax tree, or two."""

import ast
import copy
import random
from collections.abc import Iterator

from grader.authoring.node_edits import edits_of

Place = tuple[tuple[str, int | None], ...]  # from the tree to one of its nodes: a field, and where in it


def edited_sources(source: str, seed: int, doubles: int = 0) -> list[tuple[str, str]]:
    """Return [(what, source)] of all different single edits of `source`, and some double ones, in a fixed order."""
    tree = ast.parse(source)
    edits = [*single_edits(tree), *double_edits(tree, random.Random(seed), doubles)]
    found, seen = [], {ast.unparse(tree)}
    for what, edited in edits:
        try:
            text = ast.unparse(ast.fix_missing_locations(edited))
            compile(text, "<mutant>", "exec")
        except (SyntaxError, ValueError, TypeError, RecursionError):
            continue  # not a program
        if text not in seen:
            seen.add(text)
            found.append((what, text))
    return found


def single_edits(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Yield (what was done in words, edited copy of `tree`) for every small edit there is.

    >>> [ast.unparse(edited) for what, edited in single_edits(ast.parse("a < 2")) if "operator" in what]
    ['a <= 2', 'a > 2', 'a == 2']
    """
    for what, path, new in _places(tree):
        yield what, _replaced(tree, path, new)


def double_edits(tree: ast.Module, rng: random.Random, count: int) -> Iterator[tuple[str, ast.Module]]:
    """Yield `count` copies of `tree` with two small edits, drawn with `rng`."""
    for _ in range(count):
        what, path, new = rng.choice(list(_places(tree)))
        edited = _replaced(tree, path, new)
        places = list(_places(edited))
        if places:
            more, path, new = rng.choice(places)
            yield f"{what}; {more}", _replaced(edited, path, new)


def _places(tree: ast.AST) -> Iterator[tuple[str, Place, ast.AST]]:
    """Yield (what, path, new node) for every small edit, without copying the tree."""
    for path, node, names in _sites(tree):
        for what, new in edits_of(node, names):
            yield f"line {getattr(node, 'lineno', '?')}: {what}", path, new


def _sites(tree: ast.AST) -> Iterator[tuple[Place, ast.AST, frozenset[str]]]:
    """Yield (path, node, names in scope) for each node that may be edited; docstrings and messages may not."""

    def below(node: ast.AST, path: Place, names: frozenset[str]) -> Iterator[tuple[Place, ast.AST, frozenset[str]]]:
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            names = names | {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            names = names | {a.arg for a in ast.walk(node) if isinstance(a, ast.arg)} - {"self"}
        if isinstance(node, (ast.JoinedStr, ast.arg, ast.Raise)):
            if isinstance(node, ast.Raise):
                yield path, node, names
                if isinstance(node.exc, ast.Call):
                    yield (*path, ("exc", None), ("func", None)), node.exc.func, names
            return
        yield path, node, names
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                yield from below(value, (*path, (field, None)), names)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    docstring = isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant)
                    if isinstance(item, ast.AST) and not docstring:
                        yield from below(item, (*path, (field, index)), names)

    yield from below(tree, (), frozenset())


def _replaced(tree: ast.Module, path: Place, new: ast.AST) -> ast.Module:
    edited = copy.deepcopy(tree)
    node: object = edited
    for field, index in path[:-1]:
        node = getattr(node, field) if index is None else getattr(node, field)[index]
    field, index = path[-1]
    if index is None:
        setattr(node, field, new)
    else:
        getattr(node, field)[index] = new
    return edited
