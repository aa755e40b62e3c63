"""Holds the tasks as data: inputs, expected and mistaken outputs, weights, hints, and the secret seed behind them.

Knows neither how a pack is made nor how it is graded; imports no torch.  Loading never builds: a pack that is missing,
or that does not belong to the tasks as they are now, is refused.
"""

from grader.packs.reading import PackError, load_hidden, load_public

__all__ = ["PackError", "load_hidden", "load_public"]
