"""Which statements of a cell still make sense after its import of a module that is not installed here.

Runs inside the sandbox.  `from d2l import torch as d2l` in the first cell would cost everything that the rest of the
cell defines.
"""

import ast
import itertools
from collections.abc import Iterator

from IPython.core.interactiveshell import ExecutionResult, InteractiveShell


def rest_after_import(shell: InteractiveShell, result: ExecutionResult | None) -> Iterator[str]:
    """Yield the top-level statements that come after an import which failed because there is no such module.

    Only a statement of the cell's own top level counts, and the error stays visible.  What is yielded is run by the
    caller, whose `result` this is, before the next is asked for; it may fail in the same way, once for each import.
    """
    while result is not None and result.info and isinstance(result.error_in_exec, ModuleNotFoundError):
        source = shell.transform_cell(result.info.raw_cell)
        rest = _after(source, _line_in_cell(result.error_in_exec, source))
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


def _after(source: str, line: int | None) -> str | None:
    """Return what stands after the top-level import on this line, on its own lines, or None if there is nothing.

    >>> _after("import numpy\\nimport d2l\\nx = 1\\n", 2)
    '\\n\\nx = 1\\n'
    """
    if line is None:
        return None
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    for statement, following in itertools.pairwise(statements):
        if isinstance(statement, (ast.Import, ast.ImportFrom)) and statement.lineno <= line <= (
            statement.end_lineno or line
        ):
            lines = source.split("\n")[following.lineno - 1 :]
            lines[0] = lines[0].encode("utf-8")[following.col_offset :].decode("utf-8")
            return "\n" * (following.lineno - 1) + "\n".join(lines)
    return None
