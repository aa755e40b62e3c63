"""An exception in IPython's words, put together once.

Runs inside the sandbox.
"""

from types import TracebackType
from typing import NamedTuple

from IPython.core.ultratb import AutoFormattedTB


class _Formatted(NamedTuple):
    error: BaseException | None
    traceback: TracebackType | None
    how: tuple
    text: list[str]


class FormattedOnce(AutoFormattedTB):
    """IPython's formatter, which is asked twice for each exception: to show it, and to keep it in the history."""

    _shown: _Formatted | None = None

    def structured_traceback(
        self,
        etype: type,
        evalue: BaseException | None,
        etb: TracebackType | None = None,
        tb_offset: int | None = None,
        context: int = 5,
    ) -> list[str]:
        """Return the parts of the text; the second time what was returned the first time."""
        shown, self._shown = self._shown, None
        how = (self.tb_offset if tb_offset is None else tb_offset, context, self.mode)
        if shown and shown.error is evalue and shown.traceback is etb and shown.how == how:
            return shown.text
        text = super().structured_traceback(etype, evalue, etb, tb_offset, context)
        self._shown = _Formatted(evalue, etb, how, list(text))
        return text


def format_one() -> None:
    """Fill the caches that the first traceback of every notebook would fill for itself."""
    try:
        exec(compile("no_such_name", "<a cell>", "exec"), {"__name__": "__main__"})
    except NameError as error:
        AutoFormattedTB(mode="Context", theme_name="neutral").structured_traceback(
            type(error), error, error.__traceback__
        )
