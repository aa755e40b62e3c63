"""The slips a hand makes at one node of a syntax tree.  Knows nothing of tasks or grading."""

import ast
import copy
import functools
from collections.abc import Iterator
from typing import TypeVar

SWAPPED_OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Add, ast.Div, ast.MatMult, ast.Pow),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mod, ast.Mult),
    ast.Mod: (ast.FloorDiv, ast.Add),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult, ast.Add),
    ast.Lt: (ast.LtE, ast.Gt, ast.Eq),
    ast.LtE: (ast.Lt, ast.GtE, ast.Eq),
    ast.Gt: (ast.GtE, ast.Lt, ast.Eq),
    ast.GtE: (ast.Gt, ast.LtE, ast.Eq),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
SWAPPED_NAMES = {  # attributes and functions that a learner takes for each other
    "sum": ("mean", "max", "min", "prod"),
    "mean": ("sum",),
    "max": ("min",),
    "min": ("max",),
    "zeros": ("ones", "empty"),
    "ones": ("zeros",),
    "randn": ("zeros", "ones"),
    "stack": ("cat",),
    "cat": ("stack",),
    "double": ("float", "int"),
    "weight": ("bias",),
    "bias": ("weight",),
    "ValueError": ("TypeError", "IndexError"),
    "dim": ("numel",),
}

Node = TypeVar("Node", bound=ast.AST)
Edit = tuple[str, ast.AST]  # what is done, in words, and the node that takes the place of another


def edits_of(node: ast.AST, names: frozenset[str]) -> Iterator[Edit]:
    """Yield (what, new node) for one node; `names` are those in scope."""
    swaps = SWAPPED_OPERATORS.get(type(node), ())
    for operator in swaps:
        yield f"operator {type(node).__name__} to {operator.__name__}", operator()
    yield from _own_edits(node, names)
    if isinstance(node, ast.stmt) and not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Pass)):
        yield "statement dropped", ast.Pass()
    if isinstance(node, ast.BinOp):
        yield "left operand only", copy.deepcopy(node.left)
        yield "right operand only", copy.deepcopy(node.right)
        yield "operands swapped", _with(node, left=node.right, right=node.left)


def _with(node: Node, **fields: object) -> Node:
    new = copy.deepcopy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


@functools.singledispatch
def _own_edits(node: ast.AST, names: frozenset[str]) -> Iterator[Edit]:
    """Yield the edits that only this type of node has."""
    yield from ()


@_own_edits.register
def _constant(node: ast.Constant, names: frozenset[str]) -> Iterator[Edit]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} to {not value}", ast.Constant(not value)
    elif isinstance(value, (int, float)):
        for new in dict.fromkeys((value + 1, value - 1, -value, 0, value * 2)):
            if new != value:
                yield f"{value} to {new}", ast.Constant(new)
    elif isinstance(value, str) and 1 < len(value) < 20 and " " not in value:
        for i in range(len(value) - 1):
            swapped = value[:i] + value[i + 1] + value[i] + value[i + 2 :]
            yield f"{value!r} to {swapped!r}", ast.Constant(swapped)


@_own_edits.register
def _name(node: ast.Name, names: frozenset[str]) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load):
        for other in sorted(names - {node.id}) if node.id in names else ():
            yield f"{node.id} to {other}", ast.Name(other, ast.Load())
        if node.id in names:
            yield f"{node.id} + 1", ast.BinOp(ast.Name(node.id, ast.Load()), ast.Add(), ast.Constant(1))
            yield f"{node.id} - 1", ast.BinOp(ast.Name(node.id, ast.Load()), ast.Sub(), ast.Constant(1))
        for other in SWAPPED_NAMES.get(node.id, ()):
            yield f"{node.id} to {other}", ast.Name(other, ast.Load())


@_own_edits.register
def _attribute(node: ast.Attribute, names: frozenset[str]) -> Iterator[Edit]:
    for other in SWAPPED_NAMES.get(node.attr, ()):
        yield f".{node.attr} to .{other}", _with(node, attr=other)
    if isinstance(node.ctx, ast.Load) and node.attr in ("T", "data", "grad", "weight"):
        yield f".{node.attr} dropped", copy.deepcopy(node.value)
    if isinstance(node.ctx, ast.Load) and node.attr == "weight":
        for more in ("data", "T"):
            yield f".{more} added", ast.Attribute(copy.deepcopy(node), more, ast.Load())


