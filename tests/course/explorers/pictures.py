"""Reads numbers back from an explorer's picture, as a person would."""

import numpy as np

from course import explorers

NAMES = [name for name in explorers.__all__ if isinstance(getattr(explorers, name), type)]  # no plain functions

_READ = """(root, name) => [...root.querySelectorAll(`[data-grid="${name}"] [data-value]`)]
    .map((node) => [node.dataset.value, node.textContent])"""


def numbers(view, grid):
    """Return the printed numbers of one grid of the picture inside `view` (a page or locator); nan where none is."""
    found = view.locator(".explorer").first.evaluate(_READ, grid)
    if not found:
        return np.zeros((0, 0))
    places = [tuple(map(int, place.split(","))) for place, _ in found]
    array = np.full(np.max(places, axis=0) + 1, np.nan)
    for place, (_, words) in zip(places, found, strict=True):
        array[place] = float(words.replace("−", "-"))
    return array


def settle(page):
    """Wait until what was changed is painted."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
