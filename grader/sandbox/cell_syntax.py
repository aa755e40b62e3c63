"""IPython's syntax in cells, read ahead in those that every notebook was given: half of the cells of a submission.

Runs inside the sandbox.
"""

from collections.abc import Iterable

from IPython.core.inputtransformer2 import TransformerManager

KEYWORDS_THAT_AWAIT = ("await", "async")


class GivenCells(TransformerManager):
    """Knows what becomes of a given cell, as long as the notebook has not changed what is done to cells."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        self._usual = self._steps()

    def read_ahead(self, cells: Iterable[str]) -> None:
        """Transform these cells now; one that cannot be is left to whoever runs it."""
        for cell in cells:
            try:
                self._known[cell] = super().transform_cell(cell)
            except Exception:
                continue

    def transform_cell(self, cell: str) -> str:
        """Return the Python that the cell stands for."""
        known = self._known.get(cell)
        return super().transform_cell(cell) if known is None or self._steps() != self._usual else known

    def _steps(self) -> tuple[object, ...]:
        return (*self.cleanup_transforms, *self.line_transforms, *self.token_transformers)


def may_await(code: str) -> bool:
    """Can this code need an event loop?  Only compiling tells for certain, but none does without a keyword.

    >>> may_await("await answer"), may_await("1 + 1")
    (True, False)
    """
    return any(keyword in code for keyword in KEYWORDS_THAT_AWAIT)