@_own_edits.register
def _call(node: ast.Call, names: frozenset[str]) -> Iterator[Edit]:
    if isinstance(node.func, ast.Attribute):
        yield f".{node.func.attr}() left out", copy.deepcopy(node.func.value)
    elif len(node.args) == 1:
        yield f"{ast.unparse(node.func)}() left out", copy.deepcopy(node.args[0])
    for i in range(len(node.args)):
        yield f"argument {i + 1} dropped", _with(node, args=node.args[:i] + node.args[i + 1 :])
    for i in range(len(node.args) - 1):
        args = [*node.args[:i], node.args[i + 1], node.args[i], *node.args[i + 2 :]]
        yield f"arguments {i + 1} and {i + 2} swapped", _with(node, args=args)
    for i, keyword in enumerate(node.keywords):
        yield f"argument {keyword.arg} dropped", _with(node, keywords=node.keywords[:i] + node.keywords[i + 1 :])
    if isinstance(node.func, ast.Name) and node.func.id == "range" and len(node.args) == 1:
        stop = node.args[0]
        yield "range starts at 1", _with(node, args=[ast.Constant(1), stop])
        yield "range ends early", _with(node, args=[ast.BinOp(stop, ast.Sub(), ast.Constant(1))])
        yield "range ends late", _with(node, args=[ast.BinOp(stop, ast.Add(), ast.Constant(1))])
        yield "range in steps of 2", _with(node, args=[ast.Constant(0), stop, ast.Constant(2)])
        yield "range backwards", ast.Call(ast.Name("reversed", ast.Load()), [copy.deepcopy(node)], [])


@_own_edits.register
def _slice(node: ast.Slice, names: frozenset[str]) -> Iterator[Edit]:
    for bound in ("lower", "upper", "step"):
        if getattr(node, bound) is not None:
            yield f"slice without its {bound} bound", _with(node, **{bound: None})


@_own_edits.register
def _tuple(node: ast.Tuple | ast.List, names: frozenset[str]) -> Iterator[Edit]:
    for i in range(len(node.elts) - 1):
        elts = [*node.elts[:i], node.elts[i + 1], node.elts[i], *node.elts[i + 2 :]]
        yield f"entries {i + 1} and {i + 2} swapped", _with(node, elts=elts)


@_own_edits.register
def _unaryop(node: ast.UnaryOp, names: frozenset[str]) -> Iterator[Edit]:
    yield f"{type(node.op).__name__} dropped", copy.deepcopy(node.operand)


@_own_edits.register
def _boolop(node: ast.BoolOp, names: frozenset[str]) -> Iterator[Edit]:
    for i, value in enumerate(node.values):
        rest = node.values[:i] + node.values[i + 1 :]
        yield f"condition {ast.unparse(value)} dropped", rest[0] if len(rest) == 1 else _with(node, values=rest)


@_own_edits.register
def _if(node: ast.If, names: frozenset[str]) -> Iterator[Edit]:
    yield "condition always true", _with(node, test=ast.Constant(True))
    yield "condition never true", _with(node, test=ast.Constant(False))
    yield "condition negated", _with(node, test=ast.UnaryOp(ast.Not(), node.test))


@_own_edits.register
def _ifexp(node: ast.IfExp, names: frozenset[str]) -> Iterator[Edit]:
    yield "first alternative always", copy.deepcopy(node.body)
    yield "second alternative always", copy.deepcopy(node.orelse)


@_own_edits.register
def _return(node: ast.Return, names: frozenset[str]) -> Iterator[Edit]:
    if node.value is None:
        return
    yield "nothing returned", ast.Return(None)
    for what, method in (("negated", "neg"), ("detached", "detach"), ("absolute", "abs"), ("rounded", "round")):
        yield f"result {what}", ast.Return(ast.Call(ast.Attribute(node.value, method, ast.Load()), [], []))
    for other in sorted(names):
        yield f"{other} returned", ast.Return(ast.Name(other, ast.Load()))


@_own_edits.register
def _augassign(node: ast.AugAssign, names: frozenset[str]) -> Iterator[Edit]:
    target = copy.deepcopy(node.target)
    yield "= for an augmented assignment", ast.Assign([target], node.value)


@_own_edits.register
def _for(node: ast.For, names: frozenset[str]) -> Iterator[Edit]:
    after = [*node.body, ast.Break()]
    yield "only the first turn of the loop", _with(node, body=after)
    if isinstance(node.body[-1], ast.For):
        inner = node.body[-1]
        if len(node.body) == 1:
            swapped = _with(node, body=[_with(inner, body=[_with(node, body=inner.body)])])
            yield "inner loop repeated", swapped


@_own_edits.register
def _assign(node: ast.Assign, names: frozenset[str]) -> Iterator[Edit]:
    if isinstance(node.targets[0], ast.Subscript):
        yield "added instead of stored", ast.AugAssign(node.targets[0], ast.Add(), node.value)


@_own_edits.register
def _functiondef(node: ast.FunctionDef, names: frozenset[str]) -> Iterator[Edit]:
    """Move the last `return` into the last loop; change a default."""
    if len(node.body) > 1 and isinstance(node.body[-1], ast.Return) and isinstance(node.body[-2], ast.For):
        loop = _with(node.body[-2], body=[*node.body[-2].body, node.body[-1]])
        yield "return indented into the loop", _with(node, body=[*node.body[:-2], loop])
