"""What of an answer's code stays when it is copied in disguise: fragments, whatever the names, order and comments.

A fragment is one expression or statement of at least `LEAST` nodes, as a hash of its syntax tree.  Names that the
answer binds itself are all one name; comments, docstrings, texts, annotations and imports are left out; the statements
of a block count as a set.  So a renamed variable, two swapped lines or a new comment change no fragment, and two
answers share one where they are written alike, not only where they compute the same.
"""

import ast
import io
import tokenize
import warnings

LEAST = 5  # nodes: `X.shape[0]` has four
LARGEST_ANSWER = 20_000  # characters; what a task asks for has some hundred
_OWN, _TEXT = "a name of its own", "a text"
_LEFT_OUT = {"ctx", "type_comment", "returns", "annotation", "kind", "type_ignores"}
_BLOCKS = {"body", "orelse", "finalbody"}


class Unreadable(ValueError):
    """The answer cannot be compared; the message says why."""


def parsed(source: str) -> ast.Module:
    """Return the syntax tree of a cell; lines that only IPython understands are left out.

    Raises:
        Unreadable: it is no Python, or too long.
    """
    if len(source) > LARGEST_ANSWER:
        raise Unreadable(f"longer than {LARGEST_ANSWER} characters")
    kept = ["" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd escape in a text is no business of ours
            return ast.parse("\n".join(kept) + "\n")
    except SyntaxError as error:
        raise Unreadable(f"does not compile (line {error.lineno})") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(f"cannot be parsed ({type(error).__name__})") from None


def fragments(tree: ast.Module) -> dict[int, list[tuple[int, int]]]:
    """Return {hash of a fragment: its places, as first and last line} for a syntax tree.

    >>> a = fragments(parsed("def f(X):\\n    n = len(X) + 1\\n    m = 2 * n - 3\\n    return m"))
    >>> b = fragments(parsed("def f(img):  # mine\\n    k = len(img) + 1\\n    r = 2 * k - 3\\n    return r"))
    >>> a.keys() == b.keys()
    True
    """
    found: dict[int, list[tuple[int, int]]] = {}
    try:
        _walk(tree, own_names(tree), found)
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    return found


def own_names(tree: ast.AST) -> set[str]:
    """Return the names that the code binds: parameters, variables, functions and classes of its own."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler) and node.name:
            names.add(node.name)
    return names


def own_words(source: str, tree: ast.AST) -> set[str]:
    """Return the words somebody chose freely: names of more than two letters, and comments of more than one word."""
    words = {name for name in own_names(tree) if len(name) > 2}
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            comment = " ".join(token.string.lstrip("#! ").split()) if token.type == tokenize.COMMENT else ""
            if " " in comment:
                words.add(f"# {comment}")
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass  # the names are something, too
    return words


def _walk(node: ast.AST, own: set[str], found: dict[int, list[tuple[int, int]]]) -> tuple[int, int]:
    """Return (hash, number of nodes) of a node, and note it and all below it in `found`."""
    if isinstance(node, ast.Name):
        return hash(("name", _OWN if node.id in own else node.id)), 1
    if isinstance(node, ast.arg):
        return hash(("parameter", _OWN)), 1
    if isinstance(node, ast.Constant):
        text = isinstance(node.value, str | bytes)
        return hash(("constant", _TEXT if text else repr(node.value))), 1
    if isinstance(node, ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return 0, 0
    parts: list[object] = [type(node).__name__]
    size = 1
    for name, value in ast.iter_fields(node):
        if name in _LEFT_OUT:
            continue
        if isinstance(value, list):
            below = [_walk(each, own, found) if isinstance(each, ast.AST) else (hash(each), 1) for each in value]
            below = [entry for entry in below if entry[1]]
            size += sum(count for _, count in below)
            hashes = [digest for digest, _ in below]
            parts.append((name, tuple(sorted(hashes) if name in _BLOCKS else hashes)))
        elif isinstance(value, ast.AST):
            digest, count = _walk(value, own, found)
            size += count
            parts.append((name, digest))
        elif value is not None:
            parts.append((name, _OWN if value in own and name == "name" else str(value)))
    digest = hash(tuple(parts))
    if size >= LEAST and isinstance(node, ast.expr | ast.stmt):
        found.setdefault(digest, []).append((node.lineno, node.end_lineno or node.lineno))
    return digest, size
