"""Which statements of a cell still make sense after it asked for something that is not installed here.

Runs inside the sandbox.  `from d2l import torch as d2l` or `%load_ext nb_black` in the first cell would cost everything
that the rest of the cell defines.
"""

import ast
import itertools
from collections.abc import Iterator

from IPython.core.error import UsageError
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

# line magics that set up a machine, and compute nothing of the notebook's; so does one that is not known here
SET_UP = ("load_ext", "reload_ext", "matplotlib", "pylab", "gui", "config")


def rest_after_import(shell: InteractiveShell, result: ExecutionResult | None) -> Iterator[str]:
    """Yield the top-level statements that come after an import, or a magic that sets up, of what is not there.

    Only a statement of the cell's own top level counts, and the error stays visible.  What is yielded is run by the
    caller, whose `result` this is, before the next is asked for; it may fail in the same way, once for each import.
    """
    while result is not None and result.info and isinstance(result.error_in_exec, Exception):
        error = result.error_in_exec
        source = shell.transform_cell(result.info.raw_cell)
        rest = _after(source, _line_in_cell(error, source), error)
        if rest is None:
            return
        yield rest
        result = shell.last_execution_result


def _line_in_cell(error: BaseException, source: str) -> int | None:
    """Return the line of the cell's own frame, the outermost that is not the shell's."""
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_name == "<module>" and frame.tb_frame.f_globals.get("__name__") == "__main__":
            return frame.tb_lineno
        frame = frame.tb_next
    return None


def _after(source: str, line: int | None, error: Exception) -> str | None:
    """Return what stands after the statement on this line, on its own lines, if it only asked for what is not here.

    >>> _after("import numpy\\nimport d2l\\nx = 1\\n", 2, ModuleNotFoundError())
    '\\n\\nx = 1\\n'
    """
    if line is None:
        return None
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    for statement, following in itertools.pairwise(statements):
        if statement.lineno <= line <= (statement.end_lineno or line) and _only_asks(statement, error):
            lines = source.split("\n")[following.lineno - 1 :]
            lines[0] = lines[0].encode("utf-8")[following.col_offset :].decode("utf-8")
            return "\n" * (following.lineno - 1) + "\n".join(lines)
    return None


def _only_asks(statement: ast.stmt, error: Exception) -> bool:
    """Is this an import of a module that is not there, or a magic that could not set up what it should?

    >>> _only_asks(ast.parse("get_ipython().run_line_magic('load_ext', 'nb_black')").body[0], ModuleNotFoundError())
    True
    """
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return isinstance(error, ModuleNotFoundError)
    match statement:
        case ast.Expr(
            ast.Call(ast.Attribute(ast.Call(ast.Name("get_ipython")), "run_line_magic"), [ast.Constant(name), *_])
        ):
            return name in SET_UP or isinstance(error, UsageError)
    return False
